import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/policy/engine/days.ts';
import { resolvePolicy, targetFor, valueOn } from '../../../src/policy/engine/resolve.ts';
import type { MunicipalPolicy } from '../../../src/policy/engine/types.ts';
import { policyValue } from '../support.ts';

const policy: MunicipalPolicy = {
  municipalityCode: '9999',
  municipalityName: 'Teststad',
  windowStartMonths: [policyValue(30, { from: '2023-01-01', until: '2025-01-01' }), policyValue(24, { from: '2025-01-01', until: '2029-01-01' })],
  hoursPerWeek: [],
  hoursTotal: [policyValue(960, { from: '2025-01-01' })],
  grounds: [],
  targets: [
    policyValue({ measure: 'reach', atLeastPercent: 80 }, { from: '2025-01-01' }),
    policyValue({ measure: 'handover', atLeastPercent: 90 }, { from: '2026-01-01' }),
  ],
  minimumTargetToddlersInGroup: [],
};

describe('resolvePolicy', () => {
  it.each([
    ['2022-12-31', undefined],
    ['2023-01-01', 30],
    ['2024-12-31', 30],
    ['2025-01-01', 24],
    ['2028-12-31', 24],
    ['2029-01-01', undefined],
  ])('takes the value from its first day up to, not including, its last: %s', (day, expected) => {
    expect(resolvePolicy(policy, day).windowStartMonths?.value).toBe(expected);
  });
  it('leaves out what was not agreed, rather than setting it to undefined', () => {
    const resolved = resolvePolicy(policy, '2024-06-01');
    expect(Object.keys(resolved).sort()).toEqual(['day', 'municipalityCode', 'municipalityName', 'targets', 'windowStartMonths']);
    expect(resolved.targets).toEqual([]);
  });
  it('keeps every target that holds on the day', () => {
    expect(resolvePolicy(policy, '2025-12-31').targets.map((target) => target.value.measure)).toEqual(['reach']);
    const resolved = resolvePolicy(policy, '2026-01-01');
    expect(targetFor(resolved, 'handover')?.value.atLeastPercent).toBe(90);
    expect(targetFor(resolved, 'results')).toBeUndefined();
    expect(targetFor(undefined, 'reach')).toBeUndefined();
  });
  it.each(['2026-02-30', '', 'vandaag'])('refuses a day that does not exist: %j', (day) => {
    expect(() => resolvePolicy(policy, day)).toThrow(RangeError);
  });
  it('keeps a value without an end in force for good', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => valueOn(policy.hoursTotal, addDays('2025-01-01', days))?.value === 960));
  });
});
