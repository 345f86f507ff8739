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

/** A name or cluster as it was in the revision: a figure that was given keeps its words when a place is renamed. */
const THEN = (row: string, what: 'name' | 'cluster' = 'name'): string => `text_at(${row}.id, '${what}', ${row}.${what}, moment.revision)`;
/** Neighbourhoods of the municipality ($3). */
const AREA = `area as materialized (
  select n.id, ${THEN('n')} as name, ${THEN('n', 'cluster')} as cluster from neighbourhood n, moment where n.municipality_code = $3::text
)`;

/** The Dutch calendar day of a moment of knowledge. */
const DUTCH_DAY = (moment: string): string => `(${moment} at time zone 'Europe/Amsterdam')::date`;

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
with ${MOMENT}, ${AREA},
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
), placed as materialized (
  select c.one_child, p.location_id, p.group_id, p.ve_place, p.valid, p.ve_place and p.valid @> $4::date as active
  from looked_up c join placement p on p.child_id = c.child_id, moment where ${BELIEVED('p')}
), place as materialized (
  select l.id, l.municipality_code, ${THEN('l')} as name, ${THEN('o')} as provider
  from location l join organisation o on o.id = l.organisation_id, moment where l.id in (select location_id from placed where active)
), care as materialized (
  select k.id, ${THEN('k')} as name from care_group k, moment where k.id in (select group_id from placed where active)
), fact (one_child, birth_date, neighbourhood, cluster, indicated_on, ground, here, start, location, provider, care_group, began, starts_on, explained, reason, outcome_order, waits) as (
  select r.child_id, r.birth_date, n.name, n.cluster, null::date, null::text, null::boolean, null::date, null::text, null::text, null::text,
    null::boolean, null::date, null::boolean, null::text, null::text, null::boolean
  from resident r left join area n on n.id = r.neighbourhood_id
  union all
  select one_child, null, null, null, indicated_on, ground, null, null, null, null, null, null, null, null, null, null, null from indicated
  union all
  -- A VE place on the day says where; any placement says whether one ever began, and a VE place that is still to begin when.
  select p.one_child, null, null, null, null, null, case when p.active then l.municipality_code = $3::text end, case when p.active then lower(p.valid) end, l.name, l.provider, k.name,
    lower(p.valid) <= $4::date, case when p.ve_place and lower(p.valid) > $4::date then lower(p.valid) end, null, null, null, null
  from placed p left join place l on p.active and l.id = p.location_id left join care k on p.active and k.id = p.group_id
  union all
  select c.one_child, null, null, null, null, null, null, null, null, null, null, null, null, g.kind in ('refusal', 'non_reach'),
    case when g.kind in ('refusal', 'non_reach') then r.reason end, g.on_date || ' ' || to_char(g.revision, '000000000000000'), g.kind = 'non_reach' and 'waiting_list' = any (g.reasons)
  from looked_up c join guidance_outcome g on g.child_id = c.child_id left join lateral unnest(g.reasons) r (reason) on true, moment
  where g.on_date <= $4::date and ${BELIEVED('g')}
), target as (
  select one_child, min(birth_date) as birth_date, min(neighbourhood) as neighbourhood, min(cluster) as cluster, min(indicated_on) as indicated_on,
    case when bool_or(here) then 'here' when bool_or(not here) then 'elsewhere' when bool_or(explained) then 'notReached' else 'unknown' end as standing,
    (array_agg(location order by here desc, start, location) filter (where here is not null))[1] as location,
    (array_agg(provider order by here desc, start, location) filter (where here is not null))[1] as provider,
    (array_agg(care_group order by here desc, start, location) filter (where here is not null))[1] as care_group,
    coalesce(array_agg(distinct ground) filter (where ground is not null), '{}') as grounds,
    coalesce(array_agg(distinct reason) filter (where reason is not null), '{}') as reasons,
    coalesce(bool_or(began), false) as ever_placed, min(starts_on) as starts_on, count(outcome_order) > 0 as has_outcome,
    coalesce((array_agg(waits order by outcome_order desc) filter (where outcome_order is not null))[1], false) as on_waiting_list
  from fact group by one_child having min(indicated_on) is not null
)
select moment.revision, moment.known_at::text as "knownAt", case when t.birth_date is not null then jsonb_build_object(
  'child', t.one_child, 'birthDate', t.birth_date, 'indicatedOn', t.indicated_on, 'standing', t.standing, 'neighbourhood', t.neighbourhood, 'cluster', t.cluster,
  'location', t.location, 'provider', t.provider, 'group', t.care_group, 'grounds', t.grounds, 'reasons', t.reasons,
  'everPlaced', t.ever_placed, 'startsOn', t.starts_on, 'hasOutcome', t.has_outcome, 'onWaitingList', t.on_waiting_list) end as fact
