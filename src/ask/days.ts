import type { IsoDate } from '../policy/engine/types.ts';
import type { DayReading, Preposition, Span } from './types.ts';
import { dayPatterns, prepositionWord, relativeDayPatterns, resolveDay, type ResolvedDay, type YearChoice } from './day-patterns.ts';
import { blank, fold, maxTextLength } from './fold.ts';
import { scan, type Hit } from './scan.ts';

/** All days in a folded text, in order. Written dates go before words such as "vandaag". */
export function scanDays(text: string, today: IsoDate, choice: YearChoice): Hit<ResolvedDay>[] {
  const dates = scan(text, dayPatterns, today).map(({ span, value }) => ({ span, value: resolveDay(value, today, choice) }));
  const rest = blank(text, dates.map((hit) => hit.span));
  const words = scan(rest, relativeDayPatterns, today).map(({ span, value }): Hit<ResolvedDay> => ({ span, value: { kind: 'day', day: value, assumed: false } }));
  return [...dates, ...words].sort((a, b) => a.span[0] - b.span[0]);
}

const endsInPreposition = new RegExp(`(?<![\\p{L}\\p{N}])(?<word>${prepositionWord}) $`, 'u');

function canonical(word: string): Preposition {
  if (word === 'per' || word === 'op' || word === 'sinds' || word === 'tot') return word;
  return word === 't/m' || word === 'tot en met' ? 't/m' : 'vanaf';
}

/** The preposition right before `start` in a folded text, and where it begins. */
export function prepositionBefore(text: string, start: number): { readonly word: Preposition; readonly start: number } | undefined {
  const match = endsInPreposition.exec(text.slice(Math.max(0, start - 20), start));
  const word = match?.groups?.word;
  return match && word ? { word: canonical(word), start: start - match[0].length } : undefined;
}

/** As `readDay`, on folded text and with spans in it. */
export function readDayFolded(text: string, today: IsoDate): DayReading {
  const hits = scanDays(text, today, 'nearest');
  const spans = hits.map(({ span }): Span => [prepositionBefore(text, span[0])?.start ?? span[0], span[1]]);
  const [first] = hits;
  const [span] = spans;
  if (first === undefined || span === undefined) return { kind: 'none' };
  const impossible = hits.findIndex((hit) => hit.value.kind === 'impossible');
  const wrong = hits[impossible]?.value;
  if (wrong?.kind === 'impossible') return { kind: 'impossible', text: wrong.text, span: spans[impossible] ?? span };
  const days = [...new Set(hits.flatMap(({ value }) => (value.kind === 'day' ? [value.day] : [])))];
  if (days.length > 1 || first.value.kind !== 'day') return { kind: 'several', days, spans };
  const preposition = prepositionBefore(text, first.span[0])?.word;
  return { kind: 'day', day: first.value.day, assumed: first.value.assumed, span, ...(preposition ? { preposition } : {}) };
}

/**
 * The one day that a sentence for a form names. A date without a year is the
 * occurrence nearest to today and says so in `assumed`. Two different days are
 * `several`: which of them was meant is for the person to say.
 */
export function readDay(text: string, today: IsoDate): DayReading {
  if (text.length > maxTextLength) return { kind: 'none' };
  const folded = fold(text);
  const reading = readDayFolded(folded.text, today);
  if (reading.kind === 'none') return reading;
  if (reading.kind === 'several') return { ...reading, spans: reading.spans.map(folded.originalSpan) };
  return { ...reading, span: folded.originalSpan(reading.span) };
}
