import { EXIT_REASONS, labelOf } from '../policy/national/reasons.ts';
import { addDays, addMonths } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { Facts, LocationFact, PlacementFact } from './facts.ts';
import type { Breakdown, MeasureParams } from './types.ts';
import { endMonths } from './targets.ts';

/** A start or an end of a placement on a VE place, with where it was. */
export interface PlacementEvent extends PlacementFact { readonly location: LocationFact }

const within = (day: IsoDate, { from, until }: MeasureParams): boolean => from <= day && day < until;

/** Two codes of one child that were both recorded are one event. */
function onceEach(events: readonly PlacementEvent[], dayOf: (event: PlacementEvent) => IsoDate): PlacementEvent[] {
  const seen = new Map(events.map((event) => [`${event.child} ${event.location.locationId} ${dayOf(event)}`, event]));
  return [...seen.values()];
}

const vePlacements = ({ locations }: Facts): PlacementEvent[] =>
  locations.flatMap((location) => location.placements.filter(({ vePlace }) => vePlace).map((placement) => ({ ...placement, location })));

/** Placements whose first day lies in the period. */
export const intakesIn = (facts: Facts, params: MeasureParams): PlacementEvent[] =>
  onceEach(vePlacements(facts).filter(({ start }) => within(start, params)), ({ start }) => start);

/** Placements whose last day lies in the period: an exit counts on the day before the first day away. */
export const exitsIn = (facts: Facts, params: MeasureParams): PlacementEvent[] =>
  onceEach(vePlacements(facts).filter(({ end }) => end !== undefined && within(addDays(end, -1), params)), ({ end }) => end ?? '');

/** First day away before the 4th birthday; not known without a birth date. */
export const isEarly = ({ end, birthDate }: PlacementEvent): boolean | undefined =>
  birthDate === undefined || end === undefined ? undefined : end < addMonths(birthDate, endMonths);

export function eventLabel({ location, exitReason }: PlacementEvent, by: Breakdown): string {
  switch (by) {
    case 'provider': return location.provider;
    case 'neighbourhood': return location.neighbourhood ?? 'Wijk onbekend';
    case 'reason': return exitReason === undefined ? 'Geen reden vastgelegd' : (labelOf(EXIT_REASONS, exitReason) ?? exitReason);
    case 'location': return location.location;
    case 'ground': throw new RangeError('a placement has no ground');
  }
}

/** Ages that cannot be seen are said, and not guessed. */
export function withoutBirthDate(count: number, consequence: string): string[] {
  if (count === 0) return [];
  return [`Van ${count} ${count === 1 ? 'kind' : 'kinderen'} is de geboortedatum hier niet te zien, meestal omdat het kind in een andere gemeente woont. ${consequence}`];
}
