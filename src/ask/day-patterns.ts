import type { IsoDate } from '../policy/engine/types.ts';
import { addDays, dayOf, daysBetween, daysInMonth, firstYear, lastYear, partsOf, weekdayOf } from './calendar.ts';
import { amountUnits, monthNames, relativeDays, weekdayNames } from './lexicon.ts';
import { monthName } from './make-period.ts';
import { formatDay } from './numbers.ts';
import { pattern, type Groups, type Pattern } from './scan.ts';

/** A day as it was written; without a year somebody still has to choose one. */
export interface WrittenDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Monday; checked against the date. */
  readonly weekday?: number;
}

export type ResolvedDay =
  | { readonly kind: 'day'; readonly day: IsoDate; readonly assumed: boolean }
  | { readonly kind: 'impossible'; readonly text: string };

const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

export const monthWord = any(monthNames.flat());
/** A two-digit number before a unit is an amount: "1 maart 16 uur". */
export const shortYear = `'?\\d{2}(?! ?(?:${any(amountUnits)})(?!\\p{L}))`;
/** Not a longer number that we would otherwise cut off or ignore: "1 maart 20261". */
export const noLongNumber = "(?![ ,]{1,2}'?\\d{3})";
export const prepositionWord = 'met ingang van|m\\.i\\.v\\.?|miv|per|op|vanaf|sinds|tot en met|t/m|tot';

export function monthOf(word: string | undefined): number {
  return monthNames.findIndex((names) => names.includes(word ?? '')) + 1;
}

/** "24" and "'24" are 2024: no record here is from another century. */
export function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function written(groups: Groups, month: number): WrittenDay {
  const year = yearOf(groups.year);
  const weekday = weekdayNames.indexOf(groups.weekday ?? '');
  return { month, day: Number(groups.day), ...(year === undefined ? {} : { year }), ...(weekday < 0 ? {} : { weekday }) };
}

const weekdayBefore = `(?:(?<weekday>${any(weekdayNames)}),? )?`;
const numeric = (groups: Groups): WrittenDay => written(groups, Number(groups.month));

/** Dates with a year, or without one when a word or a month name leaves no doubt that it is a date. */
export const dayPatterns: readonly Pattern<WrittenDay>[] = [
  pattern(`${weekdayBefore}(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})`, numeric),
  pattern(`${weekdayBefore}(?<day>\\d{1,2}) ?(?<sep>[-/.]) ?(?<month>\\d{1,2}) ?\\k<sep> ?(?<year>\\d{4}|\\d{2})`, numeric),
  pattern(`${weekdayBefore}(?<day>\\d{1,2})(?:e|ste|de)? ?-?(?<month>${monthWord})\\.?(?:-|,? )(?<year>\\d{4}|${shortYear})`, (groups) => written(groups, monthOf(groups.month))),
  pattern(`${weekdayBefore}(?<day>\\d{1,2})(?:e|ste|de)? ?-?(?<month>${monthWord})${noLongNumber}`, (groups) => written(groups, monthOf(groups.month))),
  // Without a word before it, "3-4" may be an age or a score.
  pattern(`(?<=(?:${prepositionWord}) )(?<day>\\d{1,2}) ?[-/] ?(?<month>\\d{1,2})`, numeric),
];

export const relativeDayPatterns: readonly Pattern<IsoDate>[] = [
  pattern(`(?<word>${any(Object.keys(relativeDays))})`, ({ word }, today) => addDays(today, relativeDays[word ?? ''] ?? 0)),
];

function problemWith({ year, month, day }: WrittenDay): string | undefined {
  if (month < 1 || month > 12) return `Er is geen maand ${month}; een jaar heeft er twaalf.`;
  if (year !== undefined && (year < firstYear || year > lastYear)) return `Het jaar ${year} klopt niet; noem een jaar van ${firstYear} tot en met ${lastYear}.`;
  // 2024 is a leap year, so this is the longest that the month can be.
  if (day < 1 || day > daysInMonth(2024, month)) return `${day} ${monthName(month)} bestaat niet.`;
  if (year !== undefined && day > daysInMonth(year, month)) return `${day} ${monthName(month)} bestaat niet in ${year}; dat is geen schrikkeljaar.`;
  return undefined;
}

/** `begun`: the latest one that is not after today. `nearest`: the one closest to today, before or after. */
export type YearChoice = 'begun' | 'nearest';

function chooseYear({ month, day }: WrittenDay, today: IsoDate, choice: YearChoice): number {
  const thisYear = partsOf(today).year;
  // 29 February is placed by the 28th, and refused afterwards when that year has none.
  const distance = (year: number): number => daysBetween(today, dayOf({ year, month, day: month === 2 ? Math.min(day, 28) : day }) ?? today);
  const years = [thisYear - 1, thisYear, thisYear + 1];
  if (choice === 'begun') return distance(thisYear) <= 0 ? thisYear : thisYear - 1;
  return years.reduce((best, year) => (Math.abs(distance(year)) < Math.abs(distance(best)) ? year : best));
}

/** The calendar day that was meant, or one Dutch sentence on why there is none. */
export function resolveDay(day: WrittenDay, today: IsoDate, choice: YearChoice): ResolvedDay {
  const early = problemWith(day);
  if (early !== undefined) return { kind: 'impossible', text: early };
  const full = { ...day, year: day.year ?? chooseYear(day, today, choice) };
  const problem = problemWith(full);
  const iso = dayOf(full);
  if (problem !== undefined || iso === undefined) return { kind: 'impossible', text: problem ?? 'Deze datum bestaat niet.' };
  if (day.weekday !== undefined && day.weekday !== weekdayOf(iso)) {
    return { kind: 'impossible', text: `${formatDay(iso)} is een ${weekdayNames[weekdayOf(iso)]}, geen ${weekdayNames[day.weekday]}.` };
  }
  return { kind: 'day', day: iso, assumed: day.year === undefined };
}
