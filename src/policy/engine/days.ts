import type { IsoDate } from './types.ts';

/**
 * Arithmetic on calendar days. Every step runs in UTC, so the outcome is the same on
 * every machine and around a change of clocks. Results agree with PostgreSQL's
 * `date + interval`, because the figures of the database and the rules here have to
 * call the same day somebody's 4th birthday.
 * All functions but `isRealDay` throw a RangeError for text that is not a real day.
 */

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether the text is a day that exists, in the years 0001 to 9999. 2026-02-30 is not. */
export function isRealDay(text: string): boolean {
  if (!ISO_DAY.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoOf(time) === text;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return dayOf(timeOf(day) + whole(days) * MILLISECONDS_A_DAY);
}

/** The day so many months later or earlier; 31 January plus one month is the last day of February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, dayOfMonth] = partsOf(day);
  const index = year * 12 + (month - 1) + whole(months);
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const clamped = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return checked(`${padded(targetYear, 4)}-${padded(targetMonth, 2)}-${padded(clamped, 2)}`);
}

/**
 * Completed months of age: the largest m for which `addMonths(birthDate, m) <= day`.
 * Negative before birth.
 */
export function ageInMonths(birthDate: IsoDate, day: IsoDate): number {
  const [birthYear, birthMonth] = partsOf(birthDate);
  const [year, month] = partsOf(day);
  const months = (year - birthYear) * 12 + (month - birthMonth);
  return addMonths(birthDate, months) <= day ? months : months - 1;
}

/** Days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, until: IsoDate): number {
  return (timeOf(until) - timeOf(from)) / MILLISECONDS_A_DAY;
}

/** Weeks from the first day to the second, with decimals: ten days are 10/7. */
export function weeksBetween(from: IsoDate, until: IsoDate): number {
  return daysBetween(from, until) / 7;
}

function timeOf(day: IsoDate): number {
  return Date.parse(`${checked(day)}T00:00:00Z`);
}

function partsOf(day: IsoDate): [year: number, month: number, dayOfMonth: number] {
  const text = checked(day);
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dayOf(time: number): IsoDate {
  return checked(isoOf(time));
}

/** Only the date part; an expanded year such as `+010000` comes out malformed and is refused later. */
function isoOf(time: number): string {
  const text = new Date(time).toISOString();
  return text.slice(0, text.indexOf('T'));
}

function checked(day: string): IsoDate {
  if (!isRealDay(day)) throw new RangeError(`not a calendar day: ${JSON.stringify(day.slice(0, 40))}`);
  return day;
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days or months: ${count}`);
  return count;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
