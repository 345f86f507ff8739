import type { Span } from '../types.ts';

/** A word of the question, in the form that phrases match on. */
export interface Word {
  readonly word: string;
  /** In the prepared text. */
  readonly span: Span;
  /** A phrase does not run on over a comma or the end of a sentence. */
  readonly breaks: boolean;
}

export interface Trie<T> {
  readonly next: Map<string, Trie<T>>;
  readonly values: T[];
}

const empty = <T>(): Trie<T> => ({ next: new Map(), values: [] });

export function trieOf<T>(entries: Iterable<readonly [words: readonly string[], value: T]>): Trie<T> {
  const root = empty<T>();
  for (const [words, value] of entries) {
    let node = root;
    for (const word of words) {
      const next = node.next.get(word) ?? empty<T>();
      node.next.set(word, next);
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }
  return root;
}

export interface Match<T> {
  /** Indexes of the words that the phrase took; those between say nothing. */
  readonly at: readonly number[];
  readonly values: readonly T[];
}

/** Words that say nothing and may stand between the words of a phrase. */
const maxGap = 4;

function walk<T>(words: readonly Word[], from: number, node: Trie<T>, taken: readonly number[], gap: number, mayStand: (word: string) => boolean, found: Match<T>[]): void {
  if (node.values.length > 0) found.push({ at: taken, values: node.values });
  const here = words[from];
  if (here === undefined || node.next.size === 0 || (taken.length > 0 && here.breaks)) return;
  const next = node.next.get(here.word);
  if (next !== undefined) walk(words, from + 1, next, [...taken, from], gap, mayStand, found);
  if (taken.length > 0 && gap < maxGap && mayStand(here.word)) walk(words, from + 1, node, taken, gap + 1, mayStand, found);
}

/** Phrases at every place; those that overlap are all given. */
export function allMatches<T>(words: readonly Word[], trie: Trie<T>, mayStand: (word: string) => boolean): Match<T>[] {
  const found: Match<T>[] = [];
  words.forEach((_, index) => walk(words, index, trie, [], 0, mayStand, found));
  return found;
}

/** The phrases with most words first, without overlap, in the order of the text. */
export function bestMatches<T>(words: readonly Word[], matches: readonly Match<T>[], weight: (value: T) => number, saysLittle: (word: string) => boolean = () => false): Match<T>[] {
  const gapOf = ({ at }: Match<T>): number => (at.at(-1) ?? 0) - (at[0] ?? 0) + 1 - at.length;
  const score = (match: Match<T>): number => match.at.reduce((sum, at) => sum + (saysLittle(words[at]?.word ?? '') ? 4 : 10), 0) - gapOf(match) + Math.max(...match.values.map(weight));
  const scored = matches.map((match) => ({ match, score: score(match) })).sort((a, b) => b.score - a.score || (a.match.at[0] ?? 0) - (b.match.at[0] ?? 0));
  const taken = new Set<number>();
  const best: Match<T>[] = [];
  for (const { match } of scored) {
    if (match.at.some((index) => taken.has(index))) continue;
    match.at.forEach((index) => taken.add(index));
    best.push(match);
  }
  return best.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}
