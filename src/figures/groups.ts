import { hasIndication, isActive } from './events.ts';
import type { Facts, LocationFact, PlacementFact } from './facts.ts';
import type { FigureRow } from './types.ts';

/** A group with at least one child on a VE place on the day. */
export interface VeGroup {
  /** Children enrolled, on a VE place or not. */
  readonly children: number;
  /** Of these, with a valid indication as far as the asker may see. */
  readonly indicated: number;
  /** Of whom the asker may not see whether they have one. */
  readonly unseen: number;
  /** Without counts of its own. */
  readonly row: Omit<FigureRow, 'numerator' | 'denominator' | 'status'>;
}

const distinct = (placements: readonly PlacementFact[]): PlacementFact[] => [...new Map(placements.map((placement) => [placement.child, placement])).values()];

function groupOf(at: LocationFact, group: string | undefined, children: readonly PlacementFact[], day: string): VeGroup {
  const { locationId, location, provider, neighbourhood, cluster } = at;
  const are = (indicated: boolean | undefined): number => children.filter((child) => hasIndication(child, day) === indicated).length;
  return { children: children.length, indicated: are(true), unseen: are(undefined), row: { key: `${locationId} ${group ?? ''}`, location, provider, group, neighbourhood, cluster } };
}

export function groupsAt({ locations }: Facts, day: string): VeGroup[] {
  return locations.flatMap((at) => {
    const there = at.placements.filter((placement) => isActive(placement, day));
    const names = [...new Set(there.filter(({ vePlace }) => vePlace).map(({ group }) => group))];
    return names.map((name) => groupOf(at, name, distinct(there.filter(({ group }) => group === name)), day));
  });
}
