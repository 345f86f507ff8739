import type { Span } from './types.ts';
import { parseChildCode } from './child-code.ts';

export interface FoundCode {
  readonly span: Span;
  /** Absent: it looks like a code, but a character is wrong. */
  readonly code?: string;
}

const block = '[0-9a-z]{4}';
// Two blocks joined by dashes or nothing are one code; with a space between, the second block may be a word.
const candidate = new RegExp(`(?<![\\p{L}\\p{N}-])(?<prefix>[a-z]{2})(?<sep> ?-? ?)(?<first>${block})(?:(?<gap> ?-? ?)(?<second>${block}))?(?![\\p{L}\\p{N}])`, 'gu');

const hasDigit = (text: string): boolean => /\d/.test(text);

/** Without a dash after the prefix, only a digit in the first block tells a code from two words. */
function looksLikeCode(groups: Readonly<Record<string, string | undefined>>): boolean {
  return (groups.sep ?? '').includes('-') || hasDigit(groups.first ?? '');
}

const codeIn = (text: string): string | undefined => {
  const parsed = parseChildCode(text);
  return parsed.kind === 'code' ? parsed.code : undefined;
};

function readCandidate(match: RegExpMatchArray): FoundCode | undefined {
  const groups = match.groups ?? {};
  const { prefix = '', sep = '', first = '', gap = '', second } = groups;
  const start = match.index ?? 0;
  const shortSpan: Span = [start, start + prefix.length + sep.length + first.length];
  const longSpan: Span = [start, start + match[0].length];
  if (!looksLikeCode(groups)) return undefined;
  const long = second === undefined ? undefined : codeIn(prefix + first + second);
  const short = second === undefined || gap === ' ' ? codeIn(prefix + first) : undefined;
  // Both fit: a second block or a word by accident. Asking is better than the wrong child.
  if (long !== undefined && short !== undefined) return { span: longSpan };
  if (long !== undefined) return { span: longSpan, code: long };
  if (short !== undefined) return { span: shortSpan, code: short };
  return wrongCode(first, second, gap, shortSpan, longSpan);
}

/** Words such as "ve-plek" are no mistyped code: a digit is needed to say so. */
function wrongCode(first: string, second: string | undefined, gap: string, shortSpan: Span, longSpan: Span): FoundCode | undefined {
  const secondIsWord = second === undefined || (gap === ' ' && !hasDigit(second));
  if (!hasDigit(secondIsWord ? first : first + second)) return undefined;
  return { span: secondIsWord ? shortSpan : longSpan };
}

/** Child codes in a folded sentence, in order, and what looks like one but cannot be. */
export function findCodes(text: string): FoundCode[] {
  return [...text.matchAll(candidate)].flatMap((match) => readCandidate(match) ?? []);
}
