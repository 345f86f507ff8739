import { z } from 'zod/v4';
import type { AdminPartnersPort } from '../../dialogs/admin/port.ts';
import { execute, queryRows, type Session } from '../session.ts';
import { compact, maybe } from './administer-places.ts';

const organisation = z.object({ id: z.string(), name: z.string(), kind: z.enum(['childcare', 'health', 'school_board']), mayRename: z.boolean() });
const school = z.object({ id: z.string(), name: z.string(), municipalityCode: z.string(), organisationName: z.string(), brin: maybe, closedOn: maybe }).transform(compact);

/** Organisations, which municipalities share, and schools of an official's municipalities. */
export function createAdminPartnersPort(session: Session): AdminPartnersPort {
  return {
    organisations: () => queryRows(session, organisation, `
      select id, name, kind, manages_organisation(id) as "mayRename" from organisation where kind <> 'municipality' order by name, id`),

    schools: () => queryRows(session, school, `
      select s.id, s.name, s.municipality_code as "municipalityCode", o.name as "organisationName", s.brin, s.closed_on as "closedOn"
      from school s join organisation o on o.id = s.organisation_id where s.municipality_code = any (official_municipalities()) order by s.name, s.id`),

    async addOrganisation({ kind, name }) {
      await execute(session, 'insert into organisation (kind, name) values ($1::text, $2::text)', [kind, name]);
    },
    async renameOrganisation(id, name) {
      return (await execute(session, 'update organisation set name = $2::text where id = $1::uuid', [id, name])) === 1;
    },

    async addSchool({ organisationId, municipalityCode, neighbourhoodId, name, brin }) {
      await execute(session, 'insert into school (organisation_id, municipality_code, neighbourhood_id, name, brin) values ($1::uuid, $2::text, $3::uuid, $4::text, $5::text)',
        [organisationId, municipalityCode, neighbourhoodId ?? null, name, brin ?? null]);
    },
    async changeSchool(id, { name, brin, closedOn }) {
      return (await execute(session, 'update school set name = $2::text, brin = $3::text, closed_on = $4::date where id = $1::uuid', [id, name, brin ?? null, closedOn ?? null])) === 1;
    },
  };
}
