import type { Span } from './types.ts';
import type { Token } from './fold.ts';

/** Phrases of one or more words, each with what it stands for. */
export interface PhraseBook<T> {
  /** By first word, longest phrase first. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;
}

export interface PhraseHit<T> {
  readonly value: T;
  readonly span: Span;
}

/** A phrase may stand for several things (two locations of one name): all of them are hit. */
export function phraseBook<T>(entries: Iterable<readonly [words: readonly string[], value: T]>): PhraseBook<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [words, value] of entries) {
    const [first] = words;
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    byFirst.set(first, list);
    list.push({ words, value });
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** The longest phrases that start at one token, and how many tokens they take. */
function longestAt<T>(tokens: readonly Token[], index: number, book: PhraseBook<T>): { readonly length: number; readonly values: readonly T[] } {
  const candidates = book.byFirst.get(tokens[index]?.word ?? '') ?? [];
  const fitting = candidates.filter(({ words }) => words.every((word, offset) => tokens[index + offset]?.word === word));
  const length = fitting[0]?.words.length ?? 0;
  return { length, values: fitting.filter(({ words }) => words.length === length).map(({ value }) => value) };
}

/** From left to right, longest first, no overlap. */
export function findPhrases<T>(tokens: readonly Token[], book: PhraseBook<T>): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = [];
  for (let index = 0; index < tokens.length; ) {
    const { length, values } = longestAt(tokens, index, book);
    const first = tokens[index];
    const last = tokens[index + length - 1];
    if (first && last && length > 0) hits.push(...values.map((value) => ({ value, span: [first.span[0], last.span[1]] as const })));
    index += Math.max(length, 1);
  }
  return hits;
}
