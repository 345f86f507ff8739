import { z } from 'zod/v4';
import type { Believed, KindergartenQuery } from '../../dialogs/ports.ts';
import type { KindergartenFacts } from '../../src/figures/kindergarten-facts.ts';
import { queryRow, type Session } from '../session.ts';

const BELIEVED = (row: string): string => `believed(${row}.revision, ${row}.known_from, ${row}.closed_revision, ${row}.known_until, moment.revision, moment.known_at)`;
const THEN = (row: string, what: 'name' | 'cluster' = 'name'): string => `text_at(${row}.id, '${what}', ${row}.${what}, moment.revision)`;
const TAKEN = (row: string): string => `'schoolYear', ${row}.school_year, 'moment', ${row}.moment, 'domain', ${row}.domain, 'instrument', ${row}.instrument`;
const COUNTS = (row: string): string => `'children', ${row}.children, 'atLevel', ${row}.at_level, 'veChildren', ${row}.ve_children, 'veAtLevel', ${row}.ve_at_level`;
const LIST = (item: string, order: string): string => `coalesce(jsonb_agg(${item} order by ${order}), '[]')`;

/**
 * $1 revision or null, $2 limit of knowledge or null, then of a municipality ($3), a school
 * ($4) or a location ($5): the schools that there were, their results, what was agreed, and
 * the totals that a school or a location is told of others.
 */
const KINDERGARTEN_FACTS = `
with moment as materialized (
  select coalesce($1::bigint, clock.revision) as revision, coalesce($2::timestamptz, 'infinity') as known_at from ledger_clock clock
), place as materialized (
  select k.id, ${THEN('k')} as name, k.municipality_code, k.organisation_id, ${THEN('o')} as board, case when n.id is not null then ${THEN('n')} end as neighbourhood,
    case when n.id is not null then ${THEN('n', 'cluster')} end as cluster, case when coalesce(k.closing_revision, 0) <= moment.revision then k.closed_on end as closed_on
  from school k join organisation o on o.id = k.organisation_id left join neighbourhood n on n.id = k.neighbourhood_id, moment
  where (k.municipality_code = $3::text or k.id = $4::uuid) and k.added_revision <= moment.revision
), within as (
  select $3::text as municipality_code where $3::text is not null union select municipality_code from place
)
select moment.revision, moment.known_at::text as "knownAt",
  (select ${LIST(`jsonb_build_object('schoolId', p.id, 'school', p.name, 'board', p.board, 'boardId', p.organisation_id, 'neighbourhood', p.neighbourhood, 'cluster', p.cluster, 'closedOn', p.closed_on)`, 'p.name, p.id')} from place p) as schools,
  (select ${LIST(`jsonb_build_object('schoolId', r.school_id, ${TAKEN('r')}, ${COUNTS('r')})`, 'r.school_year, r.school_id, r.moment, r.domain, r.instrument')}
    from kindergarten_result r where r.school_id in (select id from place) and r.ve_months is null and ${BELIEVED('r')}) as results,
  (select ${LIST(`jsonb_build_object('boardId', a.organisation_id, ${TAKEN('a')}, 'population', a.population, 'level', a.level, 'targetPercent', a.target_percent)`, 'a.school_year, a.moment, a.domain, a.organisation_id')}
    from result_agreement a where a.municipality_code in (select municipality_code from within) and ${BELIEVED('a')}) as agreements,
  (select ${LIST(`jsonb_build_object('schools', t.schools, ${TAKEN('t')}, ${COUNTS('t')})`, 't.school_year, t.moment, t.domain, t.instrument')}
    from place p cross join lateral result_totals(p.municipality_code, moment.revision, moment.known_at) t where p.id = $4::uuid) as totals,
  (select ${LIST(`jsonb_build_object('provider', q.provider, 'handedOver', q.handed_over, 'schools', q.schools, 'schoolYear', q.school_year, 'domain', q.domain, 'instrument', q.instrument, 'veChildren', q.ve_children, 'veAtLevel', q.ve_at_level)`, 'q.provider nulls first, q.school_year, q.domain, q.instrument')}
    from prepared_results($3::text, $5::uuid, moment.revision, moment.known_at) q where $4::uuid is null) as prepared
from moment`;

const text = z.string().nullable().transform((value) => value ?? undefined);
const domain = z.enum(['language', 'arithmetic', 'motor', 'social']);
const taken = { schoolYear: z.number(), moment: z.enum(['end_group_1', 'end_group_2', 'start_group_3']), domain, instrument: z.string() };
const counts = { children: z.number(), atLevel: z.number(), veChildren: z.number(), veAtLevel: z.number() };

const kindergartenRow = z.object({
  revision: z.number(), knownAt: z.string(),
  schools: z.array(z.object({ schoolId: z.string(), school: z.string(), board: z.string(), boardId: z.string(), neighbourhood: text, cluster: text, closedOn: text })),
  results: z.array(z.object({ schoolId: z.string(), ...taken, ...counts })),
  agreements: z.array(z.object({ boardId: text, ...taken, population: z.enum(['ve', 'all']), level: z.string(), targetPercent: z.number() })),
  totals: z.array(z.object({ schools: z.number(), ...taken, ...counts })),
  prepared: z.array(z.object({ provider: text, handedOver: z.number(), schools: z.number(), schoolYear: z.number(), domain, instrument: z.string(), veChildren: z.number(), veAtLevel: z.number() })),
}) satisfies z.ZodType<KindergartenFacts>;

/** The facts as the person of the transaction may count them, with the revision that gives them again. */
export async function kindergartenFacts(session: Session, { municipalityCode, schoolId, locationId, asOf }: KindergartenQuery): Promise<Believed<KindergartenFacts>> {
  const { revision, knownAt, ...facts } = (await queryRow(session, kindergartenRow, KINDERGARTEN_FACTS,
    [asOf?.revision ?? null, asOf?.knownAt ?? null, municipalityCode ?? null, schoolId ?? null, locationId ?? null]))!;
  return { facts, revision, knownAt };
}
