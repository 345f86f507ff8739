import { aboutHandovers, countingDone, doneIn, handoverRow, ownChildren } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoverFeedbackMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handover-feedback',
  version: 1,
  title: 'Aandeel met terugkoppeling',
  names: ['aandeel met terugkoppeling', 'terugkoppeling', 'terugkoppelingen'],
  definition: `Van ${countingDone}: het aandeel waarover de school uiterlijk op de peildatum een terugkoppeling gaf aan de kinderopvang. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handover-talk', 'handovers-done'],
  fold: 'share',
  rows: (facts, params) => doneIn(facts, params).map((handover) => {
    const given = handover.feedbackOn !== undefined && handover.feedbackOn <= params.referenceDate;
    return handoverRow(handover, params, { numerator: given ? 1 : 0, denominator: 1, status: given ? 'Terugkoppeling gegeven' : 'Geen terugkoppeling' });
  }),
});
