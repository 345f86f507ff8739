import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import type { Child, ChildrenPort } from '../../dialogs/ports.ts';
import { newChildCode } from '../../src/ask/child-code.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

/** Columns of a child, for queries that join `child c`, `child_detail d` and `neighbourhood n`. */
export const CHILD_COLUMNS = `c.id as "childId", c.code, d.birth_date as "birthDate", d.municipality_code as "municipalityCode", n.name as "neighbourhoodName",
  (select string_agg(o.reference, ', ' order by o.reference) from organisation_reference o where o.child_id = c.id) as "ownReference"`;
export const childShape = {
  childId: z.string(), code: z.string(), birthDate: z.string(), municipalityCode: z.string(), neighbourhoodName: z.string().nullable(), ownReference: z.string().nullable(),
};
const childSchema = z.object(childShape).transform(toChild);

/** The latest current residence of a child; a child has one on every day since birth. */
export const CHILD_JOIN = `join lateral (
    select * from child_detail cd where cd.child_id = c.id and cd.closed_revision is null order by lower(cd.valid) desc limit 1
  ) d on true left join neighbourhood n on n.id = d.neighbourhood_id`;

export function toChild(row: z.infer<z.ZodObject<typeof childShape>>): Child {
  const { childId, code, birthDate, municipalityCode, neighbourhoodName, ownReference } = row;
  return { childId, code, birthDate, municipalityCode, ...(neighbourhoodName ? { neighbourhoodName } : {}), ...(ownReference ? { ownReference } : {}) };
}

const named = z.object({ id: z.string(), name: z.string() });

export function createChildrenPort(session: Session): ChildrenPort {
  return {
    byCode: (code) => queryRow(session, childSchema, `select ${CHILD_COLUMNS} from child c ${CHILD_JOIN} where c.code = $1::text`, [code]),

    async link(code, birthDate, locationId) {
      const row = await queryRow(session, z.object({ outcome: z.enum(['linked', 'unknown', 'too_many', 'forbidden']) }),
        'select link_child($1::text, $2::date, $3::uuid) as outcome', [code, birthDate, locationId]);
      return row!.outcome;
    },

    async register({ birthDate, municipalityCode, neighbourhoodId, locationId }) {
      const prefix = await queryRow(session, z.object({ prefix: z.string() }), 'select code_prefix as prefix from municipality where code = $1::text', [municipalityCode]);
      if (!prefix) throw new Error('register: unknown municipality');
      const code = newChildCode(prefix.prefix, randomInt);
      await execute(session, 'select register_child($1::text, $2::date, $3::text, $4::uuid, $5::uuid)',
        [code, birthDate, municipalityCode, neighbourhoodId ?? null, locationId ?? null]);
      const child = await this.byCode(code);
      if (!child) throw new Error('register: the new child is not visible to who made it');
      return child;
    },

    async setOwnReference(childId, organisationId, reference) {
      await execute(session, `
        insert into organisation_reference (organisation_id, child_id, reference) values ($1::uuid, $2::uuid, $3::text)
        on conflict (organisation_id, child_id) do update set reference = excluded.reference`, [organisationId, childId, reference]);
    },

    likelyDoubles: (childId) => queryRows(session, z.object({ childId: z.string(), code: z.string() }),
      'select child_id as "childId", code from likely_doubles($1::uuid) order by code limit 5', [childId]),

    // The other code may be made after the indication, so looking when it is issued is not enough.
    lookAlikes: () => queryRows(session, z.object({ code: z.string(), other: z.string(), birthDate: z.string() }), `
      select c.code, k.code as other, a.birth_date as "birthDate"
      from child_detail a
      join child_detail b on b.birth_date = a.birth_date and b.municipality_code = a.municipality_code
        and b.neighbourhood_id is not distinct from a.neighbourhood_id and b.child_id > a.child_id
      join child c on c.id = a.child_id join child k on k.id = b.child_id
      where a.municipality_code = any (health_municipalities()) and a.closed_revision is null and b.closed_revision is null
        and upper_inf(a.valid) and upper_inf(b.valid) and a.birth_date > current_date - interval '4 years'
        and same_child(a.child_id) <> same_child(b.child_id)
      order by greatest(a.revision, b.revision) desc, c.code limit 5`),

    async sameChild(childId) {
      return (await queryRow(session, z.object({ id: z.string() }), 'select same_child($1::uuid) as id', [childId]))!.id;
    },

    async joinedCodes(childId) {
      const rows = await queryRows(session, z.object({ code: z.string() }), `
        select c.code from child_join j join child c on c.id = j.child_id
        where j.into_child_id = $1::uuid and j.closed_revision is null order by c.code`, [childId]);
      return rows.map(({ code }) => code);
    },

    async join(childId, intoChildId) {
      await execute(session, 'insert into child_join (child_id, into_child_id) values ($1::uuid, $2::uuid)', [childId, intoChildId]);
    },

    municipalities: () => queryRows(session, z.object({ code: z.string(), name: z.string() }), 'select code, name from municipality order by name'),

    neighbourhoods: (municipalityCode) => queryRows(session, named, 'select id, name from neighbourhood where municipality_code = $1::text order by name', [municipalityCode]),
  };
}
