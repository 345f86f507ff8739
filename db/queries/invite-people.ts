import { z } from 'zod/v4';
import type { PeoplePort } from '../../dialogs/ports.ts';
import { hashInvitationCode, newInvitationCode } from '../invitation-code.ts';
import { queryRow, queryRows, type Session } from '../session.ts';

const VALID_DAYS = 14;
const named = z.object({ id: z.string(), name: z.string() });

/** Invitations and their one-time codes. A code is shown once; only its keyed hash is kept. */
export function createPeoplePort(session: Session): PeoplePort {
  return {
    async places(municipalityCode) {
      return {
        locations: await queryRows(session, named, 'select id, name from location where municipality_code = $1::text and (closed_on is null or closed_on > current_date) order by name', [municipalityCode]),
        schools: await queryRows(session, named, 'select id, name from school where municipality_code = $1::text and (closed_on is null or closed_on > current_date) order by name', [municipalityCode]),
        healthOrganisations: await queryRows(session, named, `select id, name from organisation where kind = 'health' order by name`),
      };
    },

    async invite(input) {
      const code = newInvitationCode();
      const row = await queryRow(session, z.object({ expiresOn: z.string() }), `
        insert into invitation (code_hash, role, location_id, school_id, organisation_id, municipality_code, invited_by, inviting_municipality_code, label, expires_at)
        values ($1::bytea, $2::text, $3::uuid, $4::uuid, $5::uuid, $6::text, $7::uuid, $8::text, $9::text, now() + make_interval(days => $10::int))
        returning (expires_at at time zone 'Europe/Amsterdam')::date as "expiresOn"`,
        [hashInvitationCode(code, session.identityKey), input.role, input.locationId ?? null, input.schoolId ?? null, input.organisationId ?? null,
          input.municipalityCode ?? null, session.personId, input.invitingMunicipalityCode, input.label ?? null, VALID_DAYS]);
      return { code, expiresOn: row!.expiresOn };
    },

    async redeem(code) {
      const row = await queryRow(session, z.object({ outcome: z.enum(['redeemed', 'unknown', 'too_many']) }),
        'select redeem_invitation($1::bytea) as outcome', [hashInvitationCode(code, session.identityKey)]);
      return row!.outcome;
    },
  };
}
