import pg from 'pg';
import { types } from '../types.ts';
import { KINDS, type Kind, stageOf } from './kinds.ts';
import type { Loader } from './loader.ts';
import { createStage, type StageTable } from './stage.ts';

export type Counts = Readonly<Record<'new' | 'changed' | 'unchanged', number>>;

/** Why an import could not run; the reasons in files are no errors but problems. */
export type ImportFailure = 'busy' | 'overtaken' | 'not_migrated' | 'known_in_future' | 'known_out_of_order';

export class ImportError extends Error {
  constructor(readonly code: ImportFailure, options?: ErrorOptions) {
    super(`import failed: ${code}`, options);
  }
}

/** A connection as the owner, for as long as an import needs. */
export async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl, types, application_name: 'kansenlijn import', lock_timeout: 60_000,
    options: '-c TimeZone=UTC -c jit=off -c work_mem=64MB',
  });
  await client.connect();
  return client;
}

/**
 * Begins the transaction of an import and makes its temporary tables. One import at a time:
 * two could each find the other's records missing. `today` is a calendar day.
 */
export async function beginImport(client: pg.ClientBase, tables: readonly StageTable[], today: string): Promise<void> {
  await client.query('begin');
  const { rows } = await client.query<{ migrated: boolean; alone: boolean }>(
    `select to_regclass('kansenlijn.import_record') is not null as migrated, pg_try_advisory_xact_lock(hashtext('kansenlijn import')) as alone`);
  if (!rows[0]?.migrated) throw new ImportError('not_migrated');
  if (!rows[0].alone) throw new ImportError('busy');
  await client.query(`create temporary table import_context on commit drop as select $1::date as today`, [today]);
  for (const table of tables) await createStage(client, table);
}

export async function recognise(client: pg.ClientBase, loader: Loader): Promise<void> {
  for (const sql of loader.recognise ?? []) await client.query(sql);
}

/** New, changed and unchanged rows of a file; what was here already counts as unchanged. */
export async function countRows(client: pg.ClientBase, kind: Kind): Promise<Counts> {
  const { rows } = await client.query<{ new: number; changed: number; unchanged: number }>(`
    select count(*) filter (where state = 'new')::int as new, count(*) filter (where state = 'changed')::int as changed,
      count(*) filter (where state in ('unchanged', 'adopted'))::int as unchanged from ${stageOf(kind)}`);
  return rows[0] ?? { new: 0, changed: 0, unchanged: 0 };
}

/** Stores everything staged. Returns the revision of the ledger, or undefined when nothing went into it. */
export async function storeAll(client: pg.ClientBase, loaders: readonly Loader[], source: string, knownAt: Date | undefined): Promise<number | undefined> {
  const live = await kindsWithWork(client);
  const working = loaders.filter((loader) => live.has(loader.kind) || (loader.storesAlso !== undefined && live.has(loader.storesAlso)));
  // As late as possible: from here until the commit nobody else can record anything.
  const revision = working.some((loader) => loader.inLedger) ? await openRevision(client, knownAt) : undefined;
  for (const loader of working) for (const sql of loader.store) await client.query(sql);
  for (const kind of live) await rememberRows(client, kind, source);
  return revision;
}

/**
 * Tells the planner what an import stored: figures are asked right after one, long before the
 * server counts rows by itself. After the commit, so that nobody waits for it; that it fails
 * is no reason to call an import failed that was stored.
 */
export async function renewStatistics(client: pg.ClientBase): Promise<void> {
  try {
    const { rows } = await client.query<{ names: string | null }>(`
      select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables where schemaname = 'kansenlijn' and tableowner = current_user`);
    if (rows[0]?.names) await client.query(`analyze ${rows[0].names}`);
  } catch {
    // The server does it by itself in a while.
  }
}

async function kindsWithWork(client: pg.ClientBase): Promise<Set<Kind>> {
  const { rows } = await client.query<{ kind: Kind }>(KINDS.map((kind) =>
    `select '${kind}' as kind where exists (select from ${stageOf(kind)} where state in ('new', 'changed', 'adopted'))`).join(' union all '));
  return new Set(rows.map((row) => row.kind));
}

async function openRevision(client: pg.ClientBase, knownAt: Date | undefined): Promise<number> {
  const { rows } = await client.query<{ revision: number }>(`select kansenlijn.open_revision(null, $1::timestamptz, 'import') as revision`, [knownAt ?? null]);
  return rows[0]!.revision;
}

async function rememberRows(client: pg.ClientBase, kind: Kind, source: string): Promise<void> {
  await client.query(`
    insert into kansenlijn.import_record (source, kind, source_id, target_id, content_hash)
    select $1, $2, s.id, s.target::text, decode(s.hash, 'hex') from ${stageOf(kind)} s where s.state in ('new', 'changed', 'adopted')
    on conflict (source, kind, source_id) do update set content_hash = excluded.content_hash, target_id = excluded.target_id`, [source, kind]);
}

/** exclusion_violation, unique_violation, deadlock_detected, lock_not_available: somebody recorded something meanwhile. */
const OVERTAKEN = new Set(['23P01', '23505', '40P01', '55P03']);

/** Turns an error of the database that the operator can do something about into an ImportError. */
export function asImportError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '22007' || error.constraint?.endsWith('_known_once')) return new ImportError('known_out_of_order', { cause: error });
  if (error.code === '22008' && error.message.includes('known_at')) return new ImportError('known_in_future', { cause: error });
  return OVERTAKEN.has(error.code ?? '') ? new ImportError('overtaken', { cause: error }) : error;
}
