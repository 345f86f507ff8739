import { sinceWords, untilWords, versusWords, weakVersusWords, knownBefore } from '../lexicon/period-words.ts';

/** What stands between, before or after periods, as patterns made of the lexicon's words. */

const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
const start = '(?<![\\p{L}\\p{N}])';
/** Words that may stand between a link and a period. */
const padding = '(?: (?:het|de|die|dat|dit|van|in|per|op|over|en met|maanden|kwartalen|jaren|weken))*';

const range = new RegExp(`^(?:en met )?(?<word>${any(untilWords)}|-)${padding}$`, 'u');
const and = new RegExp(`^(?:en|and|&)${padding}$`, 'u');
const list = new RegExp(`^(?:,|,? ?(?:en|and|of|&)|,? ?en (?:dan|ook))${padding}$`, 'u');
const versus = new RegExp(`${start}(?<word>${any(versusWords)})${padding}$`, 'u');
const weakVersus = new RegExp(`^(?:${any(weakVersusWords)})${padding}$`, 'u');
const between = new RegExp(`${start}(?:tussen)${padding} ?$`, 'u');
const from = new RegExp(`${start}(?:van|vanaf|from)${padding} ?$`, 'u');
const since = new RegExp(`${start}(?:${any(sinceWords)}|m\\.?i\\.?v\\.?)${padding} ?$`, 'u');
const until = new RegExp(`${start}(?<word>${any(untilWords)})${padding} ?$`, 'u');
const moment = new RegExp(`${start}(?:per|op|in|over|van|voor|m\\.?b\\.?t\\.?)${padding} ?$`, 'u');
const known = new RegExp(`${start},? ?(?:${any(knownBefore)}) ?$`, 'u');
const tillNow = /^ (?:tot (?:en met )?|t\/m )nu(?: toe)?(?![\p{L}\p{N}])/u;
const compares = /(?<![\p{L}\p{N}])(?:vergelijk\p{L}*|vergeleken|verschil\p{L}*|compare\p{L}*|difference)(?![\p{L}\p{N}])/u;

export type Link = 'range' | 'range-excluding' | 'and' | 'versus' | 'list';

/** Text that was understood already is `|` in the prepared text. */
const bare = (text: string): string => text.replace(/\|+/g, ' ').replace(/ +/g, ' ').trim();

/** How two neighbouring periods belong together; `undefined` when something else stands between them. */
export function linkBetween(text: string, comparing: boolean): Link | undefined {
  const words = bare(text);
  const untilWord = range.exec(words)?.groups?.word;
  if (untilWord !== undefined) return untilWord === 'tot' || untilWord === 'tot aan' ? 'range-excluding' : 'range';
  if (versus.test(words) || (comparing && weakVersus.test(words) && !and.test(words))) return 'versus';
  if (and.test(words)) return 'and';
  return list.test(words) ? 'list' : undefined;
}

/** Only small words: "vorig jaar in het derde kwartaal". */
export const isPadding = (text: string): boolean => /^(?:(?:van|in|het|de|over|uit|,) ?)*$/u.test(bare(text));

export type Prefix = 'between' | 'from' | 'since' | 'until' | 'until-excluding' | 'versus' | 'moment' | 'known';

const prefixes: readonly (readonly [Prefix, RegExp])[] = [['known', known], ['versus', versus], ['between', between], ['since', since], ['until', until], ['from', from], ['moment', moment]];

/** What stands right before a period, and from where. */
export function prefixBefore(text: string, end: number): { readonly prefix: Prefix; readonly start: number } | undefined {
  const from = Math.max(0, end - 60);
  const before = text.slice(from, end);
  for (const [prefix, regex] of prefixes) {
    const match = regex.exec(prefix === 'versus' ? before.replace(/ $/, '') : before);
    if (match === null) continue;
    const excluding = match.groups?.word === 'tot' || match.groups?.word === 'tot aan';
    return { prefix: prefix === 'until' && excluding ? 'until-excluding' : prefix, start: from + match.index };
  }
  return undefined;
}

/** "van 2023 tot nu": where the words after the period end. */
export function tillNowAfter(text: string, start: number): number | undefined {
  const match = tillNow.exec(text.slice(start, start + 30));
  return match === null ? undefined : start + match[0].length;
}

export const isComparing = (text: string): boolean => compares.test(text);
