import { nationalValue } from '../../policy/national/values.ts';
import { atLocations } from '../define.ts';
import { withoutHistory } from '../events.ts';
import { groupsAt } from '../groups.ts';
import { agreedByAll, policiesOf } from '../labels.ts';
import type { Facts } from '../facts.ts';
import { rowMeasure, type Tally } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { FigureRow, MeasureParams, PolicyUsed } from '../types.ts';

const minimumOf = ({ minimumTargetToddlersInGroup }: PolicyUsed): number | undefined => minimumTargetToddlersInGroup?.value;
const without = (params: MeasureParams): readonly (string | undefined)[] => policiesOf(params).filter(({ policy }) => minimumOf(policy) === undefined).map(({ name }) => name);
const nobodyAgreed = (params: MeasureParams): boolean => without(params).length === policiesOf(params).length;
const noAgreement = 'Geen afspraak vastgelegd over het aantal doelgroeppeuters in een groep. De groepen staan hier zonder oordeel.';

const text = {
  id: 'group-mix',
  title: 'Groepsmix',
  names: ['groepsmix', 'groepssamenstelling', '4 op 16'],
  definition: 'Van de groepen waarin op de peildatum een kind op een VE-plek zit: de groepen met ten minste het afgesproken aantal kinderen met een geldige indicatie. Alle ingeschreven kinderen van de groep tellen mee. Waar de gemeente niets afsprak, telt een groep niet mee.',
  unit: 'groepen',
  source: 'Plaatsingen van de kinderopvang, indicaties van de JGZ en de afspraak van de gemeente',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['group', 'location', 'provider', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  topics: ['minimumTargetToddlersInGroup'],
  related: ['groups', 'placements'],
  fold: 'count',
  linesOfDenominator: true,
  lineText: ({ status }: FigureRow) => status,
  words: ['groep', 'groepen'],
  splitBy: 'group',
} as const;

function rows(facts: Facts, params: MeasureParams, ofNoAgreement: 0 | 1): FigureRow[] {
  const minimum = minimumOf(params.policy);
  return groupsAt(facts, params.referenceDate).map(({ row, children, indicated }) => ({
    ...row, numerator: minimum !== undefined && indicated >= minimum ? 1 : 0, denominator: minimum === undefined ? ofNoAgreement : 1,
    status: `${indicated} van ${counted(children, 'kind', 'kinderen')} met indicatie`,
  }));
}

function notes(facts: Facts, { referenceDate }: MeasureParams): Record<string, number> {
  const groups = groupsAt(facts, referenceDate);
  const limit = nationalValue('groupSize', referenceDate)?.value ?? Infinity;
  return { unseen: groups.reduce((sum, { unseen }) => sum + unseen, 0), tooLarge: groups.filter(({ children }) => children > limit).length };
}

function remarks({ notes: { tooLarge, unseen } = {} }: Tally, params: MeasureParams): string[] {
  const names = without(params);
  return [
    ...(nobodyAgreed(params) ? [noAgreement] : names.length === 0 ? [] : [`Niet meegeteld, omdat geen afspraak is vastgelegd over het aantal doelgroeppeuters in een groep: ${names.join(', ')}.`]),
    ...(tooLarge ? [`In ${counted(tooLarge, 'groep', 'groepen')} staan meer dan 16 kinderen ingeschreven; er mogen er 16 tegelijk aanwezig zijn.`] : []),
    ...withoutHistory(unseen ?? 0, 'Zij tellen niet als doelgroeppeuter.'),
  ];
}

function basis({ denominator, notes: { groups } = {} }: Tally, params: MeasureParams): string {
  if (nobodyAgreed(params)) return counted(groups ?? denominator, 'groep', 'groepen');
  return `groepen met ten minste ${agreedByAll(params, minimumOf) ?? 'het door de eigen gemeente afgesproken aantal'} doelgroeppeuters`;
}

const value = ({ numerator, denominator }: Tally, params: MeasureParams): string => (nobodyAgreed(params) ? 'geen afspraak' : `${numerator} van ${denominator}`);

export const groupMixMeasure = rowMeasure({
  ...text,
  version: 2,
  listsAll: true,
  rows: (facts, params) => rows(facts, params, 0),
  notes: (facts, params) => ({ ...notes(facts, params), groups: groupsAt(facts, params.referenceDate).length }),
  value, basis, remarks,
  // A group counted in the denominator where nothing was agreed, as one that did not meet it.
  earlier: { 1: rowMeasure({ ...text, version: 1, rows: (facts, params) => rows(facts, params, 1), notes, value, basis, remarks }) },
});
