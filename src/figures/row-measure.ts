import { formatCount, formatPercent } from '../ask/numbers.ts';
import { defineMeasure } from './define.ts';
import { whyProtected, withheld } from './disclosure.ts';
import { quartersOf, toldAverage, toldQuarters } from './disclosure-quarters.ts';
import { rowLabel } from './labels.ts';
import { maxBars } from './places.ts';
import { counted } from './rows.ts';
import { withoutBreakdown } from './targets.ts';
import type { Facts } from './facts.ts';
import type { ChartPart, Dimension, FigureBody, FigureRow, Measure, MeasureParams, MeasureText } from './types.ts';

/** Numerators and denominators of some rows together. */
export interface Sum { readonly numerator: number; readonly denominator: number }
/** `rows`: how many rows are in it, of a measure that lists all; `text` is of one of them. */
export interface Line extends Sum { readonly label: string; readonly text?: string; readonly rows?: number }
/** What is kept with a reference of a measure that folds rows. */
export interface Tally extends Sum {
  readonly lines?: readonly Line[];
  /** Of a count that readers may know by the quarter: that of each whole quarter, by its first day. */
  readonly quarters?: Readonly<Record<string, number>>;
  /** Numbers that remarks are made of, by name. */
  readonly notes?: Readonly<Record<string, number>>;
}

interface Folded extends MeasureText {
  readonly rows: (facts: Facts, params: MeasureParams) => readonly FigureRow[];
  /** `count`: how many; `share`: numerator of denominator in percent; `average`: numerator divided by denominator. */
  readonly fold: 'count' | 'share' | 'average';
  /** What one, and what several, of the denominator are called; of the numerator where nothing is divided. */
  readonly words: readonly [one: string, many: string];
  /** Behind an average: "maanden", "uur per week". */
  readonly per?: string;
  readonly color?: ChartPart['color'];
  /** A count of which each line is also a part of its own denominator: "3 van 12". Otherwise only the numerator, where there is one. */
  readonly linesOfDenominator?: boolean;
  /** Rows that count for nothing are listed too. */
  readonly listsAll?: boolean;
  /** Earlier versions, with which what was told then is computed again. */
  readonly earlier?: Measure['earlier'];
  /** What a line of one row says, in place of its numbers; a line of several says how many. */
  readonly lineText?: (row: FigureRow) => string;
  /** A line in other words than its fold gives; only what is shown changes with it. */
  readonly sayLine?: (line: Line) => string;
  readonly notes?: (facts: Facts, params: MeasureParams) => Readonly<Record<string, number>>;
  /** In place of what the fold would say. */
  readonly value?: (tally: Tally, params: MeasureParams) => string | undefined;
  readonly basis?: (tally: Tally, params: MeasureParams) => string | undefined;
  readonly remarks?: (tally: Tally, params: MeasureParams) => readonly string[];
  /** Readers and channels get it of whole quarters: a count in its band, an average where there are enough. Without it they get nothing. */
  readonly toldByQuarter?: true;
  /** Why readers and channels get nothing, where there is more to say than that the numbers are small. */
  readonly whyWithheld?: string;
}

const sum = (rows: readonly Sum[]): Sum => ({
  numerator: rows.reduce((total, { numerator }) => total + numerator, 0),
  denominator: rows.reduce((total, { denominator }) => total + denominator, 0),
});

/** Rows that count for nothing belong to no line, unless the measure lists all. */
function linesBy({ fold, linesOfDenominator, listsAll, lineText: textOf }: Folded, rows: readonly FigureRow[], by: Dimension): Line[] {
  const ofBoth = fold !== 'count' || linesOfDenominator;
  const counting = rows.filter(({ numerator, denominator }) => listsAll || numerator !== 0 || (ofBoth && denominator !== 0));
  const labels = [...new Set(counting.map((row) => rowLabel(row, by)))].sort((a, b) => a.localeCompare(b, 'nl') || (a < b ? -1 : 1));
  return labels.map((label) => {
    const own = counting.filter((row) => rowLabel(row, by) === label);
    const { numerator, denominator } = sum(own);
    return { label, numerator, denominator: ofBoth ? denominator : 0, ...(textOf ? { text: textOf(own[0]!) } : {}), ...(listsAll ? { rows: own.length } : {}) };
  });
}

/** "30,5": one decimal, half rounded up, on integers so that no binary fraction can tip it. Numerators may have one decimal. */
export function averageText({ numerator, denominator }: Sum): string {
  if (denominator === 0) return 'geen';
  if (numerator < 0) return `-${averageText({ numerator: -numerator, denominator })}`;
  const tenths = Math.floor((Math.round(numerator * 10) * 2 + denominator) / (2 * denominator));
  return `${formatCount(Math.floor(tenths / 10))},${tenths % 10}`;
}

