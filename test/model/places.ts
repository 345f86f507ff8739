import type { Answer, Question, Split } from './ask.ts';
import type { Day } from './calendar.ts';
import { birthSeen, codesOf, holdsOn, indicationsOf, isSeen, isThereOn, oneChildOf } from './child.ts';
import { linesOf, sumOf } from './lines.ts';
import type { Placement, Records } from './records.ts';
import { groupOf, locationOf, LOCATIONS, neighbourhoodOf, type Location } from './world.ts';

/** A placement on a VE place or an ordinary one, as far as the asker may see the child. */
export interface Placed extends Placement {
  readonly one: string;
  readonly codes: readonly string[];
  readonly at: Location;
  /** Absent when the child is not seen. */
  readonly birth: Day | undefined;
  /** Undefined when the child is not seen. */
  isIndicated(day: Day): boolean | undefined;
}

/** The locations that a question is about. */
export function locationsOf({ scope }: Question): Location[] {
  if (scope.kind === 'location') return [locationOf(scope.location)];
  if (scope.kind === 'group') return [locationOf(groupOf(scope.group).location)];
  return LOCATIONS.filter((location) => {
    if (location.municipality !== scope.code) return false;
    const area = neighbourhoodOf(location.neighbourhood);
    if (scope.kind === 'provider') return location.provider === scope.name;
    if (scope.kind === 'neighbourhood') return area?.name === scope.name;
    return scope.kind === 'cluster' ? area?.cluster === scope.name : true;
  });
}

export function placedIn(records: Records, question: Question): Placed[] {
  const { scope, sees } = question;
  const locations = locationsOf(question);
  const placed: Placed[] = [];
  for (const placement of records.placement.values()) {
    const at = locationOf(groupOf(placement.group).location);
    if (!locations.includes(at) || (scope.kind === 'group' && placement.group !== scope.group)) continue;
    const one = oneChildOf(records, placement.child);
    const codes = codesOf(records, one);
    const seen = isSeen(records, codes, sees);
    placed.push({
      ...placement, one, codes, at, birth: birthSeen(records, one, codes, sees),
      isIndicated: (day) => (seen ? indicationsOf(records, codes).some((indication) => holdsOn(indication, day)) : undefined),
    });
  }
  return placed;
}

/** Which of two codes' placements of one child stands for both: the one that began last, then the one of most hours. */
const order = ({ start, hours, group, reason }: Placement): string => `${start} ${String(hours * 10).padStart(4, '0')} ${groupOf(group).name} ${reason ?? ''}`;

/** Of what has the same key, one. */
export function onceEach(placed: readonly Placed[], keyOf: (placement: Placed) => string): Placed[] {
  const found: Placed[] = [];
  for (const placement of [...placed].sort((a, b) => (order(a) > order(b) ? -1 : 1))) {
    if (!found.some((other) => keyOf(other) === keyOf(placement))) found.push(placement);
  }
  return found;
}

export const onVePlaces = (records: Records, question: Question): Placed[] => placedIn(records, question).filter(({ ve }) => ve);

/** Children on a VE place on the day, once at each location. */
export function childrenOn(records: Records, question: Question, day: Day = question.day): Placed[] {
  return onceEach(onVePlaces(records, question).filter((placement) => isThereOn(placement, day)), ({ one, at }) => `${one} ${at.id}`);
}

export function labelOfPlace(at: Location, group: string | undefined, split: Split): string {
  const area = neighbourhoodOf(at.neighbourhood);
  switch (split) {
    case 'location': return at.name;
    case 'provider': return at.provider;
    case 'group': return `${groupOf(group!).name} (${at.name})`;
    case 'neighbourhood': return area?.name ?? 'Wijk onbekend';
    case 'cluster': return area?.cluster ?? 'Geen cluster';
    case 'ground': case 'reason': throw new Error(`a placement has no ${split}`);
  }
}

export interface Counted { readonly at: Location; readonly group?: string; readonly numerator: number; readonly denominator: number }

/** Adds up; the lines too, when it is split. */
export function total(counts: readonly Counted[], split: Split | undefined): Answer {
  const lines = split === undefined ? [] : linesOf(counts.map(({ at, group, numerator, denominator }) => ({ label: labelOfPlace(at, group, split), numerator, denominator })));
  return { ...sumOf(counts), lines };
}
