import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import { createWorld, ERMELO, PEOPLE, type PersonName, PUTTEN, TENANT, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query('begin');
  await world.owner.query(`select open_revision(null, null, 'import')`);
  for (const code of [PUTTEN, ERMELO]) {
    await world.owner.query(`insert into population (municipality_code, reference_date, age_months, children) values ($1, '2024-01-01', '[24,48)', 500)`, [code]);
  }
  await world.owner.query('commit');
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

describe('who sees the population of a municipality', () => {
  it.each<[PersonName | 'unset', readonly string[]]>([
    ['unset', []], ['nobody', []], ['school', []], ['waterlelie', []],
    ['reader', [PUTTEN]], ['nurse', [PUTTEN]], ['official', [PUTTEN]], ['officialErmelo', [ERMELO]],
  ])('%s sees that of %j', async (person, codes) => {
    expect((await sql(person, 'select municipality_code from population order by 1')).map((row) => row['municipality_code'])).toEqual(codes);
  });

  it('is whoever may ask its figures, also for a channel', async () => {
    expect(await sql('reader', 'select children from population', 'aggregate')).toEqual([{ children: 500 }]);
  });

  it.each([
    `insert into population (municipality_code, reference_date, age_months, children) values ('0273', '2025-01-01', '[24,48)', 1)`,
    `update population set closing = 'withdrawn'`, 'delete from population',
  ])('leaves nobody on the application login to write it: %s', async (text) => {
    await expect(sql('official', text)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what a count must be', () => {
  const insert = (columns: string): Promise<unknown> => world.owner.query(`insert into population (municipality_code, reference_date, children, age_months) values ${columns}`);
  it.each([
    ['ages that overlap with a count of the same day', `('${PUTTEN}', '2024-01-01', 1, '[47,48)')`, '23P01'],
    ['no ages', `('${PUTTEN}', '2025-01-01', 1, '[24,24)')`, '23514'], ['ages over 18', `('${PUTTEN}', '2025-01-01', 1, '[24,217)')`, '23514'],
    ['fewer children than none', `('${PUTTEN}', '2025-01-01', -1, '[24,48)')`, '23514'],
  ])('is not: %s', async (_name, row, code) => {
    await expect(insert(row)).rejects.toMatchObject({ code });
  });
  it('is: ages beside those of the same day, and the same ages on another', async () => {
    await insert(`('${PUTTEN}', '2024-01-01', 1, '[48,216)'), ('${PUTTEN}', '2025-01-01', 0, '[24,48)')`);
  });
});
