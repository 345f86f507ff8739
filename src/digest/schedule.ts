import { TZDate } from '@date-fns/tz';
import { dayInNetherlands } from '../dutch-time.ts';
import { addDays } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { WeekKey } from './types.ts';

const TIME_ZONE = 'Europe/Amsterdam';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The ISO week of a day: the year is that of its Thursday. */
export function weekOf(day: IsoDate): WeekKey {
  const thursday = addDays(day, 4 - isoDay(day));
  const nth = Math.round((utc(thursday) - utc(`${thursday.slice(0, 4)}-01-01`)) / DAY_MS);
  return `${thursday.slice(0, 4)}-W${String(Math.floor(nth / 7) + 1).padStart(2, '0')}`;
}

export const weekAt = (now: Date): WeekKey => weekOf(dayInNetherlands(now));

/** The Monday of a week. */
export function mondayOf(week: WeekKey): IsoDate {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - isoDay(fourth) + 7 * (Number(week.slice(6)) - 1));
}

export const weekBefore = (week: WeekKey): WeekKey => weekOf(addDays(mondayOf(week), -7));

/**
 * The moment at which the post of a week is due, by the Dutch clock. An hour that the
 * clock skips is the first moment after it; one that comes twice is its first time.
 */
export function dueAt(week: WeekKey, isoDayOfWeek: number, hour: number): Date {
  const day = addDays(mondayOf(week), isoDayOfWeek - 1);
  const summer = new Date(utc(day) + (hour - 2) * HOUR_MS);
  const winter = new Date(utc(day) + (hour - 1) * HOUR_MS);
  return hourInNetherlands(summer) === hour ? summer : winter;
}

export interface Owed {
  readonly from: Date;
  /** The last week of which it is known what became of its post. */
  readonly after?: WeekKey | undefined;
  readonly now: Date;
  readonly day: number;
  readonly hour: number;
}

/** A year: whoever was away longer knows. */
const MOST_WEEKS = 53;

/** Weeks of which the post was due since `from`, later than `after` and before the week of `now`, the newest first. */
export function weeksMissed({ from, after = '', now, day, hour }: Owed): WeekKey[] {
  const weeks: WeekKey[] = [];
  for (let week = weekBefore(weekAt(now)); week > after && weeks.length < MOST_WEEKS && dueAt(week, day, hour) >= from; week = weekBefore(week)) weeks.push(week);
  return weeks;
}

const utc = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);
const isoDay = (day: IsoDate): number => new Date(utc(day)).getUTCDay() || 7;
const hourInNetherlands = (moment: Date): number => new TZDate(moment, TIME_ZONE).getHours();
