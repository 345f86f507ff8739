import type { Day } from './calendar.ts';
import { groupOf } from './world.ts';

/** What can be told. Days are half-open: `end`, `until` is the first day on which it no longer holds. */
export interface Home { readonly id: string; readonly from: Day; readonly municipality: string; readonly neighbourhood?: string | undefined }
/** The first home is from birth; each holds until the next. */
export interface Child { readonly birth: Day; readonly homes: readonly Home[] }
export interface Indication { readonly child: string; readonly from: Day; readonly until?: Day | undefined; readonly grounds: readonly string[] }
export interface Outcome { readonly child: string; readonly on: Day; readonly kind: 'offer' | 'refusal' | 'non_reach'; readonly reasons: readonly string[] }
export interface Placement {
  readonly child: string; readonly group: string; readonly ve: boolean; readonly hours: number; readonly days: number;
  readonly start: Day; readonly end?: Day | undefined; readonly reason?: string | undefined;
}
export interface Join { readonly code: string; readonly into: string }
export interface Offer { readonly location: string; readonly places: number; readonly from: Day; readonly until?: Day | undefined }
export interface Count { readonly municipality: string; readonly neighbourhood?: string | undefined; readonly on: Day; readonly fromMonths: number; readonly untilMonths: number; readonly children: number }

/**
 * Somebody tells something: what is held to be true about one thing from then on, or, without
 * a value, that it is not so. The place in the list is the revision; `known` is the Dutch day
 * on which it was known, never before that of what it changes.
 */
export type Event = { readonly what: string; readonly known: Day; readonly id: string } & (
  | { readonly about: 'child'; readonly value?: Child | undefined }
  | { readonly about: 'indication'; readonly value?: Indication | undefined }
  | { readonly about: 'outcome'; readonly value?: Outcome | undefined }
  | { readonly about: 'placement'; readonly value?: Placement | undefined }
  | { readonly about: 'join'; readonly value?: Join | undefined }
  | { readonly about: 'offer'; readonly value?: Offer | undefined }
  | { readonly about: 'count'; readonly value?: Count | undefined }
);

/** All that is held to be true at one moment. */
export interface Records {
  readonly child: Map<string, Child>;
  readonly indication: Map<string, Indication>;
  /** With the place in the list at which it was last told. */
  readonly outcome: Map<string, Outcome & { readonly told: number }>;
  readonly placement: Map<string, Placement>;
  readonly join: Map<string, Join>;
  readonly offer: Map<string, Offer>;
  readonly count: Map<string, Count>;
  /** Days on which something of a placement at a location was told. */
  readonly delivered: { readonly location: string; readonly on: Day }[];
}

export const noRecords = (): Records => ({
  child: new Map(), indication: new Map(), outcome: new Map(), placement: new Map(), join: new Map(), offer: new Map(), count: new Map(), delivered: [],
});

function set<T>(map: Map<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}

export function tell(records: Records, event: Event, place: number): void {
  switch (event.about) {
    case 'child': return set(records.child, event.id, event.value);
    case 'indication': return set(records.indication, event.id, event.value);
    case 'outcome': return set(records.outcome, event.id, event.value && { ...event.value, told: place });
    case 'join': return set(records.join, event.id, event.value);
    case 'offer': return set(records.offer, event.id, event.value);
    case 'count': return set(records.count, event.id, event.value);
    case 'placement': {
      const before = records.placement.get(event.id);
      for (const placement of [before, event.value]) if (placement) records.delivered.push({ location: groupOf(placement.group).location, on: event.known });
      return set(records.placement, event.id, event.value);
    }
  }
}

/** What was held to be true after the first events; of these only what was told by the end of the day `known`. */
export function recordsAfter(events: readonly Event[], after: number, known?: Day): Records {
  const records = noRecords();
  for (let place = 0; place < after; place += 1) {
    const event = events[place]!;
    if (known === undefined || event.known <= known) tell(records, event, place);
  }
  return records;
}
