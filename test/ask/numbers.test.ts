import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatDay, formatDecimal, formatMoment, formatMonths, formatPercent } from '../../src/ask/numbers.ts';

describe('writing numbers the Dutch way', () => {
  it.each([
    [26, 31, '83,9%'], [1, 8, '12,5%'], [1, 16, '6,3%'], [1, 2000, '0,1%'], [1, 2001, '0,0%'], [4, 5, '80,0%'],
    [0, 31, '0%'], [31, 31, '100%'], [1999, 2000, '100,0%'], [1998, 2000, '99,9%'], [15, 10, '150,0%'],
  ])('writes %i of %i as %s', (numerator, denominator, text) => expect(formatPercent(numerator, denominator)).toBe(text));

  it('refuses a percentage of nothing, of a fraction and of a negative number', () => {
    for (const [a, b] of [[0, 0], [1.5, 3], [-1, 3], [1, NaN]] as const) expect(() => formatPercent(a, b)).toThrow(RangeError);
  });

  it('is never more than half a tenth of a percent off', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (a, b) => {
      const shown = Number(formatPercent(a, b).replace('%', '').replaceAll('.', '').replace(',', '.'));
      expect(Math.abs(shown - (100 * a) / b)).toBeLessThanOrEqual(0.05 + 1e-9);
    }));
  });

  it.each([[0, '0'], [999, '999'], [1000, '1.000'], [1226, '1.226'], [1234567, '1.234.567'], [-3, '-3'], [-1226, '-1.226']])('writes the count %i as %s', (count, text) => expect(formatCount(count)).toBe(text));
  it('refuses a count that is not whole', () => expect(() => formatCount(1.5)).toThrow(RangeError));

  it.each([[2.5, 1, '2,5'], [2.25, 1, '2,3'], [1.005, 2, '1,01'], [1226, 1, '1.226,0'], [1226.5, 0, '1.227'], [-0.04, 1, '0,0'], [-2.5, 1, '-2,5'], [0.05, 1, '0,1'], [1e-9, 1, '0,0']])('writes %d with %i decimals as %s', (value, decimals, text) => expect(formatDecimal(value, decimals)).toBe(text));
  it('refuses what is no number', () => expect(() => formatDecimal(Number.NaN)).toThrow(RangeError));

  it('writes a day and an age', () => {
    expect(formatDay('2024-03-31')).toBe('31-03-2024');
    expect([0, 1, 11, 12, 13, 30].map(formatMonths)).toEqual(['0 maanden', '1 maand', '11 maanden', '1 jaar', '1 jaar en 1 maand', '2 jaar en 6 maanden']);
  });
});

it.each([['2026-11-22T09:41:00.000Z', '22-11-2026 10:41'], ['2026-07-01T22:30:00.000Z', '02-07-2026 00:30'], ['2026-11-22T23:00:00.000Z', '23-11-2026 00:00']])('a moment stands on the Dutch clock, in winter and in summer: %s', (iso, text) => {
  expect(formatMoment(iso)).toBe(text);
});
