import { z } from 'zod/v4';
import type { LocationFact, TargetFact } from '../../src/figures/facts.ts';

/**
 * The facts of the figures. Each statement reads the ledger as believed in one revision;
 * without one that is the latest in the same snapshot, so that reading again in that
 * revision gives the same facts whatever is recorded later. No code leaves the database.
 */
const BELIEVED = (row: string): string =>
  `believed(${row}.revision, ${row}.known_from, ${row}.closed_revision, ${row}.known_until, moment.revision, moment.known_at)`;

/** $1 revision or null, $2 limit of knowledge or null. */
const MOMENT = `moment as materialized (
  select coalesce($1::bigint, clock.revision) as revision, coalesce($2::timestamptz, 'infinity') as known_at from ledger_clock clock
), joined as materialized (
  select j.child_id, j.into_child_id from child_join j, moment where ${BELIEVED('j')}
)`;

/**
 * Children with an indication who live in a municipality ($3) on a day ($4), from $5 up to
 * $6 months old. "Reached" wins over a recorded reason; reasons and refusals count when
 * they were recorded about a day up to the reference date. Of several VE places the one in
 * the municipality counts, then the earliest.
 *
 * What is known of a child comes together in one grouping: as joins between these steps it
 * would take the square of the number of children. The outer limits on the birth date are
 * for the index; years and months have no fixed number of days, so ages decide.
 */
export const TARGET_FACTS = `
with ${MOMENT},
resident as (
  select d.child_id, d.birth_date, d.neighbourhood_id from child_detail d, moment
  where d.municipality_code = $3::text and d.valid @> $4::date and ${BELIEVED('d')}
    and d.birth_date between $4::date - ($6::int * 31 + 5) and $4::date
    and d.birth_date + make_interval(months => $5::int) <= $4::date and d.birth_date + make_interval(months => $6::int) > $4::date
    and not exists (select from joined j where j.child_id = d.child_id)
), code as materialized (
  select child_id, child_id as one_child from resident
  union all select j.child_id, j.into_child_id from joined j join resident r on r.child_id = j.into_child_id
), indicated as materialized (
  select c.one_child, lower(i.valid) as indicated_on, g.ground
  from code c join indication i on i.child_id = c.child_id left join indication_ground g on g.version_id = i.version_id, moment
  where i.valid @> $4::date and ${BELIEVED('i')}
), looked_up as materialized (
  -- Only children with an indication are target toddlers: nobody else is looked up further.
  select c.child_id, c.one_child from code c where c.one_child in (select one_child from indicated)
), fact as (
  select r.child_id as one_child, r.birth_date, n.name as neighbourhood, n.cluster,
    null::date as indicated_on, null::text as ground, null::boolean as here, null::date as start, null::text as location, null::text as provider, null::text as care_group,
    null::boolean as explained, null::text as reason
  from resident r left join neighbourhood n on n.id = r.neighbourhood_id
  union all
  select one_child, null, null, null, indicated_on, ground, null, null, null, null, null, null, null from indicated
  union all
  select c.one_child, null, null, null, null, null, l.municipality_code = $3::text, lower(p.valid), l.name, o.name, k.name, null, null
  from looked_up c join placement p on p.child_id = c.child_id join location l on l.id = p.location_id join organisation o on o.id = l.organisation_id
    left join care_group k on k.id = p.group_id, moment
  where p.ve_place and p.valid @> $4::date and ${BELIEVED('p')}
  union all
  select c.one_child, null, null, null, null, null, null, null, null, null, null, true, r.reason
  from looked_up c join guidance_outcome g on g.child_id = c.child_id left join lateral unnest(g.reasons) r (reason) on true, moment
  where g.kind in ('refusal', 'non_reach') and g.on_date <= $4::date and ${BELIEVED('g')}
), target as (
  select min(birth_date) as birth_date, min(neighbourhood) as neighbourhood, min(cluster) as cluster, min(indicated_on) as indicated_on,
    case when bool_or(here) then 'here' when bool_or(not here) then 'elsewhere' when bool_or(explained) then 'notReached' else 'unknown' end as standing,
    (array_agg(location order by here desc, start, location) filter (where here is not null))[1] as location,
    (array_agg(provider order by here desc, start, location) filter (where here is not null))[1] as provider,
    (array_agg(care_group order by here desc, start, location) filter (where here is not null))[1] as care_group,
    coalesce(array_agg(distinct ground) filter (where ground is not null), '{}') as grounds,
    coalesce(array_agg(distinct reason) filter (where reason is not null), '{}') as reasons
  from fact group by one_child having min(indicated_on) is not null
)
select moment.revision, moment.known_at::text as "knownAt", case when t.birth_date is not null then jsonb_build_object(
  'birthDate', t.birth_date, 'indicatedOn', t.indicated_on, 'standing', t.standing, 'neighbourhood', t.neighbourhood, 'cluster', t.cluster,
  'location', t.location, 'provider', t.provider, 'group', t.care_group, 'grounds', t.grounds, 'reasons', t.reasons) end as fact
from moment left join target t on true
order by t.birth_date, t.indicated_on`;

