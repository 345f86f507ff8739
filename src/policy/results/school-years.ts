import type { IsoDate } from '../engine/types.ts';
import type { ResultMoment } from './lists.ts';

/** From this month on the results at the end of a group are taken. */
const END_OF_GROUP = '05-01';
/** Those at the start of group 3, a month after the holidays. */
const START_OF_GROUP = '09-01';

/** The day of a school year of which its results speak; a period with that day in it has them. */
export const dayOfResults = (moment: ResultMoment, schoolYear: number): IsoDate =>
  (moment === 'start_group_3' ? `${schoolYear}-${START_OF_GROUP}` : `${schoolYear + 1}-${END_OF_GROUP}`);

/** The latest school year whose results are or can be taken on the day. */
export function latestSchoolYear(moment: ResultMoment, day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  return dayOfResults(moment, year) <= day ? year : dayOfResults(moment, year - 1) <= day ? year - 1 : year - 2;
}

/** School years whose results lie in a half-open stretch of days, earliest first. */
export function schoolYearsIn(moment: ResultMoment, from: IsoDate, until: IsoDate): number[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(until.slice(0, 4)); year += 1) {
    const day = dayOfResults(moment, year);
    if (from <= day && day < until) years.push(year);
  }
  return years;
}

/** Birth dates of the children in the group, half-open: schools put those born from October to September in one year. */
export function bornFor(moment: ResultMoment, schoolYear: number): { readonly from: IsoDate; readonly until: IsoDate } {
  const birthYear = schoolYear - (moment === 'end_group_1' ? 5 : moment === 'end_group_2' ? 6 : 7);
  return { from: `${birthYear}-10-01`, until: `${birthYear + 1}-10-01` };
}
