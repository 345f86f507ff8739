import type { Answering, AskContext, RefusalReason } from '../question.ts';
import { findCodes } from '../find-codes.ts';
import { isFiller } from './book.ts';
import { aboutSomebody, codeSigns, firstNames, instructionStarts, refusalTexts } from '../lexicon/refusals.ts';
import { nameIndexOf } from './names.ts';
import type { Reading } from './reading.ts';

export const refused = (reason: RefusalReason): Answering => ({ kind: 'refused', reason, text: refusalTexts[reason] });

/** The weights of the eleven-test that every citizen number passes. */
const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
export function isCitizenNumber(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return /^\d{9}$/.test(digits) && digits !== '000000000' && sum % 11 === 0;
}

function hasCitizenNumber(text: string): boolean {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\d(?:[ .-]?\d){8}(?!\p{N})/gu)].some((match) => isCitizenNumber(match[0].replace(/\D/g, '')));
}

const first = new Set(instructionStarts);

/** What the text as typed gives away, before any word is read. */
export function refuseText(folded: string): Answering | undefined {
  if (hasCitizenNumber(folded)) return refused('citizen-number');
  if (codeSigns.some((sign) => folded.includes(sign))) return refused('instruction');
  return undefined;
}

/** "in 2025" has the form of a short code with a wrong character; only what cannot be two words is taken for one. */
const hasTwoDashes = (text: string): boolean => (text.match(/-/g) ?? []).length > 1;

const names = new Set(firstNames);

/** A word that nothing else explains, in a sentence about somebody, or that is an everyday first name. */
function isAboutSomebody(folded: string, { unread }: Reading, context: AskContext): boolean {
  const known = nameIndexOf(context.vocabulary).words;
  if (unread.some(({ word }) => names.has(word) && !known.has(word))) return true;
  return unread.length > 0 && unread.length < 3 && aboutSomebody.some((phrase) => folded.includes(phrase));
}

/** What the words ask for. An order counts only at the start, after politeness. */
export function refuseWords(folded: string, reading: Reading, context: AskContext): Answering | undefined {
  const reasons = reading.said.flatMap(({ meaning }) => (meaning.kind === 'refused' ? [meaning.reason] : []));
  if (reasons.includes('instruction')) return refused('instruction');
  const opening = reading.words.find(({ word }) => !isFiller(word));
  if (opening !== undefined && first.has(opening.word)) return refused('instruction');
  const codes = findCodes(folded).filter(({ code, span }) => code !== undefined || hasTwoDashes(folded.slice(...span)));
  if (codes.some(({ code }) => code !== undefined)) return refused('child');
  const [reason] = reasons;
  if (reason !== undefined) return refused(reason);
  if (codes.length > 0) return refused('child');
  return isAboutSomebody(folded, reading, context) ? refused('child') : undefined;
}
