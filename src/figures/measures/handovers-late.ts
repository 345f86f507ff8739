import { formatMonths } from '../../ask/numbers.ts';
import { aboutHandovers, counting, handoverRow, isDone, isLate, momentsOf, ownChildren, turnedFour } from '../handovers.ts';
import { policiesOf } from '../labels.ts';
import { cannotBeGiven } from '../disclosure.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { Facts } from '../facts.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

const NO_MOMENT = 'Geen afspraak over te laat';

function lateRows(facts: Facts, params: MeasureParams): FigureRow[] {
  const moments = momentsOf(params);
  return turnedFour(facts, params).map((handover) => {
    if (moments === undefined) return handoverRow(handover, params, { numerator: 0, denominator: 0, status: NO_MOMENT });
    const late = isLate(handover, moments, params);
    const status = isDone(handover, params) ? (late ? 'Te laat overgedragen' : 'Op tijd overgedragen') : late ? 'Te laat, niet overgedragen' : 'Nog niet te laat';
    return handoverRow(handover, params, { numerator: late ? 1 : 0, denominator: 1, status });
  });
}

/** "te laat vanaf 4 jaar"; of several municipalities each its own. */
function fromWhen(params: MeasureParams): string[] {
  const ages = policiesOf(params).map(({ name, policy }) => ({ name, moments: momentsOf({ policy, referenceDate: params.referenceDate }) }));
  const said = [...new Set(ages.map(({ moments }) => (moments ? formatMonths(moments.overdueMonths) : 'geen afspraak')))];
  if (said.length === 1) return [said[0] === 'geen afspraak' ? 'Voor deze dag is niet vastgelegd wanneer een overdracht te laat is.' : `Te laat is: op of na de leeftijd van ${said[0]}.`];
  return [`Te laat is, in maanden: ${ages.map(({ name, moments }) => `${name ?? ''} ${moments?.overdueMonths ?? 'geen afspraak'}`.trim()).join(', ')}.`];
}

export const handoversLateMeasure = rowMeasure({
  ...aboutHandovers,
  id: 'handovers-late',
  version: 1,
  title: 'Overdrachten te laat',
  names: ['overdrachten te laat', 'te late overdrachten'],
  definition: `Van ${counting}: het aantal dat te laat is overgedragen, of op de peildatum te laat is en nog ontbreekt, volgens het moment dat de gemeente afsprak. ${ownChildren}`,
  unit: 'kinderen',
  topics: ['handoverMoments'],
  related: ['handovers-missing', 'handover-days', 'handovers-done'],
  fold: 'count',
  linesOfDenominator: true,
  color: 'warning',
  toldByQuarter: true,
  rows: lateRows,
  notes: (facts, params) => {
    const rows = lateRows(facts, params);
    return { children: rows.length, done: rows.filter(({ status }) => status === 'Te laat overgedragen').length };
  },
  // Without a moment there is no "late", and none is no answer either.
  value: ({ denominator, notes = {} }) => (denominator === 0 && (notes['children'] ?? 0) > 0 ? cannotBeGiven : undefined),
  remarks: ({ numerator, notes = {} }, params) => [
    ...(numerator === 0 ? [] : [`Daarvan ${counted(notes['done'] ?? 0, 'kind', 'kinderen')} te laat overgedragen en ${numerator - (notes['done'] ?? 0)} niet overgedragen.`]),
    ...fromWhen(params),
  ],
});
