import fc from 'fast-check';
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
  it('shows the sums and hides which part is small', () => {
    expect(protectedReachFigure(countsOf(24, 2, 2, 3), params)).toMatchObject({
      value: '83,9%', basis: '26 van 31 doelgroeppeuters',
      parts: [{ label: 'Bereikt in de gemeente', value: 'niet getoond' }, { label: 'Bereikt elders', value: '<5' }, { label: 'Niet bereikt of onbekend', value: '5' }],
      remarks: [expect.stringContaining('Kleine aantallen'), expect.any(String)],
    });
  });
  it('is exact when nothing is small', () => expect(protectedReachFigure(countsOf(24, 5, 0, 6), params)).toMatchObject({ value: '82,9%', parts: [{ value: '24' }, { value: '5' }, { value: '0' }, { value: '6' }] }));
  it('says that it is withheld, without a number anywhere', () => {
    const figure = protectedReachFigure(countsOf(3, 0, 1, 0), params);
    expect(figure).toMatchObject({ value: 'niet getoond', parts: [], chart: [] });
    expect(JSON.stringify(figure)).not.toMatch(/"(numerator|denominator|basis)"/);
    expect(protectedReachFigure(countsOf(0, 0, 0, 0), params).value).toBe('geen');
  });
  it('gives no percentage and no exact number when one side is small', () => {
    expect(protectedReachFigure(countsOf(2, 1, 20, 8), params)).toMatchObject({ value: '<5 van 31', parts: [{ label: 'Bereikt', value: '<5' }, { label: 'Niet bereikt of onbekend', value: 'niet getoond' }], chart: [] });
    const high = protectedReachFigure(countsOf(20, 8, 2, 1), params);
    expect(high).toMatchObject({ value: 'niet getoond', basis: '31 doelgroeppeuters', chart: [] });
    expect(high).not.toHaveProperty('numerator');
  });
});
