import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, ageInMonths, daysBetween, isRealDay, weeksBetween } from '../../../src/policy/engine/days.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1980-01-01', offset));
const months = fc.integer({ min: -600, max: 600 });

describe('isRealDay', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isRealDay(text)).toBe(true);
  });
  it.each(['2026-02-29', '2026-02-30', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', '2026-1-1', '01-02-2026', '', '2026-11-22T00:00', ' 2026-11-22', '2026-11-22\n', '+002026-11-22'])(
    'refuses %j',
    (text) => {
      expect(isRealDay(text)).toBe(false);
    },
  );
  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isRealDay(text) === 'boolean'));
  });
});

describe('addMonths', () => {
  // The right-hand sides are what PostgreSQL answers to date + interval 'n months'.
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2022-08-31', 30, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-05-31', 1, '2024-06-30'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-12-01', 1, '2025-01-01'],
    ['2024-06-10', 0, '2024-06-10'],
  ])('%s plus %i months is %s', (from, count, expected) => {
    expect(addMonths(from, count)).toBe(expected);
  });
  it('keeps the order of days', () => {
    fc.assert(fc.property(day, day, months, (a, b, count) => (a <= b ? addMonths(a, count) <= addMonths(b, count) : addMonths(a, count) >= addMonths(b, count))));
  });
  it('gives a later day for more months', () => {
    fc.assert(fc.property(day, months, (a, count) => addMonths(a, count) < addMonths(a, count + 1)));
  });
  it('stays in the month it counts to', () => {
    fc.assert(
      fc.property(day, months, (a, count) => {
        const monthIndex = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthIndex(addMonths(a, count))).toBe(monthIndex(a) + count);
      }),
    );
  });
  it('throws for a fraction, for text that is no day, and beyond the year 9999', () => {
    expect(() => addMonths('2024-01-01', 1.5)).toThrow(RangeError);
    expect(() => addMonths('2024-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
  });
});

describe('ageInMonths', () => {
  it.each([
    ['2022-05-16', '2026-05-15', 47],
    ['2022-05-16', '2026-05-16', 48],
    ['2022-08-31', '2025-02-27', 29],
    ['2022-08-31', '2025-02-28', 30],
    ['2024-02-29', '2028-02-28', 47],
    ['2024-02-29', '2028-02-29', 48],
    ['2024-05-16', '2024-05-16', 0],
    ['2024-05-16', '2024-05-15', -1],
  ])('a child born on %s is on %s %i months old', (birthDate, on, expected) => {
    expect(ageInMonths(birthDate, on)).toBe(expected);
  });
  it('is the inverse of addMonths: the day lies from the month-birthday up to the next', () => {
    fc.assert(
      fc.property(day, day, (birthDate, on) => {
        const age = ageInMonths(birthDate, on);
        expect(addMonths(birthDate, age) <= on).toBe(true);
        expect(on < addMonths(birthDate, age + 1)).toBe(true);
      }),
    );
  });
  it('finds back the months that were added', () => {
    fc.assert(fc.property(day, months, (birthDate, count) => ageInMonths(birthDate, addMonths(birthDate, count)) === count));
  });
});

describe('counting days', () => {
  it('undoes what addDays did', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (a, count) => daysBetween(a, addDays(a, count)) === count));
  });
  it('counts backwards as a negative number', () => {
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });
  it('gives weeks with decimals', () => {
    expect(weeksBetween('2024-01-01', '2024-01-15')).toBe(2);
    expect(weeksBetween('2024-01-01', '2024-01-11')).toBeCloseTo(10 / 7, 10);
  });
  it('throws for a day that does not exist', () => {
    expect(() => daysBetween('2023-02-29', '2023-03-01')).toThrow(RangeError);
    expect(() => addDays('gisteren', 1)).toThrow(RangeError);
  });
});

describe('time zones', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  it.each([
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['Europe/Amsterdam', -60],
  ])('make no difference: %s', (name, offset) => {
    process.env['TZ'] = name;
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(offset);
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addMonths('2026-10-25', 1)).toBe('2026-11-25');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(ageInMonths('2024-03-29', '2026-03-29')).toBe(24);
    expect(isRealDay('2026-03-29')).toBe(true);
  });
});
