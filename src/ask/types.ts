import type { IsoDate } from '../policy/engine/types.ts';
import type { Breakdown, MeasureId } from '../figures/types.ts';

/** Half-open: `start` is in the span, `end` is not. Indexes in the text as it was given. */
export type Span = readonly [start: number, end: number];

/** A stretch of days that somebody asked about. */
export interface Period {
  readonly kind: 'day' | 'month' | 'quarter' | 'year' | 'school-year';
  readonly start: IsoDate;
  /** First day after the period. */
  readonly endExclusive: IsoDate;
  /** Dutch in full: "kwartaal 1 van 2024", "maart 2026", "22-11-2026". */
  readonly label: string;
}

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

/** Names that the asker may use: only what the person can see, so that a name reveals nothing. */
export interface Vocabulary {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
}

export type Scope =
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'location'; readonly id: string };

/** A question that can be asked again as text, for a button. */
export interface QuestionOption {
  readonly label: string;
  readonly question: string;
}

export type Reading =
  | {
      readonly kind: 'question';
      readonly measure: MeasureId;
      readonly period: Period;
      /** No period was named (today, or this year for what is counted over a period), or part of it was filled in. */
      readonly periodAssumed: boolean;
      /** Absent: as the measure shows itself. Whether the measure allows it is for the caller. */
      readonly breakdown?: Breakdown;
      /** Absent: the asker's own scope. */
      readonly scope?: Scope;
      /** Not read from text yet; the place for "zoals bekend op ...". */
      readonly knownAt?: undefined;
    }
  | { readonly kind: 'period-problem'; readonly text: string }
  /** A question for a figure with words we do not know: never answered with another scope. */
  | { readonly kind: 'not-understood'; readonly words: readonly string[] }
  | { readonly kind: 'clarify'; readonly text: string; readonly options: readonly QuestionOption[] }
  | { readonly kind: 'small-talk'; readonly which: 'greeting' | 'thanks' }
  | { readonly kind: 'not-a-question' };
