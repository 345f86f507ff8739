import type { FigureBody, PlacesCounts } from '../types.ts';
import { formatCount } from '../../ask/numbers.ts';
import { defineMeasure, everybody } from '../define.ts';
import { countPlaces, ofKnown, placeRows, toldOfKnown, type PlaceRow } from '../place-rows.ts';
import { linesOf, maxBars, noPlaces, placesWord, requirePlaces, sumOf } from '../places.ts';
import { protectedFreePlacesFigure } from '../protected-figures.ts';
import { withoutBreakdown } from '../targets.ts';

function overfull(places: readonly PlacesCounts[]): string[] {
  return places
    .filter(({ offered, taken }) => taken > offered)
    .map(({ locationName, offered, taken }) => `${locationName} heeft ${formatCount(taken - offered)} ${taken - offered === 1 ? 'kind' : 'kinderen'} meer dan er VE-plekken zijn.`);
}

/** The exact figure, for people inside the municipality. Throws RangeError on impossible counts. */
export function freePlacesFigure(places: readonly PlacesCounts[]): FigureBody {
  requirePlaces(places);
  const shown = places.filter(({ offered, taken }) => offered > 0 || taken > 0);
  const lines = linesOf(shown);
  const free = sumOf(lines.map((line) => line.free));
  const offered = sumOf(lines.map((line) => line.offered));
  const bars = lines.map((line) => ({ label: line.label, value: line.free, color: line.free > 0 ? ('good' as const) : ('warning' as const) }));
  return {
    value: formatCount(free),
    ...(lines.length === 0 ? {} : { basis: `${formatCount(free)} van ${formatCount(offered)} ${placesWord(offered)} vrij` }),
    numerator: free,
    denominator: offered,
    parts: lines.map((line) => ({ label: line.label, value: `${formatCount(line.free)} van ${formatCount(line.offered)} vrij` })),
    chart: bars.length <= maxBars ? bars : [],
    remarks: [...(lines.length === 0 ? [noPlaces] : []), ...overfull(shown)],
  };
}

export const freePlacesMeasure = defineMeasure<readonly PlaceRow[]>({
  id: 'free-places',
  version: 1,
  title: 'Vrije plekken',
  names: ['vrije plekken', 'vrije plaatsen', 'vrije ve-plaatsen'],
  definition: 'Per locatie: de VE-plekken die op de peildatum worden aangeboden, min de plekken die door een kind bezet zijn. Een locatie met meer kinderen dan plekken telt als 0 vrij.',
  unit: 'vrije VE-plekken',
  source: 'Opgaven van VE-plekken per locatie en plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: everybody,
  protectedAs: 'today',
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  splitBy: 'location',
  firstLine: 'largest',
  reads: ['locations'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster'],
  related: ['ve-places', 'occupancy'],
  count: countPlaces,
  rows: (facts, params) => placeRows(facts, params, ({ offered, taken }) => ({ numerator: Math.max(0, offered - taken), denominator: offered, status: `${taken} bezet` })),
  exact: (rows) => ofKnown(rows, freePlacesFigure),
  // Per location is how it is protected; another split would add what is hidden.
  safe: (rows, params) => {
    const body = toldOfKnown(rows, (known) => protectedFreePlacesFigure(known, params));
    return params.breakdown === 'location' ? body : withoutBreakdown(body, params);
  },
});
