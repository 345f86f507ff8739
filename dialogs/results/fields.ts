import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { DOMAINS, INSTRUMENTS, instrumentLabel, MOMENTS, populationWords, type DomainResult, type ResultDomain, type ResultMoment } from '../../src/policy/results/index.ts';
import { joined } from '../labels.ts';
import type { Delivery } from './model.ts';
import type { ResultAgreement } from './port.ts';

/** Columns of the table, in the order of the form and of what is pasted. */
const COLUMNS = [
  { key: 'children', label: 'Kinderen' }, { key: 'atLevel', label: 'Op niveau' }, { key: 'veChildren', label: 'VE' }, { key: 'veAtLevel', label: 'VE op niveau' },
] as const;
const cellId = (domain: string, key: string): string => `${domain}_${key}`;
const instrumentId = (domain: string): string => `${domain}_instrument`;
const DIGITS = 3;

export const agreementText = (agreement: ResultAgreement | undefined): string => (agreement === undefined ? 'Geen afspraak.'
  : `Afspraak: ${agreement.targetPercent}% van ${populationWords(agreement.population)}, ${joined(instrumentLabel(agreement.instrument), agreement.level)}.`);

/** A line of numbers for each domain, with what was agreed under it, and what was measured with. */
export const domainFields = (agreed: ReadonlyMap<ResultDomain, ResultAgreement>): Field[] => DOMAINS.flatMap(({ code, label }): Field[] => [
  { kind: 'row', id: code, label, maxLength: DIGITS, cells: COLUMNS.map((column) => ({ id: cellId(code, column.key), label: column.label })), hint: agreementText(agreed.get(code)) },
  { kind: 'choice', id: instrumentId(code), label: `Instrument voor ${label.toLowerCase()}`, placeholder: 'Kies', options: INSTRUMENTS.map((one) => ({ value: one.code, label: one.label })) },
]);

/** What is on record, with the agreed instrument where nothing is. */
export function domainValues(rows: readonly DomainResult[], agreed: ReadonlyMap<ResultDomain, ResultAgreement>): FormValues {
  return Object.fromEntries(DOMAINS.flatMap(({ code }): [string, string][] => {
    const row = rows.find(({ domain }) => domain === code);
    const instrument = row?.instrument ?? agreed.get(code)?.instrument;
    return [
      ...(row ? COLUMNS.map(({ key }): [string, string] => [cellId(code, key), String(row[key])]) : []),
      ...(instrument === undefined ? [] : [[instrumentId(code), instrument] as [string, string]]),
    ];
  }));
}

const isInstrument = (code: string): boolean => INSTRUMENTS.some((one) => one.code === code);

/** A row from its texts; undefined when nothing is filled in, a Dutch sentence when it cannot be read. */
export function readRow(domain: ResultDomain, texts: readonly string[], instrument: string): DomainResult | string | undefined {
  if (texts.every((text) => text === '')) return undefined;
  const empty = COLUMNS.filter((_, index) => (texts[index] ?? '') === '').map(({ label }) => label.toLowerCase());
  if (empty.length > 0) return `Vul ook in: ${empty.join(', ')}. Zijn er geen, vul dan 0 in.`;
  if (!texts.every((text) => /^\d{1,3}$/.test(text))) return 'Vul hele getallen van 0 tot en met 999 in.';
  const [children = 0, atLevel = 0, veChildren = 0, veAtLevel = 0] = texts.map(Number);
  if (children === 0) return 'Er is niets gemeten als er 0 kinderen zijn. Laat de regel dan leeg.';
  if (!isInstrument(instrument)) return 'Kies waarmee dit is gemeten.';
  return { domain, instrument, children, atLevel, veChildren, veAtLevel };
}

/** Which school, school year and moment; a card of ours sends them along. */
export function occasionOf(values: Readonly<Record<string, unknown>>): Omit<Delivery, 'rows'> | undefined {
  const text = (id: string): string => (typeof values[id] === 'string' ? values[id] : '');
  const moment = MOMENTS.find(({ code }) => code === text('moment'))?.code;
  const isYear = /^20\d\d$/.test(text('schoolYear'));
  return moment !== undefined && isYear && /^[\w-]{1,64}$/.test(text('school')) ? { school: text('school'), moment, schoolYear: Number(text('schoolYear')), seen: text('seen') } : undefined;
}
export const isMoment = (text: string | undefined): text is ResultMoment => MOMENTS.some(({ code }) => code === text);

/** The whole card as a delivery; an error stands with the line that it is about. */
export const deliveryInput: z.ZodType<Delivery> = z.record(z.string(), z.unknown()).transform((values, context) => {
  const text = (id: string): string => (typeof values[id] === 'string' ? values[id].trim() : '');
  const fail = (path: string, message: string): void => void context.issues.push({ code: 'custom', path: [path], message, input: values });
  const occasion = occasionOf(values);
  if (!occasion) { fail('school', 'Open het formulier opnieuw.'); return z.NEVER; }
  const read = DOMAINS.map(({ code }) => ({ code, row: readRow(code, COLUMNS.map(({ key }) => text(cellId(code, key))), text(instrumentId(code))) }));
  for (const { code, row } of read) if (typeof row === 'string') fail(code, row);
  const rows = read.flatMap(({ row }) => (typeof row === 'object' ? [row] : []));
  if (rows.length === 0 && context.issues.length === 0) fail(DOMAINS[0].code, 'Vul ten minste één domein in.');
  return context.issues.length > 0 ? z.NEVER : { ...occasion, rows };
});
