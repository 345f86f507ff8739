import { strToU8, zipSync } from 'fflate';
import writeExcel, { type Row } from 'write-excel-file/node';

/** A workbook of sheets by name, as a spreadsheet program writes it. */
export async function workbookOf(sheets: Readonly<Record<string, Row[]>>): Promise<Buffer> {
  return writeExcel(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();
}

/** CSV text as rows of text cells. */
export function rowsOf(csv: string): Row[] {
  return csv.split('\n').map((line) => line.split(';').map((cell) => (cell === '' ? null : { value: cell, type: String, format: '@' })));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Parts of a workbook with one sheet `kinderen`, for what no program would write. */
export function partsOf(sheetData: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="kinderen" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/>`
      + `<Relationship Id="s2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="s3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...extra,
  };
}

export function zipped(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))));
}

export const rawWorkbook = (sheetData: string, extra?: Readonly<Record<string, string>>): Buffer => zipped(partsOf(sheetData, extra));

/** The archive with the size that it states for every part replaced. */
export function stating(archive: Buffer, size: number): Buffer {
  const changed = Buffer.from(archive);
  for (let at = changed.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = changed.indexOf('PK\x01\x02', at + 4, 'latin1')) changed.writeUInt32LE(size, at + 24);
  return changed;
}
