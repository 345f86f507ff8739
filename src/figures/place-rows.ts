import { placedAt } from './events.ts';
import { locationLabel } from './labels.ts';
import type { Facts } from './facts.ts';
import type { FigureBody, FigureRow, MeasureParams, PlacesCounts } from './types.ts';

/** Places of one location as counted; `offered` null: nothing was recorded. */
export type PlaceRow = Omit<PlacesCounts, 'offered'> & { readonly offered: number | null };

/** Locations that offer VE places or have a child on one, on the reference date; a child with two codes counts once. */
export function countPlaces(facts: Facts, { referenceDate, breakdown }: MeasureParams): PlaceRow[] {
  const taken = placedAt(facts, referenceDate);
  return facts.locations
    .map((location) => ({
      locationId: location.locationId, locationName: location.location, offered: location.offered, taken: taken.filter(({ at }) => at.locationId === location.locationId).length,
      ...(breakdown === undefined || breakdown === 'location' ? {} : { part: locationLabel(location, breakdown) }),
    }))
    .filter(({ offered, taken: children }) => offered !== null || children > 0);
}

/** Rows of a figure about places: a location each, with what the figure counts of it. */
export function placeRows(facts: Facts, params: MeasureParams, countsOf: (place: PlacesCounts) => { readonly numerator: number; readonly denominator: number; readonly status: string }): FigureRow[] {
  const { breakdown: _, ...whole } = params;
  return countPlaces(facts, whole).flatMap(({ offered, ...place }) => {
    const { location, provider, neighbourhood, cluster } = facts.locations.find(({ locationId }) => locationId === place.locationId)!;
    const counts = offered === null ? { numerator: 0, denominator: 0, status: 'Aantal VE-plekken niet vastgelegd' } : countsOf({ ...place, offered });
    return [{ key: place.locationId, location, provider, neighbourhood, cluster, ...counts }];
  });
}

const knownOf = (rows: readonly PlaceRow[]): PlacesCounts[] => rows.flatMap(({ offered, ...row }) => (offered === null ? [] : [{ ...row, offered }]));

/**
 * The same for readers and channels, without names: which locations offer nothing and yet have a
 * child depends on whether there is one, and that is not told of any location.
 */
export function toldOfKnown(rows: readonly PlaceRow[], figure: (known: readonly PlacesCounts[]) => FigureBody): FigureBody {
  const body = figure(knownOf(rows));
  return { ...body, remarks: [...body.remarks, onlyKnown] };
}
/** Said always, so that it tells nothing. */
export const onlyKnown = 'Een locatie waarvan geen aantal VE-plekken is vastgelegd, telt hier niet mee.';

/** The figure of the locations that told what they offer; the others are named, not counted as zero. */
export function ofKnown(rows: readonly PlaceRow[], figure: (known: readonly PlacesCounts[]) => FigureBody): FigureBody {
  const known = knownOf(rows);
  const silent = rows.filter(({ offered }) => offered === null).map(({ locationName }) => locationName);
  const body = figure(known);
  if (silent.length === 0) return body;
  return { ...body, remarks: [...body.remarks, `Niet meegeteld, omdat er geen aantal VE-plekken is vastgelegd: ${silent.join(', ')}.`] };
}
