import { describe, expect, test } from 'vitest';
import { formatPercent } from '../../src/ask/numbers.ts';
import { compared, withSeries } from '../../src/figures/several.ts';
import type { Figure } from '../../src/figures/types.ts';

const figure = (value: string, numerator: number, denominator: number): Figure => ({ measure: 'reach', version: 1, value, numerator, denominator, parts: [], chart: [], remarks: [] }) as unknown as Figure;
const share = (numerator: number, denominator: number): Figure => figure(formatPercent(numerator, denominator), numerator, denominator);
const difference = (one: Figure, other: Figure): string | undefined => compared([{ label: 'Q1', figure: one }, { label: 'Q3', figure: other }]).basis;

describe('the difference of two figures', () => {
  test('of percentages is counted from what was counted, not from what was rounded', () => {
    // 69,0% beside 82,4% on the card, and 13,305 points apart.
    expect(difference(share(29, 42), share(28, 34))).toBe('Q1 is 13,3 procentpunt lager dan Q3');
  });

  test('of percentages that look the same and are not is said to be small', () => {
    expect(difference(share(5001, 10_000), share(5000, 10_000))).toBe('Q1 is minder dan 0,1 procentpunt hoger dan Q3');
    expect(difference(share(1, 2), share(5, 10))).toBe('Q1 is gelijk aan Q3');
  });

  test('of counts is a count', () => {
    expect(difference(figure('1.204', 1204, 0), figure('1.200', 1200, 0))).toBe('Q1 is 4 hoger dan Q3');
  });

  test('of averages says only which is higher', () => {
    expect(difference(figure('2,5', 50, 20), figure('2,6', 51, 20))).toBe('Q1 is lager dan Q3');
  });
});

describe('a line of a series', () => {
  const line = (one: Figure): string => withSeries(one, [{ label: 'kwartaal 1', figure: one }]).parts[0]!.value;

  test('says of a protected step what it would say alone, and nothing where each would say nothing', () => {
    const step = (value: string): Figure => ({ measure: 'reach', version: 1, value, parts: [], chart: [], remarks: [] });
    const series = (values: readonly string[]): Figure => withSeries(step('73-86%'), values.map((value, index) => ({ label: `maand ${index}`, figure: step(value) })));
    expect(series(['62-80%', '73-86%'])).toMatchObject({ parts: [{ label: 'Maand 0', value: '62-80%' }, { label: 'Maand 1', value: '73-86%' }], series: [] });
    expect(series(['niet getoond', '73-86%']).parts).toHaveLength(2);
    expect(series(['niet getoond', 'niet getoond']).parts).toEqual([]);
    const told = withSeries({ ...step('niet getoond'), remarks: ['alleen hele kwartalen'] }, [{ label: 'kwartaal 1', figure: { ...step('<5'), remarks: ['in klassen'] } }, { label: 'kwartaal 2', figure: { ...step('niet getoond'), remarks: ['alleen hele kwartalen'] } }]);
    expect(told).toMatchObject({ value: 'per periode', remarks: ['in klassen', 'alleen hele kwartalen'] });
  });

  test('says of how many a percentage or count is, and over how many an average', () => {
    expect(line(share(29, 42))).toBe('69,0% (29 van 42)');
    expect(line(figure('1.204', 1204, 2000))).toBe('1.204 van 2.000');
    // 129 months of five children are no part of five.
    expect(line(figure('25,8 maanden', 129, 5))).toBe('25,8 maanden (over 5)');
    expect(line(figure('9,5 uur per week', 28.5, 3))).toBe('9,5 uur per week (over 3)');
  });

  test('is the figure alone when that says it all', () => {
    expect(line(figure('3 van 4', 3, 4))).toBe('3 van 4');
    expect(line({ ...share(1, 2), denominator: undefined } as unknown as Figure)).toBe('50,0%');
  });
});
