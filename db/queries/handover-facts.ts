import { z } from 'zod/v4';
import type { HandoverFact as CountedHandover } from '../../src/figures/facts.ts';
import { queryRows, type Session } from '../session.ts';

/**
 * The process facts of handovers, for figures: one row a child that turns four in a
 * half-open period, whether there is a handover or not. Reads the ledger as believed in one
 * revision. Never what was told about a child, and no code.
 *
 * $1 revision or null, $2 limit of knowledge or null, $3 last day of steps or null, then one
 * of $4 municipality, $5 location and $6 school, and $7 and $8 the fourth birthdays from and
 * until. Counted are children who had a placement, and those with a handover. Of several
 * handovers of one child (codes joined later) the one that came furthest counts. A handover
 * of which no step is believed yet is none.
 */
export const HANDOVER_FACTS = `
with moment as materialized (
  select coalesce($1::bigint, clock.revision) as revision, coalesce($2::timestamptz, 'infinity') as known_at from ledger_clock clock
)
select moment.revision, moment.known_at::text as "knownAt", f.fact
from moment left join lateral handover_rows(moment.revision, moment.known_at, $3::date, $4::text, $5::uuid, $6::uuid, $7::date, $8::date) f on true
order by f.fact ->> 'birthDate', f.fact ->> 'child'`;

const text = z.string().nullable().transform((value) => value ?? undefined);

/** At least one row comes, for the moment; without a fact when there is none. */
export const handoverRow = z.object({
  revision: z.number(), knownAt: z.string(),
  fact: z.object({
    child: z.string(), birthDate: z.string(), birthday4: z.string(), location: text, provider: text, locationElsewhere: z.boolean(), neighbourhood: text, cluster: text,
    school: text, schoolElsewhere: z.boolean(), programme: text, withVeOrCare: z.boolean(),
    startedBy: z.enum(['childcare', 'school']).nullable().transform((value) => value ?? undefined),
    consent: z.enum(['consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn']).nullable().transform((value) => value ?? undefined),
    preparedOn: text, sentOn: text, receivedOn: text, talkOn: text, completedOn: text, doneOn: text, feedbackOn: text, closedOn: text,
  }).nullable(),
}) satisfies z.ZodType<{ fact: CountedHandover | null }>;
export type HandoverFact = NonNullable<z.infer<typeof handoverRow>['fact']>;

export interface HandoverFactsQuery {
  /** Of whom: one of these. */
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  readonly schoolId?: string | undefined;
  /** Fourth birthdays from this day, up to and not including `until`. */
  readonly from: string;
  readonly until: string;
  /** Steps up to and including this day; absent: all. */
  readonly day?: string | undefined;
  readonly asOf?: { readonly revision?: number | undefined; readonly knownAt?: string | undefined } | undefined;
}

/** The facts as the person of the transaction may count them, with the revision that gives them again. */
export async function handoverFacts(session: Session, { municipalityCode, locationId, schoolId, from, until, day, asOf }: HandoverFactsQuery): Promise<{ facts: HandoverFact[]; revision: number; knownAt: string }> {
  const rows = await queryRows(session, handoverRow, HANDOVER_FACTS, [asOf?.revision ?? null, asOf?.knownAt ?? null, day ?? null, municipalityCode ?? null, locationId ?? null, schoolId ?? null, from, until]);
  const [first] = rows;
  return { revision: first?.revision ?? 0, knownAt: first?.knownAt ?? 'infinity', facts: rows.flatMap(({ fact }) => (fact ? [fact] : [])) };
}
