import type { IsoDate } from '../policy/engine/types.ts';
import type { Period } from './question.ts';

/** Half-open: `start` is in the span, `end` is not. Indexes in the text as it was given. */
export type Span = readonly [start: number, end: number];

/** What a text says about a period. The Dutch texts can be shown as they are. */
export type PeriodReading =
  /** `assumed`: we filled something in (a year, or a day for "vanaf"), so show how it was read. */
  | { readonly kind: 'period'; readonly period: Period; readonly span: Span; readonly assumed: boolean }
  | { readonly kind: 'several'; readonly periods: readonly Period[]; readonly spans: readonly Span[] }
  | { readonly kind: 'impossible'; readonly text: string; readonly span: Span }
  /** The period has not begun on `today`. */
  | { readonly kind: 'future'; readonly period: Period; readonly text: string; readonly span: Span }
  | { readonly kind: 'none' };

/** The word before a day: "tot 1 maart" excludes the day, "t/m 1 maart" includes it. */
export type Preposition = 'per' | 'op' | 'vanaf' | 'sinds' | 'tot' | 't/m';

/** What a sentence for a form says about a day. The span includes the preposition. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: IsoDate; readonly preposition?: Preposition; readonly span: Span; readonly assumed: boolean }
  | { readonly kind: 'several'; readonly days: readonly IsoDate[]; readonly spans: readonly Span[] }
  | { readonly kind: 'impossible'; readonly text: string; readonly span: Span }
  | { readonly kind: 'none' };
