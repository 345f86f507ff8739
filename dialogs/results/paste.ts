import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { DOMAINS, domainLabel, INSTRUMENTS, instrumentLabel, type DomainResult, type ResultDomain } from '../../src/policy/results/index.ts';
import { open } from '../buttons.ts';
import { defineDialog, type DialogContext, type View } from '../dialog.ts';
import { chooseOccasion, commitDelivery, hiddenOf } from './entry.ts';
import { occasionOf, readRow } from './fields.ts';
import { agreedFor, checkDelivery, currentRows, occasionTitle, ownSchool, seenOf, type Delivery } from './model.ts';

const MOST_TEXT = 2_000;
const EXAMPLE = 'Taal;KIJK!;24;18;9;6';

const folded = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const ALSO: Readonly<Record<string, ResultDomain>> = { taalontwikkeling: 'language', mondelingetaal: 'language', rekenontwikkeling: 'arithmetic', motorisch: 'motor', sociaal: 'social', sociaalemotioneleontwikkeling: 'social' };
const domainOf = (text: string): ResultDomain | undefined => DOMAINS.find(({ label, code }) => folded(label) === folded(text) || code === folded(text))?.code ?? ALSO[folded(text)];
const instrumentOf = (text: string): string => INSTRUMENTS.find(({ label, code }) => folded(label) === folded(text) || code === folded(text))?.code ?? '';
const isHeading = (cells: readonly string[]): boolean => folded(cells[0] ?? '') === 'domein';

/** One line of what was pasted: domain, instrument, children, at level, VE, VE at level. */
function readLine(line: string): DomainResult | string | undefined {
  const cells = line.split(/[;\t]/).map((cell) => cell.trim());
  if (isHeading(cells)) return undefined;
  const domain = domainOf(cells[0] ?? '');
  if (!domain) return `“${cells[0]?.slice(0, 40)}” is geen domein. Gebruik ${DOMAINS.map(({ label }) => label).join(', ')}.`;
  if (cells.length !== 6) return `${domainLabel(domain)}: hier staan ${cells.length} kolommen, het moeten er 6 zijn.`;
  if (instrumentOf(cells[1]!) === '') return `${domainLabel(domain)}: “${cells[1]!.slice(0, 40)}” is geen bekend instrument. Gebruik ${INSTRUMENTS.map(({ label }) => label).join(', ')}.`;
  const row = readRow(domain, cells.slice(2), instrumentOf(cells[1]!));
  return typeof row === 'string' ? `${domainLabel(domain)}: ${row}` : row;
}

/** All lines, or what is wrong with them. Two lines of one domain would each correct the other. */
export function readPasted(text: string): { readonly rows: readonly DomainResult[]; readonly problems: readonly string[] } {
  const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, line })).filter(({ line }) => line.trim() !== '');
  const read = lines.map(({ number, line }) => ({ number, row: readLine(line) }));
  const rows = read.flatMap(({ row }) => (typeof row === 'object' ? [row] : []));
  const problems = read.flatMap(({ number, row }) => (typeof row === 'string' ? [`Regel ${number}: ${row}`] : []));
  const twice = DOMAINS.filter(({ code }) => rows.filter(({ domain }) => domain === code).length > 1).map(({ label }) => `${label} staat er meer dan één keer in.`);
  return { rows, problems: [...problems, ...twice] };
}

const input: z.ZodType<Delivery> = z.record(z.string(), z.unknown()).transform((values, context) => {
  const fail = (message: string): never => { context.issues.push({ code: 'custom', path: ['pasted'], message, input: values }); return z.NEVER; };
  const occasion = occasionOf(values);
  if (!occasion) return fail('Open het formulier opnieuw.');
  const { rows, problems } = readPasted(typeof values['pasted'] === 'string' ? values['pasted'] : '');
  if (problems.length > 0) return fail(problems.slice(0, 4).join(' '));
  return rows.length === 0 ? fail(`Plak regels zoals: ${EXAMPLE}`) : { ...occasion, rows };
});

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const occasion = occasionOf(values);
  const grant = occasion && ownSchool(context, occasion.school);
  if (!occasion || !grant) return chooseOccasion(context, values, 'results-paste', 'Kleuterresultaten plakken');
  const agreed = await agreedFor(context.ports.results, grant, occasion);
  const now = currentRows(await context.ports.results.ofSchool(grant.schoolId!), occasion, agreed);
  return {
    kind: 'form',
    title: 'Kleuterresultaten plakken',
    intro: `${grant.schoolName ?? 'Uw school'} · ${occasionTitle(occasion)}. Plak uit uw rekenblad: domein, instrument, kinderen, op niveau, VE-kinderen, VE op niveau. Domeinen die er niet in staan, worden leeg.`,
    fields: [{ kind: 'text', id: 'pasted', label: 'Regels', required: true, multiline: true, maxLength: MOST_TEXT, placeholder: EXAMPLE, hint: 'Kolommen gescheiden door een tab of puntkomma; een kopregel mag erbij.' }],
    hidden: { ...hiddenOf(occasion), seen: values['seen'] || seenOf(now) },
    defaults: { pasted: now.map((row) => [domainLabel(row.domain), instrumentLabel(row.instrument), row.children, row.atLevel, row.veChildren, row.veAtLevel].join(';')).join('\n') },
    moreButtons: [open('results-entry', 'Invullen', hiddenOf(occasion))],
  };
}

export const resultsPasteDialog = defineDialog<Delivery>({
  id: 'results-paste',
  title: 'Kleuterresultaten plakken',
  phrases: ['kleuterresultaten plakken', 'resultaten plakken'],
  roles: ['school'],
  menuRoles: [],
  form,
  input,
  check: checkDelivery,
  commit: commitDelivery,
});
