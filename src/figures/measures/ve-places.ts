import type { FigureBody, PlacesCounts } from '../types.ts';
import { formatCount } from '../../ask/numbers.ts';
import { defineMeasure, everybody } from '../define.ts';
import { countPlaces, ofKnown, placeRows, toldOfKnown, type PlaceRow } from '../place-rows.ts';
import { linesOf, locationsWord, maxBars, noPlaces, requirePlaces, sumOf } from '../places.ts';

/** What is offered is public supply, so it needs no protection. Throws RangeError on impossible counts. */
export function vePlacesFigure(places: readonly PlacesCounts[]): FigureBody {
  requirePlaces(places);
  const offering = places.filter(({ offered }) => offered > 0);
  const lines = linesOf(offering);
  const offered = sumOf(lines.map((line) => line.offered));
  const bars = lines.map((line) => ({ label: line.label, value: line.offered, color: 'neutral' as const }));
  return {
    value: formatCount(offered),
    ...(offered === 0 ? {} : { basis: `op ${formatCount(offering.length)} ${locationsWord(offering.length)}` }),
    numerator: offered,
    denominator: offered,
    parts: lines.map((line) => ({ label: line.label, value: formatCount(line.offered) })),
    chart: bars.length <= maxBars ? bars : [],
    remarks: offered === 0 ? [noPlaces] : [],
  };
}

export const vePlacesMeasure = defineMeasure<readonly PlaceRow[]>({
  id: 've-places',
  version: 1,
  title: 'Capaciteit',
  names: ['capaciteit', 've-plaatsen', 'kindplaatsen'],
  definition: 'Het aantal VE-plekken dat op de peildatum wordt aangeboden, bezet of vrij. Een VE-plek is een gesubsidieerde plek waar een doelgroeppeuter terechtkan.',
  unit: 'VE-plekken',
  source: 'Opgaven van VE-plekken per locatie',
  periodKind: 'day',
  seenBy: everybody,
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  splitBy: 'location',
  reads: ['locations'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster'],
  related: ['free-places', 'occupancy'],
  count: countPlaces,
  rows: (facts, params) => placeRows(facts, params, ({ offered }) => ({ numerator: offered, denominator: offered, status: 'Aangeboden' })),
  exact: (rows) => ofKnown(rows, vePlacesFigure),
  safe: (rows) => toldOfKnown(rows, vePlacesFigure),
});
