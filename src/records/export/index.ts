import { figureCsv, rowsCsv } from './csv.ts';
import { exportWorkbook } from './xlsx.ts';
import type { ExportFormat, ExportModel } from './types.ts';

export type { ExportFormat, ExportModel } from './types.ts';

export interface ExportedFile { readonly name: string; readonly type: string; readonly body: Buffer }

interface Writer { readonly ending: string; readonly type: string; write(model: ExportModel): Promise<Buffer> | Buffer }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  xlsx: { ending: '.xlsx', type: XLSX, write: exportWorkbook },
  'rows-xlsx': { ending: '-rijen.xlsx', type: XLSX, write: exportWorkbook },
  csv: { ending: '.csv', type: CSV, write: figureCsv },
  'rows-csv': { ending: '-rijen.csv', type: CSV, write: rowsCsv },
};

/** The name under which a figure is saved in a format. */
export const exportedName = (fileName: string, format: ExportFormat): string => `${fileName}${WRITERS[format].ending}`;

/** The file of a figure in a format. Throws RangeError for rows that are not there. */
export async function writeExport(model: ExportModel, format: ExportFormat): Promise<ExportedFile> {
  return { name: exportedName(model.fileName, format), type: WRITERS[format].type, body: await WRITERS[format].write(model) };
}
