import fc from 'fast-check';
import { addDays, addMonths } from '../../../src/policy/engine/days.ts';
import type { IsoDate } from '../../../src/policy/engine/types.ts';

/** What is told of one thing, one belief after the other; without a value it is withdrawn. `known` is the day on which it was told. */
export type Told<T> = readonly { readonly known: IsoDate; readonly value?: T | undefined }[];

export interface Stay { readonly at: Place; readonly ve: boolean; readonly start: IsoDate; /** First day away. */ readonly end?: IsoDate | undefined; readonly reason?: string | undefined }
export interface Outcome { readonly on: IsoDate; readonly reason: 'practical' | 'waiting_list' }
export interface Sent { readonly on: IsoDate; readonly consent: 'consent_given' | 'consent_refused' | undefined }

/** The first three lie in the municipality. */
export const PLACES = ['waterlelie', 'bosrand', 'wilg', 'ermelo'] as const;
export type Place = (typeof PLACES)[number];

/** A child of the municipality and all that is told of it. */
export interface Life {
  readonly id: string;
  readonly birth: IsoDate;
  /** Absent: no target toddler. */
  readonly indication?: { readonly on: IsoDate; readonly known: IsoDate } | undefined;
  readonly outcome?: Told<Outcome> | undefined;
  readonly stay?: Told<Stay> | undefined;
  readonly handover?: Told<Sent> | undefined;
}

/** What is offered is public. */
export interface History { readonly lives: readonly Life[]; readonly offered: Readonly<Record<Place, number>> }

export const FIRST_MONDAY: IsoDate = '2026-03-30';
export const WEEKS = 17;
const BEFORE: IsoDate = '2026-01-12';

const KINDS = ['stays', 'stays', 'comes', 'comes', 'leaves', 'leaves', 'goes', 'turns', 'turns', 'turns', 'notReached', 'notReached', 'waits', 'unknown', 'unknown', 'elsewhere', 'ordinary'] as const;
const REASONS = ['moved', 'parents_stopped', 'other'] as const;

/** Children to whom the same happens in the same week. */
interface Cohort {
  readonly kind: (typeof KINDS)[number]; readonly size: number; readonly at: number; readonly week: number; readonly jitter: number; readonly reason: number;
  readonly telling: 'at once' | 'late' | 'corrected' | 'withdrawn'; readonly done: number; readonly consent: number;
}

/** Mostly as many as a band has room for, or one more. */
const size = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(1, 4, 4, 5, 5, 9, 10) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 12 }) });
const cohort = (weeks: fc.Arbitrary<number>): fc.Arbitrary<Cohort> => fc.record({
  kind: fc.constantFrom(...KINDS), size, at: fc.nat(2), week: weeks, jitter: fc.constantFrom(0, 0, 3, 6), reason: fc.nat(2),
  telling: fc.constantFrom('at once', 'at once', 'at once', 'late', 'corrected', 'withdrawn'), done: fc.integer({ min: -30, max: 40 }), consent: fc.nat(2),
});

const historyOf = (weeks: fc.Arbitrary<number>): fc.Arbitrary<History> => fc.record({
  cohorts: fc.array(cohort(weeks), { minLength: 12, maxLength: 16 }),
  waterlelie: fc.constantFrom(9, 10, 14, 16), bosrand: fc.constantFrom(4, 5, 9), wilg: fc.constantFrom(2, 5, 10),
}).map(({ cohorts, ...offered }) => ({
  lives: cohorts.flatMap((each, index) => Array.from({ length: each.size }, (_, nth) => lifeOf(each, `${index}-${nth}`, nth))),
  offered: { ...offered, ermelo: 8 },
}));

/** Something happens in any week. */
export const anyHistory = historyOf(fc.nat(WEEKS - 2));
/** All that happens is in a few weeks, so that numbers stay within their band for long. */
export const calmHistory = historyOf(fc.constantFrom(1, 8, 8));

/** Late: ten days after it was so. Corrected: told with another day at first. Withdrawn: it was a mistake. */
function told<T>(telling: Cohort['telling'], day: IsoDate, value: T, other: T): Told<T> {
  switch (telling) {
    case 'at once': return [{ known: day, value }];
    case 'late': return [{ known: addDays(day, 10), value }];
    case 'corrected': return [{ known: day, value: other }, { known: addDays(day, 12), value }];
    case 'withdrawn': return [{ known: day, value }, { known: addDays(day, 16) }];
  }
}

/** A stay that was told before all this began, and how it ends. */
const ending = (stay: Stay, telling: Cohort['telling'], end: IsoDate, reason: string): Told<Stay> => [
  { known: BEFORE, value: stay },
  ...told<Stay>(telling, end, { ...stay, end, reason }, { ...stay, end: addDays(end, -4), reason: 'other' }).map((each) => (each.value ? each : { ...each, value: stay })),
];

function lifeOf({ kind, at, week, jitter, reason: which, telling, done, consent }: Cohort, id: string, nth: number): Life {
  const day = addDays(FIRST_MONDAY, 7 * week + (jitter === 0 ? 1 : (nth * 2) % (jitter + 1)));
  const place = PLACES[at]!;
  const birth = addMonths(FIRST_MONDAY, -31);
  const indication = { on: BEFORE, known: BEFORE };
  const stay: Stay = { at: place, ve: true, start: BEFORE };
  const reason = REASONS[which]!;
  const child = { id, birth, indication };
  const outcome = (why: Outcome['reason']): Told<Outcome> => told<Outcome>(telling, day, { on: day, reason: why }, { on: day, reason: why === 'practical' ? 'waiting_list' : 'practical' });
  switch (kind) {
    case 'stays': return { ...child, stay: [{ known: BEFORE, value: stay }] };
    case 'comes': return { ...child, stay: told<Stay>(telling, day, { ...stay, start: day }, { ...stay, start: addDays(day, 5) }) };
    case 'leaves': return { ...child, stay: ending(stay, telling, day, reason) };
    // There for seven weeks only, at another location than most.
    case 'goes': return { ...child, stay: [{ known: day, value: { ...stay, start: day } }, { known: addDays(day, 49), value: { ...stay, start: day, end: addDays(day, 49), reason } }] };
    case 'turns': {
      const sentOn = addDays(day, done);
      return {
        id, birth: addMonths(day, -48), indication, stay: ending(stay, 'at once', day, 'school_at_4'),
        ...(done > 30 ? {} : { handover: told<Sent>(telling, sentOn < BEFORE ? BEFORE : sentOn, { on: sentOn, consent: ([undefined, 'consent_given', 'consent_refused'] as const)[consent] }, { on: sentOn, consent: 'consent_given' }) }),
      };
    }
    case 'notReached': return { ...child, outcome: outcome('practical') };
    case 'waits': return { ...child, outcome: outcome('waiting_list') };
    case 'unknown': return { ...child, indication: { on: day, known: day } };
    case 'elsewhere': return { ...child, stay: [{ known: day, value: { ...stay, at: 'ermelo', start: day } }] };
    case 'ordinary': return { id, birth, stay: [{ known: BEFORE, value: { ...stay, ve: false } }] };
  }
}
