import { valueOn } from '../engine/resolve.ts';
import type { Citation, IsoDate, PolicyValue } from '../engine/types.ts';
import {
  DECREE_GROUP_SIZE, DECREE_HOURS, DECREE_HOURS_A_DAY, DECREE_POLICY_OFFICER, DECREE_STAFF_RATIO, PRIMARY_EDUCATION_ACT_SUPPLY,
} from './citations.ts';

/** The decree came into force in 2010; its hours were raised to 960 in August 2020, the policy officer came in January 2022. */
const SINCE_POLICY_OFFICER = '2022-01-01';
const SINCE_DECREE = '2010-08-01';
const SINCE_960_HOURS = '2020-08-01';

type History = readonly PolicyValue<number>[];
const since = (from: IsoDate, value: number, unit: string, source: Citation): History => [
  { value, from, unit, source, checkedOn: '2026-11-22' },
];

/** The values of national law as dated data; the formulas that use them are in the rules. */
export const NATIONAL_VALUES = {
  /** Age from which the law counts the hours: 2,5 years. */
  startAgeMonths: since(SINCE_960_HOURS, 30, 'months', DECREE_HOURS),
  /** Age at which preschool education ends: the 4th birthday itself is outside. */
  endAgeMonths: since(SINCE_DECREE, 48, 'months', PRIMARY_EDUCATION_ACT_SUPPLY),
  /** Time in which the hours can be received: 1,5 years. */
  periodMonths: since(SINCE_960_HOURS, 18, 'months', DECREE_HOURS),
  hoursTotal: since(SINCE_960_HOURS, 960, 'hours', DECREE_HOURS),
  /** On average: 960 hours in 1,5 years of 40 weeks a year. */
  hoursPerWeek: since(SINCE_960_HOURS, 16, 'hours per week', DECREE_HOURS),
  /** 640 hours a year are 40 weeks of 16 hours. */
  weeksPerYear: since(SINCE_960_HOURS, 40, 'weeks per year', DECREE_HOURS),
  hoursPerDay: since(SINCE_960_HOURS, 6, 'hours per day', DECREE_HOURS_A_DAY),
  /** Children present at the same time in one group. */
  groupSize: since(SINCE_DECREE, 16, 'children', DECREE_GROUP_SIZE),
  /** Children present for one VE professional. */
  childrenPerProfessional: since(SINCE_DECREE, 8, 'children', DECREE_STAFF_RATIO),
  /** Hours a year of the VE policy officer, for each target toddler of 2,5 to 4 years on 1 January. */
  policyOfficerHoursPerToddler: since(SINCE_POLICY_OFFICER, 10, 'hours per year', DECREE_POLICY_OFFICER),
} as const satisfies Record<string, History>;

export type NationalValueName = keyof typeof NATIONAL_VALUES;

/** The value of law that holds on the day, or undefined before it existed. */
export function nationalValue(name: NationalValueName, day: IsoDate): PolicyValue<number> | undefined {
  return valueOn(NATIONAL_VALUES[name], day);
}
