import { addMonths } from '../engine/days.ts';
import type { IsoDate, PolicyValue } from '../engine/types.ts';
import { nationalValue } from './values.ts';

/** An age limit of law, and the day on which one child reaches it. */
export interface AgeLimit {
  readonly day: IsoDate;
  readonly value: PolicyValue<number>;
}

/** The 4th birthday, the first day on which preschool education is over; undefined before the law set it. */
export function endOfWindow(birthDate: IsoDate, lawOn: IsoDate): AgeLimit | undefined {
  return limitOf(birthDate, nationalValue('endAgeMonths', lawOn));
}

/** The day on which the child turns 2,5 and the hours of law begin to count. */
export function startOfHours(birthDate: IsoDate, lawOn: IsoDate): AgeLimit | undefined {
  return limitOf(birthDate, nationalValue('startAgeMonths', lawOn));
}

/** The day on which the child reaches an age in months; undefined when there is no such limit. */
export function limitOf(birthDate: IsoDate, value: PolicyValue<number> | undefined): AgeLimit | undefined {
  return value && { day: addMonths(birthDate, value.value), value };
}
