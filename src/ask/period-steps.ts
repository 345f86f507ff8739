import type { TimeStep } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { partsOf } from './calendar.ts';
import { monthPeriod, quarterPeriod, schoolYearOf, schoolYearPeriod, yearPeriod } from './make-period.ts';
import type { Period } from './question.ts';

/** More than this on one card is an export. */
export const maxSteps = 24;

/** How many steps back a series goes when nobody named a period that holds any. */
const defaultSteps: Readonly<Record<TimeStep, number>> = { month: 12, quarter: 8, year: 5, 'school-year': 5 };

function stepAt(day: IsoDate, step: TimeStep, offset: number): Period {
  const { year, month } = partsOf(day);
  switch (step) {
    case 'month': return monthPeriod(year, month + offset);
    case 'quarter': return quarterPeriod(year, Math.ceil(month / 3) + offset);
    case 'year': return yearPeriod(year + offset);
    case 'school-year': return schoolYearPeriod(schoolYearOf(day) + offset);
  }
}

/**
 * The steps of a series, oldest first: those that begin within the period and have begun
 * today. A period too short for even one asks for the latest ones up to its end.
 */
export function stepsOf(period: Pick<Period, 'start' | 'endExclusive'>, step: TimeStep, today: IsoDate): Period[] {
  const steps: Period[] = [];
  const first = stepAt(period.start, step, 0);
  for (let offset = first.start < period.start ? 1 : 0; steps.length < maxSteps; offset += 1) {
    const next = stepAt(period.start, step, offset);
    if (next.start >= period.endExclusive || next.start > today) break;
    steps.push(next);
  }
  const last = stepAt(period.start <= today ? period.start : today, step, 0);
  const count = defaultSteps[step];
  return steps.length > 1 ? steps : Array.from({ length: count }, (_, index) => stepAt(last.start, step, index - count + 1));
}