from moment left join target t on true
order by t.birth_date, t.indicated_on, t.one_child`;

const moment = { revision: z.number(), knownAt: z.string() };
const text = z.string().nullable().transform((value) => value ?? undefined);

/** At least one row comes, for the moment; without a fact when there is none. */
export const targetRow = z.object({
  ...moment,
  fact: z.object({
    child: z.string(), birthDate: z.string(), indicatedOn: z.string(), standing: z.enum(['here', 'elsewhere', 'notReached', 'unknown']),
    neighbourhood: text, cluster: text, location: text, provider: text, group: text, grounds: z.array(z.string()), reasons: z.array(z.string()),
    everPlaced: z.boolean(), startsOn: text, hasOutcome: z.boolean(), onWaitingList: z.boolean(),
  }).nullable(),
}) satisfies z.ZodType<{ fact: TargetFact | null }>;

/** What else is known of the children of some placements; only for those whom the asker may see. */
const HISTORY = `
, seen as materialized (
  select distinct b.one_child, c.child_id from birth b
    join lateral (select b.one_child as child_id union select j.child_id from joined j where j.into_child_id = b.one_child) c on true
), indicated as (
  select s.one_child, jsonb_agg(jsonb_build_object('from', lower(i.valid), 'until', upper(i.valid)) order by lower(i.valid)) as indications
  from seen s join indication i on i.child_id = s.child_id, moment where ${BELIEVED('i')} group by s.one_child
), stayed as (
  select s.one_child, jsonb_agg(jsonb_build_object('from', lower(p.valid), 'until', upper(p.valid), 'hoursPerWeek', p.hours_per_week, 'daysPerWeek', p.days_per_week) order by lower(p.valid)) as places
  from seen s join placement p on p.child_id = s.child_id, moment where p.ve_place and ${BELIEVED('p')} group by s.one_child
), recorded as (
  -- When a person recorded it; an import says only when it was loaded.
  select distinct on (p.fact_id) p.fact_id, ${DUTCH_DAY('p.known_from')} as day
  from placement p, moment where p.fact_id in (select fact_id from placed) and p.recorded_by is not null and p.change = 'recorded' and p.revision <= moment.revision
  order by p.fact_id, p.revision
)`;

/**
 * Locations of a municipality ($3) or one location ($4), with what each offers on a day
 * ($5) and its placements that have a day in the period from $6 to, not including, $7. A
 * last day in the period is one of these days, so every start and end in it is there.
 * Two codes of one child are one child.
 */
const locationFacts = (withHistory: boolean): string => `
with ${MOMENT},
place as materialized (
  select l.id, ${THEN('l')} as name, ${THEN('o')} as provider, case when n.id is not null then ${THEN('n')} end as neighbourhood,
    case when n.id is not null then ${THEN('n', 'cluster')} end as cluster
  from location l join organisation o on o.id = l.organisation_id left join neighbourhood n on n.id = l.neighbourhood_id, moment
  where l.municipality_code = $3::text or l.id = $4::uuid
), placed as materialized (
  select p.fact_id, p.location_id, p.group_id, p.child_id, coalesce(j.into_child_id, p.child_id) as one_child, p.valid, p.exit_reason, p.ve_place, p.hours_per_week, p.days_per_week
  from place l join placement p on p.location_id = l.id left join joined j on j.child_id = p.child_id, moment
  where p.valid && daterange($6::date, $7::date) and ${BELIEVED('p')}
), birth as materialized (
  -- Of one child, whichever of its codes was placed; the code that stands for it says when it was born.
  select c.one_child, coalesce(min(d.birth_date) filter (where d.child_id = c.one_child), min(d.birth_date)) as birth_date
  from (
    select one_child, child_id from placed union select one_child, one_child from placed
    union select j.into_child_id, j.child_id from joined j where j.into_child_id in (select one_child from placed)
  ) c join child_detail d on d.child_id = c.child_id, moment
  where ${BELIEVED('d')} group by c.one_child
)${withHistory ? HISTORY : ''}, care as materialized (
  select k.id, ${THEN('k')} as name from care_group k, moment where k.id in (select group_id from placed)
), numbered as (
  select p.location_id, jsonb_agg(jsonb_build_object(
      'child', p.one_child, 'start', lower(p.valid), 'end', upper(p.valid), 'exitReason', p.exit_reason, 'vePlace', p.ve_place, 'birthDate', b.birth_date, 'group', k.name,
      'hoursPerWeek', p.hours_per_week, 'daysPerWeek', p.days_per_week${withHistory ? `, 'recordedOn', r.day,
      'history', case when b.one_child is not null then jsonb_build_object('indications', coalesce(i.indications, '[]'), 'vePlaces', coalesce(s.places, '[]')) end` : ''})
    order by lower(p.valid), p.one_child, p.fact_id) as placements
  from placed p left join birth b on b.one_child = p.one_child left join care k on k.id = p.group_id
    ${withHistory ? 'left join indicated i on i.one_child = p.one_child left join stayed s on s.one_child = p.one_child left join recorded r on r.fact_id = p.fact_id' : ''}
  group by p.location_id
), offered as (
  select o.location_id, max(o.places) as places from ve_place_offer o, moment where o.valid @> $5::date and ${BELIEVED('o')} group by o.location_id
), delivered as (
  select p.location_id, max(${DUTCH_DAY(`greatest(p.known_from, case when p.closed_revision <= moment.revision and p.known_until <= moment.known_at then p.known_until end)`)}) as day
  from placement p, moment where p.location_id in (select id from place) and p.revision <= moment.revision and p.known_from <= moment.known_at group by p.location_id
)
select moment.revision, moment.known_at::text as "knownAt", case when l.id is not null then jsonb_build_object(
  'locationId', l.id, 'location', l.name, 'provider', l.provider, 'neighbourhood', l.neighbourhood, 'cluster', l.cluster,
  'offered', o.places, 'lastRecordedOn', v.day, 'placements', coalesce(n.placements, '[]')) end as fact
