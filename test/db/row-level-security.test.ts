import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import { unfitForApplication } from '../../db/app-role.ts';
import { createPool } from '../../db/pool.ts';
import { createWorld, ERMELO, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  const child = await world.as('nurse', async ({ ports }) => {
    const made = await ports.children.register({ birthDate: '2024-01-15', municipalityCode: PUTTEN, neighbourhoodId: ID.centrum });
    await ports.indications.record({ childId: made.childId, issuedOn: '2026-02-01', organisationId: ID.jgz, grounds: ['child_development'], confirmations: [] });
    await ports.guidance.record({ childId: made.childId, onDate: '2026-03-01', kind: 'offer', reasons: [], confirmations: [] });
    return made;
  });
  await world.as('waterlelie', async ({ ports }) => {
    await ports.children.link(child.code, '2024-01-15', ID.waterlelie);
    await ports.placements.record({
      childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-04-01', confirmations: [],
    });
  });
  await world.owner.query(`insert into organisation_reference values ($1, (select id from child limit 1), 'klant 12')`, [ID.provider]);
});
afterAll(() => world.close());

/** Hand-written SQL on the application's login, as somebody. */
async function sql(person: PersonName | 'unset', text: string, capacity: 'person' | 'aggregate' = 'person'): Promise<Record<string, unknown>[]> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    if (person !== 'unset') await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const CHILD_TABLES = ['child', 'child_detail', 'child_location', 'indication', 'indication_ground', 'guidance_outcome', 'placement', 'organisation_reference'] as const;
const count = async (person: PersonName | 'unset', table: string, capacity?: 'person' | 'aggregate'): Promise<number> => (await sql(person, `select 1 from ${table}`, capacity)).length;

describe('what hand-written SQL on the application login sees', () => {
  const expected: Readonly<Record<PersonName | 'unset', readonly (typeof CHILD_TABLES)[number][]>> = {
    unset: [],
    nobody: [],
    school: [],
    schoolErmelo: [],
    reader: [],
    bosrand: [],
    ermelo: [],
    nurseErmelo: [],
    officialErmelo: [],
    waterlelie: ['child', 'child_detail', 'child_location', 'indication', 'placement', 'organisation_reference'],
    nurse: ['child', 'child_detail', 'indication', 'indication_ground', 'guidance_outcome', 'placement'],
    official: ['child', 'child_detail', 'indication', 'indication_ground', 'guidance_outcome', 'placement'],
    regional: ['child', 'child_detail', 'indication', 'indication_ground', 'guidance_outcome', 'placement'],
  };
  for (const [person, visible] of Object.entries(expected) as [PersonName | 'unset', readonly string[]][]) {
    for (const table of CHILD_TABLES) {
      it(`${person} sees ${visible.includes(table) ? 'the row' : 'nothing'} in ${table}`, async () => {
        expect(await count(person, table)).toBe(visible.includes(table) ? 1 : 0);
      });
    }
  }

  it('shows nothing of the organisations to an unset identity', async () => {
    for (const table of ['municipality', 'location', 'care_group', 'organisation', 'school', 'person', 'person_role', 've_place_offer', 'answer', 'submission']) {
      expect(await count('unset', table), table).toBe(0);
    }
  });

  it('shows groups and places of another location in the municipality to nobody at a location', async () => {
    expect((await sql('bosrand', 'select location_id from ve_place_offer')).map((row) => row['location_id'])).toEqual([ID.bosrand]);
    expect((await sql('bosrand', 'select location_id from care_group')).map((row) => row['location_id'])).toEqual([ID.bosrand]);
  });

  it('lets a reader read rows in capacity aggregate only, and never write in it', async () => {
    expect(await count('reader', 'child_detail', 'aggregate')).toBe(1);
    await expect(sql('waterlelie', `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid)
      select child_id, location_id, group_id, false, 16, 4, '[2026-05-01,)' from placement`, 'aggregate')).resolves.toEqual([]);
    await expect(sql('nurse', `insert into guidance_outcome (child_id, on_date, kind) select child_id, '2026-05-01', 'offer' from child_detail`, 'aggregate'))
      .rejects.toMatchObject({ code: '42501' });
  });
});

