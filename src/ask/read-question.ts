import type { IsoDate } from '../policy/engine/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import { isDimension, type Breakdown, type MeasureId } from '../figures/types.ts';
import type { Period, PeriodReading, QuestionOption, Reading, Scope, Span, Vocabulary } from './types.ts';
import { blank, fold, maxTextLength, tokensOf, wordsOf } from './fold.ts';
import { backgroundMeasures, breakdownPhrases, greetings, measurePhrases, politeness, questionText, relatedMeasures, stopwords, thanks, unsupportedPhrases } from './lexicon.ts';
import { dayPeriod, yearPeriod } from './make-period.ts';
import { readPeriodFolded } from './periods.ts';
import { findPhrases, phraseBook } from './phrases.ts';
import { findScopes, type NamedScope } from './scopes.ts';

export interface QuestionContext {
  readonly today: IsoDate;
  readonly vocabulary: Vocabulary;
}

type Meaning =
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'breakdown'; readonly breakdown: Breakdown }
  | { readonly kind: 'related'; readonly phrase: string; readonly measures: readonly MeasureId[] }
  | { readonly kind: 'greeting' | 'thanks' | 'politeness' | 'stopword' | 'unsupported' };

const measureIds = catalogue.all.map(({ id }) => id);
const breakdowns = Object.keys(breakdownPhrases) as Breakdown[];

const meaning = (phrases: readonly string[], value: Meaning): (readonly [readonly string[], Meaning])[] => phrases.map((phrase) => [wordsOf(phrase), value]);

