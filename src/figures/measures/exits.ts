import { formatCount } from '../../ask/numbers.ts';
import { atLocations, defineMeasure } from '../define.ts';
import { safeEvents } from '../disclosure-events.ts';
import { eventLabel, exitsIn } from '../events.ts';
import { chartOf, counted, partsOf, rowsBy, type Row } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { FigureBody } from '../types.ts';

interface Tally { readonly count: number; readonly rows: readonly Row[] }

const total = ({ count }: Tally): FigureBody => ({
  value: formatCount(count), basis: `${counted(count, 'plaatsing', 'plaatsingen')} geëindigd`, numerator: count, parts: [], chart: [], remarks: [],
});

export const exitsMeasure = defineMeasure<Tally>({
  id: 'exits',
  version: 1,
  title: 'Uitstroom',
  names: ['uitstroom', 'vertrokken kinderen'],
  definition: 'Het aantal plaatsingen op een VE-plek waarvan de laatste dag in de periode ligt, naar de reden van vertrek. Elke plaatsing heeft één reden.',
  unit: 'plaatsingen',
  source: 'Uitstroom, vastgelegd door de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['reason', 'location', 'provider', 'neighbourhood'],
  reads: 'locations',
  ofLocation: true,
  related: ['early-exits', 'intakes'],
  count: (facts, params) => {
    const exits = exitsIn(facts, params);
    return { count: exits.length, rows: rowsBy(exits, (event) => [eventLabel(event, params.breakdown ?? 'reason')]) };
  },
  exact: (tally) => ({ ...total(tally), parts: partsOf(tally.rows), chart: chartOf(tally.rows) }),
  safe: (tally, params) => withoutBreakdown(safeEvents([tally.count], params, () => total(tally)), params),
});
