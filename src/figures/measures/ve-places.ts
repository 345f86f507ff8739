import type { Figure, Measure, PlacesCounts } from '../types.ts';
import { formatCount } from '../../ask/numbers.ts';
import { byName, locationsWord, maxBars, noPlaces, requirePlaces, sumOf } from './places.ts';

export const vePlacesMeasure: Measure = {
  id: 've-places',
  version: 1,
  title: 'Capaciteit',
  names: ['capaciteit', 've-plaatsen', 'kindplaatsen'],
  definition: 'Het aantal VE-plekken dat op de peildatum wordt aangeboden, bezet of vrij. Een VE-plek is een gesubsidieerde plek waar een doelgroeppeuter terechtkan.',
  unit: 'VE-plekken',
  source: 'Opgaven van VE-plekken per locatie',
  periodKind: 'day',
  seenBy: ['childcare', 'health', 'school', 'official', 'regional', 'reader'],
};

/** What is offered is public supply, so it needs no protection. Throws RangeError on impossible counts. */
export function vePlacesFigure(places: readonly PlacesCounts[]): Figure {
  requirePlaces(places);
  const offering = byName(places).filter(({ offered }) => offered > 0);
  const offered = sumOf(offering.map((place) => place.offered));
  const bars = offering.map((place) => ({ label: place.locationName, value: place.offered, color: 'neutral' as const }));
  return {
    measure: 've-places',
    version: vePlacesMeasure.version,
    value: formatCount(offered),
    ...(offered === 0 ? {} : { basis: `op ${formatCount(offering.length)} ${locationsWord(offering.length)}` }),
    numerator: offered,
    denominator: offered,
    parts: offering.map((place) => ({ label: place.locationName, value: formatCount(place.offered) })),
    chart: bars.length <= maxBars ? bars : [],
    remarks: offered === 0 ? [noPlaces] : [],
  };
}
