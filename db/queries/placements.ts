import { z } from 'zod/v4';
import type { Group, Placement, PlacementsPort } from '../../dialogs/ports.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';
import { CHILD_COLUMNS, CHILD_JOIN, childShape, toChild } from './children.ts';

const placementSchema = z.object({
  ...childShape,
  versionId: z.string(), groupId: z.string(), groupName: z.string(), locationId: z.string(), locationName: z.string(), groupMunicipality: z.string(),
  vePlace: z.boolean(), hoursPerWeek: z.number(), daysPerWeek: z.number(), start: z.string(), end: z.string().nullable(),
  exitReason: z.string().nullable(), exitNote: z.string().nullable(),
}).transform((row): Placement => ({
  versionId: row.versionId,
  child: toChild(row),
  group: { groupId: row.groupId, name: row.groupName, locationId: row.locationId, locationName: row.locationName, municipalityCode: row.groupMunicipality },
  vePlace: row.vePlace, hoursPerWeek: row.hoursPerWeek, daysPerWeek: row.daysPerWeek, start: row.start,
  ...(row.end ? { end: row.end } : {}),
  ...(row.exitReason ? { exitReason: row.exitReason } : {}),
  ...(row.exitNote ? { exitNote: row.exitNote } : {}),
}));

const SELECT_PLACEMENT = `
  select ${CHILD_COLUMNS}, p.version_id as "versionId", g.id as "groupId", g.name as "groupName", l.id as "locationId", l.name as "locationName",
    l.municipality_code as "groupMunicipality", p.ve_place as "vePlace", p.hours_per_week as "hoursPerWeek", p.days_per_week as "daysPerWeek",
    lower(p.valid) as start, upper(p.valid) as "end", p.exit_reason as "exitReason", p.exit_note as "exitNote"
  from placement p join care_group g on g.id = p.group_id join location l on l.id = p.location_id
  join child c on c.id = p.child_id ${CHILD_JOIN}
  where p.closed_revision is null and p.location_id = any (own_locations())`;

const groupSchema = z.object({
  groupId: z.string(), name: z.string(), locationId: z.string(), locationName: z.string(), municipalityCode: z.string(), openedOn: z.string().nullable(), closedOn: z.string().nullable(),
}).transform(({ openedOn, closedOn, ...group }): Group => ({ ...group, ...(openedOn ? { openedOn } : {}), ...(closedOn ? { closedOn } : {}) }));

export interface NewPlacement {
  readonly factId?: string;
  readonly childId: string;
  readonly locationId: string;
  readonly groupId: string;
  readonly vePlace: boolean;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
  readonly start: string;
  /** First day away. */
  readonly end?: string | undefined;
  readonly exitReason?: string | undefined;
  readonly exitNote?: string | undefined;
  readonly change: 'recorded' | 'exited' | 'corrected' | 'reopened';
  readonly confirmations: readonly string[];
}

/** Opens a belief about a placement. Raises 23P01 when it overlaps another VE placement of the child. */
export async function insertPlacement(session: Session, input: NewPlacement): Promise<void> {
  await execute(session, `
    insert into placement (fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, exit_note, change, confirmations)
    values (coalesce($1::uuid, gen_random_uuid()), $2::uuid, $3::uuid, $4::uuid, $5::boolean, $6::numeric, $7::smallint,
            daterange($8::date, $9::date), $10::text, $11::text, $12::text, $13::text[])`,
    [input.factId ?? null, input.childId, input.locationId, input.groupId, input.vePlace, input.hoursPerWeek, input.daysPerWeek,
      input.start, input.end ?? null, input.exitReason ?? null, input.exitNote ?? null, input.change, input.confirmations]);
}

/** Opens another belief about a placement that was just closed, with an end; the rest as it was. */
export async function insertEnded(session: Session, closedVersionId: string,
  exit: { lastDay: string; reason: string; note?: string; change: 'exited' | 'corrected'; confirmations: readonly string[] }): Promise<void> {
  await execute(session, `
    insert into placement (fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, exit_note, change, confirmations)
    select fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week,
      daterange(lower(valid), $2::date + 1), $3::text, $4::text, $5::text, $6::text[]
    from placement where version_id = $1::uuid`,
    [closedVersionId, exit.lastDay, exit.reason, exit.note ?? null, exit.change, exit.confirmations]);
}

