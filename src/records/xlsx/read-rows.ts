import type { Column, FileSpec } from '../file-spec.ts';
import { readHeader } from '../header.ts';
import type { CellFault, SourceRow } from '../source-row.ts';
import type { Cell } from './cell.ts';
import type { SheetRow } from './sheet.ts';

const DAY_OUT_OF_PLACE = 'Excel heeft hier een datum van gemaakt; geef de kolom de opmaak Tekst en typ de waarde opnieuw.';

/** Rows of a sheet as rows of text, as they would stand in a CSV file. The first row with content is the header. */
export function* sheetRows(rows: readonly SheetRow[], spec: FileSpec): Generator<SourceRow> {
  const [header, ...rest] = rows;
  if (header === undefined) return;
  const names = header.cells.map((cell) => cell?.text ?? '');
  yield { line: header.line, cells: names };
  const columns = readHeader(names).map((name) => (Object.hasOwn(spec.columns, name) ? spec.columns[name] : undefined));
  for (const row of rest) yield sourceRow(row, columns);
}

function sourceRow({ line, cells }: SheetRow, columns: readonly (Column | undefined)[]): SourceRow {
  const faults: CellFault[] = [];
  const width = Math.max(cells.length, columns.length);
  const texts = Array.from({ length: width }, (_, index) => {
    const [cell, column] = [cells[index], columns[index]];
    const why = cell && faultOf(cell, column);
    if (why !== undefined) faults.push({ index, text: why });
    return cell === undefined ? '' : textOf(cell, column);
  });
  return { line, cells: texts, ...(faults.length === 0 ? {} : { faults }) };
}

function faultOf(cell: Cell, column: Column | undefined): string | undefined {
  if (cell.kind === 'fault') return cell.why;
  return cell.kind === 'day' && column !== undefined && column.type !== 'date' ? DAY_OUT_OF_PLACE : undefined;
}

/** A code of four digits that became a number has lost its zeros in front. */
function textOf(cell: Cell, column: Column | undefined): string {
  return cell.kind === 'number' && column?.digits !== undefined ? cell.text.padStart(column.digits, '0') : cell.text;
}
