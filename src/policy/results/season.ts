import { addMonths } from '../engine/days.ts';
import type { IsoDate } from '../engine/types.ts';
import type { ResultMoment } from './lists.ts';
import { dayOfResults, latestSchoolYear } from './school-years.ts';

/** A month after results can be taken they are expected of a school; half a year after it the season is over. */
export const RESULTS_FROM_MONTHS = 1;
export const RESULTS_UNTIL_MONTHS = 6;

/** Whether results that could be taken from `takenOn` are expected on the day. */
export const isInSeason = (takenOn: IsoDate, day: IsoDate): boolean => addMonths(takenOn, RESULTS_FROM_MONTHS) <= day && day < addMonths(takenOn, RESULTS_UNTIL_MONTHS);

/** The school year whose results are expected on the day; undefined outside the season. */
export function schoolYearInSeason(moment: ResultMoment, day: IsoDate): number | undefined {
  const year = latestSchoolYear(moment, day);
  return isInSeason(dayOfResults(moment, year), day) ? year : undefined;
}
