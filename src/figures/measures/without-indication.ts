import { recordKeepers } from '../define.ts';
import { hasIndication, placedAt, placementRow, withoutHistory } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';

export const withoutIndicationMeasure = rowMeasure({
  id: 'without-indication',
  version: 1,
  title: 'Geplaatst zonder indicatie',
  names: ['geplaatst zonder indicatie', 'plaatsingen zonder indicatie', 'zonder indicatie'],
  definition: 'De kinderen die op de peildatum op een VE-plek zitten zonder indicatie die op die dag geldt. Dat mag; vaak is de indicatie ingetrokken, of is er een tweede code van hetzelfde kind.',
  unit: 'kinderen',
  source: 'Plaatsingen van de kinderopvang en indicaties van de JGZ',
  periodKind: 'day',
  seenBy: recordKeepers,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['placements', 'without-outcome'],
  fold: 'count',
  linesOfDenominator: true,
  words: ['geplaatst kind', 'geplaatste kinderen'],
  splitBy: 'location',
  color: 'warning',
  rows: (facts, { referenceDate }) => placedAt(facts, referenceDate).map((placement) => {
    const indicated = hasIndication(placement, referenceDate);
    if (indicated === undefined) return placementRow(placement, { numerator: 0, denominator: 0, status: 'Indicatie niet te zien' });
    return placementRow(placement, { numerator: indicated ? 0 : 1, denominator: 1, status: indicated ? 'Met indicatie' : 'Zonder indicatie' });
  }),
  notes: (facts, { referenceDate }) => ({ unseen: placedAt(facts, referenceDate).filter((placement) => hasIndication(placement, referenceDate) === undefined).length }),
  remarks: ({ notes }) => withoutHistory(notes?.['unseen'] ?? 0, 'Zij tellen hier niet mee.'),
});
