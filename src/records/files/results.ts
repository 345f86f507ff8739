import { DOMAINS, INSTRUMENTS } from '../../policy/results/index.ts';
import { schoolYearCell, textCell, wholeCell, wordCell } from '../cells.ts';
import { type Column, column, explained, type FileSpec, optional, type RowIssue, type Values } from '../file-spec.ts';
import { municipality, reference } from './common.ts';

const whole = (least: number, most: number, about: string, example: string): Column => explained(column('integer', wholeCell(least, most)), about, example);
const word = (words: Readonly<Record<string, string>>, about: string, example: string): Column => explained(column('text', wordCell(words)), about, example);

const schoolYear = explained(column('text', schoolYearCell), 'zoals `2024-2025`', '2024-2025');
const moment = word({ eind_groep_1: 'end_group_1', eind_groep_2: 'end_group_2', start_groep_3: 'start_group_3' }, '`eind groep 1`, `eind groep 2` of `start groep 3`', 'eind groep 2');
const domain = word({ taal: 'language', rekenen: 'arithmetic', motoriek: 'motor', sociaal_emotioneel: 'social' }, DOMAINS.map(({ label }) => `\`${label.toLowerCase()}\``).join(', '), 'taal');
const instrument = word(Object.fromEntries(INSTRUMENTS.map(({ code }) => [code === 'other' ? 'anders' : code, code])), INSTRUMENTS.map(({ code, label }) => `\`${code === 'other' ? 'anders' : code}\` (${label})`).join(', '), 'kijk');

const agreements: FileSpec = {
  kind: 'resultaatafspraken', key: ['gemeente', 'bestuur', 'schooljaar', 'moment', 'domein'],
  intro: 'Wat is afgesproken over kleuterresultaten. Sleutel: gemeente, bestuur, schooljaar, moment en domein. Staat er niets, dan is er geen afspraak.',
  columns: {
    gemeente: municipality, bestuur: optional(reference('organisaties', '', ', soort schoolbestuur; leeg: alle scholen')), schooljaar: schoolYear, moment, domein: domain,
    kinderen: word({ ve: 've', alle: 'all' }, '`ve` of `alle`: om welke kinderen het gaat', 've'), instrument,
    niveau: explained(column('text', textCell(120)), 'het niveau dat een kind haalt', 'fase 9 of hoger'), doel: whole(1, 100, 'procent', '80'),
    bron: explained(column('text', textCell(200)), 'waar het is vastgesteld', 'LEA-verslag 12-06-2024'),
  },
};

/** As the database holds it, said at the cell that is wrong. */
function countsFit(row: Values): RowIssue[] {
  const number = (name: string): number | undefined => (typeof row[name] === 'number' ? row[name] : undefined);
  const [children, atLevel, ve, veAtLevel, from, until] = ['kinderen', 'op_niveau', 've_kinderen', 've_op_niveau', 've_maanden_van', 've_maanden_tot'].map(number);
  const issues: RowIssue[] = [];
  const refuse = (isWrong: boolean, name: string, text: string): void => { if (isWrong) issues.push({ column: name, text }); };
  refuse((from === undefined) !== (until === undefined), 've_maanden_tot', 'hoort bij ve_maanden_van: vul ze allebei in of geen van beide.');
  refuse(from !== undefined && until !== undefined && until <= from, 've_maanden_tot', 'is niet hoger dan ve_maanden_van.');
  refuse(from !== undefined && (children !== undefined || atLevel !== undefined), 'kinderen', 'moet leeg zijn bij een aantal maanden VE: dat gaat alleen over VE-kinderen.');
  refuse(from === undefined && (children === undefined || atLevel === undefined), 'kinderen', 'mag niet leeg zijn, en op_niveau ook niet.');
  refuse(veAtLevel! > ve!, 've_op_niveau', 'is meer dan ve_kinderen.');
  if (children === undefined || atLevel === undefined) return issues;
  refuse(atLevel > children, 'op_niveau', 'is meer dan kinderen.');
  refuse(ve! > children, 've_kinderen', 'is meer dan kinderen.');
  refuse(veAtLevel! > atLevel, 've_op_niveau', 'is meer dan op_niveau.');
  refuse(ve! - veAtLevel! > children - atLevel, 've_kinderen', 'onder het niveau is meer dan alle kinderen onder het niveau.');
  return issues;
}

const results: FileSpec = {
  kind: 'kleuterresultaten', key: ['school', 'schooljaar', 'moment', 'domein', 'instrument', 've_maanden_van', 've_maanden_tot'],
  intro: 'Aantallen per school, nooit van één kind. Sleutel: school, schooljaar, moment, domein, instrument en maanden VE. Een tweede keer met andere aantallen is een correctie.',
  columns: {
    school: reference('scholen', 's1'), schooljaar: schoolYear, moment, domein: domain, instrument,
    kinderen: optional(whole(0, 999, 'alle kinderen met een resultaat', '24')), op_niveau: optional(whole(0, 999, 'hoeveel daarvan op of boven het niveau', '18')),
    ve_kinderen: whole(0, 999, 'kinderen die VE volgden', '9'), ve_op_niveau: whole(0, 999, 'hoeveel daarvan op of boven het niveau', '6'),
    ve_maanden_van: optional(whole(0, 60, 'alleen voor VE-kinderen die zoveel maanden VE volgden; laat kinderen en op_niveau dan leeg', '')),
    ve_maanden_tot: optional(whole(1, 61, 'eerste aantal maanden dat niet meer meetelt', '')),
  },
  note: 'Rijen met maanden VE zijn een deel van de rij zonder, en worden er niet bij opgeteld. Wat een school zelf in de chat invulde, verbetert de school in de chat: een import met andere aantallen wordt geweigerd.',
  checkRow: countsFit,
};

export const RESULT_FILES: readonly FileSpec[] = [agreements, results];
