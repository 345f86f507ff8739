import { MEASURE_IDS } from '../../figures/types.ts';
import type { MeasureName, Order, RefusalReason, Split, Step } from '../question.ts';
import { ambiguous, type Ambiguous } from '../lexicon/ambiguous.ts';
import { explained, type Explained } from '../lexicon/explained.ts';
import { alsoWords, fillerWords, fillerWordsEn, only, politeness, sameAgain } from '../lexicon/filler.ts';
import { lists } from '../lexicon/lists.ts';
import { measuresEn } from '../lexicon/measures.en.ts';
import { measuresNl } from '../lexicon/measures.nl.ts';
import { expand } from '../lexicon/notation.ts';
import { childPhrases, citizenPhrases, instructionPhrases, namePhrases, namesAllowed } from '../lexicon/refusals.ts';
import { smallTalk } from '../lexicon/small-talk.ts';
import { bareSplits, compare, orders, otherSteps, splitBefore, splitNouns, splitting, steps, trend, where, whoNot, wholeRegion, why } from '../lexicon/splits.ts';
import { topics, type Topic } from '../lexicon/topics-not-recorded.ts';
import { twoAtOnce, withSplit } from '../lexicon/two-measures.ts';
import { trieOf, type Trie } from './trie.ts';

/** What a phrase of the lexicon means. */
export type Meaning =
  | { readonly kind: 'measure'; readonly measures: readonly MeasureName[]; readonly split?: Split }
  | { readonly kind: 'ambiguous'; readonly entry: Ambiguous }
  | { readonly kind: 'split'; readonly split: Split }
  | { readonly kind: 'bare-split'; readonly split: Split }
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'explained'; readonly entry: Explained }
  | { readonly kind: 'small-talk'; readonly which: keyof typeof smallTalk }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'other-step' | 'trend' | 'compare' | 'splitting' | 'why' | 'who-not' | 'where' | 'region' | 'only' | 'also' | 'same' | 'filler' };

export type LexiconEntry = readonly [words: readonly string[], meaning: Meaning];

function entries(lines: readonly string[], meaning: Meaning): LexiconEntry[] {
  return lines.flatMap((line) => expand(line, lists).map((words): LexiconEntry => [words, meaning]));
}

function splitEntries(): LexiconEntry[] {
  return (Object.keys(splitNouns) as Split[]).flatMap((split) => [
    ...entries(splitBefore.flatMap((before) => [`${before} (${splitNouns[split].nouns.join('|')})`]), { kind: 'split', split }),
    ...entries(bareSplits[split] ?? [], { kind: 'bare-split', split }),
  ]);
}

function measureEntries(): LexiconEntry[] {
  return [
    ...MEASURE_IDS.flatMap((name) => entries([...measuresNl[name], ...(measuresEn[name] ?? [])], { kind: 'measure', measures: [name] })),
    ...twoAtOnce.flatMap(({ phrases, measures }) => entries(phrases, { kind: 'measure', measures })),
    ...withSplit.flatMap(({ phrases, measure, split }) => entries(phrases, { kind: 'measure', measures: [measure], split })),
  ];
}

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** Every phrase with its meaning: this is what the lexicon test lists. */
export const lexicon: readonly LexiconEntry[] = [
  ...measureEntries(),
  ...ambiguous.flatMap((entry) => entries(entry.phrases, { kind: 'ambiguous', entry })),
  ...splitEntries(),
  ...keys(steps).flatMap((step) => entries(steps[step], { kind: 'step', step })),
  ...keys(orders).flatMap((order) => entries(orders[order], { kind: 'order', order })),
  ...topics.flatMap((topic) => entries(topic.phrases, { kind: 'topic', topic })),
  ...explained.flatMap((entry) => entries(entry.phrases, { kind: 'explained', entry })),
  ...keys(smallTalk).flatMap((which) => entries(smallTalk[which], { kind: 'small-talk', which })),
  ...entries(instructionPhrases, { kind: 'refused', reason: 'instruction' }),
  ...entries(namePhrases, { kind: 'refused', reason: 'name' }),
  ...entries(childPhrases, { kind: 'refused', reason: 'child' }),
  ...entries(citizenPhrases, { kind: 'refused', reason: 'citizen-number' }),
  ...entries(namesAllowed, { kind: 'order', order: 'name' }),
  ...entries(otherSteps, { kind: 'other-step' }), ...entries(trend, { kind: 'trend' }), ...entries(compare, { kind: 'compare' }), ...entries(splitting, { kind: 'splitting' }), ...entries(why, { kind: 'why' }), ...entries(whoNot, { kind: 'who-not' }), ...entries(where, { kind: 'where' }),
  ...entries(wholeRegion, { kind: 'region' }), ...entries(only, { kind: 'only' }), ...entries(alsoWords, { kind: 'also' }), ...entries(sameAgain, { kind: 'same' }),
  ...entries([...fillerWords, ...fillerWordsEn, ...politeness], { kind: 'filler' }),
];

export const book: Trie<Meaning> = trieOf(lexicon);

/** Phrases with a number or a word of time, such as "4 op 16": read before dates are. */
export const earlyBook: Trie<Meaning> = trieOf(lexicon.filter(([words, { kind }]) => (words.some((word) => /\d/.test(word)) && kind === 'measure') || (words.length > 1 && kind === 'small-talk') || (words.includes('vierde') && kind === 'measure') || (words.join(' ') === 'per jaar' && kind === 'step')));

const fillers = new Set(lexicon.flatMap(([words, { kind }]) => (words.length === 1 && kind === 'filler' ? words : [])));
export const isFiller = (word: string): boolean => fillers.has(word);

/** Of several meanings of one phrase the first kind here counts; among phrases of equal length too. */
const weights: Readonly<Partial<Record<Meaning['kind'], number>>> = { refused: 25, topic: 3, explained: 2, measure: 1, filler: -25, 'small-talk': -3, 'bare-split': -4 };
export const weightOf = ({ kind }: Meaning): number => weights[kind] ?? 0;
