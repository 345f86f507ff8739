import { daysBetween } from '../../policy/engine/days.ts';
import { aboutHandovers, countingDone, doneIn, handoverRow, ownChildren } from '../handovers.ts';
import { rowMeasure } from '../row-measure.ts';

export const handoverDaysMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handover-days',
  version: 1,
  title: 'Dagen van overdracht tot de 4e verjaardag',
  names: ['dagen van overdracht tot de 4e verjaardag', 'dagen voor de 4e verjaardag', 'moment van overdracht'],
  definition: `Het gemiddelde aantal dagen van de overdracht tot de 4e verjaardag, over ${countingDone}. Na de verjaardag telt als een negatief aantal. ${ownChildren}`,
  unit: 'dagen',
  related: ['handovers-late', 'handovers-done'],
  fold: 'average',
  per: 'dagen',
  rows: (facts, params) => doneIn(facts, params).map((handover) => {
    const days = daysBetween(handover.doneOn!, handover.birthday4);
    const status = days >= 0 ? `${days} ${days === 1 ? 'dag' : 'dagen'} voor de 4e verjaardag` : `${-days} ${days === -1 ? 'dag' : 'dagen'} na de 4e verjaardag`;
    return handoverRow(handover, params, { numerator: days, denominator: 1, status });
  }),
  remarks: ({ numerator, denominator }) => (denominator > 0 && numerator < 0 ? ['Gemiddeld was de overdracht na de 4e verjaardag.'] : denominator === 0 ? ['Er is in deze periode geen kind overgedragen.'] : []),
  toldByQuarter: true,
});
