import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, ID, type PersonName, type World } from '../support/world.ts';

let world: World;
const putten = '00000000-0000-4000-8000-000000000101';
const ermelo = '00000000-0000-4000-8000-000000000102';
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(`set search_path = kansenlijn, public;
    insert into child (id, code) values ('${putten}', 'PU-AAA2-AAAA'), ('${ermelo}', 'ER-AAA2-AAAA');
    insert into child_detail (child_id, birth_date, municipality_code, valid) values ('${putten}', '2023-10-01', '0273', '[2023-10-01,)'), ('${ermelo}', '2023-10-01', '0233', '[2023-10-01,)');
    insert into child_location (child_id, location_id, how) values ('${putten}', '${ID.waterlelie}', 'import');`);
});
afterAll(() => world.close());

const codes = (person: PersonName, ids: readonly string[]): Promise<string[]> =>
  world.as(person, async ({ ports }) => [...(await ports.figures.codesOf(ids)).values()].sort());

describe('codes of children for an export', () => {
  it.each<[PersonName, string[]]>([
    ['official', ['PU-AAA2-AAAA']], ['officialErmelo', ['ER-AAA2-AAAA']], ['regional', ['ER-AAA2-AAAA', 'PU-AAA2-AAAA']], ['nurse', ['PU-AAA2-AAAA']],
    ['waterlelie', ['PU-AAA2-AAAA']], ['bosrand', []], ['reader', []], ['school', []], ['nobody', []],
  ])('are those that %s may see', async (person, seen) => expect(await codes(person, [putten, ermelo])).toEqual(seen));

  it('are by the id that was asked, and none without one or for one that does not exist', async () => {
    const found = await world.as('official', ({ ports }) => ports.figures.codesOf([putten, putten]));
    expect([...found]).toEqual([[putten, 'PU-AAA2-AAAA']]);
    expect(await codes('official', [])).toEqual([]);
    expect(await codes('official', ['00000000-0000-4000-8000-000000000999'])).toEqual([]);
  });
});
