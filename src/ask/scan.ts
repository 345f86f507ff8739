import type { IsoDate } from '../policy/engine/types.ts';
import type { Span } from './types.ts';
import { blank } from './fold.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of writing something. `read` gives `undefined` when it is not that after all. */
export interface Pattern<T> {
  readonly regex: RegExp;
  readonly read: (groups: Groups, today: IsoDate) => T | undefined;
}

export interface Hit<T> {
  readonly span: Span;
  readonly value: T;
}

// Whole words only, and not a piece of a code or number such as PU-2024-9TMC or 12:30.
const before = '(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-/.:])';
const after = '(?![\\p{L}\\p{N}%]|[-/.:,]\\p{N})';

/** `source` uses bounded repetition only, so that scanning stays linear in the text. */
export function pattern<T>(source: string, read: Pattern<T>['read']): Pattern<T> {
  return { regex: new RegExp(`${before}(?:${source})${after}`, 'gu'), read };
}

/** All hits in the order of the text. Earlier patterns win; what they took is gone for later ones. */
export function scan<T>(text: string, patterns: readonly Pattern<T>[], today: IsoDate): Hit<T>[] {
  const hits: Hit<T>[] = [];
  let rest = text;
  for (const { regex, read } of patterns) {
    const found: Hit<T>[] = [];
    for (const match of rest.matchAll(regex)) {
      const value = read(match.groups ?? {}, today);
      if (value !== undefined) found.push({ span: [match.index, match.index + match[0].length], value });
    }
    rest = blank(rest, found.map((hit) => hit.span));
    hits.push(...found);
  }
  return hits.sort((a, b) => a.span[0] - b.span[0]);
}
