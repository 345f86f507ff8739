import { tokensOf, type Folded, type Token } from '../fold.ts';
import { followStarts, modifiers } from '../lexicon/filler.ts';
import { compoundHeads } from '../lexicon/lists.ts';
import { measuresEn } from '../lexicon/measures.en.ts';
import { lookAlikes } from '../lexicon/look-alikes.ts';
import { firstNames, instructionStarts } from '../lexicon/refusals.ts';
import { edges, englishTime, sameTime, shortTimeWords, stepsFromPrevious, timeWords } from '../lexicon/period-words.ts';
import { genericNameWords, numberWords, scopeNouns } from '../lexicon/splits.ts';
import type { Vocabulary } from '../question.ts';
import type { Span } from '../types.ts';
import { book, isFiller, lexicon, type Meaning } from './book.ts';
import { nameIndexOf } from './names.ts';
import { shortestCorrected, spellerOf, type Candidate, type Speller } from './spelling.ts';

/** The question with compounds joined or split and typing errors corrected, with the way back. */
export interface Prepared {
  readonly text: string;
  readonly words: readonly PreparedWord[];
}

export interface PreparedWord {
  readonly word: string;
  readonly span: Span;
  /** In the text as typed. */
  readonly typed: string;
}

interface Piece {
  readonly word: string;
  readonly span: Span;
}

const lexiconWords = new Set(lexicon.flatMap(([words]) => words));
const times = new Set([...timeWords, ...shortTimeWords]);
const others = new Set([
  ...Object.keys(englishTime), ...Object.keys(sameTime), ...Object.keys(edges), ...Object.keys(stepsFromPrevious), ...Object.keys(numberWords),
  ...Object.values(scopeNouns).flat(), ...genericNameWords, ...modifiers, ...lookAlikes, ...followStarts, ...instructionStarts, ...firstNames,
]);
const isKnown = (word: string): boolean => lexiconWords.has(word) || times.has(word) || others.has(word) || isFiller(word) || /\d/.test(word);

/** Words that people write apart: "wacht lijst", "in stroom". */
const joinable = new Set(lexicon.flatMap(([words, { kind }]) => (['measure', 'ambiguous', 'topic', 'step', 'split'].includes(kind) ? words : [])).filter((word) => word.length >= 7));

/** "bereik en" is not "bereiken". */
const neverJoined = new Set(['de', 'het', 'een', 'er', 'te', 'me', 'je', 'ze', 'en', 'of', 'al', 'is', 'nu', 's', 't', 'n', 'd']);

/** Words that people write together: "veplekken", "vvebereik". */
const splittable = new Map(lexicon.flatMap(([words, { kind }]) => (kind === 'measure' || kind === 'ambiguous' ? words.slice(1).map((word, index) => [`${words[index] ?? ''}${word}`, [words[index] ?? '', word]] as const) : [])).filter(([joined, [head]]) => compoundHeads.includes(head) && joined.length >= 6 && !/\d/.test(joined) && !lexiconWords.has(joined)));

/** A measure's words are one sense, so that "bereik" and "bereikt" are no doubt. */
function senseOf(word: string): string {
  const meaning = book.next.get(word)?.values[0];
  return meaning?.kind === 'measure' ? meaning.measures.join(' ') : word;
}

/** Nothing is corrected into a word that turns the figure round, or quietly into one without meaning. */
const excluded = new Set([...modifiers, 'niet', 'onbekende']);
const correctedKinds: readonly Meaning['kind'][] = ['measure', 'ambiguous', 'split', 'bare-split', 'step', 'trend', 'order'];
const english = new Set(Object.values(measuresEn).flat().flatMap((line) => line.match(/\p{L}+/gu) ?? []));
const correctedWords = lexicon.flatMap(([words, { kind }]) => (correctedKinds.includes(kind) ? words : [])).filter((word) => !english.has(word));
/** Those of five letters are too near to everyday words; "hoeveel" is the one word without meaning that is worth it. */
const lexiconCandidates: readonly Candidate<string>[] = [
  ...new Set([...correctedWords.filter((word) => word.length > shortestCorrected && !isFiller(word)), ...timeWords, ...[...splittable.keys()].filter((word) => word.length >= 8), 'hoeveel', 'gemeente', 'percentage']),
].filter((word) => !excluded.has(word) && !/\d/.test(word)).map((word) => ({ word, value: word, sense: senseOf(word) }));

const spellers = new WeakMap<Vocabulary, Speller<string>>();

function spellerFor(vocabulary: Vocabulary): Speller<string> {
  const known = spellers.get(vocabulary);
  if (known !== undefined) return known;
  const names = [...nameIndexOf(vocabulary).distinctive].map(([word, scope]): Candidate<string> => ({ word, value: word, sense: scope === 'several' ? `name ${word}` : scope }));
  const speller = spellerOf([...lexiconCandidates, ...names]);
  spellers.set(vocabulary, speller);
  return speller;
}

/** A question with more unknown words than this is not one that a corrector can save. */
const maxCorrections = 6;

function joined(tokens: readonly Token[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    const together = last === undefined ? '' : last.word + token.word;
    if (last !== undefined && !neverJoined.has(last.word) && !neverJoined.has(token.word) && joinable.has(together) && /^[ -]?$/.test(text.slice(last.span[1], token.span[0]))) pieces[pieces.length - 1] = { word: together, span: [last.span[0], token.span[1]] };
    else pieces.push({ word: token.word, span: token.span });
  }
  return pieces;
}

function wordFor(word: string, names: ReadonlySet<string>, correct: Speller<string>, budget: { left: number }): readonly string[] {
  const time = englishTime[word] ?? sameTime[word];
  if (time !== undefined && !names.has(word)) return [time];
  const split = isKnown(word) || names.has(word) ? undefined : splittable.get(word);
  if (split !== undefined) return split;
  if (isKnown(word) || names.has(word) || budget.left <= 0) return [word];
  budget.left -= 1;
  const corrected = correct(word)?.value;
  return corrected === undefined ? [word] : (splittable.get(corrected) ?? [corrected]);
}

const monthLike = (word: string | undefined): boolean => word !== undefined && (timeWords.slice(0, 11).includes(word) || shortTimeWords.slice(0, 13).includes(word));

/** "jan-mrt" has two months; elsewhere what stood between two words stays. */
function between(text: string, before: string | undefined, after: string): string {
  return text === '-' && monthLike(before) && monthLike(after) ? ' - ' : text;
}

/** Prepares a folded question. `original` is what was typed. */
export function prepare(original: string, folded: Folded, vocabulary: Vocabulary): Prepared {
  const { words: names } = nameIndexOf(vocabulary);
  const correct = spellerFor(vocabulary);
  const budget = { left: maxCorrections };
  const words: PreparedWord[] = [];
  let text = '';
  let at = 0;
  for (const { word, span } of joined(tokensOf(folded.text), folded.text)) {
    const replaced = wordFor(word, names, correct, budget);
    text += between(folded.text.slice(at, span[0]), words.at(-1)?.word, replaced[0] ?? '');
    for (const [index, each] of replaced.entries()) {
      if (index > 0) text += ' ';
      words.push({ word: each, span: [text.length, text.length + each.length], typed: original.slice(...folded.originalSpan(span)) });
      text += each;
    }
    at = span[1];
  }
  return { text: text + folded.text.slice(at), words };
}

