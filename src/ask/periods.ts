import type { IsoDate } from '../policy/engine/types.ts';
import type { Period } from './question.ts';
import type { PeriodReading, Span } from './types.ts';
import { prepositionBefore, scanDays } from './days.ts';
import { blank, fold, maxTextLength } from './fold.ts';
import { dayPeriod } from './make-period.ts';
import { formatDay } from './numbers.ts';
import { periodPatterns, type FoundPeriod } from './period-patterns.ts';
import { scan, type Hit } from './scan.ts';

export { referenceDate } from './make-period.ts';

/** A day as a period. "vanaf 1 maart" is read as that day, and says so: a figure speaks of one day. */
function asPeriod(text: string, { span, value }: ReturnType<typeof scanDays>[number]): Hit<FoundPeriod> {
  if (value.kind === 'impossible') return { span, value };
  const before = prepositionBefore(text, span[0]);
  const taken = before !== undefined && ['per', 'op', 'vanaf'].includes(before.word) ? before : undefined;
  return {
    span: [taken?.start ?? span[0], span[1]],
    value: { kind: 'period', period: dayPeriod(value.day), assumed: value.assumed || taken?.word === 'vanaf' },
  };
}

/** "per maart" and "op Q1" name a moment, where "per locatie" asks for a breakdown. */
function withPreposition(text: string, [start, end]: Span): Span {
  const before = prepositionBefore(text, start);
  return [before?.word === 'per' || before?.word === 'op' ? before.start : start, end];
}

function findPeriods(text: string, today: IsoDate): Hit<FoundPeriod>[] {
  const days = scanDays(text, today, 'begun').map((hit) => asPeriod(text, hit));
  const rest = blank(text, days.map((hit) => hit.span));
  const longer = scan(rest, periodPatterns, today).map((hit) => ({ ...hit, span: withPreposition(text, hit.span) }));
  return [...days, ...longer].sort((a, b) => a.span[0] - b.span[0]);
}

function futureText({ label, start }: Period): string {
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return `${name} begint pas op ${formatDay(start)}; daarover zijn nog geen cijfers.`;
}

const futureDayText = ({ label }: Period): string => `${label} ligt in de toekomst; daarover zijn nog geen cijfers.`;

function readOne(found: Hit<FoundPeriod> & { value: { kind: 'period' } }, today: IsoDate): PeriodReading {
  const { period, assumed } = found.value;
  if (period.start <= today) return { kind: 'period', period, span: found.span, assumed };
  return { kind: 'future', period, span: found.span, text: period.kind === 'day' ? futureDayText(period) : futureText(period) };
}

const isPeriod = (hit: Hit<FoundPeriod>): hit is Hit<FoundPeriod> & { value: { kind: 'period' } } => hit.value.kind === 'period';

/** As `readPeriod`, on folded text and with spans in it. All spans, so that no word of a period counts as unknown. */
export function readPeriodFolded(text: string, today: IsoDate): { readonly reading: PeriodReading; readonly spans: readonly Span[] } {
  const hits = findPeriods(text, today);
  const spans = hits.map((hit) => hit.span);
  const wrong = hits.find((hit) => !isPeriod(hit));
  if (wrong?.value.kind === 'impossible') return { reading: { kind: 'impossible', text: wrong.value.text, span: wrong.span }, spans };
  const found = hits.filter(isPeriod);
  const [first] = found;
  if (first === undefined) return { reading: { kind: 'none' }, spans };
  const different = found.filter((hit, index) => found.findIndex((other) => other.value.period.label === hit.value.period.label) === index);
  if (different.length > 1) return { reading: { kind: 'several', periods: different.map((hit) => hit.value.period), spans }, spans };
  return { reading: readOne(first, today), spans };
}

/**
 * The period that a text names. A quarter, month or day without a year is the latest
 * one that has begun, and says so in `assumed`. What does not exist is `impossible`;
 * what has not begun is `future`; two different periods are `several`.
 */
export function readPeriod(text: string, today: IsoDate): PeriodReading {
  if (text.length > maxTextLength) return { kind: 'none' };
  const folded = fold(text);
  const { reading } = readPeriodFolded(folded.text, today);
  if (reading.kind === 'none') return reading;
  if (reading.kind === 'several') return { ...reading, spans: reading.spans.map(folded.originalSpan) };
  return { ...reading, span: folded.originalSpan(reading.span) };
}
