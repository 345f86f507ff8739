import { createHash } from 'node:crypto';
import type { z } from 'zod/v4';
import { EMPTY } from './cells.ts';
import { type FileSpec, rowSchemaOf, type Values } from './file-spec.ts';

export interface CellProblem { readonly column?: string; readonly value?: string; readonly text: string }

/** A row with its id when that could be read, and its values when nothing is wrong. */
export interface ParsedRow {
  readonly id?: string;
  readonly values?: Values;
  readonly problems: readonly CellProblem[];
}

export type RowParser = (cells: readonly string[]) => ParsedRow;

/** `defaults` fill empty cells, as the tenant of people does. */
export function createRowParser(spec: FileSpec, header: readonly string[], defaults: Values = {}): RowParser {
  const schema = rowSchemaOf(spec);
  return (cells) => {
    if (cells.length < header.length || cells.slice(header.length).some((cell) => cell !== '')) {
      return { problems: [{ text: `de rij heeft ${cells.length} cellen in plaats van ${header.length}.` }] };
    }
    const texts = textsOf(header, cells);
    return parseTexts(spec, schema, { ...defaults, ...texts }, texts);
  };
}

function textsOf(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {};
  header.forEach((name, index) => {
    const cell = cells[index];
    if (cell !== undefined && cell !== '') texts[name] = cell;
  });
  return texts;
}

function parseTexts(spec: FileSpec, schema: z.ZodType<Values>, input: Values, texts: Record<string, string>): ParsedRow {
  const parsed = schema.safeParse(input);
  const problems = parsed.success
    ? (spec.checkRow?.(parsed.data) ?? []).map(({ column, text }) => problemIn(texts, column, text))
    : parsed.error.issues.map((issue) => problemIn(texts, String(issue.path[0]), issue.message));
  const id = idOf(spec, parsed.success ? parsed.data : input);
  return {
    ...(id === undefined ? {} : { id }),
    ...(parsed.success && problems.length === 0 ? { values: parsed.data } : {}),
    problems: [...problems, ...(id === undefined && problems.length === 0 ? [{ column: spec.key?.[0] ?? 'id', text: EMPTY }] : [])],
  };
}

function problemIn(texts: Record<string, string>, column: string, text: string): CellProblem {
  const value = texts[column];
  return { column, text, ...(value === undefined ? {} : { value }) };
}

function idOf(spec: FileSpec, values: Values): string | undefined {
  if (typeof values['id'] === 'string') return values['id'];
  const parts = (spec.key ?? ['id']).map((name) => values[name]);
  return typeof parts[0] === 'string' ? parts.map((part) => part ?? '').join('|') : undefined;
}

/** Fingerprint of a row's meaning: another notation of the same date is the same row. */
export function hashOf(values: Values): string {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries), 'utf8').digest('hex');
}
