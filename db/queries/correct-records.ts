import { z } from 'zod/v4';
import type { GuidanceOutcome, IndicationOrigin, OwnRecord, RecordsPort } from '../../dialogs/ports.ts';
import { queryRow, queryRows, type Session } from '../session.ts';
import { CHILD_COLUMNS, CHILD_JOIN, childShape, toChild } from './children.ts';
import { insertGuidance } from './guidance.ts';
import { INDICATION_COLUMNS, indicationShape, insertIndication, toIndication } from './indications.ts';
import { closeBelief, insertEnded, insertPlacement } from './placements.ts';

/**
 * A person's own records: what they recorded, and what was recorded for a location or
 * municipality that is theirs. Row-level security says the same a second time. A
 * placement with an exit is two records: the exit can be withdrawn apart.
 */
const OWN_RECORDS = `
  select 'indication' as kind, i.version_id as "versionId", c.code as "childCode", lower(i.valid) as day, i.known_from as at, null as "groupName", null as about
  from indication i join child c on c.id = i.child_id
  where i.closed_revision is null and i.child_id in (select d.child_id from child_detail d where d.municipality_code = any (health_municipalities()))
  union all
  select 'guidance', g.version_id, c.code, g.on_date, g.known_from, null, null
  from guidance_outcome g join child c on c.id = g.child_id
  where g.closed_revision is null and g.child_id in (select d.child_id from child_detail d where d.municipality_code = any (health_municipalities()))
  union all
  select 'join', j.version_id, c.code, j.known_from::date, j.known_from, null, null
  from child_join j join child c on c.id = j.child_id
  where j.closed_revision is null and j.child_id in (select d.child_id from child_detail d where d.municipality_code = any (health_municipalities()))
  union all
  select case when upper_inf(p.valid) then 'placement' else 'exit' end, p.version_id, c.code,
    case when upper_inf(p.valid) then lower(p.valid) else upper(p.valid) - 1 end, p.known_from, cg.name, null
  from placement p join child c on c.id = p.child_id join care_group cg on cg.id = p.group_id
  where p.closed_revision is null and p.location_id = any (own_locations())
  union all
  select 'placement', p.version_id, c.code, lower(p.valid), p.known_from, cg.name, null
  from placement p join child c on c.id = p.child_id join care_group cg on cg.id = p.group_id
  where p.closed_revision is null and not upper_inf(p.valid) and p.location_id = any (own_locations())
  union all
  select 've_places', o.version_id, null, lower(o.valid), o.known_from, null, l.name
  from ve_place_offer o join location l on l.id = o.location_id
  where o.closed_revision is null and l.municipality_code = any (official_municipalities())
  union all
  select 'target', t.version_id, null, lower(t.valid), t.known_from, null, t.measure
  from municipal_target t
  where t.closed_revision is null and t.municipality_code = any (official_municipalities())`;

const recordSchema = z.object({
  kind: z.enum(['indication', 'guidance', 'placement', 'exit', 'join', 've_places', 'target']),
  versionId: z.string(), childCode: z.string().nullable(), day: z.string(), at: z.date(), groupName: z.string().nullable(), about: z.string().nullable(),
}).transform((row): OwnRecord => ({
  kind: row.kind, versionId: row.versionId, day: row.day, recordedAt: row.at.toISOString(),
  ...(row.childCode ? { childCode: row.childCode } : {}),
  ...(row.groupName ? { groupName: row.groupName } : {}),
  ...(row.about ? { about: row.about } : {}),
}));

const guidanceSchema = z.object({
  ...childShape, versionId: z.string(), onDate: z.string(), kind: z.enum(['offer', 'refusal', 'non_reach']), reasons: z.array(z.string()), note: z.string().nullable(),
}).transform((row): GuidanceOutcome & { child: ReturnType<typeof toChild> } => ({
  versionId: row.versionId, onDate: row.onDate, kind: row.kind, reasons: row.reasons, child: toChild(row), ...(row.note ? { note: row.note } : {}),
}));

const TABLE = { indication: 'indication', guidance: 'guidance_outcome', placement: 'placement', exit: 'placement', join: 'child_join', ve_places: 've_place_offer', target: 'municipal_target' } as const;

interface Identified { readonly factId: string; readonly childId: string }
async function factOf(session: Session, table: 'indication' | 'guidance_outcome', versionId: string): Promise<Identified & { organisationId: string | null; endedOn: string | null; origin: IndicationOrigin }> {
  const extra = table === 'indication' ? 'organisation_id as "organisationId", upper(valid) as "endedOn", origin' : `null as "organisationId", null as "endedOn", 'first' as origin`;
  const row = await queryRow(session, z.object({ factId: z.string(), childId: z.string(), organisationId: z.string().nullable(), endedOn: z.string().nullable(), origin: z.enum(['first', 're_indication']) }),
    `select fact_id as "factId", child_id as "childId", ${extra} from ${table} where version_id = $1::uuid`, [versionId]);
  return row!;
}

