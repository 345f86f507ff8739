import { atLocations } from '../define.ts';
import { groupsAt } from '../groups.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';

export const groupsMeasure = rowMeasure({
  id: 'groups',
  version: 1,
  title: 'VE-groepen',
  names: ['ve-groepen', 'aantal groepen', 'groepen met ve'],
  definition: 'Het aantal groepen waarin op de peildatum ten minste één kind op een VE-plek zit.',
  unit: 'groepen',
  source: 'Plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster'],
  related: ['group-mix', 'placements'],
  fold: 'count',
  words: ['groep', 'groepen'],
  splitBy: 'location',
  rows: (facts, { referenceDate }) => groupsAt(facts, referenceDate).map(({ row, children }) => ({ ...row, numerator: 1, denominator: 0, status: counted(children, 'kind', 'kinderen') })),
});
