import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import type { Handover, HandoverCandidate, HandoversPort, RecordedStep } from '../../dialogs/handover/port.ts';
import { newChildCode } from '../../src/ask/child-code.ts';
import { CONSENT_STEPS, STEP_NAMES, type StepName } from '../../src/policy/handover/steps.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';
import { createHandoverContent } from './handover-content.ts';
import { createHandoverLinks } from './handover-links.ts';

const OWN_REFERENCE = `(select string_agg(o.reference, ', ' order by o.reference) from organisation_reference o where o.child_id = c.child_id)`;

/** Current steps of a handover as JSON, in the order of recording; what the system did is no step of a person. */
const STEPS = `(select coalesce(jsonb_agg(jsonb_build_object('versionId', s.version_id, 'step', s.step, 'side', s.side, 'onDate', s.on_date, 'how', s.how,
    'participants', s.participants, 'recordedAt', s.known_from) order by s.sequence), '[]')
  from handover_step s where s.handover_id = h.id and s.closed_revision is null and s.side <> 'system')`;

const SELECT_HANDOVER = `
  select h.id as "handoverId", c.code, c.birth_date as "birthDate", ${OWN_REFERENCE} as "ownReference", h.started_by as "startedBy",
    h.location_id as "locationId", l.name as "locationName", h.school_id as "schoolId", coalesce(s.name, h.school_name) as "schoolName",
    coalesce(k.on_bot, false) as "schoolOnBot",
    exists (select from handover_programme p where p.handover_id = h.id) as "hasProgramme", ${STEPS} as steps
  from handover h join handover_child c on c.handover_id = h.id left join location l on l.id = h.location_id left join school s on s.id = h.school_id
    left join handover_schools() k on k.id = h.school_id`;

const stepName = z.enum([...STEP_NAMES] as [StepName, ...StepName[]]);
const stepSchema = z.object({
  versionId: z.string(), step: stepName, side: z.enum(['childcare', 'school']), onDate: z.string(), how: z.string().nullable(), participants: z.array(z.string()), recordedAt: z.string(),
}).transform(({ how, ...step }): RecordedStep => ({ ...step, ...(how ? { how } : {}) }));

const handoverSchema = z.object({
  handoverId: z.string(), code: z.string(), birthDate: z.string(), ownReference: z.string().nullable(), startedBy: z.enum(['childcare', 'school']),
  locationId: z.string().nullable(), locationName: z.string().nullable(), schoolId: z.string().nullable(), schoolName: z.string().nullable(),
  schoolOnBot: z.boolean(), hasProgramme: z.boolean(), steps: z.array(stepSchema),
}).transform(({ code, birthDate, ownReference, locationId, locationName, schoolId, schoolName, ...rest }): Handover => ({
  ...rest,
  child: { code, birthDate, ...(ownReference ? { ownReference } : {}) },
  ...(locationId ? { locationId } : {}), ...(locationName ? { locationName } : {}), ...(schoolId ? { schoolId } : {}), ...(schoolName ? { schoolName } : {}),
}));

/** Every code of the child `l.one_child`. */
const CODES = '(select l.one_child union all select j.child_id from child_join j where j.into_child_id = l.one_child and j.closed_revision is null)';

/**
 * Children of own locations who are there or left in the last year ($1 is today), one row a
 * child whatever its codes. A handover of one code is that of the child.
 */
const CANDIDATES = `
  with placed as (
    select same_child(p.child_id) as one_child, p.child_id, p.location_id, p.valid, p.ve_place from placement p
    where p.closed_revision is null and p.location_id = any (own_locations()) and (upper_inf(p.valid) or upper(p.valid) > $1::date - 365)
  ), latest as (
    select distinct on (one_child) one_child, child_id, location_id, bool_or(ve_place) over (partition by one_child) as ve from placed order by one_child, lower(valid) desc
  )
  select c.id as "childId", c.code, d.birth_date as "birthDate", l.location_id as "locationId", o.municipality_code as "municipalityCode",
    (select string_agg(r.reference, ', ' order by r.reference) from organisation_reference r where r.child_id = c.id) as "ownReference",
    l.ve or exists (select from indication i where i.child_id in ${CODES} and i.closed_revision is null) as "withVeOrCare",
    h.id as "handoverId", coalesce((select array_agg(s.step order by s.sequence) from handover_step s
      where s.handover_id = h.id and s.closed_revision is null and s.side <> 'system'), '{}') as steps,
    (select min(s.on_date) from handover_step s where s.handover_id = h.id and s.closed_revision is null and s.step in ('sent', 'completed')) as "doneOn"
  from latest l join child c on c.id = l.child_id join location o on o.id = l.location_id
  join lateral (select cd.birth_date from child_detail cd where cd.child_id = c.id and cd.closed_revision is null order by lower(cd.valid) desc limit 1) d on true
  left join lateral (select h.id from handover h where h.child_id in ${CODES}
    and not exists (select from handover_step w where w.handover_id = h.id and w.step = 'withdrawn' and w.closed_revision is null) limit 1) h on true
  order by d.birth_date, c.code limit 500`;

