import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import type { FiguresPort, PlacesQuery, ReachQuery } from '../../dialogs/ports.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

/**
 * Counts of the figures. Each query reads the ledger as believed in one revision; without
 * `asOf` that is the latest one in the same snapshot, so that computing it again in that
 * revision gives the same digits whatever is recorded later.
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
 * Target toddlers of a municipality ($3) on a day ($4) from a start age ($5, months) to
 * the fourth birthday, and how they stand. "Reached" wins over a recorded reason; reasons
 * and refusals count when they were recorded about a day up to the reference date.
 *
 * What is known of a child comes together in one grouping: as joins between these steps it
 * would take the square of the number of children. The outer limits on the birth date are
 * for the index; years and months have no fixed number of days, so ages decide.
 */
const REACH = `
with ${MOMENT},
resident as (
  select d.child_id from child_detail d, moment
  where d.municipality_code = $3::text and d.valid @> $4::date and ${BELIEVED('d')}
    and d.birth_date between $4::date - 1465 and $4::date
    and d.birth_date + make_interval(months => $5::int) <= $4::date and d.birth_date + interval '4 years' > $4::date
    and not exists (select from joined j where j.child_id = d.child_id)
), code as materialized (
  select child_id, child_id as one_child from resident
  union all select j.child_id, j.into_child_id from joined j join resident r on r.child_id = j.into_child_id
), fact as (
  select c.one_child, true as indicated, null::boolean as placed_here, null::boolean as explained
  from code c join indication i on i.child_id = c.child_id, moment where i.valid @> $4::date and ${BELIEVED('i')}
  union all
  select c.one_child, null, l.municipality_code = $3::text, null
  from code c join placement p on p.child_id = c.child_id join location l on l.id = p.location_id, moment
  where p.ve_place and p.valid @> $4::date and ${BELIEVED('p')}
  union all
  select c.one_child, null, null, true
  from code c join guidance_outcome g on g.child_id = c.child_id, moment
  where g.kind in ('refusal', 'non_reach') and g.on_date <= $4::date and ${BELIEVED('g')}
), target as (
  select bool_or(placed_here) as here, bool_or(explained) as explained from fact group by one_child having bool_or(indicated)
)
select (select revision from moment) as revision, (select known_at::text from moment) as "knownAt",
  count(*) as total,
  count(*) filter (where here) as "reachedHere",
  count(*) filter (where not here) as "reachedElsewhere",
  count(*) filter (where here is null and explained) as "notReached",
  count(*) filter (where here is null and explained is null) as unknown
from target`;

const count = z.number().int().nonnegative();
const reachSchema = z.object({ revision: z.number(), knownAt: z.string(), total: count, reachedHere: count, reachedElsewhere: count, notReached: count, unknown: count });

/** VE places by location of a municipality ($3) or one location ($4) on a day ($5). `offered` null: nothing recorded. */
const PLACES = `
with ${MOMENT},
taken as (
  select p.location_id, count(distinct coalesce(j.into_child_id, p.child_id)) as taken
  from placement p left join joined j on j.child_id = p.child_id, moment
  where p.ve_place and p.valid @> $5::date and ${BELIEVED('p')} group by p.location_id
), offered as (
  select o.location_id, o.places from ve_place_offer o, moment where o.valid @> $5::date and ${BELIEVED('o')}
)
select (select revision from moment) as revision, (select known_at::text from moment) as "knownAt",
  l.id as "locationId", l.name as "locationName", o.places as offered, coalesce(t.taken, 0) as taken
from moment left join location l on (l.municipality_code = $3::text or l.id = $4::uuid)
  and (exists (select from offered o where o.location_id = l.id) or exists (select from taken t where t.location_id = l.id))
left join offered o on o.location_id = l.id left join taken t on t.location_id = l.id
order by l.name`;

const placesSchema = z.object({
  revision: z.number(), knownAt: z.string(),
  locationId: z.string().nullable(), locationName: z.string().nullable(), offered: count.nullable(), taken: count,
});

const answerSchema = z.object({
  reference: z.string(), askedAt: z.date().transform((at) => at.toISOString()), protected: z.boolean(), measure: z.string(), measureVersion: z.number(),
  municipalityCode: z.string().nullable().transform((v) => v ?? undefined), locationId: z.string().nullable().transform((v) => v ?? undefined),
  referenceDate: z.string(), params: z.record(z.string(), z.unknown()), revision: z.number(), knownAt: z.string(), counts: z.unknown(),
});

/** Without letters that look like digits; 30^8 references, so a taken one is next to impossible and then refused by the key. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
function newReference(): string {
  const block = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `KL-${block()}-${block()}`;
}

export function createFiguresPort(session: Session): FiguresPort {
  const moment = (query: ReachQuery | PlacesQuery): unknown[] => [query.asOf?.revision ?? null, query.asOf?.knownAt ?? null];
  return {
    async reach(query) {
      const row = await queryRow(session, reachSchema, REACH, [...moment(query), query.municipalityCode, query.referenceDate, query.windowStartMonths]);
      const { revision, knownAt, ...counts } = row!;
      return { counts, revision, knownAt };
    },

    async places(query) {
      const rows = await queryRows(session, placesSchema, PLACES, [...moment(query), query.municipalityCode ?? null, query.locationId ?? null, query.referenceDate]);
      const counts = rows.flatMap(({ locationId, locationName, offered, taken }) =>
        locationId && locationName ? [{ locationId, locationName, offered, taken }] : []);
      return { counts, revision: rows[0]!.revision, knownAt: rows[0]!.knownAt };
    },

    async remember(answer) {
      const reference = newReference();
      session.beforeCommit(execute(session, `
        insert into answer (reference, person_id, protected, measure, measure_version, municipality_code, location_id, reference_date, params, revision, known_at, counts)
        values ($1::text, $2::uuid, $3::boolean, $4::text, $5::smallint, $6::text, $7::uuid, $8::date, $9::jsonb, $10::bigint, $11::timestamptz, $12::jsonb)`,
        [reference, session.personId, answer.protected, answer.measure, answer.measureVersion, answer.municipalityCode ?? null, answer.locationId ?? null,
          answer.referenceDate, JSON.stringify(answer.params), answer.revision, answer.knownAt, JSON.stringify(answer.counts)]));
      return reference;
    },

    recall: (reference) => queryRow(session, answerSchema, `
      select reference, asked_at as "askedAt", protected, measure, measure_version as "measureVersion", municipality_code as "municipalityCode",
        location_id as "locationId", reference_date as "referenceDate", params, revision, known_at::text as "knownAt", counts
      from answer where reference = $1::text`, [reference]),

    locations: () => queryRows(session, z.object({ id: z.string(), name: z.string(), municipalityCode: z.string() }), `
      select id, name, municipality_code as "municipalityCode" from location
      where id = any (own_locations()) or municipality_code = any (figure_municipalities()) order by name`),

    asAggregate: () => session.asAggregate(),
  };
}