const lexicon = phraseBook<Meaning>([
  ...measureIds.flatMap((measure) => meaning(measurePhrases[measure], { kind: 'measure', measure })),
  ...breakdowns.flatMap((breakdown) => meaning(breakdownPhrases[breakdown], { kind: 'breakdown', breakdown })),
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

/** "Hoeveel doelgroeppeuters zijn bereikt" is about reach only. */
function measuresIn(meanings: readonly Meaning[]): MeasureId[] {
  const named = [...new Set(meanings.flatMap((meaning) => (meaning.kind === 'measure' ? [meaning.measure] : [])))];
  const meant = named.filter((measure) => !backgroundMeasures.includes(measure));
  return meant.length > 0 ? meant : named;
}

const breakdownsIn = (meanings: readonly Meaning[]): Breakdown[] => [...new Set(meanings.flatMap((meaning) => (meaning.kind === 'breakdown' ? [meaning.breakdown] : [])))];

function periodLabels(period: PeriodReading): string[] {
  if (period.kind === 'period') return [period.period.label];
  return period.kind === 'several' ? period.periods.map(({ label }) => label) : [];
}

/** "bereik locatie De Krokodillen kwartaal 1 van 2024": says in full what a button will ask. */
function option(measure: MeasureId, scope: NamedScope | undefined, period: string | undefined, breakdown: Breakdown | undefined): QuestionOption {
  const place = scope === undefined ? undefined : `${scope.scope.kind === 'location' ? 'locatie' : 'gemeente'} ${scope.name}`;
  const question = questionText(measure, place, period, breakdown);
  return { label: question.charAt(0).toUpperCase() + question.slice(1), question };
}

/** A card shows few buttons well. */
const maxOptions = 6;

/** What the options have in common or differ in; an empty list says nothing about it. */
interface Choices {
  readonly measures: readonly MeasureId[];
  readonly scopes: readonly NamedScope[];
  readonly periods: readonly string[];
  readonly breakdowns: readonly Breakdown[];
}

const orNone = <T>(list: readonly T[]): readonly (T | undefined)[] => (list.length === 0 ? [undefined] : list);

function clarify(text: string, { measures, scopes, periods, breakdowns: splits }: Choices): Reading {
  const options = measures.flatMap((measure) => orNone(scopes).flatMap((place) => orNone(periods).flatMap((label) => orNone(splits).map((split) => option(measure, place, label, split)))));
  return { kind: 'clarify', text, options: options.slice(0, maxOptions) };
}

/** "bereik van de peuters" where a location is called De Peuters: either may be meant. */
function askAboutDoubtful(measure: MeasureId, scope: NamedScope, { periods, breakdowns: splits }: Choices): Reading {
  const everywhere = option(measure, undefined, periods[0], splits[0]);
  return {
    kind: 'clarify',
    text: `Bedoelt u de locatie ${scope.name}?`,
    options: [option(measure, scope, periods[0], splits[0]), { ...everywhere, label: `${everywhere.label} (niet alleen daar)` }],
  };
}

function chooseScope(measure: MeasureId, choices: Choices): Reading | undefined {
  const { scopes } = choices;
  const [first, second] = scopes;
  if (first === undefined) return undefined;
  if (second === undefined) return first.doubtful ? askAboutDoubtful(measure, first, choices) : undefined;
  const names = new Set(scopes.map(({ scope, name }) => `${scope.kind} ${wordsOf(name).join(' ')}`));
  // A button could not tell two locations of one name apart.
  if (names.size < scopes.length) return { kind: 'clarify', text: `Er is meer dan één locatie die ${first.name} heet; ik weet niet welke u bedoelt.`, options: [] };
  return clarify('Over welke plek gaat uw vraag?', choices);
}

/** What is counted over a period says little about one day, so that is this year so far. */
const periodNow = (measure: MeasureId, today: IsoDate): Period => (catalogue.get(measure).periodKind === 'period' ? yearPeriod(Number(today.slice(0, 4))) : dayPeriod(today));

function answerable(measure: MeasureId, scope: Scope | undefined, period: PeriodReading, breakdown: Breakdown | undefined, today: IsoDate): Reading {
  const named = period.kind === 'period' ? period : undefined;
  return {
    kind: 'question',
    measure,
    period: named?.period ?? periodNow(measure, today),
    periodAssumed: named?.assumed ?? true,
    ...(breakdown === undefined ? {} : { breakdown }),
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
  const { meanings, unknown } = understood;
  const choices = choicesOf(understood);
  const { scopes, periods, breakdowns: splits } = choices;
  const related = meanings.find((meaning) => meaning.kind === 'related');
  if (related?.kind === 'related' && unknown.length > 0) return { kind: 'not-understood', words: unknown };
  if (related?.kind === 'related') {
    return clarify(`Een cijfer voor “${related.phrase}” is er nog niet. Wel deze:`, { measures: related.measures, scopes: scopes.slice(0, 1), periods: periods.slice(0, 1), breakdowns: [] });
  }
  if (unknown.length > 0 || scopes.length > 1 || periods.length > 1 || splits.length > 1 || scopes.length + periods.length === 0) return smallTalk(understood);
  return clarify('Welk cijfer wilt u zien?', { ...choices, measures: measureIds.filter((id) => splits.every((split) => (!isDimension(split) || catalogue.get(id).breakdowns.includes(split)))) });
}

function choicesOf({ meanings, scopes, period }: Understood): Choices {
  return { measures: measuresIn(meanings), scopes: distinctScopes(scopes), periods: periodLabels(period), breakdowns: breakdownsIn(meanings) };
}

/**
 * Reads a question for a figure. It is answered only when every word was understood:
 * a word that we skip could be the one that asks for another place, group or period.
 */
export function readQuestion(text: string, context: QuestionContext): Reading {
  if (text.length > maxTextLength) return { kind: 'not-a-question' };
  const understood = understand(text, context);
  const { meanings, unknown, period } = understood;
  const choices = choicesOf(understood);
  const { measures, scopes, periods, breakdowns: splits } = choices;
  const [measure] = measures;
  if (measure === undefined || meanings.some(({ kind }) => kind === 'related')) return withoutMeasure(understood);
  if (period.kind === 'impossible' || period.kind === 'future') return { kind: 'period-problem', text: period.text };
  if (unknown.length > 0) return { kind: 'not-understood', words: unknown };
  if (measures.length > 1) return clarify('U noemt meer dan één cijfer. Welk wilt u zien?', { measures, scopes: scopes.slice(0, 1), periods: periods.slice(0, 1), breakdowns: splits.slice(0, 1) });
  const whichScope = chooseScope(measure, choices);
  if (whichScope !== undefined) return whichScope;
  if (period.kind === 'several') return clarify('U noemt meer dan één periode. Welke wilt u zien?', choices);
  if (splits.length > 1) return clarify('U noemt meer dan één uitsplitsing. Welke wilt u zien?', choices);
  return answerable(measure, scopes[0]?.scope, period, splits[0], context.today);
}
