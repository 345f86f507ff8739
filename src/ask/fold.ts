import type { Span } from './types.ts';

/** Longer text is no question or sentence for a form; readers answer "none" without looking. */
export const maxTextLength = 4000;

/** Text in the form that patterns match on, with the way back to what was typed. */
export interface Folded {
  /** Lower case, no diacritics, single spaces, plain dashes and apostrophes. */
  readonly text: string;
  /** The same stretch in the original text. */
  readonly originalSpan: (span: Span) => Span;
}

export interface Token {
  readonly word: string;
  readonly span: Span;
}

function foldSymbol(symbol: string): string {
  // Nearly all of what people type, and much faster than normalising it.
  if (/^[!-_a-~]$/.test(symbol)) return symbol.toLowerCase();
  if (/[\s\p{Cc}]/u.test(symbol)) return ' ';
  if (/[‘’ʼ‛`´]/u.test(symbol)) return "'";
  if (/[\p{Pd}−]/u.test(symbol)) return '-';
  return symbol.normalize('NFKD').toLowerCase().replace(/[\p{M}\p{Cf}\p{Cs}\p{Cn}]/gu, '').replace(/\s/gu, ' ');
}

/** Folding is per symbol, so that each folded character knows where it came from. */
export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const symbol of original) {
    const next = at + symbol.length;
    for (const char of foldSymbol(symbol).split('')) {
      if (char === ' ' && text.endsWith(' ')) continue;
      text += char;
      starts.push(at);
      ends.push(next);
    }
    // A dropped accent belongs to the letter before it.
    if (ends.length > 0) ends[ends.length - 1] = next;
    at = next;
  }
  return { text, originalSpan: ([start, end]) => [starts[start] ?? original.length, end > start ? (ends[end - 1] ?? original.length) : (starts[start] ?? original.length)] };
}

/** Runs of letters and digits; all punctuation separates. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    span: [match.index, match.index + match[0].length],
  }));
}

/** A phrase as the tokens that it must match: "VVE-bereik" is `['vve', 'bereik']`. */
export const wordsOf = (phrase: string): string[] => tokensOf(fold(phrase).text).map((token) => token.word);

/** Replaces stretches that were understood, keeping every index; `|` joins no words. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const [start, end] of spans) result = result.slice(0, start) + '|'.repeat(end - start) + result.slice(end);
  return result;
}
