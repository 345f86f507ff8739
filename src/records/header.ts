import type { FileSpec } from './file-spec.ts';
import type { Problem } from './problem.ts';

/** Capitals, spaces and hyphens in column names do not matter: `Uren per week` is `uren_per_week`. */
function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '_');
}

/** Names of the columns, in the order of the file; trailing columns without a name are left out. */
export function readHeader(cells: readonly string[]): string[] {
  const names = cells.map(normalised);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** What is wrong with the columns of a file or sheet, whose names stand on `line`. */
export function headerProblems(spec: FileSpec, names: readonly string[], file: string, line: number): Problem[] {
  const known = Object.keys(spec.columns);
  const missing = known.filter((name) => spec.columns[name]?.required === true && !names.includes(name));
  const unknown = names.filter((name) => !known.includes(name));
  const twice = names.filter((name, index) => known.includes(name) && names.indexOf(name) < index);
  return [
    ...missing.map((name) => ({ file, line, column: name, text: 'deze kolom ontbreekt.' })),
    ...unknown.map((name) => ({ file, line, column: name || '(zonder naam)', text: `deze kolom is onbekend; toegestaan zijn ${known.join(', ')}.` })),
    ...twice.map((name) => ({ file, line, column: name, text: 'deze kolom staat er twee keer.' })),
  ];
}
