import type { Chart, Color, Container } from './types.ts';
import type { AnswerModel } from './models.ts';
import { plainText } from './escape.ts';
import { text } from './elements.ts';

type Bars = AnswerModel['chart'];

/** Blocks in the longest bar: fits a phone in the card's own font. */
const LONGEST_BAR = 16;
const TEXT_COLOR: Record<Bars[number]['color'], Color> = { good: 'Good', warning: 'Warning', attention: 'Attention', neutral: 'Default' };

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
      text(`${bar.label}: ${number.format(bar.value)}`, { size: 'Small', spacing: 'Small' }),
      ...(bar.value > 0 ? [text(blocks(bar.value, largest), { size: 'Small', color: TEXT_COLOR[bar.color], spacing: 'None' })] : []),
    ]),
  };
}

/** A number of three signs or more behind the longest bar is cut off; then an axis says how long the bars are. */
const hasLongNumber = (bars: Bars): boolean => bars.some(({ value }) => String(value).length > 2);

/** A bar for each part; nothing when there is nothing to compare. */
export function barChart(bars: Bars): readonly Chart[] {
  if (bars.length < 2 || bars.every(({ value }) => value === 0)) return [];
  return [{
    type: 'Chart.HorizontalBar',
    displayMode: hasLongNumber(bars) ? 'AbsoluteWithAxis' : 'AbsoluteNoAxis',
    data: bars.map((bar) => ({ x: plainText(bar.label), y: bar.value, color: bar.color })),
    fallback: textChart(bars),
  }];
}

type Series = NonNullable<AnswerModel['series']>;

/** Values over time as a line; of places or periods, whose names need room, as bars; in text where no chart is drawn. */
export function seriesChart(series: Series | undefined): readonly Chart[] {
  if (!series || series.points.length < 2) return [];
  const { points } = series;
  const bars = points.map(({ label, value }) => ({ label, value, color: 'neutral' as const }));
  const days = points.flatMap(({ day }) => day ?? []);
  // Clients put a line in order by its days, so each needs its own.
  if (series.kind === 'line' && new Set(days).size === points.length) {
    return [{ type: 'Chart.Line', data: [{ legend: 'Verloop', values: points.map(({ value }, index) => ({ x: days[index], y: value })) }], fallback: textChart(bars) }];
  }
  return barChart(bars);
}
