import type { AskContext, MeasureName, Period, Step, When } from '../question.ts';
import { partsOf } from '../calendar.ts';
import { dayPeriod, yearPeriod } from '../make-period.ts';
import type { Draft } from './draft.ts';
import { periodAround, rangePeriod, shiftYears } from './make-periods.ts';
import { measureOf } from './options.ts';

/** What is counted over a period says little about one day, so that is this calendar year so far. */
export function defaultPeriod(measures: readonly MeasureName[], context: AskContext): Period {
  const counts = measures.some((name) => measureOf(context, name)?.kind === 'period');
  return counts ? yearPeriod(partsOf(context.today).year) : dayPeriod(context.today);
}

/** "per jaar" alone: this year and the three before it. */
const yearsShown = 3;

function seriesPeriod(step: Step, today: string): Period {
  if (step === 'year' || step === 'school-year') return rangePeriod(periodAround(today, step, -yearsShown).start, today);
  return yearPeriod(partsOf(today).year);
}

/** Months in a year or less, quarters in three years or less, years above that. */
function stepFor({ start, endExclusive }: Period): Step {
  const years = (Date.parse(endExclusive) - Date.parse(start)) / (365.25 * 86_400_000);
  if (years <= 1.1) return 'month';
  return years <= 3.1 ? 'quarter' : 'year';
}

/** What "t.o.v. vorig jaar" is compared with when the question names nothing else. */
function baseOf({ measures, periods }: Draft, context: AskContext): Period {
  const [other] = periods;
  const standard = defaultPeriod(measures, context);
  if (standard.kind === 'day' || other === undefined) return standard;
  if (other.samePeriod) return rangePeriod(standard.start, context.today);
  return other.period.kind === 'range' || other.period.kind === 'day' ? standard : periodAround(context.today, other.period.kind);
}

function against(draft: Draft, context: AskContext, base?: Period): When | undefined {
  const [other] = draft.periods;
  if (other === undefined) return undefined;
  const from = base ?? baseOf(draft, context);
  const shorter = from.kind !== 'year' && from.kind !== 'school-year';
  const to = other.yearBefore && shorter && (base !== undefined || other.samePeriod || from.kind === 'day') ? shiftYears(from, -1) : other.period;
  return from.label === to.label ? undefined : { kind: 'comparison', periods: [from, to] };
}

/** The time of a question. `undefined` when a comparison has nothing to compare. */
export function whenOf(draft: Draft, context: AskContext, base?: Period): When | undefined {
  const { periods, steps, trend, measures } = draft;
  const [first] = periods;
  if (draft.againstDefault) return against(draft, context, base);
  if (periods.length > 1) return { kind: 'comparison', periods: periods.slice(0, 4).map(({ period }) => period) };
  const [named] = steps;
  if (named !== undefined || trend) {
    const step = named ?? (first === undefined ? 'month' : stepFor(first.period));
    return { kind: 'series', period: first?.period ?? seriesPeriod(step, context.today), assumed: first?.assumed ?? true, step };
  }
  return { kind: 'period', period: first?.period ?? defaultPeriod(measures, context), assumed: first?.assumed ?? true };
}
