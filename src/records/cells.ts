import { z } from 'zod/v4';
import { isRealDay } from '../policy/engine/days.ts';
import { targetMeasures } from '../figures/targetable.ts';
import type { CodedReason } from '../policy/national/reasons.ts';
import { parseChildCode } from '../ask/child-code.ts';

/**
 * What a cell of each kind may hold. Input is trimmed text; an empty cell arrives as
 * undefined. Messages are Dutch and end up in the report after the value.
 */
export const EMPTY = 'mag niet leeg zijn.';
const required = z.string({ error: EMPTY });

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A day, `dd-mm-jjjj` or `jjjj-mm-dd`, as ISO text. */
export const dayCell = required.transform((text, context) => {
  const day = readDay(text);
  if (day === undefined) return refuse(context, text, 'is geen datum; schrijf dd-mm-jjjj of jjjj-mm-dd.');
  if (!isRealDay(day)) return refuse(context, text, 'is geen bestaande dag.');
  const year = Number(day.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR ? refuse(context, text, `ligt niet tussen ${FIRST_YEAR} en ${LAST_YEAR}.`) : day;
});

/** A day, or a year for its first day. */
export const dayOrYearCell = required.transform((text) => (/^\d{4}$/.test(text) ? `${text}-01-01` : text)).pipe(dayCell);

/** ISO text for something that is written as a day, existing or not; undefined for anything else. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : dutch ? dutch.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function refuse(context: z.RefinementCtx<string>, input: string, message: string): never {
  context.issues.push({ code: 'custom', input, message });
  return z.NEVER;
}

/** Free text on one line. */
export function textCell(maxLength: number) {
  return required
    .max(maxLength, `is langer dan ${maxLength} tekens.`)
    .refine((text) => !/\p{Cc}/u.test(text), 'bevat een regeleinde of een ander onzichtbaar teken.');
}

export const idCell = textCell(100);
export const nameCell = textCell(200);

export function patternCell(pattern: RegExp, message: string) {
  return required.regex(pattern, message);
}

export const municipalityCell = patternCell(/^[0-9]{4}$/, 'is geen CBS-gemeentecode van vier cijfers.');

const WORDS_FOR_YES = new Set(['ja', 'j', '1', 'true', 'waar']);
const WORDS_FOR_NO = new Set(['nee', 'n', '0', 'false', 'onwaar']);

export const yesNoCell = required.transform((text, context) => {
  const word = text.toLowerCase();
  if (WORDS_FOR_YES.has(word)) return true;
  return WORDS_FOR_NO.has(word) ? false : refuse(context, text, 'is geen ja of nee.');
});

/** A whole number within limits, both included. */
export function wholeCell(least: number, most: number) {
  return required.transform((text, context) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    const fits = number !== undefined && number >= least && number <= most;
    return fits ? number : refuse(context, text, `is geen heel getal van ${least} tot en met ${most}.`);
  });
}

/** Hours with at most one decimal, with a Dutch comma or a point. */
export const hoursCell = required.transform((text, context) => {
  const hours = /^\d{1,2}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  return hours !== undefined && hours > 0 && hours <= 60 ? hours : refuse(context, text, 'is geen aantal uren van 0,1 tot en met 60 met hoogstens één decimaal.');
});

/** Parts of a cell that holds several values: separated by `|`, `+` or `,`. */
function parts(text: string): string[] {
  return text.split(/[|+,]/).map((part) => part.trim()).filter((part) => part !== '');
}

const CODE = /^[a-z0-9_]{2,60}$/;

/** Codes of a municipality's own list; which codes exist is its own policy, so any code passes. */
export const codesCell = required.transform((text, context) => {
  const codes = [...new Set(parts(text.toLowerCase()))].sort();
  if (codes.length === 0) return refuse(context, text, EMPTY);
  const wrong = codes.find((code) => !CODE.test(code));
  return wrong === undefined ? codes : refuse(context, text, `"${wrong}" is geen code van kleine letters, cijfers en _.`);
});

function reasonIn(list: readonly CodedReason[], text: string): string | undefined {
  const word = text.toLowerCase();
  return list.find((reason) => reason.code === word || reason.label.toLowerCase() === word || reason.words.includes(word))?.code;
}

function unknownReason(word: string, list: readonly CodedReason[]): string {
  return `"${word}" is geen bekende reden; kies uit ${list.map((reason) => reason.code).join(', ')}.`;
}

/** One reason of a list, by its code, its Dutch label or a word for it. */
export function reasonCell(list: readonly CodedReason[]) {
  return required.transform((text, context) => reasonIn(list, text) ?? refuse(context, text, unknownReason(text, list)));
}

/** One or more reasons of a list. */
export function reasonsCell(list: readonly CodedReason[]) {
  return required.transform((text, context) => {
    const whole = reasonIn(list, text);
    if (whole !== undefined) return [whole];
    const wrong = parts(text).find((part) => reasonIn(list, part) === undefined);
    if (wrong !== undefined) return refuse(context, text, unknownReason(wrong, list));
    return [...new Set(parts(text).map((part) => reasonIn(list, part) ?? ''))].sort();
  });
}

/** A Dutch word that stands for one of our codes. */
export function wordCell<Code extends string>(words: Readonly<Record<string, Code>>) {
  return required.transform((text, context) => {
    const word = text.toLowerCase().replaceAll(/[\s-]+/g, '_');
    const code = Object.hasOwn(words, word) ? words[word] : undefined;
    return code ?? refuse(context, text, `is onbekend; kies uit ${Object.keys(words).join(', ')}.`);
  });
}

/** A school year as its first calendar year, in text: "2024-2025" is "2024". */
export const schoolYearCell = required.transform((text, context) => {
  const [, first = '', second = ''] = /^(20\d\d)[-/](20\d\d)$/.exec(text) ?? [];
  return first !== '' && Number(second) === Number(first) + 1 ? first : refuse(context, text, 'is geen schooljaar, zoals 2024-2025.');
});

/** A measure of which a municipality can have a target, by its id or its Dutch title. */
export const targetMeasureCell = required.transform((text, context) => {
  const word = text.toLowerCase();
  const found = targetMeasures.find(({ id, title }) => id === word || title.toLowerCase() === word);
  return found?.id ?? refuse(context, text, `is geen cijfer met een doel; kies uit ${targetMeasures.map(({ id }) => id).join(', ')}.`);
});

/** A child's code in canonical form, its check character verified. */
export const childCodeCell = required.transform((text, context) => {
  const parsed = parseChildCode(text);
  if (parsed.kind === 'code') return parsed.code;
  return refuse(context, text, parsed.kind === 'wrong-check'
    ? 'is geen geldige kindcode: het controleteken klopt niet.'
    : 'is geen kindcode, zoals PU-4KX7-9TM9.');
});
