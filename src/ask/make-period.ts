import type { IsoDate } from '../policy/engine/types.ts';
import type { Period } from './question.ts';
import { addDays, monthStart, partsOf } from './calendar.ts';
import { monthNames } from './lexicon.ts';
import { formatDay } from './numbers.ts';

/** First month of a school year: 1 August to 31 July. */
const schoolYearMonth = 8;

export const monthName = (month: number): string => monthNames[month - 1]?.[0] ?? String(month);

export function dayPeriod(day: IsoDate): Period {
  return { kind: 'day', start: day, endExclusive: addDays(day, 1), label: formatDay(day) };
}

/** Months past December run on into later years, before January into earlier ones. */
export function monthPeriod(year: number, month: number): Period {
  const start = monthStart(year, month);
  const { year: startYear, month: startMonth } = partsOf(start);
  return { kind: 'month', start, endExclusive: monthStart(year, month + 1), label: `${monthName(startMonth)} ${startYear}` };
}

/** Quarters run on in the same way: quarter 0 of 2026 is quarter 4 of 2025. */
export function quarterPeriod(year: number, quarter: number): Period {
  const start = monthStart(year, quarter * 3 - 2);
  const { year: startYear, month } = partsOf(start);
  return { kind: 'quarter', start, endExclusive: monthStart(year, quarter * 3 + 1), label: `kwartaal ${Math.ceil(month / 3)} van ${startYear}` };
}

export function yearPeriod(year: number): Period {
  return { kind: 'year', start: monthStart(year, 1), endExclusive: monthStart(year + 1, 1), label: String(year) };
}

export function schoolYearPeriod(startYear: number): Period {
  return {
    kind: 'school-year',
    start: monthStart(startYear, schoolYearMonth),
    endExclusive: monthStart(startYear + 1, schoolYearMonth),
    label: `schooljaar ${startYear}-${startYear + 1}`,
  };
}

export function schoolYearOf(day: IsoDate): number {
  const { year, month } = partsOf(day);
  return month >= schoolYearMonth ? year : year - 1;
}

/** The day that a figure over this period speaks of: its last day, or today while it runs. */
export function referenceDate(period: Period, today: IsoDate): IsoDate {
  const last = addDays(period.endExclusive, -1);
  return last < today ? last : today;
}
