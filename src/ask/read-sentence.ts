import type { IsoDate } from '../policy/engine/types.ts';
import type { DayReading, Span } from './types.ts';
import { readDayFolded } from './days.ts';
import { findCodes, type FoundCode } from './find-codes.ts';
import { blank, fold, maxTextLength, tokensOf, wordsOf, type Folded } from './fold.ts';
import { negations, sentenceStopwords } from './lexicon.ts';
import { findPhrases, phraseBook } from './phrases.ts';

/** Dutch words for the reasons of a dialog: single words or phrases, any case. */
export interface SentenceWords {
  readonly reasons: readonly { readonly code: string; readonly words: readonly string[] }[];
}

/** What a short sentence fills in beforehand. Absent: not said, or not said clearly. */
export interface SentenceReading {
  readonly childCode?: string;
  /** As typed: it looks like a code, but a character is wrong or it can be read in two ways. */
  readonly doubtfulCode?: string;
  readonly day?: DayReading;
  readonly reason?: string;
  readonly hoursPerWeek?: number;
  readonly daysPerWeek?: number;
  /** Words, as typed, that nothing was done with. Show them: they may matter. */
  readonly leftover: readonly string[];
}

interface Piece<T> {
  readonly value?: T;
  readonly spans: readonly Span[];
}

/** One amount a week; "6 uur per dag" is another thing, and two different amounts are none. */
function readAmount(text: string, units: string, maximum: number): Piece<number> {
  const source = `(?<![\\p{L}\\p{N}]|\\p{N}[-/.,:])(?<amount>\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:${units})(?: (?:per|in de|in een|p/?) ?(?:week|w))?(?![\\p{L}\\p{N}]| (?:per|op een) dag)`;
  const matches = [...text.matchAll(new RegExp(source, 'gu'))];
  const amounts = new Set(matches.map((match) => Number((match.groups?.amount ?? '').replace(',', '.'))));
  const [amount] = amounts;
  if (amount === undefined || amounts.size > 1 || amount <= 0 || amount > maximum) return { spans: [] };
  return { value: amount, spans: matches.map((match) => [match.index, match.index + match[0].length]) };
}

function readReason(text: string, { reasons }: SentenceWords): Piece<string> {
  const tokens = tokensOf(text);
  if (tokens.some(({ word }) => negations.includes(word))) return { spans: [] };
  const hits = findPhrases(tokens, phraseBook(reasons.flatMap(({ code, words }) => words.map((phrase) => [wordsOf(phrase), code] as const))));
  const [code] = hits.map((hit) => hit.value);
  const oneReason = code !== undefined && hits.every((hit) => hit.value === code);
  return oneReason ? { value: code, spans: hits.map((hit) => hit.span) } : { spans: [] };
}

function readCode(text: string): Piece<FoundCode> {
  const found = findCodes(text);
  const [first] = found;
  const same = first !== undefined && found.every(({ code }) => code === first.code);
  return same ? { value: first, spans: found.map(({ span }) => span) } : { spans: [] };
}

function daySpans(day: DayReading): readonly Span[] {
  if (day.kind === 'none') return [];
  return day.kind === 'several' ? day.spans : [day.span];
}

const stopwordBook = phraseBook(sentenceStopwords.map((phrase) => [wordsOf(phrase), true] as const));

function leftoverIn(folded: Folded, rest: string, original: string): string[] {
  const known = findPhrases(tokensOf(rest), stopwordBook).map((hit) => hit.span);
  return tokensOf(blank(rest, known)).map(({ span }) => original.slice(...folded.originalSpan(span)));
}

function originalDay(day: DayReading, { originalSpan }: Folded): DayReading | undefined {
  if (day.kind === 'none') return undefined;
  return day.kind === 'several' ? { ...day, spans: day.spans.map(originalSpan) } : { ...day, span: originalSpan(day.span) };
}

/**
 * The facts in a sentence such as "PU-4KX7-9TM9 verhuisd per 1 maart", after the words
 * that opened the dialog. It only prefills: whatever is said twice, unclearly or with
 * "niet" stays open and shows up in `leftover`.
 */
export function readSentence(original: string, today: IsoDate, words: SentenceWords): SentenceReading {
  if (original.length > maxTextLength) return { leftover: [] };
  const folded = fold(original);
  const code = readCode(folded.text);
  const withoutCode = blank(folded.text, code.spans);
  const day = readDayFolded(withoutCode, today);
  const withoutDay = blank(withoutCode, daySpans(day));
  const hours = readAmount(withoutDay, 'uren|uur|u', 168);
  const days = readAmount(withoutDay, 'dagen|dag', 7);
  const withoutAmounts = blank(withoutDay, [...hours.spans, ...days.spans]);
  const reason = readReason(withoutAmounts, words);
  const shownDay = originalDay(day, folded);
  const codeSpan = code.value === undefined ? undefined : folded.originalSpan(code.value.span);
  return {
    ...(code.value?.code === undefined ? {} : { childCode: code.value.code }),
    ...(codeSpan !== undefined && code.value?.code === undefined ? { doubtfulCode: original.slice(...codeSpan) } : {}),
    ...(shownDay === undefined ? {} : { day: shownDay }),
    ...(reason.value === undefined ? {} : { reason: reason.value }),
    ...(hours.value === undefined ? {} : { hoursPerWeek: hours.value }),
    ...(days.value === undefined ? {} : { daysPerWeek: days.value }),
    leftover: leftoverIn(folded, blank(withoutAmounts, reason.spans), original),
  };
}