const placementVersionSchema = z.object({
  factId: z.string(), childId: z.string(), locationId: z.string(), groupId: z.string(), vePlace: z.boolean(), hoursPerWeek: z.number(), daysPerWeek: z.number(),
  start: z.string(), end: z.string().nullable(), exitReason: z.string().nullable(), exitNote: z.string().nullable(), confirmations: z.array(z.string()),
});

async function placementVersion(session: Session, versionId: string): Promise<z.infer<typeof placementVersionSchema>> {
  const row = await queryRow(session, placementVersionSchema, `
    select fact_id as "factId", child_id as "childId", location_id as "locationId", group_id as "groupId", ve_place as "vePlace",
      hours_per_week as "hoursPerWeek", days_per_week as "daysPerWeek", lower(valid) as start, upper(valid) as "end",
      exit_reason as "exitReason", exit_note as "exitNote", confirmations
    from placement where version_id = $1::uuid`, [versionId]);
  return row!;
}

export function createRecordsPort(session: Session): RecordsPort {
  return {
    own: (limit) => queryRows(session, recordSchema, `select * from (${OWN_RECORDS}) r order by at desc, kind limit $1::int`, [limit]),

    ownByVersion: (kind, versionId) => queryRow(session, recordSchema,
      `select * from (${OWN_RECORDS}) r where kind = $1::text and "versionId" = $2::uuid`, [kind, versionId]),

    indication: (versionId) => queryRow(session, z.object({ ...childShape, ...indicationShape }).transform((row) => ({ ...toIndication(row), child: toChild(row) })), `
      select ${CHILD_COLUMNS}, ${INDICATION_COLUMNS} from indication i join child c on c.id = i.child_id ${CHILD_JOIN}
      where i.version_id = $1::uuid and i.closed_revision is null`, [versionId]),

    guidance: (versionId) => queryRow(session, guidanceSchema, `
      select ${CHILD_COLUMNS}, o.version_id as "versionId", o.on_date as "onDate", o.kind, o.reasons, o.note
      from guidance_outcome o join child c on c.id = o.child_id ${CHILD_JOIN}
      where o.version_id = $1::uuid and o.closed_revision is null`, [versionId]),

    async correctIndication(versionId, change, reason, confirmations) {
      if (!await closeBelief(session, 'indication', versionId, 'corrected', reason)) return false;
      const { factId, childId, organisationId, endedOn, origin } = await factOf(session, 'indication', versionId);
      await insertIndication(session, { factId, childId, organisationId, origin, ...change, ...(endedOn ? { endedOn } : {}), change: 'corrected', confirmations });
      return true;
    },

    async correctGuidance(versionId, change, reason, confirmations) {
      if (!await closeBelief(session, 'guidance_outcome', versionId, 'corrected', reason)) return false;
      const { factId, childId } = await factOf(session, 'guidance_outcome', versionId);
      await insertGuidance(session, { factId, childId, ...change, change: 'corrected', confirmations });
      return true;
    },

    async correctPlacement(versionId, change, reason, confirmations) {
      if (!await closeBelief(session, 'placement', versionId, 'corrected', reason)) return false;
      const old = await placementVersion(session, versionId);
      const locationId = await locationOfGroup(session, change.groupId);
      await insertPlacement(session, {
        ...change, factId: old.factId, childId: old.childId, locationId, change: 'corrected', confirmations,
        end: old.end ?? undefined, exitReason: old.exitReason ?? undefined, exitNote: old.exitNote ?? undefined,
      });
      return true;
    },

    async correctExit(versionId, change, reason, confirmations) {
      if (!await closeBelief(session, 'placement', versionId, 'corrected', reason)) return false;
      await insertEnded(session, versionId, { ...change, change: 'corrected', confirmations });
      return true;
    },

    async withdraw(kind, versionId, reason) {
      if (kind !== 'exit') return closeBelief(session, TABLE[kind], versionId, 'withdrawn', reason);
      if (!await closeBelief(session, 'placement', versionId, 'reopened', reason)) return false;
      const old = await placementVersion(session, versionId);
      await insertPlacement(session, {
        ...old, end: undefined, exitReason: undefined, exitNote: undefined, change: 'reopened',
      });
      return true;
    },
  };
}

async function locationOfGroup(session: Session, groupId: string): Promise<string> {
  const row = await queryRow(session, z.object({ locationId: z.string() }), 'select location_id as "locationId" from care_group where id = $1::uuid', [groupId]);
  if (!row) throw new Error('correctPlacement: unknown group');
  return row.locationId;
}

