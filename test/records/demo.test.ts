import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePutten } from '../../db/demo/generate-putten.ts';
import { loadDemo } from '../../db/demo/load.ts';
import { DEMO_PEOPLE } from '../../db/demo/people.ts';
import { createImportWorld, type ImportWorld, snapshot } from './support.ts';

const DEMO = fileURLToPath(new URL('../../db/demo/', import.meta.url));

/** Counts by plain SQL that shares nothing with the measure: target toddlers of Putten by where they are. */
const REACH = `
  with target as (
    select d.child_id from child_detail d
    where believed(d.revision, d.known_from, d.closed_revision, d.known_until, 999, $2) and d.municipality_code = '0273' and d.valid @> $1::date
      and d.birth_date + interval '24 months' <= $1::date and d.birth_date + interval '48 months' > $1::date
      and exists (select from indication i where i.child_id = d.child_id and i.valid @> $1::date
        and believed(i.revision, i.known_from, i.closed_revision, i.known_until, 999, $2))
  ), placed as (
    select t.child_id, l.municipality_code,
      exists (select from guidance_outcome g where g.child_id = t.child_id and g.kind <> 'offer' and g.on_date <= $1::date
        and believed(g.revision, g.known_from, g.closed_revision, g.known_until, 999, $2)) as explained
    from target t
    left join placement p on p.child_id = t.child_id and p.ve_place and p.valid @> $1::date
      and believed(p.revision, p.known_from, p.closed_revision, p.known_until, 999, $2)
    left join location l on l.id = p.location_id
  )
  select count(*)::int as total, count(*) filter (where municipality_code = '0273')::int as here,
    count(*) filter (where municipality_code <> '0273')::int as elsewhere,
    count(*) filter (where municipality_code is null and explained)::int as "notReached",
    count(*) filter (where municipality_code is null and not explained)::int as unknown from placed`;

const FREE = `
  select l.name, (o.places - count(p.*))::int as free
  from location l
  join ve_place_offer o on o.location_id = l.id and o.closed_revision is null and o.valid @> $1::date
  left join placement p on p.location_id = l.id and p.ve_place and p.closed_revision is null and p.valid @> $1::date
  where l.municipality_code = '0273' group by l.name, o.places order by l.name`;

let world: ImportWorld;
const reach = async (day: string, knownAt = 'infinity'): Promise<unknown> => (await world.client.query(REACH, [day, knownAt])).rows[0];

beforeAll(async () => {
  world = await createImportWorld();
  await loadDemo({ ownerUrl: world.database.ownerUrl, tenantId: 'demo-tenant' });
});
afterAll(() => world.close());

describe('the demo data', () => {
  const published = { total: 31, here: 24, elsewhere: 2, notReached: 2, unknown: 3 };

  it('give the published table of Putten for the first quarter of 2024', async () => {
    expect(await reach('2024-03-31')).toEqual(published);
  });

  it('give it as known on the day of the load and not the day before', async () => {
    expect(await reach('2024-03-31', '2024-04-05T00:00:00+02:00')).toEqual(published);
    expect(await reach('2024-03-31', '2024-04-04T23:59:59+02:00')).toMatchObject({ total: 0 });
  });

  it('have a lively autumn of 2026', async () => {
    expect(await reach('2026-11-22')).toEqual({ total: 36, here: 27, elsewhere: 2, notReached: 3, unknown: 4 });
  });

  it('have free places, and one location that is full', async () => {
    expect((await world.client.query(FREE, ['2026-11-22'])).rows).toEqual([
      { name: 'De Duinpan', free: 4 }, { name: 'De Husselhof', free: 2 }, { name: 'De Krachtpatsers', free: 0 }, { name: 'De Wilg', free: 2 },
    ]);
  });

  it('have toddlers who are about to turn 4', async () => {
    expect(await world.column(`select count(*) from child_detail where birth_date + interval '4 years' between '2026-11-23' and '2026-12-06'`)).toEqual([3]);
  });

  it('have a person for each role, in the given tenant', async () => {
    expect(await world.column(`select distinct role from person_role order by 1`)).toEqual(['childcare', 'health', 'official', 'reader', 'regional', 'school']);
    expect(await world.column('select aad_object_id from person order by 1')).toEqual(DEMO_PEOPLE.map((person) => person.aadObjectId).sort());
    expect(await world.column('select distinct tenant_id from person')).toEqual(['demo-tenant']);
  });

  it('change nothing when they are loaded again', async () => {
    const before = await snapshot(world.client);
    await loadDemo({ ownerUrl: world.database.ownerUrl, tenantId: 'demo-tenant' });
    expect(await snapshot(world.client)).toBe(before);
  });

  it('are what the generator makes', async () => {
    const read = async (): Promise<string[]> => {
      const names = (await readdir(DEMO, { recursive: true })).filter((name) => name.endsWith('.csv')).sort();
      return Promise.all(names.map(async (name) => `${name}\n${await readFile(join(DEMO, name), 'utf8')}`));
    };
    const committed = await read();
    await generatePutten();
    expect(await read()).toEqual(committed);
  });
});
