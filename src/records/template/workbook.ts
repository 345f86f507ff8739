import writeExcel, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import { readDay } from '../cells.ts';
import { type Column, type FileSpec, fileOf } from '../file-spec.ts';
import { FILES } from '../files/index.ts';
import { EXPLANATION_SHEET } from '../find-files.ts';
import { exampleRows, formOf } from './describe.ts';

/** Rows below the header that know their form already, so that 0273 stays 0273 and a day is a day. */
const PREPARED_ROWS = 500;
const REQUIRED_COLOUR = '#1f3864';
const OPTIONAL_COLOUR = '#8496b0';

type Values = Readonly<Record<string, string>>;
type Contents = (spec: FileSpec) => readonly Values[];

/**
 * A workbook with a sheet for every kind of record and one that explains them. As it is, it
 * imports as nothing; filled in, it is what the import reads.
 * `contents` are rows of text to fill in, by column.
 */
export async function templateWorkbook(contents: Contents = () => []): Promise<Buffer> {
  return writeExcel([explanationSheet(), ...FILES.map((spec) => kindSheet(spec, contents(spec)))], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function kindSheet(spec: FileSpec, rows: readonly Values[]): Sheet<never> {
  const columns = Object.entries(spec.columns);
  const prepared: Row[] = Array.from({ length: Math.max(PREPARED_ROWS, rows.length) }, (_, index) =>
    columns.map(([name, column]) => preparedCell(column, rows[index]?.[name])));
  return {
    sheet: spec.kind, stickyRowsCount: 1,
    columns: columns.map(([name, column]) => ({ width: Math.max(name.length, column.example.length, 10) + 3 })),
    data: [columns.map(([name, column]) => headerCell(name, column.required)), ...prepared],
  };
}

function headerCell(text: string, isStrong = true): Cell {
  return { value: text, type: String, fontWeight: 'bold', textColor: '#ffffff', backgroundColor: isStrong ? REQUIRED_COLOUR : OPTIONAL_COLOUR };
}

function preparedCell(column: Column, text = ''): Cell {
  const isNumber = column.type === 'integer' || column.type === 'numeric';
  if (column.type === 'date') return { type: Date, format: 'dd-mm-yyyy', ...(text === '' ? {} : { value: new Date(`${readDay(text) ?? text}T00:00:00Z`) }) };
  if (isNumber) return text === '' ? null : Number(text.replace(',', '.'));
  return { type: String, format: '@', ...(text === '' ? {} : { value: text }) };
}

function explanationSheet(): Sheet<never> {
  return {
    sheet: EXPLANATION_SHEET, stickyRowsCount: INTRODUCTION.length + 1,
    columns: [14, 18, 11, 28, 90, 40].map((width) => ({ width })),
    data: [
      ...INTRODUCTION.map((text): Row => [{ value: text, type: String, fontWeight: 'bold' }]),
      ['blad', 'kolom', 'verplicht', 'vorm', 'wat erin komt', 'voorbeeld'].map((text) => headerCell(text)),
      ...FILES.flatMap(explanationRows),
    ],
  };
}

const INTRODUCTION = [
  'Vul op elk blad een rij per record in en laat bladen leeg die u niet gebruikt. Dit blad wordt niet ingelezen.',
  'Kolommen met een donkere kop zijn verplicht. Kopieer waarden zonder opmaak (Plakken speciaal, Waarden).',
];

function explanationRows(spec: FileSpec): Row[] {
  const about = [spec.intro, spec.note].filter((text) => text !== undefined).map(plain).join(' ');
  const [example = {}] = exampleRows(spec);
  return [
    [text(spec.kind, 'bold'), null, null, null, about === '' ? null : text(about)],
    ...Object.entries(spec.columns).map(([name, column]): Row => [
      text(spec.kind), text(name), text(column.required ? 'ja' : 'nee'), text(formOf(column)), text(plain(column.about)), text(example[name] ?? ''),
    ]),
  ];
}

function text(value: string, fontWeight?: 'bold'): Cell {
  return value === '' ? null : { value, type: String, format: '@', wrap: true, alignVertical: 'top', ...(fontWeight === undefined ? {} : { fontWeight }) };
}

/** Documentation as text for a cell: without marks, and with sheets instead of files. */
function plain(markdown: string): string {
  const withSheets = FILES.reduce((result, spec) => result.replaceAll(fileOf(spec), `blad ${spec.kind}`), markdown);
  return withSheets.replaceAll(/[`*]/g, '').replaceAll('\n', ' ').replaceAll('→ ', 'id van een rij op blad ');
}
