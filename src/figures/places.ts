import type { PlacesCounts } from './types.ts';

/** A chart with more bars than this cannot be read on a phone. */
export const maxBars = 12;

export const noPlaces = 'Er zijn geen VE-plekken vastgelegd op deze peildatum.';

/** Throws RangeError on counts that cannot be, or a location that comes twice and would count double. */
export function requirePlaces(places: readonly PlacesCounts[]): void {
  const counts = places.flatMap(({ offered, taken }) => [offered, taken]);
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError('places must be whole numbers of 0 or more');
  if (new Set(places.map(({ locationId }) => locationId)).size < places.length) throw new RangeError('a location comes twice');
}

/** Free places of one location: with more children than places there are none, not fewer than none. */
export const freeAt = ({ offered, taken }: PlacesCounts): number => Math.max(0, offered - taken);

/** By name, the Dutch way, so that a list reads the same every time. */
export function byName(places: readonly PlacesCounts[]): PlacesCounts[] {
  return [...places].sort((a, b) => a.locationName.localeCompare(b.locationName, 'nl') || (a.locationId < b.locationId ? -1 : 1));
}

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const placesWord = (count: number): string => (count === 1 ? 'plek' : 'plekken');
export const locationsWord = (count: number): string => (count === 1 ? 'locatie' : 'locaties');

/** One line of a list of places: a location, or all locations of a provider or neighbourhood. */
export interface PlacesLine { readonly label: string; readonly offered: number; readonly taken: number; readonly free: number }

/** Summed per line; free places are summed per location, so that one full location takes none from another. */
export function linesOf(places: readonly PlacesCounts[]): PlacesLine[] {
  const lines = new Map<string, PlacesLine>();
  for (const place of byName(places)) {
    const key = place.part === undefined ? `location ${place.locationId}` : `part ${place.part}`;
    const line = lines.get(key) ?? { label: place.part ?? place.locationName, offered: 0, taken: 0, free: 0 };
    lines.set(key, { ...line, offered: line.offered + place.offered, taken: line.taken + place.taken, free: line.free + freeAt(place) });
  }
  return [...lines.values()].sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}