function valueOf({ fold, per }: Folded, line: Sum): string {
  if (fold === 'count') return formatCount(line.numerator);
  if (line.denominator === 0) return 'geen';
  return fold === 'share' ? formatPercent(line.numerator, line.denominator) : `${averageText(line)} ${per ?? ''}`.trim();
}

function basisOf({ fold, words: [one, many] }: Folded, { numerator, denominator }: Sum): string | undefined {
  if (fold === 'count') return denominator === 0 ? counted(numerator, one, many) : `${formatCount(numerator)} van ${counted(denominator, one, many)}`;
  if (denominator === 0) return undefined;
  return fold === 'share' ? `${formatCount(numerator)} van ${counted(denominator, one, many)}` : `over ${counted(denominator, one, many)}`;
}

function lineText(measure: Folded, line: Line): string {
  const rows = line.rows ?? line.denominator;
  if (line.text !== undefined && rows === 1) return line.text;
  if (line.text !== undefined) return line.denominator === 0 ? counted(rows, ...measure.words) : `${formatCount(line.numerator)} van ${counted(line.denominator, ...measure.words)}`;
  if (measure.sayLine && line.denominator > 0) return measure.sayLine(line);
  if (measure.fold === 'count') return line.denominator === 0 ? formatCount(line.numerator) : `${formatCount(line.numerator)} van ${formatCount(line.denominator)}`;
  if (line.denominator === 0) return 'geen';
  return measure.fold === 'share' ? `${formatCount(line.numerator)} van ${formatCount(line.denominator)} (${valueOf(measure, line)})` : `${valueOf(measure, line)} (${formatCount(line.denominator)})`;
}

function chart({ fold, color = 'neutral' }: Folded, lines: readonly Line[]): ChartPart[] {
  if (fold !== 'count' || lines.length > maxBars) return [];
  return lines.map(({ label, numerator: value }) => ({ label, value, color }));
}

/** The figure without its lines; a denominator of nothing is no denominator. */
function totalOf(measure: Folded, tally: Tally, params: MeasureParams): FigureBody {
  const basis = measure.basis ? measure.basis(tally, params) : basisOf(measure, tally);
  const divided = measure.fold === 'count' || tally.denominator > 0;
  return {
    value: measure.value?.(tally, params) ?? valueOf(measure, tally),
    ...(basis === undefined ? {} : { basis }),
    ...(divided ? { numerator: tally.numerator } : {}),
    ...(tally.denominator === 0 ? {} : { denominator: tally.denominator }),
    parts: [], chart: [],
    remarks: [...(measure.remarks?.(tally, params) ?? [])],
  };
}

function exact(measure: Folded, tally: Tally, params: MeasureParams): FigureBody {
  const lines = tally.lines ?? [];
  return { ...totalOf(measure, tally, params), parts: lines.map((line) => ({ label: line.label, value: lineText(measure, line) })), chart: chart(measure, lines) };
}

function told(measure: Folded, tally: Tally, params: MeasureParams): FigureBody {
  if (!measure.toldByQuarter) return withheld(measure.whyWithheld ?? whyProtected);
  if (measure.fold === 'count') return toldQuarters(tally.quarters ?? {}, params);
  // Whole: tenths would move with each child, and so tell when one was recorded.
  return toldAverage(tally.denominator, params, () => ({ value: `${formatCount(Math.round(tally.numerator / tally.denominator))} ${measure.per ?? ''}`.trim(), parts: [], chart: [], remarks: [] }));
}

/** A measure that folds the rows behind it: how many, which share, or their average. */
export function rowMeasure(measure: Folded): Measure {
  const { rows, splitBy, notes, toldByQuarter, fold } = measure;
  const quarters = (facts: Facts, params: MeasureParams): Record<string, number> =>
    Object.fromEntries(quartersOf(params).map((quarter) => [quarter.from, sum(rows(facts, { ...params, ...quarter })).numerator]));
  return defineMeasure<Tally>({
    ...measure,
    ...(toldByQuarter ? {} : { protectedAs: 'nothing' }),
    count(facts, params) {
      const selected = rows(facts, params);
      const by = params.breakdown ?? splitBy;
      return { ...sum(selected), ...(by === undefined ? {} : { lines: linesBy(measure, selected, by) }), ...(notes ? { notes: notes(facts, params) } : {}), ...(toldByQuarter && fold === 'count' && params.protected ? { quarters: quarters(facts, params) } : {}) };
    },
    exact: (tally, params) => exact(measure, tally, params),
    safe: (tally, params) => withoutBreakdown(told(measure, tally, params), params),
  });
}
