import { z } from 'zod/v4';
import { DIMENSIONS, MEASURE_IDS, TIME_STEPS } from '../figures/types.ts';

/** What a question asks, checked at every border that it crosses: cards, state, buttons. */

export const MeasureName = z.enum(MEASURE_IDS);
export type MeasureName = z.infer<typeof MeasureName>;

export const IsoDay = z.iso.date();

export const Period = z.object({
  kind: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'school-year', 'range']),
  start: IsoDay,
  /** First day after the period. */
  endExclusive: IsoDay,
  /** Dutch in full: "kwartaal 1 van 2026". */
  label: z.string(),
}).readonly().refine(({ start, endExclusive }) => start < endExclusive, 'a period has at least one day');
export type Period = z.infer<typeof Period>;

export const ScopeKind = z.enum(['municipality', 'region', 'provider', 'location', 'group', 'neighbourhood', 'cluster', 'school']);
export type ScopeKind = z.infer<typeof ScopeKind>;

/** The id of a municipality is its CBS code; of a cluster `<code>/<name>`. */
export const Scope = z.object({ kind: ScopeKind, id: z.string(), name: z.string() }).readonly();
export type Scope = z.infer<typeof Scope>;

export const Split = z.enum([...DIMENSIONS, 'municipality']);
export type Split = z.infer<typeof Split>;

export const Step = z.enum(TIME_STEPS);
export type Step = z.infer<typeof Step>;

export const Order = z.enum(['largest', 'smallest', 'name']);
export type Order = z.infer<typeof Order>;

export const When = z.discriminatedUnion('kind', [
  /** `assumed`: no period was named, or part of it was filled in, so show how it was read. */
  z.object({ kind: z.literal('period'), period: Period, assumed: z.boolean() }).readonly(),
  z.object({ kind: z.literal('series'), period: Period, assumed: z.boolean(), step: Step }).readonly(),
  z.object({ kind: z.literal('comparison'), periods: z.array(Period).min(2).max(4).readonly() }).readonly(),
]);
export type When = z.infer<typeof When>;

/** So many figures one answer takes. */
export const maxMeasures = 3;

export const Question = z.object({
  /** Each is answered. */
  measures: z.array(MeasureName).min(1).max(maxMeasures).readonly(),
  when: When,
  /** Empty: the asker's own. Two or more are compared. */
  scopes: z.array(Scope).max(12).readonly(),
  split: Split.optional(),
  order: Order.optional(),
  limit: z.int().min(1).max(50).optional(),
  /** "zoals bekend op 26-2-2026". */
  knownOn: IsoDay.optional(),
}).readonly();
export type Question = z.infer<typeof Question>;

/** Names that the asker may use: only what the person can see, so that a name reveals nothing. */
export type Vocabulary = readonly VocabularyEntry[];
export interface VocabularyEntry {
  readonly scope: Scope;
  /** The name, then its aliases. */
  readonly names: readonly string[];
  /** Codes of the municipalities in which it lies, when the caller knows them: they tell two places of one name apart. */
  readonly within?: readonly string[];
}

/** What the grammar must know of a measure. */
export interface KnownMeasure {
  readonly id: MeasureName;
  /** Dutch title, for buttons: "Vrije plekken". */
  readonly title: string;
  /** `day`: speaks of one reference date; `period`: counts what happened in the period. */
  readonly kind: 'day' | 'period';
  readonly splits: readonly Split[];
  /** Whether it can be shown by month, quarter, year and school year. */
  readonly overTime: boolean;
  readonly scopes: readonly ScopeKind[];
}

export interface AskContext {
  readonly today: string;
  readonly vocabulary: Vocabulary;
  readonly measures: readonly KnownMeasure[];
  /** The question that was answered last in this conversation. */
  readonly previous?: Question;
  readonly previousAgeMinutes?: number;
}

/** A button: asks exactly this. */
export interface Option {
  readonly label: string;
  readonly question: Question;
}

export interface ReadAs {
  readonly part: 'measure' | 'period' | 'scope' | 'split' | 'order' | 'known';
  /** Dutch. */
  readonly text: string;
  /** We filled it in. */
  readonly assumed: boolean;
}

export type RefusalReason = 'name' | 'child' | 'instruction' | 'too-long' | 'citizen-number';

export type Answering =
  | { readonly kind: 'question'; readonly question: Question; readonly readAs: readonly ReadAs[]; readonly followUp: boolean }
  /** Two to four readings of what was typed; none when buttons could not tell them apart. */
  | { readonly kind: 'clarify'; readonly text: string; readonly options: readonly Option[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string }
  | { readonly kind: 'not-recorded'; readonly text: string; readonly instead: readonly Option[] }
  | { readonly kind: 'period-problem'; readonly text: string; readonly suggestions?: readonly Option[] }
  /** The measure means nothing there, or cannot be split so; `instead` comes nearest. */
  | { readonly kind: 'explain'; readonly text: string; readonly instead: readonly Option[] }
  | { readonly kind: 'small-talk'; readonly which: 'greeting' | 'thanks' | 'help' | 'capabilities' | 'goodbye' }
  /** `words` as typed. A figure is given only when every word was understood. */
  | { readonly kind: 'not-understood'; readonly words: readonly string[]; readonly near?: readonly Option[] };
