import { z } from 'zod/v4';
import type { Kind } from '../../db/import/kinds.ts';
import type { CellValue, StageColumn, StageTable } from '../../db/import/stage.ts';

/** One column of a file or sheet: what a cell may hold, as what it is stored, and how people are told. */
export interface Column {
  readonly schema: z.ZodType<CellValue | undefined>;
  readonly type: StageColumn['type'];
  /** A file without this column is refused; an empty cell as well. */
  readonly required: boolean;
  readonly references?: Kind;
  /** Length of a code of digits only: Excel drops its zeros in front when it takes it for a number. */
  readonly digits?: number;
  /** Dutch: what goes in. For the documentation and the template. */
  readonly about: string;
  /** A cell that fits; all examples together are records that can be imported. Empty where the example leaves it out. */
  readonly example: string;
}

export type Values = Readonly<Record<string, CellValue | undefined>>;

/** What is wrong between the cells of one row. */
export interface RowIssue { readonly column: string; readonly text: string }

export interface FileSpec {
  readonly kind: Kind;
  readonly columns: Readonly<Record<string, Column>>;
  /** Dutch, in the documentation: above and below the table of columns. */
  readonly intro?: string;
  readonly note?: string;
  /** Rows that other examples refer to, beside the one that the columns give. */
  readonly moreExamples?: readonly Readonly<Record<string, string>>[];
  /** Columns whose values together are the id, for rows without one in a column `id`. */
  readonly key?: readonly string[];
  readonly checkRow?: (values: Values) => readonly RowIssue[];
}

export function column(type: StageColumn['type'], schema: z.ZodType<CellValue>): Column {
  return { schema, type, required: true, about: '', example: '' };
}

/** The column may be absent and its cells may be empty. */
export function optional(inner: Column): Column {
  return { ...inner, schema: inner.schema.optional(), required: false };
}

/** The column with what people are told about it. */
export function explained(inner: Column, about: string, example = ''): Column {
  return { ...inner, about, example };
}

/** The value that stands for an empty cell. */
export function withDefault(inner: Column, value: CellValue): Column {
  return { ...optional(inner), schema: inner.schema.optional().transform((given) => given ?? value) };
}

export function fileOf(spec: FileSpec): string {
  return `${spec.kind}.csv`;
}

export function stageTableOf(spec: FileSpec): StageTable {
  const columns = Object.entries(spec.columns).filter(([name]) => name !== 'id').map(([name, { type, references }]) => ({
    name, type, ...(references === undefined ? {} : { references }),
  }));
  return { kind: spec.kind, columns };
}

export function rowSchemaOf(spec: FileSpec): z.ZodType<Values> {
  return z.object(Object.fromEntries(Object.entries(spec.columns).map(([name, { schema }]) => [name, schema])));
}

/** The second day must not lie before the first, when both are there. */
export function notBefore(values: Values, first: string, second: string): RowIssue[] {
  const [from, until] = [values[first], values[second]];
  if (typeof from !== 'string' || typeof until !== 'string' || until >= from) return [];
  return [{ column: second, text: `ligt voor ${first}.` }];
}
