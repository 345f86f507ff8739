import type { IsoDate } from '../policy/engine/types.ts';
import type { MeasureId } from '../figures/types.ts';
import type { PeriodReading, QuestionOption, Reading, Scope, Span, Vocabulary } from './types.ts';
import { blank, fold, maxTextLength, tokensOf, wordsOf } from './fold.ts';
import { greetings, measurePhrases, measureQuestion, politeness, relatedMeasures, stopwords, thanks, unsupportedPhrases } from './lexicon.ts';
import { dayPeriod } from './make-period.ts';
import { readPeriodFolded } from './periods.ts';
import { findPhrases, phraseBook } from './phrases.ts';
import { findScopes, type NamedScope } from './scopes.ts';

export interface QuestionContext {
  readonly today: IsoDate;
  readonly vocabulary: Vocabulary;
}

type Meaning =
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'related'; readonly phrase: string; readonly measures: readonly MeasureId[] }
  | { readonly kind: 'greeting' | 'thanks' | 'politeness' | 'stopword' | 'unsupported' };

const measureIds = Object.keys(measurePhrases) as MeasureId[];

const meaning = (phrases: readonly string[], value: Meaning): (readonly [readonly string[], Meaning])[] => phrases.map((phrase) => [wordsOf(phrase), value]);

const lexicon = phraseBook<Meaning>([
  ...measureIds.flatMap((measure) => meaning(measurePhrases[measure], { kind: 'measure', measure })),
  ...relatedMeasures.flatMap(({ phrases, measures }) => phrases.flatMap((phrase) => meaning([phrase], { kind: 'related', phrase, measures }))),
  ...meaning(greetings, { kind: 'greeting' }),
  ...meaning(thanks, { kind: 'thanks' }),
  ...meaning(politeness, { kind: 'politeness' }),
  ...meaning(stopwords, { kind: 'stopword' }),
  ...meaning(unsupportedPhrases, { kind: 'unsupported' }),
]);

/** Two-word greetings such as "goede morgen" go before periods, or "morgen" would be a day. */
const salutations = phraseBook([...greetings, ...thanks].map((phrase) => [wordsOf(phrase), true] as const).filter(([words]) => words.length > 1));

/** What the words of a text say, before anything is concluded from it. */
interface Understood {
  readonly scopes: readonly NamedScope[];
  readonly period: PeriodReading;
  readonly meanings: readonly Meaning[];
  /** As typed. */
  readonly unknown: readonly string[];
  readonly greeted: boolean;
}

function understand(original: string, { today, vocabulary }: QuestionContext): Understood {
  const folded = fold(original);
  const tokens = tokensOf(folded.text);
  const scopes = findScopes(tokens, vocabulary);
  const greetingSpans = findPhrases(tokens, salutations).map((hit) => hit.span);
  const withoutNames = blank(folded.text, scopes.map((scope) => scope.span));
  const { reading: period, spans } = readPeriodFolded(blank(withoutNames, greetingSpans), today);
  const rest = blank(withoutNames, spans);
  const hits = findPhrases(tokensOf(rest), lexicon);
  const unknownSpans: Span[] = tokensOf(blank(rest, hits.filter((hit) => hit.value.kind !== 'unsupported').map((hit) => hit.span))).map((token) => token.span);
  return {
    scopes,
    period,
    meanings: hits.map((hit) => hit.value),
    unknown: unknownSpans.map((span) => original.slice(...folded.originalSpan(span))),
    greeted: greetingSpans.length > 0,
  };
}

function distinctScopes(scopes: readonly NamedScope[]): NamedScope[] {
  const key = ({ scope }: NamedScope): string => (scope.kind === 'location' ? `l${scope.id}` : `m${scope.code}`);
  return scopes.filter((scope, index) => scopes.findIndex((other) => key(other) === key(scope)) === index);
}

const measuresIn = (meanings: readonly Meaning[]): MeasureId[] => [...new Set(meanings.flatMap((meaning) => (meaning.kind === 'measure' ? [meaning.measure] : [])))];

function periodLabels(period: PeriodReading): string[] {
  if (period.kind === 'period') return [period.period.label];
  return period.kind === 'several' ? period.periods.map(({ label }) => label) : [];
}

/** "bereik locatie De Krokodillen kwartaal 1 van 2024": says in full what a button will ask. */
function option(measure: MeasureId, scope: NamedScope | undefined, period: string | undefined): QuestionOption {
  const place = scope === undefined ? undefined : `${scope.scope.kind === 'location' ? 'locatie' : 'gemeente'} ${scope.name}`;
  const question = [measureQuestion[measure], place, period].filter((part) => part !== undefined).join(' ');
  return { label: question.charAt(0).toUpperCase() + question.slice(1), question };
}