describe('an identity', () => {
  it('cannot be made by SQL on the application login', async () => {
    const forged = `person|${TENANT}|${PEOPLE.official}|${'0'.repeat(64)}`;
    expect(await sql('bosrand', `select set_config('kansenlijn.identity', '${forged}', true)`)).toHaveLength(1);
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('kansenlijn.identity', $1, true)`, [forged]);
      expect((await client.query('select from child')).rowCount).toBe(0);
      await expect(client.query('select enter($1, null)', [forged])).rejects.toMatchObject({ code: '28000' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('cannot be widened from a person to an aggregate by editing the signed text', async () => {
    const own = signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE.reader }, 'person', world.test.identityKey);
    const rows = await sql('reader', `select set_config('kansenlijn.identity', '${own.replace(/^person/, 'aggregate')}', true), (select count(*)::int from child_detail) as seen`);
    expect(rows[0]?.['seen']).toBe(0);
  });

  it('does not outlive its transaction on a pooled connection', async () => {
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE.nurse }, 'person', world.test.identityKey)]);
      expect((await client.query('select from child')).rowCount).toBe(1);
      await client.query('commit');
      expect((await client.query('select from child')).rowCount).toBe(0);
    } finally {
      client.release();
    }
  });

  it.each(['identity_key', 'import_record', 'attempt'])('gives no access to %s', async (table) => {
    await expect(sql('official', `select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['open a revision', `select open_revision(null, '2020-01-01', 'import')`],
    ['act on behalf of the ledger', 'select this_revision()'],
    ['look up the roles of somebody else', 'select roles_of(gen_random_uuid())'],
  ])('does not let the application login %s', async (_, text) => {
    await expect(sql('official', text)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('writing where one has no business', () => {
  const denied = { code: '42501' };
  it('refuses a placement at another location', async () => {
    await expect(sql('waterlelie', `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid)
      select id, '${ID.bosrand}', '${ID.bosrandGroup}', false, 16, 4, '[2026-05-01,)' from child`)).rejects.toMatchObject(denied);
  });
  it('refuses an indication by childcare', async () => {
    await expect(sql('waterlelie', `insert into indication (child_id, valid) select id, '[2026-05-01,)' from child`)).rejects.toMatchObject(denied);
  });
  it('refuses a child in a municipality that is not the nurse’s', async () => {
    await expect(sql('nurse', `select register_child('ER-2222-2222', '2024-01-01', '${ERMELO}', null, null)`)).rejects.toMatchObject(denied);
  });
  it('refuses to link a child to a location that is not one’s own', async () => {
    expect((await sql('bosrand', `select link_child((select 'PU-2222-2222'), '2024-01-15', '${ID.waterlelie}') as outcome`))[0]?.['outcome']).toBe('forbidden');
  });
  it('refuses to change or remove anything in the ledger', async () => {
    await expect(sql('nurse', `update indication set valid = '[2020-01-01,)'`)).rejects.toMatchObject(denied);
    await expect(sql('nurse', 'delete from indication')).rejects.toMatchObject(denied);
    await expect(sql('official', `update ve_place_offer set places = 20`)).rejects.toMatchObject(denied);
  });
  it('closes nothing of another location, without an error that would tell that it exists', async () => {
    expect(await sql('bosrand', `update placement set closing = 'withdrawn' returning version_id`)).toEqual([]);
    expect(await sql('waterlelie', `update placement set closing = 'withdrawn' returning version_id`)).toHaveLength(1);
  });
  it.each([
    ['of another municipality', `'official', null, null, null, '${ERMELO}'`],
    ['at a location elsewhere', `'childcare', '${ID.ermelo}', null, null, null`],
  ])('refuses an invitation %s', async (_, values) => {
    await expect(sql('official', `insert into invitation (code_hash, role, location_id, school_id, organisation_id, municipality_code, invited_by, inviting_municipality_code, expires_at)
      values ('x', ${values}, identity_person(), '${PUTTEN}', now() + interval '1 day')`)).rejects.toMatchObject(denied);
  });
  it('refuses an invitation by who is no official', async () => {
    await expect(sql('nurse', `insert into invitation (code_hash, role, municipality_code, invited_by, inviting_municipality_code, expires_at)
      values ('x', 'official', '${PUTTEN}', identity_person(), '${PUTTEN}', now() + interval '1 day')`)).rejects.toMatchObject(denied);
  });
});

describe('the login of the application', () => {
  it('is fit', async () => {
    expect(await unfitForApplication(world.pool)).toEqual([]);
  });
  it('is refused when it is the owner or a superuser', async () => {
    const owner = createPool(world.test.ownerUrl, { max: 1 });
    try {
      expect(await unfitForApplication(owner)).toEqual(expect.arrayContaining(['the login owns tables, or may act as their owner']));
    } finally {
      await owner.end();
    }
  });
  it('finds every table of ours under row-level security or without anything of a child or organisation', async () => {
    const { rows } = await world.owner.query<{ relname: string }>(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'kansenlijn' and c.relkind = 'r' and not c.relrowsecurity order by 1`);
    expect(rows.map((row) => row.relname)).toEqual(['activity_seen', 'demo_acting', 'ledger_clock', 'schema_migration']);
  });
  it('finds no function of ours that everybody may execute', async () => {
    const { rows } = await world.owner.query<{ proname: string }>(`select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'kansenlijn' and has_function_privilege('public', p.oid, 'execute')`);
    expect(rows).toEqual([]);
  });
  it('finds every function with the owner’s rights on a fixed search path', async () => {
    const { rows } = await world.owner.query<{ proname: string }>(`select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'kansenlijn' and prosecdef and not coalesce(proconfig::text like '%search_path=kansenlijn, public, pg_temp%', false)`);
    expect(rows).toEqual([]);
  });
});
