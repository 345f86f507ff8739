import type pg from 'pg';
import { finishStage, type StagedRow, stageRows } from '../../db/import/stage.ts';
import { type FileSpec, fileOf, stageTableOf, type Values } from './file-spec.ts';
import { headerProblems, readHeader } from './header.ts';
import { createRowParser, hashOf, type ParsedRow } from './parse-row.ts';
import type { ProblemList } from './problem.ts';
import { type CsvRow, readCsv, UnreadableCsv } from './read-csv.ts';

const BATCH_ROWS = 5_000;

export interface StageContext {
  readonly client: pg.ClientBase;
  readonly source: string;
  readonly problems: ProblemList;
  /** Values for empty cells, by column. */
  readonly defaults: Values;
  readonly onRows: (file: string, rows: number) => void;
  readonly onBytes: (bytes: number) => void;
}

export interface StagedFile {
  readonly rows: number;
  /** False when columns are wrong or the text is no CSV, so that references into this file mean nothing. */
  readonly readable: boolean;
}

/** Reads one file, reports what is wrong in its rows, and stages them. */
export async function stageFile(context: StageContext, spec: FileSpec, path: string): Promise<StagedFile> {
  const rows = readCsv(path, context.onBytes);
  try {
    const header = await rows.next();
    if (header.done === true) throw new UnreadableCsv('het bestand is leeg; de eerste regel noemt de kolommen.');
    const names = readHeader(header.value.cells);
    const wrong = headerProblems(spec, names);
    wrong.forEach((problem) => context.problems.add(problem));
    if (wrong.length > 0) return { rows: 0, readable: false };
    return { rows: await stageAll(context, spec, names, rows), readable: true };
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    context.problems.add({ file: fileOf(spec), text: error.text, ...(error.line === undefined ? {} : { line: error.line }) });
    return { rows: 0, readable: false };
  } finally {
    await rows.return(undefined);
  }
}

async function stageAll(context: StageContext, spec: FileSpec, names: readonly string[], rows: AsyncIterable<CsvRow>): Promise<number> {
  const parseRow = createRowParser(spec, names, context.defaults);
  const table = stageTableOf(spec);
  const seen = new Map<string, number>();
  let batch: StagedRow[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await stageRows(context.client, table, context.source, batch);
    context.onRows(fileOf(spec), count);
    batch = [];
  };
  for await (const row of rows) {
    count += 1;
    const staged = stagedRow(context, spec, row.line, parseRow(row.cells), seen);
    if (staged) batch.push(staged);
    if (count % BATCH_ROWS === 0) await flush();
  }
  await flush();
  await finishStage(context.client, spec.kind);
  return count;
}

function stagedRow(context: StageContext, spec: FileSpec, line: number, row: ParsedRow, seen: Map<string, number>): StagedRow | undefined {
  const file = fileOf(spec);
  row.problems.forEach((problem) => context.problems.add({ file, line, ...problem }));
  if (row.id === undefined) return undefined;
  const first = seen.get(row.id);
  if (first !== undefined) {
    const column = (spec.key ?? ['id']).join(' + ');
    context.problems.add({ file, line, column, value: row.id, text: `staat ook op regel ${first}.` });
    return undefined;
  }
  seen.set(row.id, line);
  return { line, id: row.id, values: row.values ?? {}, ...(row.values === undefined ? {} : { hash: hashOf(row.values) }) };
}
