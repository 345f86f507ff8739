import { aboutHandovers, countingDone, doneIn, handoverRow, ownChildren } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoverTalkMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handover-talk',
  version: 1,
  title: 'Aandeel met een warm gesprek',
  names: ['aandeel met een warm gesprek', 'warm gesprek', 'warme gesprekken'],
  definition: `Van ${countingDone}: het aandeel waarover kinderopvang en school uiterlijk op de peildatum een warm gesprek voerden. ${ownChildren}`,
  unit: 'kinderen',
  related: ['handover-feedback', 'handovers-with-consent', 'handovers-done'],
  fold: 'share',
  rows: (facts, params) => doneIn(facts, params).map((handover) => {
    const held = handover.talkOn !== undefined && handover.talkOn <= params.referenceDate;
    return handoverRow(handover, params, { numerator: held ? 1 : 0, denominator: 1, status: held ? 'Warm gesprek gevoerd' : 'Geen warm gesprek' });
  }),
});
