import { z } from 'zod/v4';
import { queryRows, type Session } from '../session.ts';

/**
 * The process facts of handovers, for figures: one row a child that turns four in a
 * half-open period, whether there is a handover or not. Reads the ledger as believed in one
 * revision. Never what was told about a child, and no code.
 */
const BELIEVED = (row: string): string =>
  `believed(${row}.revision, ${row}.known_from, ${row}.closed_revision, ${row}.known_until, moment.revision, moment.known_at)`;

const STEP = (step: string, agg = 'min'): string => `${agg}(s.on_date) filter (where s.step = '${step}')`;

/**
 * $1 revision or null, $2 limit of knowledge or null, $3 municipality, $4 and $5 the fourth
 * birthdays from and until. Counted are children who had a placement, and those with a
 * handover. Of several handovers of one child (codes joined later) the one that came
 * furthest counts. A handover of which no step is believed yet is none.
 */
export const HANDOVER_FACTS = `
with moment as materialized (
  select coalesce($1::bigint, clock.revision) as revision, coalesce($2::timestamptz, 'infinity') as known_at from ledger_clock clock
), joined as materialized (
  select j.child_id, j.into_child_id from child_join j, moment where ${BELIEVED('j')}
), turning as (
  select d.child_id, d.birth_date, (d.birth_date + interval '48 months')::date as birthday_4, d.neighbourhood_id from child_detail d, moment
  where d.municipality_code = $3::text and ${BELIEVED('d')} and d.valid @> (d.birth_date + interval '48 months')::date
    and (d.birth_date + interval '48 months')::date >= $4::date and (d.birth_date + interval '48 months')::date < $5::date
    and not exists (select from joined j where j.child_id = d.child_id)
), code as materialized (
  select child_id, child_id as one_child from turning
  union all select j.child_id, j.into_child_id from joined j join turning t on t.child_id = j.into_child_id
), placed as (
  select distinct on (c.one_child) c.one_child, l.name as location, o.name as provider,
    bool_or(p.ve_place) over (partition by c.one_child) as ve
  from code c join placement p on p.child_id = c.child_id join location l on l.id = p.location_id join organisation o on o.id = l.organisation_id, moment
  where ${BELIEVED('p')} order by c.one_child, lower(p.valid) desc
), indicated as (
  select distinct c.one_child from code c join indication i on i.child_id = c.child_id, moment where ${BELIEVED('i')}
), stepped as (
  select h.id, c.one_child, h.school_id, h.school_name, h.started_by, h.location_id,
    ${STEP('sent')} as sent, ${STEP('received')} as received, ${STEP('talk_held')} as talk, ${STEP('completed')} as completed,
    ${STEP('feedback_given')} as feedback, ${STEP('closed')} as closed, ${STEP('prepared')} as prepared, bool_or(s.step = 'withdrawn') as withdrawn,
    (array_agg(s.step order by s.sequence desc) filter (where s.step like 'consent\\_%'))[1] as consent, count(*) as steps
  from code c join handover h on h.child_id = c.child_id join handover_step s on s.handover_id = h.id and s.side <> 'system', moment
  where ${BELIEVED('s')} group by h.id, c.one_child
), furthest as (
  select distinct on (one_child) * from stepped where not withdrawn order by one_child, steps desc, id
)
select moment.revision, moment.known_at::text as "knownAt", case when t.child_id is not null then jsonb_build_object(
  'birthDate', t.birth_date, 'birthday4', t.birthday_4, 'location', coalesce(hl.name, p.location), 'provider', coalesce(ho.name, p.provider), 'neighbourhood', n.name,
  'school', coalesce(k.name, f.school_name), 'withVeOrCare', coalesce(p.ve, false) or i.one_child is not null, 'startedBy', f.started_by,
  'consent', f.consent, 'preparedOn', f.prepared, 'sentOn', f.sent, 'receivedOn', f.received, 'talkOn', f.talk, 'completedOn', f.completed,
  'feedbackOn', f.feedback, 'closedOn', f.closed) end as fact
from moment left join (turning t
  left join placed p on p.one_child = t.child_id left join indicated i on i.one_child = t.child_id left join furthest f on f.one_child = t.child_id
  left join school k on k.id = f.school_id left join location hl on hl.id = f.location_id left join organisation ho on ho.id = hl.organisation_id
  left join neighbourhood n on n.id = t.neighbourhood_id) on p.one_child is not null or f.one_child is not null
order by t.birth_date`;

const text = z.string().nullable().transform((value) => value ?? undefined);

/** At least one row comes, for the moment; without a fact when there is none. */
export const handoverRow = z.object({
  revision: z.number(), knownAt: z.string(),
  fact: z.object({
    birthDate: z.string(), birthday4: z.string(), location: text, provider: text, neighbourhood: text, school: text, withVeOrCare: z.boolean(),
    startedBy: z.enum(['childcare', 'school']).nullable().transform((value) => value ?? undefined),
    consent: z.enum(['consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn']).nullable().transform((value) => value ?? undefined),
    preparedOn: text, sentOn: text, receivedOn: text, talkOn: text, completedOn: text, feedbackOn: text, closedOn: text,
  }).nullable(),
});
export type HandoverFact = NonNullable<z.infer<typeof handoverRow>['fact']>;

export interface HandoverFactsQuery {
  readonly municipalityCode: string;
  /** Fourth birthdays from this day, up to and not including `until`. */
  readonly from: string;
  readonly until: string;
  readonly asOf?: { readonly revision: number; readonly knownAt: string };
}

/** The facts as the person of the transaction may count them, with the revision that gives them again. */
export async function handoverFacts(session: Session, { municipalityCode, from, until, asOf }: HandoverFactsQuery): Promise<{ facts: HandoverFact[]; revision: number; knownAt: string }> {
  const rows = await queryRows(session, handoverRow, HANDOVER_FACTS, [asOf?.revision ?? null, asOf?.knownAt ?? null, municipalityCode, from, until]);
  const [first] = rows;
  return { revision: first?.revision ?? 0, knownAt: first?.knownAt ?? 'infinity', facts: rows.flatMap(({ fact }) => (fact ? [fact] : [])) };
}
