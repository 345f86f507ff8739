import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../src/policy/engine/days.ts';
import { countedHoursPerWeek, expectedHours, type HoursFacts } from '../../../src/policy/national/hours.ts';
import { EMPTY_POLICY, POLICY, policyValue } from '../support.ts';

const birthDate = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2020-01-01', offset));
const hoursPerWeek = fc.integer({ min: 0, max: 50 });
const daysPerWeek = fc.integer({ min: 1, max: 5 });
const shortfall = (facts: HoursFacts): number => expectedHours(facts, undefined)?.shortfall ?? Number.NaN;

describe('hours that count', () => {
  it.each([
    [16, 2, 12],
    [12, 2, 12],
    [13, 2, 12],
    [11, 2, 11],
    [16, 3, 16],
    [0, 1, 0],
  ])('%i hours on %i days are %i', (hours, days, counted) => {
    expect(countedHoursPerWeek({ birthDate: '2024-05-16', startDate: '2026-11-16', hoursPerWeek: hours, daysPerWeek: days })).toBe(counted);
  });
});

describe('hours up to the 4th birthday', () => {
  it('are exactly 960 for 16 hours a week from 2,5 years on, whatever the birth date', () => {
    fc.assert(
      fc.property(birthDate, (born) => {
        const facts = { birthDate: born, startDate: addMonths(born, 30), hoursPerWeek: 16, daysPerWeek: 3 };
        expect(expectedHours(facts, undefined)).toMatchObject({ received: 960, norm: 960, shortfall: 0 });
      }),
    );
  });
  it('stay between 0 and the norm, and a shortfall is what is missing', () => {
    fc.assert(
      fc.property(birthDate, fc.integer({ min: 700, max: 1460 }), hoursPerWeek, daysPerWeek, (born, age, hours, days) => {
        const expected = expectedHours({ birthDate: born, startDate: addDays(born, age), hoursPerWeek: hours, daysPerWeek: days }, undefined);
        expect(expected).toBeDefined();
        expect(expected!.received).toBeGreaterThanOrEqual(0);
        expect(expected!.received + expected!.shortfall).toBe(expected!.norm);
        expect(expected!.shortfall).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('never grow with a later start or with fewer hours', () => {
    fc.assert(
      fc.property(birthDate, fc.integer({ min: 700, max: 1400 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (born, age, later, hours) => {
        const facts = { birthDate: born, startDate: addDays(born, age), hoursPerWeek: hours, daysPerWeek: 5 };
        expect(shortfall({ ...facts, startDate: addDays(facts.startDate, later) })).toBeGreaterThanOrEqual(shortfall(facts));
        expect(shortfall({ ...facts, hoursPerWeek: hours - 1 })).toBeGreaterThanOrEqual(shortfall(facts));
      }),
    );
  });
  it('before 2,5 years are extra: an earlier start makes up for nothing', () => {
    const facts = { birthDate: '2024-05-16', hoursPerWeek: 12, daysPerWeek: 3 };
    expect(shortfall({ ...facts, startDate: '2026-05-16' })).toBe(240);
    expect(shortfall({ ...facts, startDate: '2026-11-16' })).toBe(240);
  });
  it('are measured against the total of the municipality where there is one', () => {
    const facts = { birthDate: '2024-05-16', startDate: '2026-11-16', hoursPerWeek: 12, daysPerWeek: 3 };
    expect(expectedHours(facts, { ...POLICY, hoursTotal: policyValue(720) })).toMatchObject({ received: 720, shortfall: 0 });
    expect(expectedHours(facts, EMPTY_POLICY)).toMatchObject({ received: 720, shortfall: 240 });
  });
  it('are known on the last day before the 4th birthday and undefined on it', () => {
    const facts = { birthDate: '2022-11-16', hoursPerWeek: 16, daysPerWeek: 3 };
    expect(expectedHours({ ...facts, startDate: '2026-11-15' }, undefined)?.received).toBe(2);
    expect(expectedHours({ ...facts, startDate: '2026-11-16' }, undefined)).toBeUndefined();
  });
  it('are undefined on a day on which the law did not ask for them yet', () => {
    expect(expectedHours({ birthDate: '2018-01-31', startDate: '2020-07-31', hoursPerWeek: 10, daysPerWeek: 2 }, undefined)).toBeUndefined();
  });
});
