import { DOMAINS } from '../../policy/results/index.ts';
import type { Facts } from '../facts.ts';
import { rowMeasure } from '../row-measure.ts';
import { agreementOf, expectedSchools, yearOf, type Subject } from '../results.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

const SUBJECT: Subject = { moment: 'end_group_2' };

/** Delivered, in part of what was agreed, or not at all. */
function statusOf({ kindergarten }: Facts, schoolId: string, boardId: string, schoolYear: number): { readonly missing: 0 | 1; readonly status: string } {
  const domains = new Set(kindergarten.results.filter((one) => one.schoolId === schoolId && one.schoolYear === schoolYear && one.moment === SUBJECT.moment).map(({ domain }) => domain));
  if (domains.size === 0) return { missing: 1, status: 'Nog niets geleverd' };
  const left = DOMAINS.filter(({ code }) => !domains.has(code) && agreementOf(kindergarten, boardId, { schoolYear, moment: SUBJECT.moment, domain: code }) !== undefined);
  return { missing: 0, status: left.length === 0 ? 'Geleverd' : `Geleverd, nog zonder ${left.map(({ label }) => label.toLowerCase()).join(' en ')}` };
}

function rows(facts: Facts, params: MeasureParams): FigureRow[] {
  const year = yearOf(SUBJECT, params);
  if (year === undefined) return [];
  return expectedSchools(facts, SUBJECT, params).map(({ schoolId, boardId, school, neighbourhood, cluster }) => {
    const { missing, status } = statusOf(facts, schoolId, boardId, year);
    return { key: schoolId, numerator: missing, denominator: 1, status, school, neighbourhood, cluster };
  });
}

export const resultsMissingMeasure = rowMeasure({
  id: 'results-missing',
  version: 1,
  title: 'Scholen zonder resultaten',
  names: ['scholen zonder resultaten', 'ontbrekende resultaten'],
  definition: 'Van de scholen in de gemeente: hoeveel er voor eind groep 2 van het laatste schooljaar in de periode nog geen enkel resultaat leverden, met per school hoe het staat.',
  unit: 'scholen',
  source: 'Aantallen die scholen zelf opgaven',
  periodKind: 'period',
  protectedAs: 'nothing',
  seenBy: ['official', 'regional'],
  breakdowns: ['school', 'neighbourhood', 'cluster'],
  splitBy: 'school',
  reads: ['kindergarten'],
  parts: ['school', 'neighbourhood', 'cluster'],
  related: ['results'],
  fold: 'count',
  words: ['school', 'scholen'],
  linesOfDenominator: true,
  listsAll: true,
  lineText: ({ status }) => status,
  rows,
  value: ({ numerator, denominator }) => (denominator === 0 ? 'geen' : `${numerator} van ${denominator}`),
  basis: ({ denominator }) => (denominator === 0 ? undefined : 'scholen leverden nog niets voor eind groep 2'),
  remarks: ({ denominator }) => (denominator === 0 ? ['In deze periode worden geen resultaten gemeten: eind groep 2 is in mei tot en met juli. Vraag bijvoorbeeld “welke scholen hebben nog geen resultaten 2024-2025”.'] : []),
});
