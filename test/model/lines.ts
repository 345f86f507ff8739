import type { Line } from './ask.ts';

/** Adds up what carries the same label; what one of several says by itself holds for it alone. */
export function linesOf(items: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const index = lines.findIndex(({ label }) => label === item.label);
    if (index < 0) lines.push({ ...item });
    else lines[index] = { label: item.label, numerator: lines[index]!.numerator + item.numerator, denominator: lines[index]!.denominator + item.denominator, ...(item.rows === undefined ? {} : { rows: (lines[index]!.rows ?? 0) + item.rows }) };
  }
  return lines;
}

export function sumOf(items: readonly { readonly numerator: number; readonly denominator: number }[]): { numerator: number; denominator: number } {
  let numerator = 0;
  let denominator = 0;
  for (const item of items) {
    numerator += item.numerator;
    denominator += item.denominator;
  }
  return { numerator, denominator };
}