from moment left join (place l left join offered o on o.location_id = l.id left join numbered n on n.location_id = l.id left join delivered v on v.location_id = l.id)
  on o.places is not null or n.placements is not null
order by l.name, l.id`;

export const LOCATION_FACTS = locationFacts(false);
export const LOCATION_HISTORY = locationFacts(true);

const stretch = { from: z.string(), until: text };

export const locationRow = z.object({
  ...moment,
  fact: z.object({
    locationId: z.string(), location: z.string(), provider: z.string(), neighbourhood: text, cluster: text, offered: z.number().nullable(), lastRecordedOn: text,
    placements: z.array(z.object({
      child: z.string(), start: z.string(), end: text, exitReason: text, vePlace: z.boolean(), birthDate: text, group: text, hoursPerWeek: z.number(), daysPerWeek: z.number(),
      recordedOn: z.string().nullish().transform((value) => value ?? undefined),
      history: z.object({ indications: z.array(z.object(stretch)), vePlaces: z.array(z.object({ ...stretch, hoursPerWeek: z.number(), daysPerWeek: z.number() })) }).nullish().transform((value) => value ?? undefined),
    })),
  }).nullable(),
}) satisfies z.ZodType<{ fact: LocationFact | null }>;

/**
 * Two and three year olds who live in a municipality ($3) on a day ($4) and have a
 * placement, and the latest counts of that age in its population, of at most a year old.
 * A neighbourhood that was not counted is told with an empty range of ages.
 */
export const TODDLER_FACTS = `
with ${MOMENT}, ${AREA},
resident as (
  select d.child_id, d.neighbourhood_id from child_detail d, moment
  where d.municipality_code = $3::text and d.valid @> $4::date and ${BELIEVED('d')}
    and d.birth_date between $4::date - (48 * 31 + 5) and $4::date
    and d.birth_date + interval '24 months' <= $4::date and d.birth_date + interval '48 months' > $4::date
    and not exists (select from joined j where j.child_id = d.child_id)
), code as (
  select child_id, child_id as one_child from resident
  union all select j.child_id, j.into_child_id from joined j join resident r on r.child_id = j.into_child_id
), placed as (
  select c.one_child, bool_or(p.ve_place) as ve_place from code c join placement p on p.child_id = c.child_id, moment
  where p.valid @> $4::date and ${BELIEVED('p')} group by c.one_child
), toddlers as (
  select jsonb_agg(jsonb_build_object('child', p.one_child, 'vePlace', p.ve_place, 'neighbourhood', n.name, 'cluster', n.cluster) order by p.one_child) as list
  from placed p join resident r on r.child_id = p.one_child left join area n on n.id = r.neighbourhood_id
), known as materialized (
  select c.* from population c, moment
  where c.municipality_code = $3::text and c.reference_date <= $4::date and c.reference_date >= $4::date - interval '1 year' and c.age_months <@ int4range(24, 48) and ${BELIEVED('c')}
), counts as (
  select jsonb_agg(jsonb_build_object('countedOn', k.reference_date, 'neighbourhood', n.name, 'cluster', n.cluster, 'fromMonths', coalesce(lower(k.age_months), 24), 'untilMonths', coalesce(upper(k.age_months), 24),
    'children', k.children, 'source', k.source) order by n.name nulls first, lower(k.age_months)) as list
  from (
    -- The latest of the municipality, and the latest of each neighbourhood.
    select reference_date, neighbourhood_id, age_months, children, source from known k
    where k.reference_date = (select max(o.reference_date) from known o where o.neighbourhood_id is not distinct from k.neighbourhood_id)
    union all
    select $4::date, h.id, int4range(24, 24), 0, null from area h where not exists (select from known o where o.neighbourhood_id = h.id)
  ) k left join area n on n.id = k.neighbourhood_id
)
select moment.revision, moment.known_at::text as "knownAt", coalesce(t.list, '[]') as toddlers, coalesce(c.list, '[]') as population
from moment, toddlers t, counts c`;

export const toddlerRow = z.object({
  ...moment,
  toddlers: z.array(z.object({ child: z.string(), vePlace: z.boolean(), neighbourhood: text, cluster: text })),
  population: z.array(z.object({ countedOn: z.string(), neighbourhood: text, cluster: text, fromMonths: z.number(), untilMonths: z.number(), children: z.number(), source: text })),
});
