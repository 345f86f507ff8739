import { describe, expect, it } from 'vitest';
import { resolvePolicy, targetFor } from '../../../src/policy/engine/resolve.ts';
import { policyData as putten } from '../../../src/policy/municipalities/0273-putten/index.ts';
import { allPolicies, policyOf } from '../../../src/policy/municipalities/index.ts';
import { createPolicyRegistry } from '../../../src/policy/municipalities/registry.ts';

describe('the policy of Putten', () => {
  it('counts from two years on, in the published quarter as well as today', () => {
    for (const day of ['2024-03-31', '2026-11-22']) {
      expect(resolvePolicy(putten, day).windowStartMonths?.value).toBe(24);
      expect(resolvePolicy(putten, day).grounds?.value).toHaveLength(2);
    }
  });
  it('says that the window of 2024 was not read in a policy document', () => {
    expect(resolvePolicy(putten, '2024-03-31').windowStartMonths?.source.status).toBe('not-read');
    expect(resolvePolicy(putten, '2025-01-01').windowStartMonths?.source).toEqual({ document: 'Beleidskader OAB 2025-2028', status: 'read' });
  });
  it('has its target of 80, aiming at 100, from 2025 on only', () => {
    expect(targetFor(resolvePolicy(putten, '2024-12-31'), 'reach')).toBeUndefined();
    expect(targetFor(resolvePolicy(putten, '2025-01-01'), 'reach')?.value).toEqual({ measure: 'reach', atLeastPercent: 80, aimPercent: 100 });
  });
  it('has 16 hours a week and 960 in total, and no minimum for a group', () => {
    const today = resolvePolicy(putten, '2026-11-22');
    expect([today.hoursPerWeek?.value, today.hoursTotal?.value, today.minimumTargetToddlersInGroup]).toEqual([16, 960, undefined]);
  });
  it('has nothing agreed before 2023 and after the framework ends', () => {
    expect(resolvePolicy(putten, '2022-12-31').windowStartMonths).toBeUndefined();
    expect(resolvePolicy(putten, '2028-12-31').windowStartMonths?.value).toBe(24);
    expect(resolvePolicy(putten, '2029-01-01')).toEqual({ municipalityCode: '0273', municipalityName: 'Putten', day: '2029-01-01', targets: [] });
  });
});

describe('the registry', () => {
  it('finds a policy by its code and nothing by another', () => {
    expect(policyOf('0273')?.municipalityName).toBe('Putten');
    expect(policyOf('273')).toBeUndefined();
    expect(policyOf('__proto__')).toBeUndefined();
    expect(allPolicies()).toContain(putten);
  });
  it('throws when two policies claim one municipality', () => {
    expect(() => createPolicyRegistry([putten, { ...putten, municipalityName: 'Elders' }])).toThrow('0273');
  });
});
