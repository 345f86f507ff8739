import type { Period } from '../question.ts';
import { addDays, dayOf, daysInMonth, partsOf, weekdayOf } from '../calendar.ts';
import { dayPeriod, monthName, monthPeriod, quarterPeriod, schoolYearPeriod, yearPeriod } from '../make-period.ts';
import { formatDay } from '../numbers.ts';

/** Periods that the forms do not know: weeks, half years and ranges; and one period moved along the calendar. */

/** Monday of week 1: the week of 4 January. */
function firstMonday(year: number): string {
  const fourth = `${year}-01-04`;
  return addDays(fourth, -weekdayOf(fourth));
}

export const weeksIn = (year: number): number => (firstMonday(year + 1) === addDays(firstMonday(year), 53 * 7) ? 53 : 52);

/** The year whose week a day is in, and the number of that week (ISO 8601). */
export function weekOf(day: string): { readonly year: number; readonly week: number } {
  const { year } = partsOf(addDays(day, 3 - weekdayOf(day)));
  return { year, week: Math.floor((Date.parse(day) - Date.parse(firstMonday(year))) / (7 * 86_400_000)) + 1 };
}

export function weekPeriod(year: number, week: number): Period {
  const start = addDays(firstMonday(year), (week - 1) * 7);
  const named = weekOf(start);
  return { kind: 'week', start, endExclusive: addDays(start, 7), label: `week ${named.week} van ${named.year} (${formatDay(start)} tot en met ${formatDay(addDays(start, 6))})` };
}

/** Halves run on into other years: half 0 of 2026 is half 2 of 2025. */
export function halfYearPeriod(year: number, half: number): Period {
  const first = monthPeriod(year, half * 6 - 5);
  const { year: startYear, month } = partsOf(first.start);
  return { kind: 'half-year', start: first.start, endExclusive: monthPeriod(year, half * 6 + 1).start, label: `${month === 1 ? 'eerste' : 'tweede'} helft van ${startYear}` };
}

const longDay = (day: string): string => {
  const { year, month, day: number } = partsOf(day);
  return `${number} ${monthName(month)} ${year}`;
};

/** `last` is in the range. A range of one day is that day. */
export function rangePeriod(start: string, last: string): Period {
  if (start === last) return dayPeriod(start);
  return { kind: 'range', start, endExclusive: addDays(last, 1), label: `${longDay(start)} tot en met ${longDay(last)}` };
}

/** The same day some months on; the 31st becomes the last of a shorter month. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: number } = partsOf(day);
  const target = partsOf(monthPeriod(year, month + months).start);
  return dayOf({ ...target, day: Math.min(number, daysInMonth(target.year, target.month)) }) ?? day;
}

const lastDay = ({ endExclusive }: Period): string => addDays(endExclusive, -1);

/** The same period some years on. */
export function shiftYears(period: Period, years: number): Period {
  const { year, month } = partsOf(period.start);
  const makers: Readonly<Record<Period['kind'], () => Period>> = {
    day: () => dayPeriod(addMonths(period.start, years * 12)),
    week: () => weekPeriod(weekOf(period.start).year + years, Math.min(weekOf(period.start).week, weeksIn(weekOf(period.start).year + years))),
    month: () => monthPeriod(year + years, month),
    quarter: () => quarterPeriod(year + years, Math.ceil(month / 3)),
    'half-year': () => halfYearPeriod(year + years, month <= 6 ? 1 : 2),
    year: () => yearPeriod(year + years),
    'school-year': () => schoolYearPeriod(year + years),
    range: () => rangePeriod(addMonths(period.start, years * 12), addMonths(lastDay(period), years * 12)),
  };
  return makers[period.kind]();
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'school-year';

/** The running period of a kind, or one some steps before (-1) or after it. */
export function periodAround(day: string, unit: Unit, steps = 0): Period {
  const { year, month } = partsOf(day);
  const makers: Readonly<Record<Unit, () => Period>> = {
    day: () => dayPeriod(addDays(day, steps)),
    week: () => weekPeriod(weekOf(day).year, weekOf(day).week + steps),
    month: () => monthPeriod(year, month + steps),
    quarter: () => quarterPeriod(year, Math.ceil(month / 3) + steps),
    'half-year': () => halfYearPeriod(year, (month <= 6 ? 1 : 2) + steps),
    year: () => yearPeriod(year + steps),
    'school-year': () => schoolYearPeriod((month >= 8 ? year : year - 1) + steps),
  };
  return makers[unit]();
}

/** The period right before (-1) or after (1); of a range the same number of days. */
export function neighbourOf(period: Period, steps: number): Period {
  if (period.kind !== 'range') return periodAround(period.start, period.kind, steps);
  const days = Math.round((Date.parse(period.endExclusive) - Date.parse(period.start)) / 86_400_000);
  const start = addDays(period.start, steps * days);
  return rangePeriod(start, addDays(start, days - 1));
}
