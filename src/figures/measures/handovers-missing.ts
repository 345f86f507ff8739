import { aboutHandovers, counting, handoverRow, isDone, ownChildren, turnedFour } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoversMissingMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-missing',
  version: 1,
  title: 'Ontbrekende overdrachten',
  names: ['ontbrekende overdrachten', 'overdrachten ontbreken', 'nog niet overgedragen'],
  definition: `Van ${counting}: het aantal dat op de peildatum niet is overgedragen. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handovers-late', 'handovers-done', 'handovers-due'],
  fold: 'count',
  linesOfDenominator: true,
  color: 'attention',
  toldByQuarter: true,
  rows: (facts, params) => turnedFour(facts, params).map((handover) => handoverRow(handover, params, { numerator: isDone(handover, params) ? 0 : 1, denominator: 1 })),
});