const moment = { revision: z.number(), knownAt: z.string() };
const text = z.string().nullable().transform((value) => value ?? undefined);

/** At least one row comes, for the moment; without a fact when there is none. */
export const targetRow = z.object({
  ...moment,
  fact: z.object({
    birthDate: z.string(), indicatedOn: z.string(), standing: z.enum(['here', 'elsewhere', 'notReached', 'unknown']),
    neighbourhood: text, cluster: text, location: text, provider: text, group: text, grounds: z.array(z.string()), reasons: z.array(z.string()),
  }).nullable(),
}) satisfies z.ZodType<{ fact: TargetFact | null }>;

/**
 * Locations of a municipality ($3) or one location ($4), with what each offers on a day
 * ($5) and its placements that have a day in the period from $6 to, not including, $7. A
 * last day in the period is one of these days, so every start and end in it is there.
 * Children are numbered within the answer; two codes of one child have one number.
 */
export const LOCATION_FACTS = `
with ${MOMENT},
place as materialized (
  select l.id, l.name, o.name as provider, n.name as neighbourhood
  from location l join organisation o on o.id = l.organisation_id left join neighbourhood n on n.id = l.neighbourhood_id
  where l.municipality_code = $3::text or l.id = $4::uuid
), placed as materialized (
  select p.location_id, p.group_id, p.child_id, coalesce(j.into_child_id, p.child_id) as one_child, p.valid, p.exit_reason, p.ve_place
  from place l join placement p on p.location_id = l.id left join joined j on j.child_id = p.child_id, moment
  where p.valid && daterange($6::date, $7::date) and ${BELIEVED('p')}
), birth as materialized (
  select d.child_id, min(d.birth_date) as birth_date from child_detail d, moment
  where d.child_id in (select child_id from placed) and ${BELIEVED('d')} group by d.child_id
), numbered as (
  select location_id, jsonb_agg(jsonb_build_object(
      'child', child, 'start', lower(valid), 'end', upper(valid), 'exitReason', exit_reason, 'vePlace', ve_place, 'birthDate', birth_date, 'group', care_group)
    order by lower(valid), child) as placements
  from (
    select p.*, b.birth_date, k.name as care_group, dense_rank() over (order by p.one_child) as child
    from placed p left join birth b on b.child_id = p.child_id left join care_group k on k.id = p.group_id
  ) p group by location_id
), offered as (
  select o.location_id, max(o.places) as places from ve_place_offer o, moment where o.valid @> $5::date and ${BELIEVED('o')} group by o.location_id
)
select moment.revision, moment.known_at::text as "knownAt", case when l.id is not null then jsonb_build_object(
  'locationId', l.id, 'location', l.name, 'provider', l.provider, 'neighbourhood', l.neighbourhood,
  'offered', o.places, 'placements', coalesce(n.placements, '[]')) end as fact
from moment left join (place l left join offered o on o.location_id = l.id left join numbered n on n.location_id = l.id)
  on o.places is not null or n.placements is not null
order by l.name`;

export const locationRow = z.object({
  ...moment,
  fact: z.object({
    locationId: z.string(), location: z.string(), provider: z.string(), neighbourhood: text, offered: z.number().nullable(),
    placements: z.array(z.object({
      child: z.number(), start: z.string(), end: text, exitReason: text, vePlace: z.boolean(), birthDate: text, group: text,
    })),
  }).nullable(),
}) satisfies z.ZodType<{ fact: LocationFact | null }>;
