import { formatDay } from '../../ask/numbers.ts';
import { isRealDay } from '../../policy/engine/days.ts';
import { explanationLines, figureLines, partLines, plainNumber, type ExportLine } from './lines.ts';
import { safeText } from './safe-text.ts';
import type { ExportCell, ExportColumn, ExportModel, ExportTable } from './types.ts';

/** Without it Excel takes UTF-8 for the old Windows encoding. */
const BYTE_ORDER_MARK = '\ufeff';
const SEPARATOR = ';';
const NEEDS_QUOTES = /[;"\r\n]|^\s|\s$/;

/** A field that is written as it stands: made of digits by us, so no formula. */
interface Digits { readonly digits: string }
type Field = string | Digits;

/** The figure with its parts, what it means and where it comes from; a line for each. */
export function figureCsv(model: ExportModel): Buffer {
  const lines = [...figureLines(model), ...partLines(model)].map(fieldsOf);
  return write([
    ['onderdeel', 'naam', 'waarde', 'getal', 'bron'],
    ...lines,
    ...(model.series ? seriesFields(model.series) : []),
    ...explanationLines(model).map(fieldsOf),
  ]);
}

/** The records behind the figure: a header and a line for each row, and nothing else, so that a program can read it. */
export function rowsCsv({ rows }: ExportModel): Buffer {
  if (!rows) throw new RangeError('this figure has no rows to export');
  return write([rows.columns.map(({ label }) => label), ...rows.rows.map((row) => rows.columns.map((column) => fieldOf(row[column.key] ?? null, column)))]);
}

function fieldsOf({ part, name, text, number, source = '' }: ExportLine): Field[] {
  const isNumber = number !== undefined && /^-?\d[\d.]*(?:,\d+)?$/.test(text);
  return [part, name, isNumber ? { digits: text } : text, number === undefined ? '' : { digits: plainNumber(number) }, source];
}

/** The first column names the line; each other column is a value of it. */
function seriesFields({ columns: [first, ...others], rows }: ExportTable): Field[][] {
  if (!first) return [];
  return rows.flatMap((row) => others.map((column): Field[] => {
    const cell = row[column.key] ?? null;
    const shown = fieldOf(cell, column);
    return ['reeks', `${String(row[first.key] ?? '')} · ${column.label}`, shown, typeof cell === 'number' ? shown : '', ''];
  }));
}

function fieldOf(cell: ExportCell, { kind }: ExportColumn): Field {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? { digits: plainNumber(cell) } : '';
  return kind === 'date' && isRealDay(cell) ? { digits: formatDay(cell) } : cell;
}

/** RFC 4180, with the separator that Dutch spreadsheets expect. */
function write(lines: readonly (readonly Field[])[]): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + lines.map((fields) => `${fields.map(quoted).join(SEPARATOR)}\r\n`).join(''), 'utf8');
}

function quoted(field: Field): string {
  const text = typeof field === 'string' ? safeText(field) : field.digits;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
