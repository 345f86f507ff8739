import { UnreadableFile } from '../unreadable.ts';
import { type Cell, type CellContext, cellOf } from './cell.ts';
import { TextItem, unescaped } from './text.ts';
import { type Attributes, BROKEN, walkXml } from './xml.ts';

export const MAX_ROWS = 100_000;
const MAX_COLUMNS = 200;

/** A row with content; `line` is its number in Excel. Cells without content are undefined. */
export interface SheetRow { readonly line: number; readonly cells: readonly (Cell | undefined)[] }

/** Reads the rows of a sheet that have content, or the first so many. Throws UnreadableFile. */
export function readSheet(xml: string, context: CellContext, first = Infinity): SheetRow[] {
  const reader = new SheetReader(context);
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => {
      reader.close(name);
      return reader.rows.length < first ? undefined : 'enough';
    },
    text: (text) => reader.text(text),
  });
  return reader.rows;
}

interface OpenCell { attributes: Attributes; column: number; value: string | undefined; inline: TextItem | undefined; hasFormula: boolean }

class SheetReader {
  readonly rows: SheetRow[] = [];
  #line = 0;
  #cells: (Cell | undefined)[] = [];
  #column = 0;
  #cell: OpenCell | undefined;
  #inValue = false;

  constructor(private readonly context: CellContext) {}

  open(name: string, attributes: () => Attributes): void {
    if (name === 'row') this.#openRow(attributes()['r']);
    else if (name === 'c') this.#openCell(attributes());
    else if (this.#cell !== undefined) this.#openInCell(this.#cell, name);
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow();
    else if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#inValue = false;
    else this.#cell?.inline?.close(name);
  }

  text(text: string): void {
    if (this.#cell === undefined) return;
    if (this.#inValue) this.#cell.value = (this.#cell.value ?? '') + text;
    else this.#cell.inline?.add(text);
  }

  /** Rows and cells may leave out where they are: then they follow the one before. */
  #openRow(number: string | undefined): void {
    const line = number === undefined ? this.#line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.#line) throw new UnreadableFile(BROKEN);
    this.#line = line;
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
    if (column <= this.#column) throw new UnreadableFile(BROKEN);
    this.#column = column;
    this.#cell = { attributes, column, value: undefined, inline: undefined, hasFormula: false };
  }

  #openInCell(cell: OpenCell, name: string): void {
    if (name === 'f') cell.hasFormula = true;
    else if (name === 'is') cell.inline = new TextItem();
    else if (name === 'v') {
      this.#inValue = true;
      cell.value = '';
    } else cell.inline?.open(name);
  }

  #closeCell(): void {
    const open = this.#cell;
    this.#cell = undefined;
    if (open === undefined) return;
    const { attributes, value, inline, hasFormula } = open;
    const cell = cellOf({
      type: attributes['t'], style: attributes['s'], value: value === undefined ? undefined : unescaped(value), inline: inline?.text, hasFormula,
    }, this.context);
    if (cell === undefined) return;
    if (open.column > MAX_COLUMNS) throw new UnreadableFile(`heeft meer dan ${MAX_COLUMNS} kolommen.`, this.#line);
    while (this.#cells.length < open.column - 1) this.#cells.push(undefined);
    this.#cells.push(cell);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    // The header is a row too.
    if (this.rows.length > MAX_ROWS) throw new UnreadableFile('heeft meer dan 100.000 rijen; gebruik hiervoor een CSV-bestand.');
    this.rows.push({ line: this.#line, cells: this.#cells });
  }
}

/** Number of the column in an address such as `AB12`: A is 1. Zero when it is no address. */
function columnOf(address: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address)?.[1] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
