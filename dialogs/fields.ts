import { z } from 'zod/v4';
import type { Option } from '../cards/models.ts';
import { parseChildCode } from '../src/ask/child-code.ts';
import { isRealDay } from '../src/policy/engine/days.ts';
import type { IsoDate } from '../src/policy/engine/types.ts';

/**
 * What the fields of the forms may hold. All messages are Dutch and meant to stand with
 * the field. Input comes from a client and may be anything, also nothing or null.
 */

export const NOTE_MAX = 500;
export const CODE_MAX = 40;
export const OWN_REFERENCE_MAX = 32;
const ID = /^[\w-]{1,64}$/;
const LIST_CODE = /^[a-z0-9_]{2,60}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function absentWhenBlank(value: unknown): unknown {
  if (value === null) return undefined;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** The value must be there; the message of `schema` says so when it is not. */
export function required<T>(schema: z.ZodType<T>) {
  return z.preprocess(absentWhenBlank, schema);
}

/** Blank, null and missing are all absent. */
export function optional<T>(schema: z.ZodType<T>) {
  return z.preprocess(absentWhenBlank, schema.optional());
}

/** Text to something else; `read` gives undefined for what it cannot read. */
function parsed<T>(missing: string, wrong: string, read: (text: string) => T | undefined): z.ZodType<T> {
  return z.string({ error: missing }).transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: wrong, input: text });
    return z.NEVER;
  });
}

/** An existing day as ISO text: date fields send 2026-03-31, clients without one let people type 31-03-2026. */
export function toDay(text: string): IsoDate | undefined {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text.trim());
  const [, day = '', month = '', year = ''] = dutch ?? [];
  const iso = dutch ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  return isRealDay(iso) && iso >= '1900-01-01' && iso <= '2099-12-31' ? iso : undefined;
}

export const isoDay = (missing: string) => parsed(missing, 'Deze datum bestaat niet. Schrijf de datum als 31-03-2026.', toDay);

const HOURS_WRONG = 'Vul de uren per week in als een getal van 0,5 tot en met 60, bijvoorbeeld 16 of 16,5.';
function toHours(text: string): number | undefined {
  if (!/^\d{1,2}(?:[.,]\d)?$/.test(text.trim())) return undefined;
  const hours = Number(text.trim().replace(',', '.'));
  return hours >= 0.5 && hours <= 60 ? hours : undefined;
}
/** Hours a week with at most one decimal, as the database keeps them. */
export const hoursPerWeek = () => parsed('Vul in hoeveel uur per week het kind komt.', HOURS_WRONG, toHours);

const toDays = (text: string): number | undefined => (/^[1-5]$/.test(text.trim()) ? Number(text) : undefined);
export const daysPerWeek = () => parsed('Kies op hoeveel dagen per week het kind komt.', 'Kies een aantal van 1 tot en met 5 dagen per week.', toDays);

/** A child's code in canonical form. */
export function childCode(missing = 'Vul de code van het kind in.') {
  return z.string({ error: missing }).transform((text, context) => {
    const reading = parseChildCode(text);
    if (reading.kind === 'code') return reading.code;
    const message = reading.kind === 'wrong-check'
      ? 'In deze code klopt een teken niet. Neem de code nog eens over.'
      : 'Dit is geen code van een kind. Een code bestaat uit twee letters en twee blokjes van vier tekens, met streepjes ertussen.';
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  });
}

/** Control characters but tab and line feed; PostgreSQL refuses text with a NUL. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/g;
const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const NO_BSN = 'Dit lijkt op een burgerservicenummer. Dat mag hier niet worden vastgelegd (UAVG art. 46). Haal het weg.';

/** A number of nine digits, also written with dots or spaces, that passes the eleven-test of the citizen number. */
export function holdsCitizenNumber(text: string): boolean {
  const numbers = text.replace(/(?<=\d)[. ](?=\d)/g, '').match(NINE_DIGITS) ?? [];
  return numbers.some((number) => BSN_WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0);
}

export function freeText(missing: string, max = NOTE_MAX) {
  return z.string({ error: missing })
    .transform((text) => text.replace(CONTROL, '').trim())
    .pipe(z.string().min(1, missing).max(max, `Houd het bij ten hoogste ${max} tekens.`).refine((text) => !holdsCitizenNumber(text), NO_BSN));
}
/** A remark that may stay away; only control characters is nothing at all. */
export const note = (max = NOTE_MAX) => z.preprocess(
  (value) => absentWhenBlank(typeof value === 'string' ? value.replace(CONTROL, '') : value),
  freeText('Schrijf hier alleen tekst.', max).optional(),
);

/** Text on one line, such as a name or a source: white space folded, no citizen number in it. */
export function shortText(missing: string, max: number) {
  return z.string({ error: missing })
    .transform((text) => text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(max, `Houd het bij ten hoogste ${max} tekens.`).refine((text) => !holdsCitizenNumber(text), NO_BSN));
}

/** A value of a choice list that is looked up in the person's own list afterwards. */
export const chosenId = (missing: string) => z.string({ error: missing }).regex(ID, 'Kies opnieuw uit de lijst.');

export function chosenCode<const Code extends string>(codes: readonly Code[], missing: string): z.ZodType<Code> {
  return z.enum([...codes] as [Code, ...Code[]], { error: (issue) => (issue.input === undefined ? missing : 'Kies opnieuw uit de lijst.') });
}

/** Several choices as the client sends them: "a,b". Each once; what they may be is checked afterwards. */
export function chosenSeveral(missing: string) {
  return z.string({ error: missing })
    .transform((text) => [...new Set(text.split(',').map((one) => one.trim()).filter((one) => one !== ''))])
    .pipe(z.array(z.string().regex(LIST_CODE, 'Kies opnieuw uit de lijst.')).max(30, 'Kies opnieuw uit de lijst.'));
}

/** An id that the database made; anything else must not reach a query. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** The codes of a list of reasons, for `chosenCode`. */
export const codesOf = <Code extends string>(list: readonly { readonly code: Code }[]): Code[] => list.map(({ code }) => code);

export const optionsOf = (list: readonly { readonly code: string; readonly label: string }[]): Option[] =>
  list.map(({ code, label }) => ({ value: code, label }));

/** An object with the property, or an empty one: an absent property, not one that is undefined. */
export function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

const OWN_REFERENCE = /^(?=.*\d)[A-Za-z0-9 ./_-]{1,32}$/;

/** A customer number or the like. With a digit in it, so that a name alone is not taken. */
export const ownReference = (): z.ZodType<string> => z.string()
  .regex(OWN_REFERENCE, 'Gebruik letters, cijfers, punt, streepje of schuine streep, met ten minste één cijfer. Geen naam.')
  .refine((text) => !holdsCitizenNumber(text), NO_BSN);
