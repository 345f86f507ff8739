import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { importFolder } from '../../src/records/import-folder.ts';
import { reportLines } from '../../src/records/report.ts';
import { addDays } from '../../src/policy/engine/days.ts';

/**
 * How many rows a second an import stores, on the server of the first argument:
 * `npx tsx test/bench/import.ts postgresql://postgres@127.0.0.1:5432/postgres [rows]`.
 * Makes a database of its own and removes it. Imports three times: new, the same, and with
 * every placement changed.
 */
const adminUrl = process.argv[2] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const wanted = Number(process.argv[3] ?? 100_000);
const LOCATIONS = 40;

function folderFiles(rows: number, hours: number): Record<string, string[]> {
  const children = Math.floor((rows - 4 * LOCATIONS) / 4);
  const numbers = Array.from({ length: children }, (_, index) => index);
  const places = Array.from({ length: LOCATIONS }, (_, index) => index);
  const born = (index: number): string => addDays('2020-01-01', index % 900);
  return {
    gemeenten: ['code;naam;voorvoegsel', '0273;Putten;PU'],
    wijken: ['id;gemeente;naam', ...places.map((index) => `w${index};0273;Wijk ${index}`)],
    organisaties: ['id;soort;naam', 'o1;kinderopvang;Aanbieder'],
    locaties: ['id;organisatie;gemeente;wijk;naam', ...places.map((index) => `l${index};o1;0273;w${index};Locatie ${index}`)],
    groepen: ['id;locatie;naam', ...places.map((index) => `g${index};l${index};Groep`)],
    've-plaatsen': ['id;locatie;plaatsen;van', ...places.map((index) => `v${index};l${index};16;2020-01-01`)],
    kinderen: ['id;geboortedatum;gemeente;wijk', ...numbers.map((index) => `k${index};${born(index)};0273;w${index % LOCATIONS}`)],
    indicaties: ['id;kind;datum;gronden', ...numbers.map((index) => `i${index};k${index};${addDays(born(index), 600)};child_development|parents_situation`)],
    plaatsingen: ['id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week',
      ...numbers.map((index) => `p${index};k${index};g${index % LOCATIONS};${addDays(born(index), 760)};ja;${hours};4`)],
    uitstroom: ['id;plaatsing;laatste_dag;reden', ...numbers.map((index) => `u${index};p${index};${addDays(born(index), 1400)};school_at_4`)],
  };
}

async function writeFiles(folder: string, hours: number): Promise<void> {
  for (const [name, lines] of Object.entries(folderFiles(wanted, hours))) await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
}

async function measure(label: string, ownerUrl: string, folder: string): Promise<void> {
  const result = await importFolder({ ownerUrl, folder });
  const rows = result.files.reduce((sum, file) => sum + file.rows, 0);
  console.log(`${label}: ${rows} rows in ${(result.durationMs / 1000).toFixed(1)} s, ${Math.round(rows / (result.durationMs / 1000))} rows/s`);
  if (!result.ok) console.log(reportLines(result).slice(0, 5).join('\n'));
}

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
const name = `kl_import_bench_${randomBytes(4).toString('hex')}`;
const folder = await mkdtemp(join(tmpdir(), 'kansenlijn-bench-'));
try {
  await admin.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate({ ownerUrl: url.toString(), identityKey: randomBytes(32).toString('hex') });
  await writeFiles(folder, 16);
  await measure('new', url.toString(), folder);
  await measure('unchanged', url.toString(), folder);
  await writeFiles(folder, 12);
  await measure('placements changed', url.toString(), folder);
} finally {
  await rm(folder, { recursive: true, force: true });
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
