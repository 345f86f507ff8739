import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import { createWorld, ERMELO, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

type Capacity = 'person' | 'aggregate';
interface Ran { readonly rows: Record<string, unknown>[]; readonly count: number }

/** Hand-written SQL on the application's login, as somebody; undone afterwards. The last statement's rows. */
async function sql(person: PersonName, statements: string | readonly string[], capacity: Capacity = 'person'): Promise<Ran> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    let last: Ran = { rows: [], count: 0 };
    for (const text of [statements].flat()) {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(text);
      last = { rows, count: rowCount ?? 0 };
    }
    return last;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** What an official of Putten may write, and nobody else. Each statement touches one row there. */
const WRITES: Readonly<Record<string, string>> = {
  'add a location': `insert into location (organisation_id, municipality_code, name, opened_on) values ('${ID.provider}', '${PUTTEN}', 'Nieuw', '2026-12-01')`,
  'change a location': `update location set name = 'Anders', closed_on = '2027-01-01' where id = '${ID.waterlelie}'`,
  'add a group': `insert into care_group (location_id, name) values ('${ID.waterlelie}', 'Nieuw')`,
  'change a group': `update care_group set name = 'Anders' where id = '${ID.waterlelieGroup}'`,
  'add a neighbourhood': `insert into neighbourhood (municipality_code, name) values ('${PUTTEN}', 'Nieuw')`,
  'change a neighbourhood': `update neighbourhood set cluster = 'Noord' where id = '${ID.centrum}'`,
  'add a school': `insert into school (organisation_id, municipality_code, name) values ('${ID.board}', '${PUTTEN}', 'Nieuw')`,
  'change a school': `update school set name = 'Anders' where id = '${ID.school}'`,
  'rename an organisation that works only there': `update organisation set name = 'Anders' where id = '${ID.otherProvider}'`,
  'offer VE places': `insert into ve_place_offer (location_id, places, valid) values ('${ID.waterlelie}', 4, '[2020-01-01,2021-01-01)')`,
  'close an offer of VE places': `update ve_place_offer set closing = 'withdrawn', closing_reason = 'test' where location_id = '${ID.waterlelie}'`,
  'record a target': `insert into municipal_target (municipality_code, measure, at_least_percent, valid, source) values ('${PUTTEN}', 'reach', 80, '[2026-01-01,)', 'Raad')`,
};

/** True when the statement wrote; false when it touched no row or was denied. Any other error fails the test. */
async function writes(person: PersonName, text: string, capacity?: Capacity): Promise<boolean> {
  try {
    return (await sql(person, text, capacity)).count > 0;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}

describe('who may administer Putten with hand-written SQL', () => {
  for (const person of Object.keys(PEOPLE) as PersonName[]) {
    const may = person === 'official';
    for (const [what, text] of Object.entries(WRITES)) {
      it(`${person} may ${may ? '' : 'not '}${what}`, async () => expect(await writes(person, text)).toBe(may));
    }
  }
  it('adding an organisation is for any official, and only of kinds that work there', async () => {
    const add = (kind: string): string => `insert into organisation (kind, name) values ('${kind}', 'Nieuw')`;
    for (const person of Object.keys(PEOPLE) as PersonName[]) expect(await writes(person, add('childcare')), person).toBe(person === 'official' || person === 'officialErmelo');
    expect(await writes('official', add('municipality'))).toBe(false);
  });
  it('nobody in the capacity in which figures are protected', async () => {
    for (const text of Object.values(WRITES)) expect(await writes('official', text, 'aggregate'), text).toBe(false);
  });
});

describe('what never changes in administration', () => {
  it.each([
    ['the municipality of a location', `update location set municipality_code = '${ERMELO}' where id = '${ID.waterlelie}'`],
    ['the provider of a location', `update location set organisation_id = '${ID.otherProvider}' where id = '${ID.waterlelie}'`],
    ['the neighbourhood of a location', `update location set neighbourhood_id = null where id = '${ID.waterlelie}'`],
    ['the location of a group', `update care_group set location_id = '${ID.bosrand}' where id = '${ID.waterlelieGroup}'`],
    ['the municipality of a neighbourhood', `update neighbourhood set municipality_code = '${ERMELO}' where id = '${ID.centrum}'`],
    ['the kind of an organisation', `update organisation set kind = 'health' where id = '${ID.otherProvider}'`],
    ['the number of an offer', 'update ve_place_offer set places = 1'],
    ['a target', 'update municipal_target set at_least_percent = 1'],
    ['a role by hand', 'update person_role set revoked_at = now()'],
    ['the audit', `update admin_change set reason = 'x'`],
    ['the audit, by adding to it', `insert into admin_change (entity, entity_id, action) values ('x', 'x', 'added')`],
    ['a former name', `update former_text set value = 'x'`],
    ['a location, by removing it', 'delete from location'],
  ])('%s', async (_, text) => expect(sql('official', text)).rejects.toMatchObject({ code: '42501' }));

  it.each([
    ['in another municipality', `insert into location (organisation_id, municipality_code, name) values ('${ID.provider}', '${ERMELO}', 'Nieuw')`],
    ['of an organisation that is no childcare', `insert into location (organisation_id, municipality_code, name) values ('${ID.jgz}', '${PUTTEN}', 'Nieuw')`],
    ['in a neighbourhood of another municipality', `insert into location (organisation_id, municipality_code, neighbourhood_id, name) select '${ID.provider}', '${ERMELO}', '${ID.centrum}', 'Nieuw'`],
  ])('a location is not added %s', async (_, text) => expect(sql('official', text)).rejects.toMatchObject({ code: '42501' }));

  it('an organisation that works elsewhere too keeps its name', async () => {
    expect(await writes('official', `update organisation set name = 'Anders' where id = '${ID.provider}'`)).toBe(false);
    expect(await writes('officialErmelo', `update organisation set name = 'Anders' where id = '${ID.otherProvider}'`)).toBe(false);
  });
  it('an organisation that works nowhere yet is renamed by who added it, and nobody else', async () => {
    await world.as('official', ({ ports }) => ports.admin.addOrganisation({ kind: 'childcare', name: 'Tikfuot' }));
    const rename = `update organisation set name = 'Tikfout' where name = 'Tikfuot'`;
    expect(await writes('officialErmelo', rename)).toBe(false);
    expect(await writes('official', rename)).toBe(true);
  });
});

describe('the references of an organisation', () => {
  it('are not seen, changed or removed by who works at a location that an official added to it', async () => {
    const child = await world.as('waterlelie', ({ ports }) => ports.children.register({ birthDate: '2024-02-02', municipalityCode: PUTTEN, locationId: ID.waterlelie }));
    await world.as('waterlelie', ({ ports }) => ports.children.setOwnReference(child.childId, ID.provider, 'klant 7'));
    expect((await sql('ermelo', 'select * from organisation_reference')).rows).toEqual([]);
    expect(await writes('ermelo', `update organisation_reference set reference = 'x1'`)).toBe(false);
    expect(await writes('ermelo', 'delete from organisation_reference')).toBe(false);
    expect((await sql('waterlelie', 'select reference from organisation_reference')).rows).toEqual([{ reference: 'klant 7' }]);
  });
});

const AUDIT = (entity: string): string => `select action, before ->> 'name' as was, after ->> 'name' as is, reason from admin_change where entity = '${entity}' order by id`;

describe('the audit', () => {
  it('is written whoever changes what, and read by officials of the municipality only', async () => {
    const statements = [`update location set name = 'Anders' where id = '${ID.bosrand}'`, AUDIT('location')];
    expect((await sql('official', statements)).rows).toEqual([{ action: 'changed', was: 'De Bosrand', is: 'Anders', reason: null }]);
    await world.as('official', ({ ports }) => ports.admin.addGroup({ locationId: ID.bosrand, name: 'Mezen', openedOn: '2026-12-01' }));
    for (const person of Object.keys(PEOPLE) as PersonName[]) expect((await sql(person, AUDIT('care_group'))).rows, person).toHaveLength(person === 'official' ? 1 : 0);
  });
  it('is not evaded by who calls a change an import', async () => {
    const insert = `insert into ve_place_offer (location_id, places, valid, change) values ('${ID.waterlelie}', 4, '[2020-01-01,2021-01-01)', 'imported')`;
    expect((await sql('official', [insert, `select action from admin_change where entity = 've_place_offer'`])).rows).toEqual([{ action: 'added' }]);
  });
  it('says that something closed, and nothing when nothing changed', async () => {
    const close = `update care_group set closed_on = '2027-01-01' where id = '${ID.bosrandGroup}'`;
    expect((await sql('official', [close, close, `select action from admin_change where entity_id = '${ID.bosrandGroup}'`])).rows).toEqual([{ action: 'closed' }]);
  });
  it('tells every municipality in which an organisation works about its new name, also when the owner gave it', async () => {
    await world.owner.query(`update kansenlijn.organisation set name = 'Peuterpleinen' where id = '${ID.provider}'`);
    const { rows } = await world.owner.query(`select municipality_code, person_id from kansenlijn.admin_change where entity_id = '${ID.provider}' order by 1`);
    expect(rows).toEqual([{ municipality_code: ERMELO, person_id: null }, { municipality_code: PUTTEN, person_id: null }]);
  });
  it('leaves out what the owner adds, as an import does', async () => {
    await world.owner.query(`insert into kansenlijn.neighbourhood (municipality_code, name) values ('${PUTTEN}', 'Import')`);
    expect((await world.owner.query(`select from kansenlijn.admin_change where entity = 'neighbourhood' and after ->> 'name' = 'Import'`)).rowCount).toBe(0);
  });
  it('keeps what an offer was, became and why, and never the hash of a code', async () => {
    await world.as('official', async ({ ports }) => {
      const [offer] = await ports.admin.offers(ID.bosrand);
      await ports.admin.correctOffer(offer!.versionId, { places: 2, from: '2023-01-01', until: '2026-12-01' }, 'Ander aantal vanaf 01-12-2026.');
      await ports.admin.addOffer({ locationId: ID.bosrand, places: 3, from: '2026-12-01' });
      await ports.people.invite({ role: 'reader', municipalityCode: PUTTEN, invitingMunicipalityCode: PUTTEN, label: 'werkgroep' });
    });
    const changes = await world.as('official', ({ ports }) => ports.admin.changes(3));
    expect(changes).toMatchObject([
      { action: 'added', entity: 'invitation', by: 'self', after: { label: 'werkgroep' } },
      { action: 'added', entity: 've_place_offer', subject: 'De Bosrand', after: { places: 3 } },
      { action: 'closed', before: { places: 2, valid: '[2023-01-01,)' }, after: { valid: '[2023-01-01,2026-12-01)' }, reason: 'Ander aantal vanaf 01-12-2026.' },
    ]);
    expect(JSON.stringify(changes)).not.toContain('code_hash');
  });
  it('calls a number that was put right a correction, and one that was taken back withdrawn', async () => {
    await world.as('official', async ({ ports }) => {
      const later = (await ports.admin.offers(ID.bosrand)).at(-1)!;
      await ports.admin.correctOffer(later.versionId, { places: 4, from: '2026-12-01' }, 'Verkeerd geteld.');
      await ports.records.withdraw('ve_places', (await ports.admin.offers(ID.bosrand)).at(-1)!.versionId, 'Gaat niet door.');
    });
    expect((await world.as('official', ({ ports }) => ports.admin.changes(2))).map(({ action, reason }) => [action, reason])).toEqual([['withdrawn', 'Gaat niet door.'], ['corrected', 'Verkeerd geteld.']]);
  });
});

describe('a name at a revision', () => {
  const name = async (revision: number | null): Promise<unknown> => (await sql('official',
    `select text_at(id, 'name', name, ${revision ?? 'null'}) as text from location where id = '${ID.waterlelie}'`)).rows[0]?.['text'];
  const revision = async (): Promise<number> => Number((await world.owner.query<{ revision: number }>('select revision from kansenlijn.ledger_clock')).rows[0]!.revision);
  const rename = (to: string): Promise<boolean> => world.as('official', ({ ports }) => ports.admin.changeLocation(ID.waterlelie, { name: to }));

  it('is the one of then after one rename and after another, and the current one since', async () => {
    const before = await revision();
    await rename('De Lelie');
    const between = await revision();
    await rename('De Roos');
    const after = await revision();
    expect([await name(before), await name(between), await name(after), await name(null), await name(0)]).toEqual(['De Waterlelie', 'De Lelie', 'De Roos', 'De Roos', 'De Waterlelie']);
    expect(between).toBe(before + 1);
  });
  it('survives names that come back, and two changes in one transaction', async () => {
    const before = await revision();
    await world.as('official', async ({ ports }) => {
      await ports.admin.changeLocation(ID.waterlelie, { name: 'Even anders' });
      await ports.admin.changeLocation(ID.waterlelie, { name: 'De Waterlelie' });
    });
    expect([await name(before), await name(await revision())]).toEqual(['De Roos', 'De Waterlelie']);
  });
  it('tells that there was no cluster, which is another thing than the current one', async () => {
    const before = await revision();
    await world.as('official', ({ ports }) => ports.admin.changeNeighbourhood(ID.centrum, { name: 'Centrum', cluster: 'Midden' }));
    const { rows } = await sql('official', `select text_at(id, 'cluster', cluster, ${before}) as was, text_at(id, 'cluster', cluster, null) as is from neighbourhood where id = '${ID.centrum}'`);
    expect(rows).toEqual([{ was: null, is: 'Midden' }]);
  });
  it('is kept when the owner renames, with a revision of an import', async () => {
    const before = await revision();
    await world.owner.query(`update kansenlijn.school set name = 'De Linde' where id = '${ID.school}'`);
    const { rows } = await world.owner.query(`select f.value, r.kind, f.until_revision - ${before} as later from kansenlijn.former_text f join kansenlijn.ledger_revision r on r.revision = f.until_revision where f.entity = 'school'`);
    expect(rows).toEqual([{ value: 'De Lindeboom', kind: 'import', later: 1 }]);
  });
  it('of a group is for who sees the group', async () => {
    await world.as('official', ({ ports }) => ports.admin.changeGroup(ID.waterlelieGroup, { name: 'Padden' }));
    const seen = async (person: PersonName, capacity?: Capacity): Promise<number> => (await sql(person, `select * from former_text where entity = 'care_group'`, capacity)).rows.length;
    expect([await seen('official'), await seen('waterlelie'), await seen('bosrand'), await seen('nobody'), await seen('reader'), await seen('reader', 'aggregate')]).toEqual([1, 1, 0, 0, 0, 1]);
    expect((await sql('nobody', `select * from former_text where entity = 'location'`)).rows.length).toBeGreaterThan(0);
  });
  it('of a group is told to nobody who cannot tell its current name', async () => {
    const asked = async (current: string): Promise<unknown> => (await sql('nobody', `select text_at('${ID.waterlelieGroup}', 'name', '${current}', 0) as text`)).rows[0]?.['text'];
    expect([await asked('?'), await asked('Padden')]).toEqual(['?', 'Kikkers']);
  });
  it('costs next to nothing for what was never renamed', async () => {
    const { rows } = await world.owner.query<Record<string, string>>(`explain (analyze, timing off) select kansenlijn.text_at(gen_random_uuid(), 'name', 'x', 1) from generate_series(1, 20000)`);
    const time = Number(/Execution Time: ([\d.]+) ms/.exec(rows.map((row) => row['QUERY PLAN']).join('\n'))?.[1]);
    // About 15 microseconds a call; the limit leaves room for a busy machine.
    expect(time).toBeLessThan(2_000);
  });
});

describe('targets', () => {
  it('are read by who may ask figures of the municipality, also in another capacity, and corrected with the old one kept', async () => {
    await world.as('official', ({ ports }) => ports.admin.addTarget({ municipalityCode: PUTTEN, measure: 'reach', atLeastPercent: 80, aimPercent: 90, from: '2026-01-01', source: 'Raad' }));
    const seen: PersonName[] = [];
    for (const person of Object.keys(PEOPLE) as PersonName[]) if ((await sql(person, 'select from municipal_target')).count > 0) seen.push(person);
    expect(seen).toEqual(['nurse', 'official', 'regional', 'reader']);
    expect((await sql('reader', 'select from municipal_target', 'aggregate')).count).toBe(1);
    await world.as('official', async ({ ports }) => {
      const [target] = await ports.admin.targets(PUTTEN, 'reach');
      await ports.admin.correctTarget(target!.versionId, { atLeastPercent: 85, from: '2026-01-01', source: 'Raad, 12' }, 'Verkeerd overgenomen.');
    });
    expect((await world.as('reader', ({ ports }) => ports.admin.targetsOn(PUTTEN, '2026-11-22'))).map(({ value, source }) => [value, source.document])).toEqual([[{ measure: 'reach', atLeastPercent: 85 }, 'Raad, 12']]);
    expect((await world.owner.query('select from kansenlijn.municipal_target')).rowCount).toBe(2);
    expect(await world.as('reader', ({ ports }) => ports.admin.targetsOn(PUTTEN, '2025-12-31'))).toEqual([]);
  });
  it('never overlap, and hold no impossible share', async () => {
    const insert = (share: string, valid: string): string => `insert into municipal_target (municipality_code, measure, at_least_percent, aim_percent, valid, source) values ('${PUTTEN}', 'reach', ${share}, '${valid}', 'Raad')`;
    await expect(sql('official', insert('80, null', '[2026-06-01,)'))).rejects.toMatchObject({ code: '23P01' });
    for (const share of ['0, null', '101, null', '80, 79', '80, 101']) await expect(sql('official', insert(share, '[2020-01-01,2021-01-01)')), share).rejects.toMatchObject({ code: '23514' });
  });
});

describe('revoking a role', () => {
  const roleOf = async (person: PersonName): Promise<string> => (await world.owner.query<{ id: string }>(
    `select r.id from kansenlijn.person_role r join kansenlijn.person p on p.id = r.person_id where p.aad_object_id = $1 and r.revoked_at is null`, [PEOPLE[person]])).rows[0]!.id;
  const outcome = async (by: PersonName, of: PersonName, capacity?: Capacity): Promise<unknown> => (await sql(by, `select revoke_role('${await roleOf(of)}', 'test') as outcome`, capacity)).rows[0]?.['outcome'];

  it.each<[PersonName, PersonName, string]>([
    ['official', 'waterlelie', 'revoked'], ['official', 'nurse', 'revoked'], ['official', 'school', 'revoked'], ['official', 'reader', 'revoked'],
    ['official', 'ermelo', 'unknown'], ['official', 'nurseErmelo', 'unknown'], ['official', 'officialErmelo', 'unknown'], ['official', 'regional', 'unknown'],
    ['official', 'official', 'last_official'], ['nurse', 'waterlelie', 'unknown'], ['regional', 'official', 'unknown'], ['waterlelie', 'waterlelie', 'unknown'], ['nobody', 'reader', 'unknown'],
  ])('%s revokes %s: %s', async (by, of, expected) => expect(await outcome(by, of)).toBe(expected));
  it('is not done in another capacity, and not twice', async () => {
    expect(await outcome('official', 'reader', 'aggregate')).toBe('unknown');
    const id = await roleOf('reader');
    expect((await sql('official', [`select revoke_role('${id}', 'test')`, `select revoke_role('${id}', 'test') as outcome`])).rows).toEqual([{ outcome: 'unknown' }]);
  });
  it('takes everything away at once, and is on record with its reason', async () => {
    const id = await roleOf('bosrand');
    expect(await world.as('official', ({ ports }) => ports.admin.revoke(id, 'Uit dienst.'))).toBe('revoked');
    expect(await world.as('bosrand', async ({ person }) => person)).toBeUndefined();
    expect((await sql('bosrand', 'select from care_group')).count).toBe(0);
    expect(await world.as('official', ({ ports }) => ports.admin.changes(1))).toMatchObject([{ action: 'revoked', entity: 'person_role', subject: 'De Bosrand', reason: 'Uit dienst.' }]);
    expect((await world.as('official', ({ ports }) => ports.admin.roles())).some((role) => role.id === id)).toBe(false);
  });
  it('leaves one official when two revoke each other at the same moment', async () => {
    await world.owner.query(`insert into kansenlijn.person_role (person_id, role, municipality_code) select id, 'official', '${PUTTEN}' from kansenlijn.person where aad_object_id = '${PEOPLE.nobody}'`);
    const [first, second] = [await roleOf('official'), await roleOf('nobody')];
    const outcomes = await Promise.all([
      world.as('nobody', ({ ports }) => ports.admin.revoke(first, 'test')), world.as('official', ({ ports }) => ports.admin.revoke(second, 'test')),
    ]);
    expect(outcomes.filter((one) => one === 'revoked')).toHaveLength(1);
    expect((await world.owner.query(`select from kansenlijn.person_role where role = 'official' and municipality_code = '${PUTTEN}' and revoked_at is null`)).rowCount).toBe(1);
  });
});

describe('the migration', () => {
  it('can be taken back and made again', async () => {
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(new URL('../../db/migrations/0010_administration.sql', import.meta.url), 'utf8');
    const [up = '', down = ''] = text.split('-- Down Migration');
    const fresh = await createWorld();
    try {
      for (const part of [down, up]) await fresh.owner.query(`set search_path = kansenlijn, public; ${part}`);
      expect(await fresh.as('official', ({ ports }) => ports.admin.locations())).toHaveLength(2);
    } finally {
      await fresh.close();
    }
  });
});
