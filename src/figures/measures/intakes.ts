import { formatCount } from '../../ask/numbers.ts';
import { atLocations, defineMeasure } from '../define.ts';
import { safeEvents } from '../disclosure-events.ts';
import { eventLabel, intakesIn } from '../events.ts';
import { chartOf, counted, partsOf, rowsBy, type Row } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { FigureBody } from '../types.ts';

interface Tally { readonly count: number; readonly rows: readonly Row[] }

const total = ({ count }: Tally): FigureBody => ({
  value: formatCount(count), basis: `${counted(count, 'plaatsing', 'plaatsingen')} begonnen`, numerator: count, parts: [], chart: [], remarks: [],
});

export const intakesMeasure = defineMeasure<Tally>({
  id: 'intakes',
  version: 1,
  title: 'Instroom',
  names: ['instroom', 'nieuwe plaatsingen'],
  definition: 'Het aantal plaatsingen op een VE-plek waarvan de eerste dag in de periode ligt. Een kind dat naar een andere locatie gaat, telt daar opnieuw.',
  unit: 'plaatsingen',
  source: 'Plaatsingen van de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'neighbourhood'],
  reads: 'locations',
  ofLocation: true,
  related: ['exits', 'start-age'],
  count: (facts, params) => {
    const intakes = intakesIn(facts, params);
    return { count: intakes.length, rows: rowsBy(intakes, (event) => [eventLabel(event, params.breakdown ?? 'location')]) };
  },
  exact: (tally) => ({ ...total(tally), parts: partsOf(tally.rows), chart: chartOf(tally.rows, 'good') }),
  safe: (tally, params) => withoutBreakdown(safeEvents([tally.count], params, () => total(tally)), params),
});
