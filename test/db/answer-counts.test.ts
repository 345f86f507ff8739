import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, PEOPLE, PUTTEN, TENANT, ID, type PersonName, type World } from '../support/world.ts';
import { signIdentity, type Capacity } from '../../db/identity.ts';

/** What was counted for an answer, read with SQL of one's own on the login of the application. */
let world: World;
const REFERENCE = { municipal: 'KL-2222-2222', handovers: 'KL-3333-3333', location: 'KL-4444-4444' };
beforeAll(async () => {
  world = await createWorld();
  const add = (reference: string, measure: string, where: string): string => `insert into kansenlijn.answer (reference, person_id, protected, measure, measure_version, municipality_code, location_id, reference_date, params, revision, known_at, counts)
    select '${reference}', id, true, '${measure}', 1, ${where}, '2026-11-22', '{}', (select revision from kansenlijn.ledger_clock), 'infinity', '{"count": 3}' from kansenlijn.person where aad_object_id = '${PEOPLE.reader}'`;
  await world.owner.query([add(REFERENCE.municipal, 'waiting', `'${PUTTEN}', null`), add(REFERENCE.handovers, 'handovers-due', `'${PUTTEN}', null`), add(REFERENCE.location, 'placements', `null, '${ID.waterlelie}'`)].join(';'));
});
afterAll(() => world.close());

async function sql(person: PersonName, capacity: Capacity, text: string): Promise<unknown[]> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local search_path = kansenlijn, public');
    await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    return (await client.query(text)).rows.map((row: Record<string, unknown>) => Object.values(row)[0]);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const countsOf = async (person: PersonName, capacity: Capacity, reference: string): Promise<unknown> => (await sql(person, capacity, `select answer_counts('${reference}')`))[0];

describe('what was counted for an answer', () => {
  it('is no column that anybody can read, though the answer is', async () => {
    for (const person of ['reader', 'official'] as const) {
      expect(await sql(person, 'person', 'select reference from answer')).toHaveLength(3);
      await expect(sql(person, 'person', 'select counts from answer')).rejects.toThrow('permission denied');
      await expect(sql(person, 'person', 'select * from answer')).rejects.toThrow('permission denied');
    }
  });
  it('is for whom the rows behind it are: a reader only as it was computed, in capacity aggregate', async () => {
    for (const reference of Object.values(REFERENCE)) {
      expect(await countsOf('reader', 'person', reference), reference).toBeNull();
      expect(await countsOf('reader', 'aggregate', reference), reference).toEqual({ count: 3 });
      expect(await countsOf('official', 'person', reference), reference).toEqual({ count: 3 });
      expect(await countsOf('officialErmelo', 'person', reference), reference).toBeNull();
    }
  });
  it('is of handovers not for youth health care, and of a location for its own people', async () => {
    expect([await countsOf('nurse', 'person', REFERENCE.municipal), await countsOf('nurse', 'person', REFERENCE.handovers), await countsOf('nurse', 'aggregate', REFERENCE.handovers)]).toEqual([{ count: 3 }, null, { count: 3 }]);
    expect([await countsOf('waterlelie', 'person', REFERENCE.location), await countsOf('bosrand', 'person', REFERENCE.location)]).toEqual([{ count: 3 }, null]);
  });
  it('is nothing of an answer that does not exist', async () => expect(await countsOf('official', 'person', 'KL-9999-9999')).toBeNull());
});
