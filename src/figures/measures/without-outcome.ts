import { addDays } from '../../policy/engine/days.ts';
import { insiders } from '../define.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';
import { targetRow } from '../targets.ts';

/** Eight weeks: by then guidance has had time to end in a place or in a reason. */
export const outcomeWithinDays = 56;

export const withoutOutcomeMeasure = rowMeasure({
  id: 'without-outcome',
  version: 1,
  title: 'Indicaties zonder uitkomst',
  names: ['indicaties zonder uitkomst', 'zonder uitkomst', 'indicaties zonder vervolg'],
  definition:
    'De kinderen tot 4 jaar uit de gemeente met een geldige indicatie die 8 weken of langer voor de peildatum is afgegeven, zonder dat een plaatsing is begonnen of een uitkomst van de toeleiding is vastgelegd.',
  unit: 'kinderen met een indicatie',
  source: 'Indicaties en toeleiding van de JGZ, en plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: insiders,
  breakdowns: ['neighbourhood', 'cluster'],
  reads: ['targets'],
  parts: ['neighbourhood', 'cluster'],
  related: ['waiting', 'unknown', 'guidance-time'],
  fold: 'count',
  linesOfDenominator: true,
  words: ['kind met een indicatie', 'kinderen met een indicatie'],
  color: 'warning',
  rows: ({ targets }, { referenceDate }) => targets.map((target) => {
    const isOpen = !target.everPlaced && !target.hasOutcome && addDays(target.indicatedOn, outcomeWithinDays) <= referenceDate;
    return { ...targetRow(target, isOpen ? 1 : 0, 1), status: isOpen ? 'Zonder uitkomst' : 'Uitkomst bekend of korter dan 8 weken' };
  }),
  basis: ({ denominator }) => `van ${counted(denominator, 'kind', 'kinderen')} met een indicatie`,
});