/** A card shows few buttons well. */
const maxOptions = 6;

function clarify(text: string, measures: readonly MeasureId[], scopes: readonly NamedScope[], periods: readonly string[]): Reading {
  const places = scopes.length === 0 ? [undefined] : scopes;
  const labels = periods.length === 0 ? [undefined] : periods;
  const options = measures.flatMap((measure) => places.flatMap((place) => labels.map((label) => option(measure, place, label))));
  return { kind: 'clarify', text, options: options.slice(0, maxOptions) };
}

/** "bereik van de peuters" where a location is called De Peuters: either may be meant. */
function askAboutDoubtful(measure: MeasureId, scope: NamedScope, period: PeriodReading): Reading {
  const [label] = periodLabels(period);
  const everywhere = option(measure, undefined, label);
  return {
    kind: 'clarify',
    text: `Bedoelt u de locatie ${scope.name}?`,
    options: [option(measure, scope, label), { ...everywhere, label: `${everywhere.label} (niet alleen daar)` }],
  };
}

function chooseScope(measure: MeasureId, scopes: readonly NamedScope[], period: PeriodReading): Reading | undefined {
  const [first, second] = scopes;
  if (first === undefined) return undefined;
  if (second === undefined) return first.doubtful ? askAboutDoubtful(measure, first, period) : undefined;
  const names = new Set(scopes.map(({ scope, name }) => `${scope.kind} ${wordsOf(name).join(' ')}`));
  // A button could not tell two locations of one name apart.
  if (names.size < scopes.length) return { kind: 'clarify', text: `Er is meer dan één locatie die ${first.name} heet; ik weet niet welke u bedoelt.`, options: [] };
  return clarify('Over welke plek gaat uw vraag?', [measure], scopes, periodLabels(period));
}

function answerable(measure: MeasureId, scope: Scope | undefined, period: PeriodReading, today: IsoDate): Reading {
  const named = period.kind === 'period' ? period : undefined;
  return {
    kind: 'question',
    measure,
    period: named?.period ?? dayPeriod(today),
    periodAssumed: named?.assumed ?? true,
    ...(scope === undefined ? {} : { scope }),
  };
}

function smallTalk({ meanings, unknown, period, scopes, greeted }: Understood): Reading {
  const only = unknown.length === 0 && period.kind === 'none' && scopes.length === 0;
  if (only && meanings.some(({ kind }) => kind === 'thanks')) return { kind: 'small-talk', which: 'thanks' };
  if (only && (greeted || meanings.some(({ kind }) => kind === 'greeting'))) return { kind: 'small-talk', which: 'greeting' };
  return { kind: 'not-a-question' };
}

/** A period or place without a measure: ask which figure, unless there are words that we do not know. */
function withoutMeasure(understood: Understood): Reading {
  const { meanings, unknown, period } = understood;
  const scopes = distinctScopes(understood.scopes);
  const related = meanings.find((meaning) => meaning.kind === 'related');
  if (related?.kind === 'related' && unknown.length > 0) return { kind: 'not-understood', words: unknown };
  if (related?.kind === 'related') return clarify(`Een cijfer voor “${related.phrase}” is er nog niet. Wel deze:`, related.measures, scopes.slice(0, 1), periodLabels(period).slice(0, 1));
  const names = periodLabels(period);
  if (unknown.length > 0 || scopes.length > 1 || names.length > 1 || scopes.length + names.length === 0) return smallTalk(understood);
  return clarify('Welk cijfer wilt u zien?', measureIds, scopes, names);
}

/**
 * Reads a question for a figure. It is answered only when every word was understood:
 * a word that we skip could be the one that asks for another place, group or period.
 */
export function readQuestion(text: string, context: QuestionContext): Reading {
  if (text.length > maxTextLength) return { kind: 'not-a-question' };
  const understood = understand(text, context);
  const { meanings, unknown, period } = understood;
  const measures = measuresIn(meanings);
  const [measure] = measures;
  if (measure === undefined) return withoutMeasure(understood);
  if (period.kind === 'impossible' || period.kind === 'future') return { kind: 'period-problem', text: period.text };
  if (unknown.length > 0) return { kind: 'not-understood', words: unknown };
  const scopes = distinctScopes(understood.scopes);
  if (measures.length > 1) return clarify('U noemt meer dan één cijfer. Welk wilt u zien?', measures, scopes.slice(0, 1), periodLabels(period).slice(0, 1));
  const whichScope = chooseScope(measure, scopes, period);
  if (whichScope !== undefined) return whichScope;
  if (period.kind === 'several') return clarify('U noemt meer dan één periode. Welke wilt u zien?', measures, scopes, periodLabels(period));
  return answerable(measure, scopes[0]?.scope, period, context.today);
}
