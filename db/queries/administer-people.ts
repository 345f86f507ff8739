import { z } from 'zod/v4';
import type { AdminChange, AdminPeoplePort } from '../../dialogs/admin/port.ts';
import { queryRow, queryRows, type Session } from '../session.ts';
import { compact, maybe } from './administer-places.ts';

const role = z.object({
  id: z.string(), role: z.enum(['childcare', 'health', 'school', 'official', 'reader']), placeName: z.string(), municipalityCode: z.string(),
  label: maybe, grantedOn: z.string(), isOwn: z.boolean(),
}).transform(compact);

const columns = z.record(z.string(), z.unknown()).nullable().transform((value) => value ?? undefined);
const change: z.ZodType<AdminChange> = z.object({
  at: z.date().transform((at) => at.toISOString()), action: z.enum(['added', 'changed', 'closed', 'revoked', 'corrected', 'withdrawn']), entity: z.string(),
  subject: maybe.transform((name) => name ?? ''), before: columns, after: columns, reason: maybe, by: z.enum(['self', 'operator', 'other']), byLabel: maybe,
}).transform(compact);

/** Where a role holds, from the ids in a row of the audit or of a role. */
const PLACE = (row: string): string => `coalesce(
  (select l.name from location l where l.id = (${row} ->> 'location_id')::uuid), (select s.name from school s where s.id = (${row} ->> 'school_id')::uuid),
  (select o.name from organisation o where o.id = (${row} ->> 'organisation_id')::uuid), (select m.name from municipality m where m.code = ${row} ->> 'municipality_code'))`;

/** Roles in an official's municipalities, and what was changed there. */
export function createAdminPeoplePort(session: Session): AdminPeoplePort {
  return {
    roles: () => queryRows(session, role, `
      select r.id, r.role, coalesce(l.name, s.name, o.name, m.name) as "placeName", coalesce(r.municipality_code, l.municipality_code, s.municipality_code) as "municipalityCode",
        r.label, (r.granted_at at time zone 'Europe/Amsterdam')::date as "grantedOn", r.person_id = identity_person() as "isOwn"
      from person_role r left join location l on l.id = r.location_id left join school s on s.id = r.school_id
      left join organisation o on o.id = r.organisation_id left join municipality m on m.code = r.municipality_code
      where r.revoked_at is null and coalesce(r.municipality_code, l.municipality_code, s.municipality_code) = any (official_municipalities())
      order by 3, r.role, r.granted_at, r.id`),

    async revoke(roleId, reason) {
      const row = await queryRow(session, z.object({ outcome: z.enum(['revoked', 'unknown', 'last_official']) }), 'select revoke_role($1::uuid, $2::text) as outcome', [roleId, reason]);
      return row!.outcome;
    },

    changes: (limit) => queryRows(session, change, `
      select a.at, a.action, a.entity, a.before, a.after, a.reason, coalesce(a.after ->> 'name', ${PLACE(`coalesce(a.after, a.before)`)}) as subject,
        case when a.person_id is null then 'operator' when a.person_id = identity_person() then 'self' else 'other' end as by,
        (select r.label from person_role r where r.person_id = a.person_id and r.role = 'official' and r.municipality_code = a.municipality_code order by r.granted_at limit 1) as "byLabel"
      from admin_change a where a.municipality_code = any (official_municipalities()) order by a.id desc limit $1::int`, [limit]),
  };
}