/** Closes a current belief of the person's own; false when it is no longer current or not theirs. */
export async function closeBelief(session: Session, table: 'placement' | 'indication' | 'guidance_outcome' | 'child_join' | 've_place_offer' | 'municipal_target' | 'result_agreement' | 'kindergarten_result', versionId: string,
  closing: 'exited' | 'corrected' | 'withdrawn' | 'reopened', reason: string | null): Promise<boolean> {
  const closed = await execute(session,
    `update ${table} set closing = $2::text, closing_reason = $3::text where version_id = $1::uuid and closed_revision is null`, [versionId, closing, reason]);
  return closed === 1;
}

export function createPlacementsPort(session: Session): PlacementsPort {
  return {
    groups: () => queryRows(session, groupSchema, `
      select g.id as "groupId", g.name, l.id as "locationId", l.name as "locationName", l.municipality_code as "municipalityCode",
        greatest(g.opened_on, l.opened_on) as "openedOn", least(g.closed_on, l.closed_on) as "closedOn"
      from care_group g join location l on l.id = g.location_id
      -- Only a pick list, by the server's day; the start date is held against these days when it is stored.
      where l.id = any (own_locations()) and coalesce(least(g.closed_on, l.closed_on), 'infinity') > current_date - 31 order by l.name, g.name`),

    childrenWithoutPlacement: () => queryRows(session, z.object(childShape).transform(toChild), `
      select ${CHILD_COLUMNS} from child c ${CHILD_JOIN}
      where c.id = any (own_children()) and same_child(c.id) = c.id
        -- Only a pick list: who turned four is left out by the server's day, and can still be typed by code.
        and d.birth_date > current_date - interval '4 years'
        and not exists (select from placement p where p.closed_revision is null and upper_inf(p.valid) and same_child(p.child_id) = c.id)
      order by c.code limit 100`),

    withoutExit: () => queryRows(session, placementSchema, `${SELECT_PLACEMENT} and upper_inf(p.valid) order by c.code limit 200`),

    byVersion: (versionId) => queryRow(session, placementSchema, `${SELECT_PLACEMENT} and p.version_id = $1::uuid`, [versionId]),

    async otherVePlacements(childId, locationId, exceptVersionId) {
      const rows = await queryRows(session, z.object({ start: z.string(), end: z.string().nullable(), sameLocation: z.boolean() }), `
        select o.start_date as start, o.end_date as "end", o.same_location as "sameLocation"
        from other_ve_placements($1::uuid, $2::uuid) o
        where o.fact_id is distinct from (select p.fact_id from placement p where p.version_id = $3::uuid) order by 1`,
        [childId, locationId, exceptVersionId ?? null]);
      return rows.map(({ start, end, sameLocation }) => ({ start, sameLocation, ...(end ? { end } : {}) }));
    },

    async enrolledInGroup(groupId, day, exceptChildId) {
      const row = await queryRow(session, z.object({ enrolled: z.number() }), `
        select count(distinct same_child(p.child_id)) as enrolled from placement p
        where p.group_id = $1::uuid and p.closed_revision is null and p.valid @> $2::date and p.child_id is distinct from $3::uuid`,
        [groupId, day, exceptChildId ?? null]);
      return row!.enrolled;
    },

    async vePlaces(locationId, day, exceptChildId) {
      const row = await queryRow(session, z.object({ offered: z.number().nullable(), taken: z.number() }), `
        select (select o.places from ve_place_offer o where o.location_id = $1::uuid and o.closed_revision is null and o.valid @> $2::date) as offered,
          (select count(distinct same_child(p.child_id)) from placement p
           where p.location_id = $1::uuid and p.ve_place and p.closed_revision is null and p.valid @> $2::date and p.child_id is distinct from $3::uuid) as taken`,
        [locationId, day, exceptChildId ?? null]);
      return { taken: row!.taken, ...(row!.offered === null ? {} : { offered: row!.offered }) };
    },

    record: (input) => insertPlacement(session, { ...input, change: 'recorded' }),

    async end({ versionId, lastDay, reason, note, confirmations }) {
      if (!await closeBelief(session, 'placement', versionId, 'exited', null)) return false;
      await insertEnded(session, versionId, { lastDay, reason, ...(note ? { note } : {}), change: 'exited', confirmations });
      return true;
    },
  };
}
