import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard, cardProblems } from '../../cards/index.ts';
import type { AnswerModel } from '../../cards/models.ts';
import type { Chart, Column, Container, Element } from '../../cards/types.ts';
import { reachAnswer } from './models.ts';

type Points = NonNullable<AnswerModel['series']>['points'];

const isChart = (element: Element): element is Chart => element.type.startsWith('Chart.');
const cardOf = (kind: 'line' | 'bars', points: Points) => answerCard({ ...reachAnswer, chart: [], series: { kind, points } });
const columnOf = (kind: 'line' | 'bars', points: Points): Column | undefined => cardOf(kind, points).body.flatMap((element) => (element.type === 'ColumnSet' ? element.columns : []))[0];
const chartOf = (kind: 'line' | 'bars', points: Points): Chart | undefined => [...cardOf(kind, points).body, ...(columnOf(kind, points)?.items ?? [])].find(isChart);
const textsOf = ({ items }: Container): string[] => items.flatMap((item) => (item.type === 'TextBlock' && item.text.includes(':') ? [item.text] : []));
const namesOf = (chart: Chart | undefined): string[] => (chart!['data'] as readonly [{ readonly values: readonly { readonly x: string }[] }])[0].values.map(({ x }) => x);
const shown = (name: string): string => name.replaceAll('\u200b', '');

const quarters = (...values: number[]): Points => values.map((value, index) => ({ label: `Kwartaal ${(index % 4) + 1} van ${2024 + Math.floor(index / 4)}`, value, ticks: [`K${(index % 4) + 1}`, String((index % 4) + 1)] }));
const months = (count: number): Points => Array.from({ length: count }, (_, index) => ({ label: `Maand ${index}`, value: index, ticks: [['jan', 'jun', 'jul'][index % 3]!, 'j'] }));

describe('a line', () => {
  it('has its exact values, round numbers beside it, and says over which time it goes', () => {
    expect(chartOf('line', quarters(58.8, 63.9, 70.6, 64.1))).toMatchObject({
      type: 'Chart.Line', yMin: 0, yMax: 80, xAxisTitle: 'Kwartaal 1 van 2024 tot en met kwartaal 4 van 2024',
      data: [{ values: [{ y: 58.8 }, { y: 63.9 }, { y: 70.6 }, { y: 64.1 }] }],
    });
  });
  it('has an axis of four whole steps that holds every value, and is less than twice what is needed', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (largest) => {
      const top = chartOf('line', quarters(0, largest))!['yMax'] as number;
      expect(top % 4).toBe(0);
      expect(top).toBeGreaterThanOrEqual(largest);
      expect(top).toBeLessThanOrEqual(Math.max(4, largest * 2));
      // From a thousand clients write "1.5k": one digit behind the point, and none from ten thousand.
      for (const step of [1, 2, 3, 4].map((each) => (each * top) / 4)) expect(step % (step >= 10_000 ? 1000 : step >= 1000 ? 100 : 1)).toBe(0);
    }));
  });
  it('stands in a column that leaves room beside it for a third digit, and otherwise takes the whole card', () => {
    expect(columnOf('line', quarters(0, 80))).toBeUndefined();
    expect(columnOf('line', quarters(0, 80.1))).toMatchObject({ width: '304px', items: [{ type: 'Chart.Line', yMax: 100 }] });
  });
  it('has short names under it that fit: whole ones, shorter ones, or none', () => {
    expect(namesOf(chartOf('line', quarters(1, 2, 3, 4))).map(shown)).toEqual(['K1', 'K2', 'K3', 'K4']);
    expect(namesOf(chartOf('line', quarters(...Array.from({ length: 12 }, () => 1)))).map(shown)).toEqual(['1', '2', '3', '4', '1', '2', '3', '4', '1', '2', '3', '4']);
    expect(namesOf(chartOf('line', months(7))).map(shown)).toEqual(['jan', 'jun', 'jul', 'jan', 'jun', 'jul', 'jan']);
    expect(new Set(namesOf(chartOf('line', months(12))).map(shown))).toEqual(new Set(['j']));
    expect(new Set(namesOf(chartOf('line', months(24))).map(shown))).toEqual(new Set(['']));
    expect(new Set(namesOf(chartOf('line', [{ label: 'A', value: 1 }, { label: 'B', value: 2 }])).map(shown))).toEqual(new Set(['']));
  });
  it('keeps a point of its own for every step, also where names are the same', () => {
    for (const points of [months(12), months(24), quarters(1, 1, 1, 1, 1)]) expect(new Set(namesOf(chartOf('line', points))).size).toBe(points.length);
  });
  it('has no day for a name, which clients would write out and cut off', () => {
    for (const name of namesOf(chartOf('line', quarters(1, 2, 3)))) expect(name).not.toMatch(/^\d{4}-/);
  });
  it.each([[quarters(1, 2)], [quarters(1, 200)]])('works in every Teams client', (points) => expect(cardProblems(cardOf('line', points))).toEqual([]));
});

describe('bars next to each other', () => {
  const heights = (...values: number[]): unknown => (chartOf('bars', quarters(...values))?.['data'] as readonly { readonly y: number }[] | undefined)?.map(({ y }) => y);
  const inText = (...values: number[]): string[] => cardOf('bars', quarters(...values)).body.flatMap((element) => (element.type === 'Container' ? textsOf(element) : []));

  it('are drawn in whole numbers of two digits, and exact in the text', () => {
    expect(heights(69, 82.4)).toEqual([69, 82]);
    expect(textsOf(chartOf('bars', quarters(69, 82.4))!.fallback as Container)).toEqual(['Kwartaal 1 van 2024: 69', 'Kwartaal 2 van 2024: 82,4']);
    expect(heights(0, 3, 99)).toEqual([0, 3, 99]);
  });
  it('come in text where a third digit would be cut off', () => {
    for (const values of [[75, 100], [75, 99.6], [3, 1250]]) expect(heights(...values)).toBeUndefined();
    expect(inText(75, 100)).toEqual(['Kwartaal 1 van 2024: 75', 'Kwartaal 2 van 2024: 100']);
  });
  it('say in text that they are percentages', () => {
    const chart = [{ label: 'De Wilg', value: 100, color: 'neutral', unit: '%' }, { label: 'De Duinpan', value: 66.7, color: 'neutral', unit: '%' }] as const;
    expect(answerCard({ ...reachAnswer, chart }).body.flatMap((element) => (element.type === 'Container' ? textsOf(element) : []))).toEqual(['De Wilg: 100%', 'De Duinpan: 66,7%']);
  });
  it('come in text where rounding would change small numbers much', () => {
    expect(heights(10.4, 0)).toEqual([10, 0]);
    expect(heights(10.4, 9.9)).toBeUndefined();
    expect(inText(0.4, 12)).toEqual(['Kwartaal 1 van 2024: 0,4', 'Kwartaal 2 van 2024: 12']);
  });
});
