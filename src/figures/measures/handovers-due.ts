import { aboutHandovers, counting, handoverRow, ownChildren, turnedFour } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoversDueMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-due',
  version: 1,
  title: 'Over te dragen kinderen',
  names: ['over te dragen kinderen'],
  definition: `Het aantal over te dragen kinderen: ${counting}. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handovers-done', 'handovers-missing', 'handovers-late'],
  fold: 'count',
  toldByQuarter: true,
  rows: (facts, params) => turnedFour(facts, params).map((handover) => handoverRow(handover, params, { numerator: 1, denominator: 0 })),
});
