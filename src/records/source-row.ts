/** One row of a file or sheet, cells trimmed; `line` is where a person finds it, counted from 1. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells whose content means nothing, whatever the column: they are reported instead of read. */
  readonly faults?: readonly CellFault[];
}

/** `index` counts columns from 0; `text` is Dutch: what is wrong. */
export interface CellFault { readonly index: number; readonly text: string }
