import { aboutHandovers, answerOf, counting, doneIn, handoverRow, isDone, ownChildren, turnedFour } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoversDoneMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-done',
  version: 1,
  title: 'Overgedragen kinderen',
  names: ['overdrachten', 'overgedragen kinderen', 'overdrachten gedaan', 'gedane overdrachten'],
  definition: `Van ${counting}: het aantal dat uiterlijk op de peildatum is overgedragen, dus verstuurd door de kinderopvang of ingediend door de school. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handovers-with-consent', 'handovers-missing', 'handovers-late'],
  fold: 'count',
  linesOfDenominator: true,
  color: 'good',
  toldByQuarter: true,
  rows: (facts, params) => turnedFour(facts, params).map((handover) => handoverRow(handover, params, { numerator: isDone(handover, params) ? 1 : 0, denominator: 1 })),
  notes: (facts, params) => {
    const answers = doneIn(facts, params).map(answerOf);
    const are = (which: (typeof answers)[number]): number => answers.filter((answer) => answer === which).length;
    return { given: are('given'), refused: are('refused'), unanswered: are('unanswered') };
  },
  remarks: ({ numerator, notes = {} }) => (numerator === 0 ? [] : [`Daarvan ${notes['given']} met toestemming van de ouders, ${notes['refused']} geweigerd of ingetrokken en ${notes['unanswered']} zonder antwoord.`]),
});
