import type { PlacesCounts } from './types.ts';
import { countCell, defaultDisclosure, hiddenCell, isSmall, requireOptions, type Cell, type DisclosureOptions } from './disclosure.ts';
import { byName, freeAt, requirePlaces, sumOf } from './places.ts';

/**
 * Places of one location without small numbers of children. What is offered is public;
 * `taken` counts children, and free = offered - taken gives `taken` away.
 */
export interface ProtectedPlace {
  readonly locationId: string;
  readonly locationName: string;
  readonly offered: number;
  readonly taken: Cell;
  /** What is certainly free, given what is shown of `taken`. */
  readonly atLeastFree: number;
  /** Whether `atLeastFree` is also exactly what is free. */
  readonly exact: boolean;
}

export interface ProtectedPlaces {
  readonly places: readonly ProtectedPlace[];
  readonly offered: number;
  /** The sum of what is shown per location, so that it tells nothing more. */
  readonly atLeastFree: number;
  readonly exact: boolean;
}

/**
 * With fewer places than the minimum the number taken is never shown, also when it is
 * none: "<5" beside one single place would mean exactly one child.
 */
function protectPlace(place: PlacesCounts, minimum: number): ProtectedPlace {
  const { locationId, locationName, offered, taken } = place;
  const base = { locationId, locationName, offered };
  if (offered < minimum) return { ...base, taken: hiddenCell, atLeastFree: 0, exact: offered === 0 };
  if (!isSmall(taken, minimum)) return { ...base, taken: countCell(taken), atLeastFree: freeAt(place), exact: true };
  return { ...base, taken: { kind: 'fewer-than', limit: minimum }, atLeastFree: offered - (minimum - 1), exact: false };
}

/**
 * Guarantee, within one answer: for each location where 1 up to `minimum - 1` places are
 * taken, at least two numbers that fit the places offered remain possible, because each
 * location is protected on its own and the totals are computed from what is shown.
 * Throws RangeError on impossible counts and on options that protect nothing.
 */
export function protectPlaces(places: readonly PlacesCounts[], options: DisclosureOptions = defaultDisclosure): ProtectedPlaces {
  requirePlaces(places);
  requireOptions(options);
  const shown = byName(places).map((place) => protectPlace(place, options.minimum));
  return {
    places: shown,
    offered: sumOf(shown.map(({ offered }) => offered)),
    atLeastFree: sumOf(shown.map(({ atLeastFree }) => atLeastFree)),
    exact: shown.every(({ exact }) => exact),
  };
}
