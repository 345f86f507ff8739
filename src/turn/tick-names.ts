import { partsOf } from '../ask/calendar.ts';
import { monthName, schoolYearOf } from '../ask/make-period.ts';
import type { TimeStep } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';

const inTwoDigits = (year: number): string => String(year % 100).padStart(2, '0');

/** What stands under a point of a line, the longest first; `day` lies in the step. The axis says of which years. */
export function tickNames(step: TimeStep, day: IsoDate): readonly string[] {
  const { year, month } = partsOf(day);
  switch (step) {
    case 'month': return [monthName(month).replace('maart', 'mrt').slice(0, 3), monthName(month).slice(0, 1)];
    case 'quarter': return [`K${Math.ceil(month / 3)}`, String(Math.ceil(month / 3))];
    case 'year': return [String(year), `'${inTwoDigits(year)}`];
    case 'school-year': return [`${inTwoDigits(schoolYearOf(day))}/${inTwoDigits(schoolYearOf(day) + 1)}`];
  }
}
