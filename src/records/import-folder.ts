import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { referenceChecks, runCheck } from '../../db/import/checks.ts';
import type { Kind } from '../../db/import/kinds.ts';
import { LOADERS } from '../../db/import/loaders.ts';
import { asImportError, beginImport, connectOwner, type Counts, countRows, ImportError, recognise, renewStatistics, storeAll } from '../../db/import/session.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { giveCodes } from './child-codes.ts';
import { stageTableOf } from './file-spec.ts';
import { FILES } from './files/index.ts';
import { type FoundFile, findFiles, sourceOf } from './find-files.ts';
import { dayInNetherlands } from '../dutch-time.ts';
import { MAX_PROBLEMS, type Problem, ProblemList } from './problem.ts';
import { type StageContext, stageFile } from './stage-file.ts';

export interface ImportProgress {
  readonly file: string;
  /** Rows of this file so far. */
  readonly rows: number;
  /** Bytes of all files so far, and in all. */
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ImportOptions {
  /** Login of the owner of the schema. */
  readonly ownerUrl: string;
  /** Folder with CSV files and workbooks, or one such file. */
  readonly folder: string;
  /** Where the records come from; ids of one source never meet those of another. */
  readonly source?: string;
  /** When this was known, for history; now when absent. */
  readonly knownAt?: Date;
  /** Does everything and stores nothing. */
  readonly dryRun?: boolean;
  /** Tenant of people whose row names none. */
  readonly tenantId?: string;
  readonly today?: IsoDate;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface FileResult extends Counts { readonly file: string; readonly rows: number }

export interface ImportResult {
  /** False when there are problems; then nothing was stored. */
  readonly ok: boolean;
  readonly dryRun: boolean;
  /** The first problems, by file and line. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly files: readonly FileResult[];
  readonly durationMs: number;
  /** Revision of the ledger; absent when nothing went into it. */
  readonly revision?: number;
}

/**
 * Imports a folder of CSV files and workbooks, or one of those, in one transaction: all of it or nothing. What is wrong in
 * the files is in the result. Throws ImportError when it cannot run now, and what the
 * database or the file system throws.
 */
export async function importFolder(options: ImportOptions): Promise<ImportResult> {
  const started = performance.now();
  const problems = new ProblemList();
  const found = await findFiles(options.folder, problems);
  if (options.knownAt && options.knownAt.getTime() > Date.now()) throw new ImportError('known_in_future');
  const client = await connectOwner(options.ownerUrl);
  try {
    const outcome = await runImport(client, options, found, problems);
    if (outcome.ok && !options.dryRun) await renewStatistics(client);
    return { ...outcome, dryRun: options.dryRun ?? false, durationMs: performance.now() - started };
  } catch (error) {
    throw asImportError(error);
  } finally {
    await client.end();
  }
}

type Outcome = Omit<ImportResult, 'dryRun' | 'durationMs'>;

/** A connection that ends without commit stores nothing, so errors need no rollback here. */
async function runImport(client: pg.Client, options: ImportOptions, found: readonly FoundFile[], problems: ProblemList): Promise<Outcome> {
  const source = options.source ?? (await sourceOf(options.folder));
  await beginImport(client, FILES.map(stageTableOf), options.today ?? dayInNetherlands(new Date()));
  const staged = await stageAllFiles(client, options, source, found, problems);
  if (staged.readable) await findProblems(client, found, problems);
  const files: FileResult[] = [];
  for (const { file, rows } of staged.files) files.push({ file: file.label, rows, ...await countRows(client, file.spec.kind) });
  const shown = { problems: problems.sorted(FILES.map(({ kind }) => labelOf(found, kind))), problemCount: problems.count, files };
  if (problems.count > 0) return { ok: false, ...shown };
  const revision = await storeAll(client, LOADERS, source, options.knownAt);
  await client.query(options.dryRun ? 'rollback' : 'commit');
  return { ok: true, ...shown, ...(revision === undefined ? {} : { revision }) };
}

/** In the texts of checks. */
const FILE_IN_TEXT = new RegExp(`\\{(${FILES.map(({ kind }) => kind).join('|')})\\}`, 'g');

interface StagedFiles { readonly files: readonly { file: FoundFile; rows: number }[]; readonly readable: boolean }

async function stageAllFiles(
  client: pg.Client, options: ImportOptions, source: string, found: readonly FoundFile[], problems: ProblemList,
): Promise<StagedFiles> {
  const context = stageContext(client, options, source, found, problems);
  const files: { file: FoundFile; rows: number }[] = [];
  let readable = true;
  for (const spec of FILES) {
    const file = found.find((one) => one.spec === spec);
    if (file !== undefined) {
      const staged = await stageFile(context, file);
      files.push({ file, rows: staged.rows });
      readable &&= staged.readable;
    }
    const loader = LOADERS.find(({ kind }) => kind === spec.kind);
    if (loader) await recognise(client, loader);
    if (spec.kind === 'kinderen') await giveCodes(client);
  }
  return { files, readable };
}

function stageContext(
  client: pg.Client, options: ImportOptions, source: string, found: readonly FoundFile[], problems: ProblemList,
): StageContext {
  const totalBytes = found.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = 0;
  return {
    client, source, problems,
    defaults: options.tenantId === undefined ? {} : { tenant: options.tenantId },
    onBytes: (read) => { bytes += read; },
    onRows: (file, rows) => options.onProgress?.({ file, rows, bytes, totalBytes }),
  };
}

/** Where the rows of a kind stand, or would stand. */
function labelOf(found: readonly FoundFile[], kind: Kind): string {
  return found.find(({ spec }) => spec.kind === kind)?.label ?? `${kind}.csv`;
}

/** Asks the staged rows and the database what does not fit. Their texts name other files as `{kind}`. */
async function findProblems(client: pg.Client, found: readonly FoundFile[], problems: ProblemList): Promise<void> {
  const checks = [...FILES.flatMap((spec) => referenceChecks(stageTableOf(spec))), ...LOADERS.flatMap((loader) => loader.checks)];
  for (const check of checks) {
    const { problems: shown, total } = await runCheck(client, check, MAX_PROBLEMS);
    shown.forEach(({ kind, text, ...problem }) => problems.add({
      file: labelOf(found, kind), ...problem, text: text.replace(FILE_IN_TEXT, (_match, named: Kind) => labelOf(found, named)),
    }));
    problems.addUnseen(total - shown.length);
  }
}
