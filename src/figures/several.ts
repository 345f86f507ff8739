import { formatCount, formatDecimal } from '../ask/numbers.ts';
import { notShown } from './disclosure.ts';
import type { Figure, FigurePart, SeriesPoint } from './types.ts';

/** A figure of one of several periods or places. */
export interface Labelled { readonly label: string; readonly figure: Figure; readonly day?: string | undefined }

/** "83,9% (26 van 31)", "2 van 3" of a count, "27,7 maanden (over 3)" of an average, or the value alone when that says it all. */
function partText({ value, numerator, denominator }: Figure): FigurePart['value'] {
  if (numerator === undefined || denominator === undefined || value.includes(' van ')) return value;
  const isCount = Number.isInteger(numerator) && value === formatCount(numerator);
  if (!value.endsWith('%') && !isCount) return `${value} (over ${formatCount(denominator)})`;
  const counts = `${formatCount(Math.round(numerator))} van ${formatCount(denominator)}`;
  return isCount ? counts : `${value} (${counts})`;
}

/** Heights in the figure's own unit: percent where it is one, otherwise the number itself. */
export function numberOf({ value }: Pick<Figure, 'value'>): number | undefined {
  const found = /^(-?[\d.]+(?:,\d+)?)(?:%| |$)/.exec(value);
  return found ? Number(found[1]!.replaceAll('.', '').replace(',', '.')) : undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const partsOf = (cells: readonly Labelled[]): FigurePart[] => cells.map(({ label, figure }) => ({ label: capital(label), value: partText(figure) }));

/** What holds for all is said once; what holds for some is said of whom. */
function remarksOf(cells: readonly Labelled[]): string[] {
  const shared = (remark: string): boolean => cells.every(({ figure }) => figure.remarks.includes(remark));
  const own = cells.flatMap(({ label, figure }) => figure.remarks.filter((remark) => !shared(remark)).map((remark) => `${capital(label)}: ${remark}`));
  return [...new Set(cells.flatMap(({ figure }) => figure.remarks.filter(shared))), ...own];
}

/** Nothing to draw when one of the values is no number. */
function pointsOf(cells: readonly Labelled[]): SeriesPoint[] {
  const points = cells.map(({ label, figure, day }): SeriesPoint | undefined => {
    const value = numberOf(figure);
    return value === undefined ? undefined : { label: capital(label), value, day };
  });
  return points.every((point) => point !== undefined) ? points : [];
}

/** The figure over a period or region, with that of each step or member. Of a protected one each step is told as it would be alone. */
export function withSeries(whole: Figure, cells: readonly Labelled[]): Figure {
  const nothing = cells.every(({ figure }) => figure.value === notShown);
  const shown = { ...whole, parts: nothing ? [] : partsOf(cells), chart: [], series: pointsOf(cells) };
  if (nothing || whole.value !== notShown) return shown;
  // The whole says why nothing of it is told; what is told of the steps they say themselves.
  return { ...shown, value: 'per periode', remarks: [...new Set([...cells.flatMap(({ figure }) => figure.remarks), ...whole.remarks])] };
}

/** Periods or places next to each other, with the difference when there are two. */
export function compared(cells: readonly Labelled[]): Figure {
  const [first, second] = cells;
  if (!first || !second) throw new RangeError('a comparison of fewer than two');
  const { measure, version } = first.figure;
  const difference = cells.length === 2 ? differenceText(first, second) : undefined;
  return {
    measure, version,
    value: cells.length === 2 ? `${first.figure.value} tegenover ${second.figure.value}` : cells.map(({ figure }) => figure.value).join(' · '),
    ...(difference === undefined ? {} : { basis: difference }),
    parts: partsOf(cells), chart: [], series: pointsOf(cells),
    remarks: remarksOf(cells),
  };
}

/**
 * Of percentages in points, counted from their numerators and denominators, because the
 * difference of two rounded percentages can be a tenth off; of counts in numbers; of averages
 * only which is higher, as what they show is rounded; of a protected value nothing.
 */
function differenceText(first: Labelled, second: Labelled): string | undefined {
  const [a, b] = [numberOf(first.figure), numberOf(second.figure)];
  const [over, under] = [ratioOf(first.figure), ratioOf(second.figure)];
  if (a === undefined || b === undefined || !over || !under) return undefined;
  const isShare = [first, second].every(({ figure }) => figure.value.endsWith('%'));
  const isCount = !isShare && Number.isInteger(a) && Number.isInteger(b);
  const crossed = over.numerator * under.denominator - under.numerator * over.denominator;
  const gap = isCount ? a - b : crossed;
  if (gap === 0) return `${capital(first.label)} is gelijk aan ${second.label}`;
  const points = Math.abs(100 * crossed) / (over.denominator * under.denominator);
  const size = isCount ? `${formatCount(Math.abs(gap))} ` : isShare ? `${points < 0.05 ? 'minder dan 0,1' : formatDecimal(points)} procentpunt ` : '';
  return `${capital(first.label)} is ${size}${gap > 0 ? 'hoger' : 'lager'} dan ${second.label}`;
}

/** A count that has no denominator is a count over one. */
function ratioOf({ numerator, denominator }: Figure): { readonly numerator: number; readonly denominator: number } | undefined {
  return numerator === undefined ? undefined : { numerator, denominator: denominator || 1 };
}
