import type { Facts, LocationFact } from './facts.ts';
import type { Breakdown, FigureBody, MeasureParams, PlacesCounts } from './types.ts';

/** Places of one location as counted; `offered` null: nothing was recorded. */
export type PlaceRow = Omit<PlacesCounts, 'offered'> & { readonly offered: number | null };

function partLabel({ provider, neighbourhood }: LocationFact, by: Breakdown | undefined): { part?: string } {
  if (by === 'provider') return { part: provider };
  return by === 'neighbourhood' ? { part: neighbourhood ?? 'Wijk onbekend' } : {};
}

/** Children on a VE place of the location on the day; a child with two codes counts once. */
function takenAt({ placements }: LocationFact, { referenceDate }: MeasureParams): number {
  const there = placements.filter(({ vePlace, start, end }) => vePlace && start <= referenceDate && (end === undefined || referenceDate < end));
  return new Set(there.map(({ child }) => child)).size;
}

/** Locations that offer VE places or have a child on one, on the reference date. */
export function countPlaces({ locations }: Facts, params: MeasureParams): PlaceRow[] {
  return locations
    .map((location) => ({ locationId: location.locationId, locationName: location.location, offered: location.offered, taken: takenAt(location, params), ...partLabel(location, params.breakdown) }))
    .filter(({ offered, taken }) => offered !== null || taken > 0);
}

/** The figure of the locations that told what they offer; the others are named, not counted as zero. */
export function ofKnown(rows: readonly PlaceRow[], figure: (known: readonly PlacesCounts[]) => FigureBody): FigureBody {
  const known = rows.flatMap(({ offered, ...row }): PlacesCounts[] => (offered === null ? [] : [{ ...row, offered }]));
  const silent = rows.filter(({ offered }) => offered === null).map(({ locationName }) => locationName);
  const body = figure(known);
  if (silent.length === 0) return body;
  return { ...body, remarks: [...body.remarks, `Niet meegeteld, omdat er geen aantal VE-plekken is vastgelegd: ${silent.join(', ')}.`] };
}
