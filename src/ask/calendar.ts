import type { IsoDate } from '../policy/engine/types.ts';

/** Years that a record or question can be about; anything else is a typing error. */
export const firstYear = 1900;
export const lastYear = 2099;

const dayMs = 86_400_000;
const utc = (iso: IsoDate): number => Date.parse(`${iso}T00:00:00Z`);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export interface DayParts {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `undefined` when there is no such day, or outside the years that we use. */
export function dayOf({ year, month, day }: DayParts): IsoDate | undefined {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** First day of a month; months past December run on into later years. */
export function monthStart(year: number, month: number): IsoDate {
  const months = year * 12 + (month - 1);
  return `${pad(Math.floor(months / 12), 4)}-${pad((((months % 12) + 12) % 12) + 1, 2)}-01`;
}

export function partsOf(iso: IsoDate): DayParts {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return new Date(utc(iso) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to) - utc(from)) / dayMs);
}

/** 0 is Monday, as a Dutch week begins. */
export function weekdayOf(iso: IsoDate): number {
  return (new Date(utc(iso)).getUTCDay() + 6) % 7;
}
