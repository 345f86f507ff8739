import { formatDay } from '../ask/numbers.ts';
import { addDays } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { Facts, LocationFact } from './facts.ts';

/** A month: a location with VE nearly always has something to record in it. */
export const deliveredWithinDays = 31;

export const hasDelivered = ({ lastRecordedOn }: LocationFact, day: IsoDate): boolean => lastRecordedOn !== undefined && lastRecordedOn >= addDays(day, -deliveredWithinDays);

/** Which locations may be missing from a figure, because nothing came from them any more. Of placements that were never recorded nothing can be said. */
export function silentRemark({ locations }: Facts, day: IsoDate): string[] {
  const silent = locations.filter((location) => location.lastRecordedOn !== undefined && !hasDelivered(location, day));
  if (silent.length === 0) return [];
  const shown = silent.slice(0, 5).map(({ location, lastRecordedOn }) => `${location} (${formatDay(lastRecordedOn!)})`);
  const more = silent.length > shown.length ? ` en ${silent.length - shown.length} andere` : '';
  return [`Mogelijk niet volledig. Hier is al meer dan ${deliveredWithinDays} dagen niets vastgelegd: ${shown.join(', ')}${more}.`];
}
