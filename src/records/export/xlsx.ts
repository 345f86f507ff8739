import writeExcel, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import { isRealDay } from '../../policy/engine/days.ts';
import { dutchWallClock, explanationLines, figureLines, partLines, type ExportLine } from './lines.ts';
import { safeText } from './safe-text.ts';
import type { ExportCell, ExportColumn, ExportModel, ExportRows, ExportTable } from './types.ts';

const HEADER_COLOUR = '#1f3864';
/** Excel counts a 29 February 1900, and no days before that year. */
const FIRST_DAY = '1900-03-01';
const NAME_WIDTH = 24;
const TEXT_WIDTH = 90;

/** A workbook with the figure, its parts, the rows behind it, and how to judge and recompute it. */
export async function exportWorkbook(model: ExportModel): Promise<Buffer> {
  const sheets = [
    figureSheet(model),
    ...(model.parts.length > 0 ? [partsSheet(model)] : []),
    ...(model.series && model.series.rows.length > 0 ? [tableSheet('Reeks', model.series)] : []),
    ...(model.rows ? [rowsSheet(model.rows)] : []),
    explanationSheet(model),
  ];
  return writeExcel(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function figureSheet(model: ExportModel): Sheet<never> {
  const madeOn: Row = [text('Gemaakt op', 'bold'), { value: new Date(`${dutchWallClock(model.madeOn)}:00Z`), type: Date, format: 'dd-mm-yyyy hh:mm', align: 'left' }];
  const lines = figureLines(model).filter(({ name }) => name !== 'Gemaakt op');
  return { sheet: 'Cijfer', columns: [{ width: NAME_WIDTH }, { width: TEXT_WIDTH }], data: [...lines.map((line): Row => [text(line.name, 'bold'), valueCell(line)]), madeOn] };
}

function partsSheet(model: ExportModel): Sheet<never> {
  return {
    sheet: 'Uitsplitsing', stickyRowsCount: 1, columns: [{ width: 48 }, { width: NAME_WIDTH }],
    data: [['Onderdeel', 'Waarde'].map(header), ...partLines(model).map((line): Row => [text(line.name), valueCell(line)])],
  };
}

function rowsSheet(rows: ExportRows): Sheet<never> {
  return tableSheet('Rijen', rows);
}

function tableSheet(sheet: string, { columns, rows }: ExportTable): Sheet<never> {
  return {
    sheet, stickyRowsCount: 1, columns: columns.map(({ label, kind }) => ({ width: Math.max(label.length + 3, kind === 'text' ? NAME_WIDTH : 14) })),
    data: [columns.map(({ label }) => header(label)), ...rows.map((row) => columns.map((column) => tableCell(row[column.key] ?? null, column)))],
  };
}

function explanationSheet(model: ExportModel): Sheet<never> {
  return {
    sheet: 'Toelichting', stickyRowsCount: 1, columns: [{ width: NAME_WIDTH }, { width: TEXT_WIDTH }, { width: 60 }],
    data: [['Onderwerp', 'Toelichting', 'Bron'].map(header), ...explanationLines(model).map((line): Row => [text(line.name, 'bold'), valueCell(line), text(line.source ?? '')])],
  };
}

/** A real number where there is one, so that a spreadsheet can count with it. */
const valueCell = ({ text: shown, number }: ExportLine): Cell => (number === undefined ? text(shown) : numberCell(number));

function tableCell(cell: ExportCell, { kind }: ExportColumn): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return numberCell(cell);
  return kind === 'date' && cell >= FIRST_DAY && isRealDay(cell) ? { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy', align: 'left' } : text(cell);
}

const numberCell = (value: number): Cell => (Number.isFinite(value) ? { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.##########', align: 'left' } : null);

const header = (value: string): Cell => ({ ...textCell(value), fontWeight: 'bold', textColor: '#ffffff', backgroundColor: HEADER_COLOUR });

function text(value: string, fontWeight?: 'bold'): Cell {
  return value === '' ? null : { ...textCell(value), wrap: true, alignVertical: 'top', ...(fontWeight === undefined ? {} : { fontWeight }) };
}

/** Excel reads _x0041_ in a text as the letter A: the first underscore is written so itself. */
const textCell = (value: string): { value: string; type: StringConstructor; format: string } =>
  ({ value: safeText(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'), type: String, format: '@' });
