import { z } from 'zod/v4';
import type { Indication, IndicationOrigin, IndicationsPort } from '../../dialogs/ports.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

export const INDICATION_COLUMNS = `i.version_id as "versionId", lower(i.valid) as "issuedOn", upper(i.valid) as "endedOn", i.origin,
  coalesce((select array_agg(g.ground order by g.ground) from indication_ground g where g.version_id = i.version_id), '{}') as grounds`;
export const indicationShape = { versionId: z.string(), issuedOn: z.string(), endedOn: z.string().nullable(), origin: z.enum(['first', 're_indication']), grounds: z.array(z.string()) };

export function toIndication(row: { versionId: string; issuedOn: string; endedOn: string | null; origin: IndicationOrigin; grounds: string[] }): Indication {
  const { versionId, issuedOn, endedOn, origin, grounds } = row;
  return { versionId, issuedOn, grounds, ...(endedOn ? { endedOn } : {}), ...(origin === 'first' ? {} : { origin }) };
}

export interface NewIndication {
  readonly childId: string;
  readonly factId?: string;
  readonly issuedOn: string;
  readonly endedOn?: string;
  readonly organisationId: string | null;
  readonly grounds: readonly string[];
  /** Absent: a first indication. */
  readonly origin?: IndicationOrigin;
  readonly change: 'recorded' | 'corrected';
  readonly confirmations: readonly string[];
}

/** Opens a belief about an indication, with its grounds. */
export async function insertIndication(session: Session, input: NewIndication): Promise<void> {
  const row = await queryRow(session, z.object({ versionId: z.string() }), `
    insert into indication (fact_id, child_id, valid, organisation_id, change, confirmations, origin)
    values (coalesce($1::uuid, gen_random_uuid()), $2::uuid, daterange($3::date, $4::date), $5::uuid, $6::text, $7::text[], $8::text)
    returning version_id as "versionId"`,
    [input.factId ?? null, input.childId, input.issuedOn, input.endedOn ?? null, input.organisationId, input.change, input.confirmations, input.origin ?? 'first']);
  await execute(session, 'insert into indication_ground (version_id, ground) select $1::uuid, unnest($2::text[])', [row!.versionId, input.grounds]);
}

export function createIndicationsPort(session: Session): IndicationsPort {
  return {
    of: (childId) => queryRows(session, z.object(indicationShape).transform(toIndication), `
      select ${INDICATION_COLUMNS} from indication i
      where i.closed_revision is null and same_child(i.child_id) = same_child($1::uuid)
        and i.child_id in (select $1::uuid union select j.into_child_id from child_join j where j.child_id = $1::uuid and j.closed_revision is null
          union select j.child_id from child_join j where j.into_child_id = same_child($1::uuid) and j.closed_revision is null)
      order by lower(i.valid)`, [childId]),

    record: (input) => insertIndication(session, { ...input, change: 'recorded' }),
  };
}
