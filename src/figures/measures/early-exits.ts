import { formatCount } from '../../ask/numbers.ts';
import { atLocations, defineMeasure } from '../define.ts';
import { safeEvents } from '../disclosure-events.ts';
import { eventLabel, exitsIn, isEarly, withoutBirthDate } from '../events.ts';
import { chartOf, partsOf, rowsBy, type Row } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { FigureBody } from '../types.ts';

interface Tally { readonly count: number; readonly exits: number; readonly withoutBirthDate: number; readonly rows: readonly Row[] }

const total = ({ count, exits }: Tally): FigureBody => ({
  value: formatCount(count), basis: `${formatCount(count)} van ${formatCount(exits)} geëindigde plaatsingen`, numerator: count, denominator: exits, parts: [], chart: [], remarks: [],
});

export const earlyExitsMeasure = defineMeasure<Tally>({
  id: 'early-exits',
  version: 1,
  title: 'Vroegtijdige uitstroom',
  names: ['vroegtijdige uitstroom', 'voortijdige uitstroom', 'tussentijdse uitstroom'],
  definition: 'Het aantal plaatsingen op een VE-plek dat in de periode eindigde voordat het kind 4 jaar werd: de eerste dag zonder plek ligt voor de 4e verjaardag.',
  unit: 'plaatsingen',
  source: 'Uitstroom, vastgelegd door de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['reason', 'location', 'provider', 'neighbourhood'],
  reads: 'locations',
  ofLocation: true,
  related: ['exits', 'intakes'],
  count: (facts, params) => {
    const exits = exitsIn(facts, params);
    const early = exits.filter((event) => isEarly(event) === true);
    return {
      count: early.length,
      exits: exits.length,
      withoutBirthDate: exits.filter((event) => isEarly(event) === undefined).length,
      rows: rowsBy(early, (event) => [eventLabel(event, params.breakdown ?? 'reason')]),
    };
  },
  exact: (tally) => ({ ...total(tally), parts: partsOf(tally.rows), chart: chartOf(tally.rows, 'warning'), remarks: withoutBirthDate(tally.withoutBirthDate, 'Zo’n plaatsing telt hier niet als vroegtijdig.') }),
  safe: (tally, params) => withoutBreakdown(safeEvents([tally.exits, tally.count, tally.exits - tally.count], params, () => total(tally)), params),
});
