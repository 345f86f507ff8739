import type { ChartPart, FigurePart } from './types.ts';
import { formatCount } from '../ask/numbers.ts';
import { maxBars } from './places.ts';

/** One line of a breakdown. */
export interface Row { readonly label: string; readonly count: number }

/** How many items carry each label, by label the Dutch way. An item with several labels counts in each. */
export function rowsBy<T>(items: readonly T[], labelsOf: (item: T) => readonly string[]): Row[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const label of new Set(labelsOf(item))) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => a.label.localeCompare(b.label, 'nl') || (a.label < b.label ? -1 : 1));
}

export const partsOf = (rows: readonly Row[]): FigurePart[] => rows.map(({ label, count }) => ({ label, value: formatCount(count) }));

/** No chart when its bars could not be read on a phone. */
export function chartOf(rows: readonly Row[], color: ChartPart['color'] = 'neutral'): ChartPart[] {
  return rows.length > maxBars ? [] : rows.map(({ label, count }) => ({ label, value: count, color }));
}

/** "1 kind", "3 kinderen". */
export const counted = (count: number, one: string, many: string): string => `${formatCount(count)} ${count === 1 ? one : many}`;