const candidateSchema = z.object({
  childId: z.string(), code: z.string(), birthDate: z.string(), ownReference: z.string().nullable(), locationId: z.string(), municipalityCode: z.string(),
  withVeOrCare: z.boolean(), handoverId: z.string().nullable(), steps: z.array(stepName), doneOn: z.string().nullable(),
}).transform(({ code, birthDate, ownReference, handoverId, doneOn, ...rest }): HandoverCandidate => ({
  ...rest,
  child: { code, birthDate, ...(ownReference ? { ownReference } : {}) },
  ...(handoverId ? { handoverId } : {}), ...(doneOn ? { doneOn } : {}),
}));

const startSchema = z.object({ outcome: z.enum(['started', 'known', 'elsewhere', 'forbidden']), handoverId: z.string().nullable() });
const schoolStartSchema = z.object({ outcome: z.enum(['started', 'known', 'elsewhere', 'unknown', 'too_many', 'forbidden']), handoverId: z.string().nullable() });
const started = <O extends string>({ outcome, handoverId }: { outcome: O; handoverId: string | null }): { outcome: O; handoverId?: string } =>
  ({ outcome, ...(handoverId ? { handoverId } : {}) });

export function createHandoversPort(session: Session): HandoversPort {
  return {
    ...createHandoverContent(session),
    ...createHandoverLinks(session),

    candidates: (today) => queryRows(session, candidateSchema, CANDIDATES, [today]),

    ofSchool: (code) => queryRows(session, handoverSchema, `${SELECT_HANDOVER}
      where h.school_id = any (own_schools()) and ($1::text is null or c.code = $1::text)
        and ($1::text is not null or not exists (select from handover_step t where t.handover_id = h.id and t.closed_revision is null
          and (t.step = 'withdrawn' or t.step = 'closed' and t.on_date < current_date - 90)))
      order by h.started_at desc limit 200`, [code ?? null]),

    async lock(handoverId) {
      await execute(session, `select pg_advisory_xact_lock(hashtextextended('handover ' || $1::text, 0))`, [handoverId]);
    },

    byId: (handoverId) => queryRow(session, handoverSchema, `${SELECT_HANDOVER} where h.id = $1::uuid`, [handoverId]),

    async start(childId, locationId) {
      return started((await queryRow(session, startSchema, 'select outcome, handover_id as "handoverId" from start_handover($1::uuid, $2::uuid)', [childId, locationId]))!);
    },

    async preparedElsewhere(childId) {
      return (await queryRow(session, z.object({ elsewhere: z.boolean() }), 'select handover_elsewhere($1::uuid) as elsewhere', [childId]))!.elsewhere;
    },

    async startBySchool({ code, birthDate, schoolId, store }) {
      return started((await queryRow(session, schoolStartSchema,
        'select outcome, handover_id as "handoverId" from start_school_handover($1::text, $2::date, $3::uuid, $4::boolean)', [code, birthDate, schoolId, store]))!);
    },

    async registerBySchool({ birthDate, municipalityCode, schoolId }) {
      const prefix = await queryRow(session, z.object({ prefix: z.string() }), 'select code_prefix as prefix from municipality where code = $1::text', [municipalityCode]);
      if (!prefix) throw new Error('registerBySchool: unknown municipality');
      const row = await queryRow(session, z.object({ id: z.string() }), 'select register_school_child($1::text, $2::date, $3::text, $4::uuid) as id',
        [newChildCode(prefix.prefix, randomInt), birthDate, municipalityCode, schoolId]);
      return row!.id;
    },

    async join(handoverId, locationId) {
      return (await queryRow(session, z.object({ joined: z.boolean() }), 'select join_handover($1::uuid, $2::uuid) as joined', [handoverId, locationId]))!.joined;
    },

    async chooseSchool(handoverId, school) {
      const [id, name] = 'schoolId' in school ? [school.schoolId, null] : [null, school.name];
      return (await execute(session, 'update handover set school_id = $2::uuid, school_name = $3::text where id = $1::uuid', [handoverId, id, name])) === 1;
    },

    schools: () => queryRows(session, z.object({ id: z.string(), name: z.string(), municipalityCode: z.string(), municipalityName: z.string(), onBot: z.boolean() }), `
      select id, name, municipality_code as "municipalityCode", municipality_name as "municipalityName", on_bot as "onBot"
      from handover_schools() order by municipality_name, name limit 500`),

    async record(handoverId, { step, side, onDate, how, participants, confirmations }) {
      await execute(session, `
        insert into handover_step (handover_id, step, side, on_date, how, participants, confirmations)
        values ($1::uuid, $2::text, $3::text, $4::date, $5::text, $6::text[], $7::text[])`,
        [handoverId, step, side, onDate, CONSENT_STEPS.includes(step) ? how ?? null : null, participants ?? [], confirmations ?? []]);
    },

    async undo(versionId, reason) {
      return (await execute(session, `update handover_step set closing = 'withdrawn', closing_reason = $2::text where version_id = $1::uuid and closed_revision is null`, [versionId, reason])) === 1;
    },
  };
}
