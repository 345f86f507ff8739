import type { Chart, ColumnSet, Container } from './types.ts';
import type { AnswerModel } from './models.ts';
import { plainText } from './escape.ts';
import { text, type TextLook } from './elements.ts';
import { axisTop, fittingTicks, NARROW_AXIS_TOP } from './line-axes.ts';

type Bars = AnswerModel['chart'];

/** Blocks in the longest bar: fits a phone in the card's own font. */
const LONGEST_BAR = 16;
const TEXT_LOOK: Record<Bars[number]['color'], TextLook> = { good: { color: 'Good' }, warning: { color: 'Warning' }, attention: { color: 'Attention' }, neutral: { isSubtle: true } };

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** At least one block for what is not zero, so that few does not look like none. */
function blocks(value: number, largest: number): string {
  return value <= 0 ? '' : '█'.repeat(Math.max(1, Math.round((value / largest) * LONGEST_BAR)));
}

/** The chart in text, for phones and every other client that draws none: the same numbers. */
function textChart(bars: Bars): Container {
  const largest = Math.max(...bars.map((bar) => bar.value), 1);
  return {
    type: 'Container',
    items: bars.flatMap((bar) => [
      text(`${bar.label}: ${number.format(bar.value)}${bar.unit ?? ''}`, { size: 'Small', spacing: 'Small' }),
      ...(bar.value > 0 ? [text(blocks(bar.value, largest), { size: 'Small', ...TEXT_LOOK[bar.color], spacing: 'None' })] : []),
    ]),
  };
}

/**
 * What clients write behind the bars, of which the third sign is cut off at every width: so
 * whole numbers. Nothing where these have three digits, or where rounding would change small
 * numbers much.
 */
function wholeNumbers(bars: Bars): readonly number[] | undefined {
  const values = bars.map(({ value }) => value);
  const whole = values.map(Math.round);
  if (whole.some((value) => value < 0 || value > 99)) return undefined;
  const isExact = values.every(Number.isInteger);
  return isExact || values.every((value) => value === 0 || value >= 10) ? whole : undefined;
}

/** A bar for each part, in text where its numbers would be cut; nothing when there is nothing to compare. */
export function barChart(bars: Bars): readonly (Chart | Container)[] {
  if (bars.length < 2 || bars.every(({ value }) => value === 0)) return [];
  const whole = wholeNumbers(bars);
  if (!whole) return [textChart(bars)];
  return [{
    type: 'Chart.HorizontalBar',
    displayMode: 'AbsoluteNoAxis',
    data: bars.map((bar, index) => ({ x: plainText(bar.label), y: whole[index], color: bar.color })),
    fallback: textChart(bars),
  }];
}

type Series = NonNullable<AnswerModel['series']>;

/**
 * A card of less than some 330 pixels leaves two digits beside a line. In a column of this
 * width there is room for more; where it is wider than the card, only the empty margin at
 * the right of the line sticks out.
 */
const ROOM_FOR_LONG_NUMBERS = '304px';

/** Values over time as a line; of places or periods, whose names need room, as bars; in text where no chart is drawn. */
export function seriesChart(series: Series | undefined): readonly (Chart | ColumnSet | Container)[] {
  if (!series || series.points.length < 2) return [];
  const bars = series.points.map(({ label, value }) => ({ label, value, color: 'neutral' as const }));
  if (series.kind === 'bars') return barChart(bars);
  const yMax = axisTop(Math.max(...series.points.map(({ value }) => value)));
  const line = lineChart(series, yMax, textChart(bars));
  if (yMax <= NARROW_AXIS_TOP) return [line];
  return [{ type: 'ColumnSet', columns: [{ type: 'Column', width: ROOM_FOR_LONG_NUMBERS, items: [line] }] }];
}

/** The axis in whole numbers and in our words: left alone, clients write "17.6" and long days, and cut off both. */
function lineChart({ points }: Series, yMax: number, fallback: Container): Chart {
  const ticks = fittingTicks(points.map(({ ticks: names }) => names ?? []));
  return {
    type: 'Chart.Line',
    yMin: 0,
    yMax,
    xAxisTitle: plainText(`${points[0]!.label} tot en met ${uncapital(points.at(-1)!.label)}`),
    data: [{ legend: 'Verloop', values: points.map(({ value }, index) => ({ x: ticks[index], y: value })) }],
    fallback,
  };
}

const uncapital = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
