import type { Figure, Measure, PlacesCounts } from '../types.ts';
import { formatCount } from '../../ask/numbers.ts';
import { byName, freeAt, maxBars, noPlaces, placesWord, requirePlaces, sumOf } from './places.ts';

export const freePlacesMeasure: Measure = {
  id: 'free-places',
  version: 1,
  title: 'Vrije plekken',
  names: ['vrije plekken', 'vrije plaatsen', 'vrije ve-plaatsen'],
  definition: 'Per locatie: de VE-plekken die op de peildatum worden aangeboden, min de plekken die door een kind bezet zijn. Een locatie met meer kinderen dan plekken telt als 0 vrij.',
  unit: 'vrije VE-plekken',
  source: 'Opgaven van VE-plekken per locatie en plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: ['childcare', 'health', 'school', 'official', 'regional', 'reader'],
};

function overfull(places: readonly PlacesCounts[]): string[] {
  return places
    .filter(({ offered, taken }) => taken > offered)
    .map(({ locationName, offered, taken }) => `${locationName} heeft ${formatCount(taken - offered)} ${taken - offered === 1 ? 'kind' : 'kinderen'} meer dan er VE-plekken zijn.`);
}

/** The exact figure, for people inside the municipality. Throws RangeError on impossible counts. */
export function freePlacesFigure(places: readonly PlacesCounts[]): Figure {
  requirePlaces(places);
  const shown = byName(places).filter(({ offered, taken }) => offered > 0 || taken > 0);
  const free = sumOf(shown.map(freeAt));
  const offered = sumOf(shown.map((place) => place.offered));
  const bars = shown.map((place) => ({ label: place.locationName, value: freeAt(place), color: freeAt(place) > 0 ? ('good' as const) : ('warning' as const) }));
  return {
    measure: 'free-places',
    version: freePlacesMeasure.version,
    value: formatCount(free),
    ...(shown.length === 0 ? {} : { basis: `${formatCount(free)} van ${formatCount(offered)} ${placesWord(offered)} vrij` }),
    numerator: free,
    denominator: offered,
    parts: shown.map((place) => ({ label: place.locationName, value: `${formatCount(freeAt(place))} van ${formatCount(place.offered)} vrij` })),
    chart: bars.length <= maxBars ? bars : [],
    remarks: [...(shown.length === 0 ? [noPlaces] : []), ...overfull(shown)],
  };
}
