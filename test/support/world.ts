import type pg from 'pg';
import { createPool } from '../../db/pool.ts';
import { createDatabase, type Database, type TurnSession } from '../../db/database.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/**
 * A small world of fixed ids for tests of the database: two municipalities, two locations
 * in the first and one in the second, and a person in every role. Putten's code is used
 * because its policy exists; the records are invented.
 */
export const TENANT = 'test-tenant';
export const PUTTEN = '0273';
export const ERMELO = '0233';

export const PEOPLE = {
  waterlelie: 'childcare-waterlelie',
  bosrand: 'childcare-bosrand',
  ermelo: 'childcare-ermelo',
  nurse: 'health-putten',
  nurseErmelo: 'health-ermelo',
  official: 'official-putten',
  officialErmelo: 'official-ermelo',
  regional: 'regional-veluwe',
  reader: 'reader-putten',
  school: 'school-putten',
  schoolErmelo: 'school-ermelo',
  nobody: 'without-role',
} as const;
export type PersonName = keyof typeof PEOPLE;

export const ID = {
  provider: '00000000-0000-4000-8000-000000000001',
  otherProvider: '00000000-0000-4000-8000-000000000002',
  jgz: '00000000-0000-4000-8000-000000000003',
  board: '00000000-0000-4000-8000-000000000004',
  waterlelie: '00000000-0000-4000-8000-000000000011',
  bosrand: '00000000-0000-4000-8000-000000000012',
  ermelo: '00000000-0000-4000-8000-000000000013',
  waterlelieGroup: '00000000-0000-4000-8000-000000000021',
  bosrandGroup: '00000000-0000-4000-8000-000000000022',
  ermeloGroup: '00000000-0000-4000-8000-000000000023',
  centrum: '00000000-0000-4000-8000-000000000031',
  school: '00000000-0000-4000-8000-000000000041',
  schoolErmelo: '00000000-0000-4000-8000-000000000042',
  schoolOffBot: '00000000-0000-4000-8000-000000000043',
} as const;

const WORLD = `
set search_path = kansenlijn, public;
insert into municipality (code, name, code_prefix) values ('0273', 'Putten', 'PU'), ('0233', 'Ermelo', 'ER');
insert into region (id, name) values ('noord-veluwe', 'Noord-Veluwe');
insert into region_member (region_id, municipality_code) values ('noord-veluwe', '0273'), ('noord-veluwe', '0233');
insert into neighbourhood (id, municipality_code, name) values ('${ID.centrum}', '0273', 'Centrum');
insert into organisation (id, kind, name) values
  ('${ID.provider}', 'childcare', 'Stichting Peuterplein'), ('${ID.otherProvider}', 'childcare', 'Kinderopvang Heideroos'),
  ('${ID.jgz}', 'health', 'JGZ Veluwe'), ('${ID.board}', 'school_board', 'Scholengroep De Linde');
insert into location (id, organisation_id, municipality_code, neighbourhood_id, name) values
  ('${ID.waterlelie}', '${ID.provider}', '0273', '${ID.centrum}', 'De Waterlelie'),
  ('${ID.bosrand}', '${ID.otherProvider}', '0273', null, 'De Bosrand'),
  ('${ID.ermelo}', '${ID.provider}', '0233', null, 'De Heidehof');
insert into care_group (id, location_id, name) values
  ('${ID.waterlelieGroup}', '${ID.waterlelie}', 'Kikkers'), ('${ID.bosrandGroup}', '${ID.bosrand}', 'Eekhoorns'), ('${ID.ermeloGroup}', '${ID.ermelo}', 'Hommels');
insert into school (id, organisation_id, municipality_code, name) values 
  ('${ID.school}', '${ID.board}', '0273', 'De Lindeboom'), ('${ID.schoolErmelo}', '${ID.board}', '0233', 'De Beuk'), ('${ID.schoolOffBot}', '${ID.board}', '0273', 'De Wilg');
insert into ve_place_offer (location_id, places, valid) values
  ('${ID.waterlelie}', 16, '[2023-01-01,)'), ('${ID.bosrand}', 2, '[2023-01-01,)'), ('${ID.ermelo}', 8, '[2023-01-01,)');
insert into person (tenant_id, aad_object_id) select '${TENANT}', unnest(array[${Object.values(PEOPLE).map((id) => `'${id}'`).join(', ')}]);
insert into person_role (person_id, role, location_id, school_id, organisation_id, municipality_code, region_id)
select p.id, r.role, r.location_id::uuid, r.school_id::uuid, r.organisation_id::uuid, r.municipality_code, r.region_id
from (values
  ('${PEOPLE.waterlelie}', 'childcare', '${ID.waterlelie}', null, null, null, null),
  ('${PEOPLE.bosrand}', 'childcare', '${ID.bosrand}', null, null, null, null),
  ('${PEOPLE.ermelo}', 'childcare', '${ID.ermelo}', null, null, null, null),
  ('${PEOPLE.nurse}', 'health', null, null, '${ID.jgz}', '0273', null),
  ('${PEOPLE.nurseErmelo}', 'health', null, null, '${ID.jgz}', '0233', null),
  ('${PEOPLE.official}', 'official', null, null, null, '0273', null),
  ('${PEOPLE.officialErmelo}', 'official', null, null, null, '0233', null),
  ('${PEOPLE.regional}', 'regional', null, null, null, null, 'noord-veluwe'),
  ('${PEOPLE.reader}', 'reader', null, null, null, '0273', null),
  ('${PEOPLE.school}', 'school', null, '${ID.school}', null, null, null),
  ('${PEOPLE.schoolErmelo}', 'school', null, '${ID.schoolErmelo}', null, null, null)
) r (person, role, location_id, school_id, organisation_id, municipality_code, region_id)
join person p on p.aad_object_id = r.person;`;

export interface World {
  readonly test: TestDatabase;
  readonly pool: pg.Pool;
  readonly owner: pg.Pool;
  readonly database: Database;
  /** Runs work as a person, in a transaction that commits. */
  as<T>(person: PersonName, work: (session: TurnSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const test = await createTestDatabase();
  const owner = createPool(test.ownerUrl, { max: 3 });
  await owner.query(WORLD);
  const pool = createPool(test.appUrl, { max: 5 });
  const database = createDatabase(pool, test.identityKey);
  return {
    test, pool, owner, database,
    async as(person, work) {
      const result = await database.inTurn({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, undefined, work);
      if (!result.fresh) throw new Error('a turn without an activity id is always fresh');
      return result.value;
    },
    async close() {
      await pool.end();
      await owner.end();
      await test.drop();
    },
  };
}
