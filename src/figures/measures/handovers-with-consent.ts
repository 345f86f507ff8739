import { aboutHandovers, answerOf, countingDone, doneIn, handoverRow, ownChildren } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoversWithConsentMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-with-consent',
  version: 1,
  title: 'Overgedragen met toestemming',
  names: ['overgedragen met toestemming', 'overdrachten met toestemming'],
  definition: `Van ${countingDone}: het aantal waarvan de ouders toestemming gaven om meer te delen dan het programma, de start en de uren, en die niet introkken. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handovers-refused', 'handovers-done', 'handover-talk'],
  fold: 'count',
  linesOfDenominator: true,
  color: 'good',
  toldByQuarter: true,
  rows: (facts, params) => doneIn(facts, params).map((handover) => handoverRow(handover, params, { numerator: answerOf(handover) === 'given' ? 1 : 0, denominator: 1 })),
});
