import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import type { Ports } from '../../dialogs/ports.ts';
import { createWorld, ERMELO, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('truncate kansenlijn.child cascade'));

/** Makes codes of children who were born on one day, as the owner, so that they may live anywhere. */
async function born(...homes: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, home] of homes.entries()) {
    const { rows } = await world.owner.query<{ id: string }>(`insert into child (code) values ('PU-000${index + 1}') returning id`);
    await world.owner.query(`insert into child_detail (child_id, birth_date, municipality_code, valid) values ($1, '2024-01-15', $2, '[2024-01-15,)')`, [rows[0]!.id, home]);
    ids.push(rows[0]!.id);
  }
  return ids;
}
const indicate = (child: string): Promise<unknown> => world.owner.query(`insert into indication (child_id, valid) values ($1, '[2026-02-01,)')`, [child]);
const place = (child: string, location: string, group: string, start = '2026-03-01'): Promise<unknown> => world.owner.query(
  `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid) values ($1, $2, $3, true, 16, 4, daterange($4, null))`, [child, location, group, start]);
const joinInto = (child: string, into: string): Promise<unknown> => world.owner.query('insert into child_join (child_id, into_child_id) values ($1, $2)', [child, into]);
const part = (child: string): Promise<unknown> => world.owner.query(`update child_join set closing = 'withdrawn' where child_id = $1`, [child]);
const move = async (child: string, to: string): Promise<void> => {
  await world.owner.query(`update child_detail set closing = 'corrected' where child_id = $1`, [child]);
  await world.owner.query(`insert into child_detail (child_id, birth_date, municipality_code, valid, change) values ($1, '2024-01-15', $2, '[2026-04-01,)', 'moved')`, [child, to]);
};

/** How many rows of a code hand-written SQL on the application's login sees, as somebody. */
async function rows(person: PersonName, table: string, child: string): Promise<number> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, 'person', world.test.identityKey)]);
    return (await client.query(`select from ${table} where child_id = $1`, [child])).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const on = { referenceDate: '2026-06-01', from: '2026-06-01', until: '2026-06-02', history: true } as const;
const atLocations = (revision?: number) => (ports: Ports) => ports.figures.locationFacts({ ...on, municipalityCode: PUTTEN, asOf: { revision } });
const targets = (municipalityCode: string) => (ports: Ports) => ports.figures.targets({ municipalityCode, referenceDate: '2026-06-01', startMonths: 24, endMonths: 48 });
const ask = <T>(person: PersonName, question: (ports: Ports) => Promise<T>): Promise<T> => world.as(person, ({ ports }) => question(ports));

describe('two codes of one child', () => {
  it('are counted once by the municipality of the location, also when the child lives elsewhere', async () => {
    const [code, other] = await born(ERMELO, ERMELO) as [string, string];
    await place(code, ID.waterlelie, ID.waterlelieGroup);
    await place(other, ID.bosrand, ID.bosrandGroup);
    await joinInto(code, other);
    const { facts } = await ask('official', atLocations());
    expect(new Set(facts.flatMap(({ placements }) => placements.map(({ child }) => child)))).toEqual(new Set([other]));
  });

  it('tell the municipality of the location that they are one, and nothing else of a child that lives elsewhere', async () => {
    const [code, other] = await born(ERMELO, ERMELO) as [string, string];
    await place(code, ID.waterlelie, ID.waterlelieGroup);
    await indicate(code);
    await joinInto(code, other);
    expect(await rows('official', 'child_join', code)).toBe(1);
    for (const table of ['child_detail', 'indication']) expect(await rows('official', table, code), table).toBe(0);
    expect(await rows('bosrand', 'child_join', code)).toBe(0);
  });

  it('move together: the new municipality gets what was recorded of each of them', async () => {
    const [code, other] = await born(PUTTEN, PUTTEN) as [string, string];
    await indicate(code);
    await joinInto(code, other);
    await move(other, ERMELO);
    const { facts } = await ask('officialErmelo', targets(ERMELO));
    expect(facts.map(({ child, indicatedOn }) => [child, indicatedOn])).toEqual([[other, '2026-02-01']]);
  });

  it('give an earlier revision the same figure after one of them moved', async () => {
    const [code, other] = await born(ERMELO, ERMELO) as [string, string];
    await place(code, ID.waterlelie, ID.waterlelieGroup);
    await place(other, ID.bosrand, ID.bosrandGroup);
    await indicate(other);
    await joinInto(code, other);
    const before = await ask('official', atLocations());
    await move(code, PUTTEN);
    expect((await ask('official', atLocations(before.revision))).facts).toEqual(before.facts);
    expect((await ask('official', atLocations())).facts).not.toEqual(before.facts);
  });

  it('give the location the same figure of an earlier revision after they were taken apart', async () => {
    const [code, other] = await born(PUTTEN, PUTTEN) as [string, string];
    await world.owner.query(`insert into child_location (child_id, location_id, how) values ($1, $2, 'code')`, [code, ID.waterlelie]);
    await place(code, ID.waterlelie, ID.waterlelieGroup);
    await indicate(other);
    await joinInto(code, other);
    const mine = (revision?: number) => (ports: Ports) => ports.figures.locationFacts({ ...on, locationId: ID.waterlelie, asOf: { revision } });
    const before = await ask('waterlelie', mine());
    expect(before.facts[0]!.placements[0]!.history!.indications).toHaveLength(1);
    await part(code);
    expect((await ask('waterlelie', mine(before.revision))).facts).toEqual(before.facts);
    expect((await ask('waterlelie', mine())).facts[0]!.placements[0]!.history!.indications).toEqual([]);
  });
});

describe('two codes that were joined by mistake', () => {
  it('show what was recorded while they counted as one, and nothing of what came after', async () => {
    const [code, other] = await born(PUTTEN, ERMELO) as [string, string];
    await indicate(other);
    await joinInto(other, code);
    expect(await rows('official', 'indication', other)).toBe(1);
    await part(other);
    await place(other, ID.ermelo, ID.ermeloGroup);
    expect(await rows('official', 'indication', other)).toBe(1);
    expect(await rows('official', 'placement', other)).toBe(0);
  });

  it('do not let the location of one record anything of the other', async () => {
    const [code, other] = await born(PUTTEN, PUTTEN) as [string, string];
    await world.owner.query(`insert into child_location (child_id, location_id, how) values ($1, $2, 'code')`, [code, ID.waterlelie]);
    await joinInto(other, code);
    await part(other);
    await expect(world.as('waterlelie', ({ ports }) => ports.placements.record({
      childId: other, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-03-01', confirmations: [],
    }))).rejects.toThrow(/row-level security/);
  });
});

describe('codes joined into one third', () => {
  it('are seen by who sees one of them, until one of the two joins ends', async () => {
    const [mine, third, second] = await born(PUTTEN, ERMELO, ERMELO) as [string, string, string];
    await indicate(second);
    await joinInto(mine, third);
    await joinInto(second, third);
    expect(await rows('official', 'indication', second)).toBe(1);
    await part(second);
    await world.owner.query(`insert into guidance_outcome (child_id, on_date, kind) values ($1, '2026-03-01', 'offer')`, [second]);
    expect(await rows('official', 'guidance_outcome', second)).toBe(0);
  });
});
