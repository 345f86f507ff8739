import { atLocations } from '../define.ts';
import { isActive, placementRow, vePlacements, withoutHistory, type PlacementAt } from '../events.ts';
import type { Facts } from '../facts.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

/** One placement a child: one that is active at the end of the period, otherwise the one that ended last. */
function childrenIn(facts: Facts, { from, until, referenceDate }: MeasureParams): PlacementAt[] {
  const inPeriod = vePlacements(facts).filter(({ start, end }) => start < until && (end === undefined || end > from));
  const rank = (placement: PlacementAt): string => `${isActive(placement, referenceDate) ? 1 : 0} ${placement.end ?? '9999'} ${placement.start} ${placement.at.location}`;
  const sorted = [...inPeriod].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return [...new Map(sorted.map((placement) => [placement.child, placement])).values()];
}

/** Whether an indication was issued by the end of the period and not withdrawn before the child's first day in it. */
function indicatedBy({ history }: PlacementAt, { until, from }: MeasureParams): boolean | undefined {
  return history?.indications.some((indication) => indication.from < until && (indication.until === undefined || indication.until > from));
}

function usedRow(placement: PlacementAt, params: MeasureParams): FigureRow {
  const indicated = indicatedBy(placement, params);
  if (indicated === undefined) return placementRow(placement, { numerator: 0, denominator: 0, status: 'Indicatie niet te zien' });
  if (!indicated) return placementRow(placement, { numerator: 0, denominator: 0, status: 'Zonder indicatie' });
  const placed = isActive(placement, params.referenceDate);
  return placementRow(placement, { numerator: 1, denominator: 0, status: placed ? 'Nog geplaatst' : 'Gestopt' });
}

export const usedMeasure = rowMeasure({
  id: 'used',
  version: 1,
  title: 'Gebruik van VE',
  names: ['gebruik van ve', 've-gebruik', 'gebruikten ve'],
  definition:
    'Het aantal kinderen met een indicatie die op ten minste één dag van de periode gold, dat in de periode ten minste één dag op een VE-plek zat op een locatie van de gemeente. ' +
    'Zij zijn aan het einde nog geplaatst of gestopt. Uitgesplitst staat elk kind op één plek: waar het dan nog zit, en anders waar het het laatst zat.',
  unit: 'kinderen',
  source: 'Plaatsingen van de kinderopvang en indicaties van de JGZ',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'reason'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['placements', 'exits', 'intakes'],
  fold: 'count',
  words: ['kind', 'kinderen'],
  splitBy: 'reason',
  rows: (facts, params) => childrenIn(facts, params).map((placement) => usedRow(placement, params)),
  notes: (facts, params) => {
    const all = childrenIn(facts, params);
    const are = (indicated: boolean | undefined): number => all.filter((placement) => indicatedBy(placement, params) === indicated).length;
    return { without: are(false), unseen: are(undefined) };
  },
  basis: ({ numerator }) => `${counted(numerator, 'kind', 'kinderen')} met een indicatie op een VE-plek`,
  remarks: ({ notes = {} }) => [
    ...(notes['without'] ? [`Daarnaast ${counted(notes['without'], 'kind', 'kinderen')} op een VE-plek zonder indicatie.`] : []),
    ...withoutHistory(notes['unseen'] ?? 0, 'Zij tellen hier niet mee.'),
  ],
});
