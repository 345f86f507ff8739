import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type FileSpec, fileOf } from './file-spec.ts';
import { FILES } from './files/index.ts';
import type { ProblemList } from './problem.ts';
import { readCsv } from './read-csv.ts';
import type { SourceRow } from './source-row.ts';
import { UnreadableFile } from './unreadable.ts';
import { MAX_FILE_BYTES } from './xlsx/archive.ts';
import { sheetRows } from './xlsx/read-rows.ts';
import { openWorkbook, type Sheet } from './xlsx/workbook.ts';

/** The records of one kind: a CSV file, or a sheet of a workbook. */
export interface FoundFile {
  readonly spec: FileSpec;
  /** As people know it: `kinderen.csv`, or `gegevens.xlsx, blad kinderen`. */
  readonly label: string;
  readonly bytes: number;
  /** Rows, the header first; `onBytes` is told how much has been read. Throws UnreadableFile while reading. */
  open(onBytes: (bytes: number) => void): AsyncGenerator<SourceRow>;
}

const SOURCE_FILE = 'bron.txt';
const DEFAULT_SOURCE = 'import';
/** Sheet of the template that explains the others. */
export const EXPLANATION_SHEET = 'Uitleg';
/** Other notations of spreadsheets, which nobody should think were imported. */
const NOT_READ = new Set(['.xlsm', '.xlsb', '.xls', '.xltx', '.xltm', '.ods', '.numbers']);

const allowedSheets = FILES.map((spec) => spec.kind).join(', ');
const allowedFiles = FILES.map(fileOf).join(', ');

/** The source that a folder names in `bron.txt`, so that importing it twice meets the same ids. */
export async function sourceOf(path: string): Promise<string> {
  const folder = (await stat(path)).isDirectory() ? path : dirname(path);
  const text = await readFile(join(folder, SOURCE_FILE), 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return '';
    throw problem;
  });
  return text.trim().slice(0, 100) || DEFAULT_SOURCE;
}

/**
 * What can be imported of a folder, or of one file. Another CSV file, another sheet or another
 * spreadsheet is a problem, because a typing error in a name would otherwise leave out all of
 * its records. Throws when there is no such folder or file.
 */
export async function findFiles(path: string, problems: ProblemList): Promise<FoundFile[]> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter(isOurs).sort() : [basename(path)];
  const folder = isFolder ? path : dirname(path);
  const found: FoundFile[] = [];
  for (const name of names) found.push(...await filesIn(join(folder, name), problems));
  if (names.length === 0) problems.add({ file: path, text: `hier staan geen CSV-bestanden en geen Excel-bestanden (.xlsx); toegestaan zijn ${allowedFiles}.` });
  return withoutDoubles(found, problems);
}

/** Not what an open Excel leaves beside a file, nor what is no spreadsheet at all. */
function isOurs(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return !name.startsWith('~$') && (extension === '.csv' || extension === '.xlsx' || NOT_READ.has(extension));
}

async function filesIn(path: string, problems: ProblemList): Promise<FoundFile[]> {
  const name = basename(path);
  const refuse = (text: string): FoundFile[] => {
    problems.add({ file: name, text });
    return [];
  };
  const extension = extname(name).toLowerCase();
  if (extension === '.xlsx') return workbookFiles(path, problems);
  if (extension !== '.csv') return refuse('wordt niet gelezen; sla het op als Excel-werkmap (.xlsx, zonder macro\'s) of als CSV UTF-8.');
  const spec = FILES.find((file) => fileOf(file) === name.toLowerCase());
  if (spec === undefined) return refuse(`dit bestand is onbekend; toegestaan zijn ${allowedFiles}.`);
  return [{ spec, label: fileOf(spec), bytes: (await stat(path)).size, open: (onBytes) => readCsv(path, onBytes) }];
}

async function workbookFiles(path: string, problems: ProblemList): Promise<FoundFile[]> {
  const { size } = await stat(path);
  try {
    if (size > MAX_FILE_BYTES) throw new UnreadableFile('is groter dan 15 MB; gebruik CSV-bestanden.');
    const sheets = openWorkbook(await readFile(path));
    return sheets.flatMap((sheet) => sheetFile(basename(path), sheet, Math.ceil(size / sheets.length), problems));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    problems.add({ file: basename(path), text: error.text });
    return [];
  }
}

function sheetFile(workbook: string, sheet: Sheet, bytes: number, problems: ProblemList): FoundFile[] {
  const name = sheet.name.trim().toLowerCase();
  if (name === EXPLANATION_SHEET.toLowerCase()) return [];
  const label = `${workbook}, blad ${sheet.name}`;
  const spec = FILES.find(({ kind }) => kind === name);
  if (spec === undefined) {
    problems.add({ file: label, text: `dit blad is onbekend; toegestaan zijn ${allowedSheets} en ${EXPLANATION_SHEET}.` });
    return [];
  }
  const file = { spec, label, bytes, open: (onBytes: (bytes: number) => void) => readSheetRows(sheet, spec, bytes, onBytes) };
  return isEmpty(sheet) ? [] : [file];
}

/** A template has a sheet for every kind; those that were not filled in hold a header at most. */
function isEmpty(sheet: Sheet): boolean {
  try {
    return sheet.rows(2).length < 2;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

async function* readSheetRows(sheet: Sheet, spec: FileSpec, bytes: number, onBytes: (bytes: number) => void): AsyncGenerator<SourceRow> {
  onBytes(bytes);
  yield* sheetRows(sheet.rows(), spec);
}

/** Each kind has one place, so that a line number says where. */
function withoutDoubles(found: readonly FoundFile[], problems: ProblemList): FoundFile[] {
  return found.filter(({ spec, label }, index) => {
    const first = found.findIndex((file) => file.spec === spec);
    if (first === index) return true;
    problems.add({ file: label, text: `staat ook in ${found[first]?.label}; zet alle rijen van een soort bij elkaar.` });
    return false;
  });
}
