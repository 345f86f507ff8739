/**
 * Counts of several municipalities together: numbers add up, lines of the same label
 * become one, and lists of locations follow one another. Counts are plain data.
 */
export function addCounts(all: readonly unknown[]): unknown {
  return all.reduce((sum, counts) => add(sum, counts));
}

function add(a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (Array.isArray(a) && Array.isArray(b)) return addLists(a, b);
  if (isRecord(a) && isRecord(b)) return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, add(a[key], b[key])]));
  return a;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const labelOf = (line: unknown): string | undefined => (isRecord(line) && typeof line['label'] === 'string' ? line['label'] : undefined);

function addLists(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const labelled = [...a, ...b].every((line) => labelOf(line) !== undefined);
  if (!labelled) return [...a, ...b];
  const lines = new Map<string, unknown>();
  for (const line of [...a, ...b]) lines.set(labelOf(line)!, add(lines.get(labelOf(line)!), line));
  return [...lines.values()].sort((x, y) => labelOf(x)!.localeCompare(labelOf(y)!, 'nl'));
}
