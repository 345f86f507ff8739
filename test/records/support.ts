import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { types } from '../../db/types.ts';
import { importFolder, type ImportOptions, type ImportResult } from '../../src/records/import-folder.ts';
import { describeProblem } from '../../src/records/problem.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export const TODAY = '2026-11-22';

/** A small folder without problems; tests replace files or lines of it. */
export const FOLDER: Readonly<Record<string, string>> = {
  gemeenten: 'code;naam;voorvoegsel\n0273;Putten;PU\n0233;Ermelo;ER',
  regios: 'id;naam\nnoord-veluwe;Noord-Veluwe',
  regioleden: 'regio;gemeente;van\nnoord-veluwe;0273;01-01-2020',
  wijken: 'id;gemeente;naam\nw1;0273;Huinen\nw2;0233;Centrum',
  organisaties: 'id;soort;naam\no1;kinderopvang;De Zandkorrel\no2;jgz;JGZ Veluwerand\no3;schoolbestuur;Scholen',
  locaties: 'id;organisatie;gemeente;wijk;naam;lrk\nl1;o1;0273;w1;De Wilg;900000001\nl2;o1;0233;;De Bosuil;',
  groepen: 'id;locatie;naam\ng1;l1;Katjes\ng2;l2;Uiltjes',
  scholen: 'id;bestuur;gemeente;naam;brin\ns1;o3;0273;Het Kompas;12AB',
  've-plaatsen': 'id;locatie;plaatsen;van\nv1;l1;8;01-08-2022',
  kinderen: 'id;geboortedatum;gemeente;wijk\nk1;2022-05-01;0273;w1\nk2;01-06-2022;0273;',
  verwijzingen: 'kind;organisatie;verwijzing\nk1;o1;ZK-1',
  indicaties: 'id;kind;datum;gronden;organisatie\ni1;k1;01-02-2024;child_development|parents_situation;o2',
  toeleiding: 'id;kind;datum;soort;redenen\nt1;k2;01-03-2024;weigering;te duur',
  plaatsingen: 'id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week\np1;k1;g1;01-06-2024;ja;16;4\np2;k2;g2;01-07-2024;nee;7,5;2',
  uitstroom: 'id;plaatsing;laatste_dag;reden\nu1;p2;31-12-2024;verhuisd',
  personen: 'tenant;aad_object_id;rol;locatie;school;organisatie;gemeente;regio\nt;a;kinderopvang;l1;;;;\nt;a;gemeente;;;;0273;',
};

export type Folder = Readonly<Record<string, string | Buffer>>;

export interface ImportWorld {
  readonly database: TestDatabase;
  readonly client: pg.Client;
  import(folder: Folder, options?: Partial<ImportOptions>): Promise<ImportResult>;
  /** Imports and returns the lines of the report about what is wrong. */
  problems(folder: Folder, options?: Partial<ImportOptions>): Promise<string[]>;
  /** First column of every row. */
  column(sql: string): Promise<unknown[]>;
  close(): Promise<void>;
}

export async function createImportWorld(): Promise<ImportWorld> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl, types, options: '-c TimeZone=UTC -c search_path=kansenlijn,public' });
  await client.connect();
  const runImport = (folder: Folder, options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
    inFolder(folder, (path) => importFolder({ ownerUrl: database.ownerUrl, folder: path, today: TODAY, ...options }));
  return {
    database, client, import: runImport,
    problems: async (folder, options) => (await runImport(folder, options)).problems.map(describeProblem),
    column: async (sql) => (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.map((row) => row[0]),
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

/** Writes a folder of CSV files, hands it over and removes it. A key with a dot is a whole file name. */
export async function inFolder<T>(folder: Folder, work: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'kansenlijn-import-'));
  try {
    for (const [name, text] of Object.entries(folder)) await writeFile(join(path, name.includes('.') ? name : `${name}.csv`), text);
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** Everything that an import can write to, as text; equal before and after when nothing was stored. */
export async function snapshot(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'kansenlijn' order by 1`);
  const parts: unknown[] = [];
  for (const { name } of rows) parts.push([name, (await client.query(`select * from kansenlijn.${name} t order by t::text`)).rows]);
  return JSON.stringify(parts);
}
