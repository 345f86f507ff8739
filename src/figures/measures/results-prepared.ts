import { domainLabel, instrumentLabel, schoolYearLabel } from '../../policy/results/index.ts';
import { defineMeasure } from '../define.ts';
import type { Facts } from '../facts.ts';
import type { PreparedFact } from '../kindergarten-facts.ts';
import { notShown } from '../disclosure.ts';
import { roundedShare } from '../results-figure.ts';
import { yearOf, type Subject } from '../results.ts';
import { counted } from '../rows.ts';
import type { FigureBody, MeasureParams } from '../types.ts';

const SUBJECT: Subject = { moment: 'end_group_2' };
/** From the total of one school one would read that school; of fewer children one could know each. */
const MIN_SCHOOLS = 2;
const MIN_HANDED_OVER = 5;

/** Told in whole percentages to everybody, so the counts are kept as they are told: no number of children is. */
interface Told { readonly label: string; readonly share: string; readonly over: string }
interface Tally { readonly lines: readonly Told[]; readonly year: string }

function told(fact: PreparedFact, withProvider: boolean): Told {
  const share = fact.handedOver < MIN_HANDED_OVER ? notShown : roundedShare({ numerator: fact.veAtLevel, denominator: fact.veChildren, schools: fact.schools }, MIN_SCHOOLS);
  const label = `${domainLabel(fact.domain)}, ${instrumentLabel(fact.instrument)}`;
  return { label: withProvider ? `${fact.provider}: ${label}` : label, share, over: share === notShown ? '' : counted(fact.schools, 'school', 'scholen') };
}

function count({ kindergarten }: Facts, params: MeasureParams): Tally {
  const year = yearOf(SUBJECT, params);
  const byProvider = params.breakdown === 'provider';
  const facts = kindergarten.prepared.filter(({ schoolYear, provider }) => schoolYear === year && (provider !== undefined) === byProvider);
  return { lines: facts.map((fact) => told(fact, byProvider)), year: year === undefined ? '' : schoolYearLabel(year) };
}

function figure({ lines, year }: Tally, { members }: MeasureParams): FigureBody {
  const shown = lines.filter(({ share }) => share !== notShown);
  const why = year === '' ? ['In deze periode worden geen resultaten gemeten: eind groep 2 is in mei tot en met juli. Vraag bijvoorbeeld “resultaten na de overdracht 2024-2025”.']
    : lines.length === 0 ? ['Er zijn geen resultaten van scholen waaraan is overgedragen.'] : [`Eind groep 2, schooljaar ${year}. Het gaat om alle VE-kinderen van de scholen, ook van andere aanbieders.`];
  return {
    value: members !== undefined ? 'per gemeente' : shown.length === 0 ? (lines.length === 0 ? 'geen' : notShown) : shown.length === 1 ? shown[0]!.share : 'per domein',
    parts: members !== undefined ? [] : lines.map(({ label, share, over }) => ({ label, value: over === '' ? share : `${share}, ${over}` })), chart: [], series: [],
    remarks: [...why, 'Hier staat alleen een afgerond percentage, van ten minste 10 VE-kinderen van ten minste 2 scholen, na ten minste 5 overdrachten. Zo valt geen school en geen kind terug te rekenen.'],
  };
}

export const resultsPreparedMeasure = defineMeasure<Tally>({
  id: 'results-prepared',
  version: 1,
  title: 'Resultaten na de overdracht',
  names: ['resultaten na de overdracht', 'resultaten van onze kinderen', 'terugkoppeling resultaten'],
  definition: 'Het deel van de VE-kinderen dat eind groep 2 op of boven het niveau zit, op de scholen waaraan de locatie of aanbieder kinderen overdroeg. Scholen geven aantallen, geen kinderen: het cijfer gaat over de scholen samen, niet over de eigen kinderen alleen.',
  unit: 'kinderen',
  source: 'Aantallen die scholen zelf opgaven, en stappen van de warme overdracht',
  periodKind: 'period',
  protectedAs: 'nothing',
  seenBy: ['childcare', 'official', 'regional'],
  breakdowns: ['provider'],
  reads: ['kindergarten'],
  parts: ['location'],
  ranked: false,
  related: [],
  rows: () => [],
  count,
  exact: figure,
  safe: (_, params) => ({ ...figure({ lines: [], year: '' }, params), value: notShown, remarks: ['Dit cijfer is er in de persoonlijke chat.'] }),
});
