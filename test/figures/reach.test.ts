import fc from 'fast-check';
import { params as anyParams } from './facts.ts';
import { describe, expect, it } from 'vitest';
import { reachFigure, reachShare } from '../../src/figures/reach-figure.ts';
import { protectedReachFigure } from '../../src/figures/protected-figures.ts';
import type { ReachCounts } from '../../src/figures/types.ts';

const params = { referenceDate: '2024-03-31', windowStartMonths: 24 };
export const countsOf = (reachedHere: number, reachedElsewhere: number, notReached: number, unknown: number): ReachCounts => ({ total: reachedHere + reachedElsewhere + notReached + unknown, reachedHere, reachedElsewhere, notReached, unknown });
const anyCounts = fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000), fc.nat(2000)).map((parts) => countsOf(...parts));

describe('reach', () => {
  it('of Putten, quarter 1 of 2024, is 83,9%, 26 of 31', () => {
    expect(reachFigure(countsOf(24, 2, 2, 3), params)).toMatchObject({
      value: '83,9%', basis: '26 van 31 doelgroeppeuters', numerator: 26, denominator: 31,
      parts: [{ value: '24' }, { value: '2' }, { value: '2' }, { value: '3' }],
      remarks: ['Geteld zijn peuters van 2 jaar tot 4 jaar.'],
    });
  });

  it('does not exist without target toddlers', () => {
    expect(reachShare(countsOf(0, 0, 0, 0))).toBeUndefined();
    expect(reachFigure(countsOf(0, 0, 0, 0), params)).toMatchObject({ value: 'geen', parts: [], chart: [], remarks: ['Er zijn geen doelgroeppeuters op deze peildatum.', expect.any(String)] });
    expect(reachFigure(countsOf(0, 0, 0, 1), params)).toMatchObject({ value: '0%', basis: '0 van 1 doelgroeppeuter' });
  });

  it('says when no window was laid down', () => expect(reachFigure(countsOf(5, 0, 0, 0), { referenceDate: '2024-03-31' }).remarks).toEqual(['Er is geen beginleeftijd vastgelegd voor deze gemeente.']));

  it('has parts that add up to the total, in text and in the chart', () => {
    fc.assert(fc.property(anyCounts, (counts) => {
      const { parts, chart, denominator } = reachFigure(counts, params);
      expect(parts.reduce((sum, part) => sum + Number(part.value.replaceAll('.', '')), 0)).toBe(counts.total);
      expect(chart.reduce((sum, part) => sum + part.value, 0)).toBe(denominator ?? 0);
    }));
  });

  it('refuses counts that contradict each other', () => {
    for (const wrong of [{ ...countsOf(24, 2, 2, 3), total: 32 }, countsOf(-1, 2, 0, 0), countsOf(1.5, 0.5, 0, 0)]) expect(() => reachFigure(wrong, params)).toThrow(RangeError);
  });
});

describe('reach for readers and channels', () => {
  const told = (...counts: Parameters<typeof countsOf>) => protectedReachFigure(countsOf(...counts), anyParams({ protected: true, windowStartMonths: 30 }));

  it('lies between limits made of the bands, and has no exact number anywhere', () => {
    expect(told(24, 2, 2, 3)).toEqual({
      value: '73-86%', share: { low: 73, high: 86 }, basis: '25-29 van 30-38 doelgroeppeuters', chart: [],
      parts: [{ label: 'Bereikt', value: '25-29' }, { label: 'Niet bereikt of onbekend', value: '5-9' }, { label: 'Niet bereikt', value: '<5' }, { label: 'Onbekend', value: '<5' }],
      remarks: [expect.stringContaining('in klassen'), expect.stringContaining('2 jaar en 6 maanden')],
    });
  });
  it('gives no percentage where there may be fewer than ten', () => {
    expect(told(3, 0, 1, 0)).toMatchObject({ value: 'niet getoond', basis: '<5 van <9 doelgroeppeuters' });
    expect(told(9, 0, 4, 0)).toMatchObject({ value: 'niet getoond', basis: '5-9 van 5-13 doelgroeppeuters' });
    expect(told(9, 0, 5, 0).value).toBe('35-65%');
    expect(told(0, 0, 0, 0).value).toBe('niet getoond');
  });
  it('is the same for every number of one band', () => {
    expect(told(24, 1, 2, 3)).toEqual(told(20, 9, 4, 4));
  });
});
