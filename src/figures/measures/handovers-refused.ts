import { aboutHandovers, answerOf, countingDone, doneIn, handoverRow, ownChildren } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoversRefusedMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-refused',
  version: 1,
  title: 'Overgedragen na weigering',
  names: ['overgedragen na weigering', 'overdrachten geweigerd', 'toestemming geweigerd'],
  definition: `Van ${countingDone}: het aantal waarvan de ouders de toestemming weigerden of introkken, zodat alleen het programma, de start en de uren meegingen. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handovers-with-consent', 'handovers-done', 'handovers-missing'],
  fold: 'count',
  linesOfDenominator: true,
  color: 'warning',
  toldByQuarter: true,
  rows: (facts, params) => doneIn(facts, params).map((handover) => handoverRow(handover, params, { numerator: answerOf(handover) === 'refused' ? 1 : 0, denominator: 1 })),
});
