import type pg from 'pg';
import { finishStage, type StagedRow, stageRows } from '../../db/import/stage.ts';
import { type FileSpec, stageTableOf, type Values } from './file-spec.ts';
import type { FoundFile } from './find-files.ts';
import { headerProblems, readHeader } from './header.ts';
import { createRowParser, hashOf, type ParsedRow } from './parse-row.ts';
import type { ProblemList } from './problem.ts';
import type { SourceRow } from './source-row.ts';
import { UnreadableFile } from './unreadable.ts';

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
  /** False when columns are wrong or the file cannot be read, so that references into this file mean nothing. */
  readonly readable: boolean;
}

/** Reads one file or sheet, reports what is wrong in its rows, and stages them. */
export async function stageFile(context: StageContext, file: FoundFile): Promise<StagedFile> {
  const { spec, label } = file;
  const rows = file.open(context.onBytes);
  try {
    const header = await rows.next();
    if (header.done === true) throw new UnreadableFile('het bestand is leeg; de eerste regel noemt de kolommen.');
    const names = readHeader(header.value.cells);
    const wrong = headerProblems(spec, names, label, header.value.line);
    wrong.forEach((problem) => context.problems.add(problem));
    if (wrong.length > 0) return { rows: 0, readable: false };
    return { rows: await stageAll(context, file, names, rows), readable: true };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    context.problems.add({ file: label, text: error.text, ...(error.line === undefined ? {} : { line: error.line }) });
    return { rows: 0, readable: false };
  } finally {
    await rows.return(undefined);
  }
}

async function stageAll(context: StageContext, { spec, label }: FoundFile, names: readonly string[], rows: AsyncIterable<SourceRow>): Promise<number> {
  const parseRow = createRowParser(spec, names, context.defaults);
  const table = stageTableOf(spec);
  const seen = new Map<string, number>();
  let batch: StagedRow[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await stageRows(context.client, table, context.source, batch);
    context.onRows(label, count);
    batch = [];
  };
  for await (const row of rows) {
    count += 1;
    const staged = stagedRow(context, spec, { file: label, line: row.line }, withFaults(row, names, parseRow(row.cells)), seen);
    if (staged) batch.push(staged);
    if (count % BATCH_ROWS === 0) await flush();
  }
  await flush();
  await finishStage(context.client, spec.kind);
  return count;
}

/** Cells that could not be read are what is wrong with their row; what else it would give follows from them. */
function withFaults({ cells, faults }: SourceRow, names: readonly string[], parsed: ParsedRow): ParsedRow {
  if (faults === undefined) return parsed;
  const problems = faults.map(({ index, text }) => ({
    text, ...(names[index] === undefined ? {} : { column: names[index] }), ...(cells[index] === undefined ? {} : { value: cells[index] }),
  }));
  return { ...(parsed.id === undefined ? {} : { id: parsed.id }), problems };
}

interface Place { readonly file: string; readonly line: number }

function stagedRow(context: StageContext, spec: FileSpec, { file, line }: Place, row: ParsedRow, seen: Map<string, number>): StagedRow | undefined {
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
