import { formatCount } from '../ask/numbers.ts';
import { numberOf } from './several.ts';
import { maxBars } from './places.ts';
import type { ChartPart, Figure, FigurePart } from './types.ts';

/** More lines than this make a card that nobody reads; the rest is in the export. */
export const maxLines = 15;

export interface Ordering { readonly order?: 'largest' | 'smallest' | 'name' | undefined; readonly limit?: number | undefined }

/** What a line is put in order by: its percentage where it has one, otherwise its first number. */
function sizeOf({ value }: FigurePart): number {
  const share = /\((\d+(?:,\d+)?%)\)$/.exec(value)?.[1];
  return numberOf({ value: share ?? value }) ?? numberOf({ value: /\d[\d.,]*/.exec(value)?.[0] ?? '' }) ?? -1;
}

function sorted(parts: readonly FigurePart[], order: Ordering['order']): FigurePart[] {
  if (order === undefined) return [...parts];
  if (order === 'name') return [...parts].sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const sign = order === 'largest' ? -1 : 1;
  return [...parts].sort((a, b) => sign * (sizeOf(a) - sizeOf(b)) || a.label.localeCompare(b.label, 'nl'));
}

/** "24", "5 van 6 (83,3%)", "75,0% (12 van 16)", "3 van 12 vrij": one number that can be drawn; dates and sentences are not. */
const DRAWABLE = /^\d[\d.]*(?:,\d+)?%?(?: van \d[\d.]*)?(?: vrij)?(?: \((?:\d+(?:,\d+)?%|\d[\d.]* van \d[\d.]*)\))?$/;

/** Lines as bars, where each is one number of the same kind and there are not too many to read. */
export function barsOf(parts: readonly FigurePart[]): readonly ChartPart[] {
  const isShare = ({ value }: FigurePart): boolean => value.includes('%');
  const alike = parts.every((part) => DRAWABLE.test(part.value) && isShare(part) === isShare(parts[0]!));
  return alike && parts.length <= maxBars ? parts.map((part) => ({ label: part.label, value: sizeOf(part), color: 'neutral', ...(isShare(part) ? { unit: '%' as const } : {}) })) : [];
}

/** The lines in the order that was asked, and no more than were asked or fit; what is left out is said. */
export function withOrder(figure: Figure, { order, limit }: Ordering): Figure {
  const parts = sorted(figure.parts, limit === undefined ? order : order ?? 'largest');
  const shown = parts.slice(0, Math.min(limit ?? maxLines, maxLines));
  const left = parts.length - shown.length;
  const remark = left === 0 ? [] : [`Er ${left === 1 ? 'is nog 1 regel' : `zijn nog ${formatCount(left)} regels`}; alles staat in de export.`];
  const rank = new Map(shown.map(({ label }, index) => [label, index]));
  const chart = figure.chart.filter(({ label }) => rank.has(label));
  return {
    ...figure, parts: shown, remarks: [...figure.remarks, ...remark],
    chart: order === undefined && limit === undefined ? chart : [...chart].sort((a, b) => rank.get(a.label)! - rank.get(b.label)!),
  };
}
