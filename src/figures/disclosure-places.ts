import type { DisclosureMode } from '../policy/engine/types.ts';
import { byName, requirePlaces, sumOf } from './places.ts';
import { addBands, bandOf, type Band } from './release-bands.ts';
import type { PlacesCounts } from './types.ts';

/**
 * Places of one location as readers and channels may know them. What is offered is public;
 * of the children who have a place the band is told, and what is free follows from these two.
 */
export interface ToldPlace {
  readonly locationId: string;
  readonly locationName: string;
  readonly offered: number;
  readonly taken: Band;
  /** Between which numbers the free places lie. */
  readonly free: Band;
}

export interface ToldPlaces {
  readonly places: readonly ToldPlace[];
  readonly offered: number;
  /** Sums of the bands of the locations, so that they tell nothing more. */
  readonly taken: Band;
  readonly free: Band;
}

function tellPlace({ locationId, locationName, offered, taken: children }: PlacesCounts, mode: DisclosureMode | undefined): ToldPlace {
  const taken = bandOf(children, mode);
  const free = { low: Math.max(0, offered - taken.high), high: Math.max(0, offered - taken.low) };
  return { locationId, locationName, offered, taken, free };
}

/** Throws RangeError on impossible counts. */
export function tellPlaces(places: readonly PlacesCounts[], mode?: DisclosureMode): ToldPlaces {
  requirePlaces(places);
  const told = byName(places).map((place) => tellPlace(place, mode));
  return { places: told, offered: sumOf(told.map(({ offered }) => offered)), taken: addBands(told.map(({ taken }) => taken)), free: addBands(told.map(({ free }) => free)) };
}
