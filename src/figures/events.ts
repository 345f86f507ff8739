import { EXIT_REASONS, labelOf } from '../policy/national/reasons.ts';
import { addDays, addMonths } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { Facts, LocationFact, PlacementFact } from './facts.ts';
import type { FigureRow, MeasureParams } from './types.ts';
import { endMonths } from './targets.ts';

/** A placement on a VE place, with where it is. */
export interface PlacementAt extends PlacementFact { readonly at: LocationFact }

const within = (day: IsoDate, { from, until }: MeasureParams): boolean => from <= day && day < until;

/** Which of two placements of one child stands for both: the one that began last, then the one of most hours; the rest is only to be certain. */
function byOrder(a: PlacementAt, b: PlacementAt): number {
  const rest = ({ group = '', exitReason = '' }: PlacementAt): string => `${group} ${exitReason}`;
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.hoursPerWeek - b.hoursPerWeek || (rest(a) < rest(b) ? -1 : rest(a) > rest(b) ? 1 : 0);
}

/** Two codes of one child that were both recorded are one event. */
function onceEach(events: readonly PlacementAt[], dayOf: (event: PlacementAt) => IsoDate): PlacementAt[] {
  const seen = new Map(events.map((event) => [`${event.child} ${event.at.locationId} ${dayOf(event)}`, event]));
  return [...seen.values()];
}

export const vePlacements = ({ locations }: Facts): PlacementAt[] =>
  locations.flatMap((at) => at.placements.filter(({ vePlace }) => vePlace).map((placement) => ({ ...placement, at }))).sort(byOrder);

/** Placements whose first day lies in the period. */
export const intakesIn = (facts: Facts, params: MeasureParams): PlacementAt[] =>
  onceEach(vePlacements(facts).filter(({ start }) => within(start, params)), ({ start }) => start);

/** Placements whose last day lies in the period: an exit counts on the day before the first day away. */
export const exitsIn = (facts: Facts, params: MeasureParams): PlacementAt[] =>
  onceEach(vePlacements(facts).filter(({ end }) => end !== undefined && within(addDays(end, -1), params)), ({ end }) => end ?? '');

export const isActive = ({ start, end }: PlacementFact, day: IsoDate): boolean => start <= day && (end === undefined || day < end);

/** Children on a VE place on the day, once a location; the placement that began last stands for two codes of one child. */
export function placedAt(facts: Facts, day: IsoDate): PlacementAt[] {
  const active = vePlacements(facts).filter((placement) => isActive(placement, day));
  return [...new Map(active.map((placement) => [`${placement.child} ${placement.at.locationId}`, placement])).values()];
}

/** First day away before the 4th birthday; not known without a birth date. */
export const isEarly = ({ end, birthDate }: PlacementFact): boolean | undefined =>
  birthDate === undefined || end === undefined ? undefined : end < addMonths(birthDate, endMonths);

export const exitReasonLabel = (code: string | undefined): string => (code === undefined ? 'Geen reden vastgelegd' : (labelOf(EXIT_REASONS, code) ?? code));

/** Whether an indication of the child holds on the day; undefined when the asker may not see the child. */
export const hasIndication = ({ history }: PlacementFact, day: IsoDate): boolean | undefined =>
  history?.indications.some(({ from, until }) => from <= day && (until === undefined || day < until));

/** A placement behind a figure. */
export function placementRow({ child, at, group, start, recordedOn }: PlacementAt, counts: Pick<FigureRow, 'numerator' | 'denominator' | 'status'> & { readonly day?: IsoDate | undefined }): FigureRow {
  const { location, provider, neighbourhood, cluster } = at;
  return { key: child, child, location, provider, group, neighbourhood, cluster, day: start, recordedOn, ...counts };
}

/** Ages that cannot be seen are said, and not guessed. */
export function withoutBirthDate(count: number, consequence: string): string[] {
  if (count === 0) return [];
  return [`Van ${count} ${count === 1 ? 'kind' : 'kinderen'} is de geboortedatum hier niet te zien, meestal omdat het kind in een andere gemeente woont. ${consequence}`];
}

/** The same for what else belongs to the child. */
export function withoutHistory(count: number, consequence: string): string[] {
  if (count === 0) return [];
  return [`Van ${count} ${count === 1 ? 'kind' : 'kinderen'} is hier niet te zien of er een indicatie is, meestal omdat het kind in een andere gemeente woont. ${consequence}`];
}
