import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInNetherlands } from '../../src/dutch-time.ts';
import { dueAt, mondayOf, weekAt, weekBefore, weekOf, weeksMissed } from '../../src/digest/schedule.ts';

describe('the week of a day', () => {
  it.each([
    ['2026-11-26', '2026-W48'], ['2026-12-31', '2026-W53'], ['2027-01-01', '2026-W53'], ['2027-01-03', '2026-W53'], ['2027-01-04', '2027-W01'],
    ['2024-12-29', '2024-W52'], ['2024-12-30', '2025-W01'], ['2024-02-29', '2024-W09'], ['2023-01-01', '2022-W52'], ['2020-12-31', '2020-W53'],
  ])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week));

  it('has a Monday that is in it, and a week before it', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const week = weekOf(date.toISOString().slice(0, 10));
      expect(weekOf(mondayOf(week))).toBe(week);
      expect(new Date(mondayOf(week)).getUTCDay()).toBe(1);
      expect(Date.parse(mondayOf(week)) - Date.parse(mondayOf(weekBefore(week)))).toBe(7 * 86_400_000);
    }));
  });

  it('changes at midnight in the Netherlands, in winter and in summer', () => {
    expect(weekAt(new Date('2026-11-22T22:59:59Z'))).toBe('2026-W47');
    expect(weekAt(new Date('2026-11-22T23:00:00Z'))).toBe('2026-W48');
    expect(weekAt(new Date('2026-07-05T21:59:59Z'))).toBe('2026-W27');
    expect(weekAt(new Date('2026-07-05T22:00:00Z'))).toBe('2026-W28');
  });
});

describe('the moment at which a post is due', () => {
  it('follows the Dutch clock on both sides of both changes', () => {
    expect(dueAt('2026-W13', 6, 9).toISOString()).toBe('2026-03-28T08:00:00.000Z');
    expect(dueAt('2026-W13', 7, 9).toISOString()).toBe('2026-03-29T07:00:00.000Z');
    expect(dueAt('2026-W43', 6, 9).toISOString()).toBe('2026-10-24T07:00:00.000Z');
    expect(dueAt('2026-W43', 7, 9).toISOString()).toBe('2026-10-25T08:00:00.000Z');
  });

  it('is the first moment after an hour that the clock skips', () => {
    expect(dueAt('2026-W13', 7, 1).toISOString()).toBe('2026-03-29T00:00:00.000Z');
    expect(dueAt('2026-W13', 7, 2).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(dueAt('2026-W13', 7, 3).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  it('is the first of an hour that comes twice', () => {
    expect(dueAt('2026-W43', 7, 2).toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(dueAt('2026-W43', 7, 3).toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('falls in its own week, at midnight too, in a week 53 and on a leap day', () => {
    expect(dueAt('2026-W53', 5, 0).toISOString()).toBe('2026-12-31T23:00:00.000Z');
    expect(dueAt('2024-W09', 4, 23).toISOString()).toBe('2024-02-29T22:00:00.000Z');
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), (weeks, day, hour) => {
      const week = weekOf(new Date(Date.UTC(2000, 0, 3) + weeks * 7 * 86_400_000).toISOString().slice(0, 10));
      const due = dueAt(week, day, hour);
      expect(weekAt(due)).toBe(week);
      expect(new Date(dayInNetherlands(due)).getUTCDay() || 7).toBe(day);
    }));
  });
});

describe('weeks that were missed', () => {
  const tuesday9 = { day: 2, hour: 9 };
  it('are those due since the channel was bound, without the week that is still running', () => {
    const now = new Date('2026-11-26T12:00:00Z');
    expect(weeksMissed({ from: new Date('2026-11-10T08:00:00Z'), now, ...tuesday9 })).toEqual(['2026-W47', '2026-W46']);
    expect(weeksMissed({ from: new Date('2026-11-10T08:00:01Z'), now, ...tuesday9 })).toEqual(['2026-W47']);
    expect(weeksMissed({ from: new Date('2026-11-20T08:00:00Z'), now, ...tuesday9 })).toEqual([]);
  });
  it('are later than the week of which it is known what became of its post, over the turn of a year', () => {
    const since = { from: new Date('2020-01-01T00:00:00Z'), now: new Date('2027-01-12T12:00:00Z'), ...tuesday9 };
    expect(weeksMissed({ ...since, after: '2026-W51' })).toEqual(['2027-W01', '2026-W53', '2026-W52']);
    expect(weeksMissed({ ...since, after: '2027-W01' })).toEqual([]);
    expect(weeksMissed({ ...since, after: '2027-W02' })).toEqual([]);
  });
  it('are never more than those of a year', () => {
    expect(weeksMissed({ from: new Date('2020-01-01T00:00:00Z'), now: new Date('2026-11-26T12:00:00Z'), ...tuesday9 })).toHaveLength(53);
  });
});
