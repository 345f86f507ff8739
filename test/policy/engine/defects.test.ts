import { describe, expect, it } from 'vitest';
import { historyDefects, policyDefects } from '../../../src/policy/engine/defects.ts';
import type { MunicipalPolicy } from '../../../src/policy/engine/types.ts';
import { allPolicies } from '../../../src/policy/municipalities/index.ts';
import { NATIONAL_VALUES } from '../../../src/policy/national/values.ts';
import { policyValue } from '../support.ts';

const sound: MunicipalPolicy = {
  municipalityCode: '9999',
  municipalityName: 'Teststad',
  windowStartMonths: [policyValue(24)],
  hoursPerWeek: [],
  hoursTotal: [],
  grounds: [],
  targets: [policyValue({ measure: 'reach', atLeastPercent: 80 }), policyValue({ measure: 'handover', atLeastPercent: 80 })],
  minimumTargetToddlersInGroup: [],
};

describe('policy data that we ship', () => {
  it.each(allPolicies().map((policy) => [policy.municipalityName, policy] as const))('is sound for %s', (_name, policy) => {
    expect(policyDefects(policy)).toEqual([]);
  });
  it.each(Object.entries(NATIONAL_VALUES))('is sound for the national value %s', (name, history) => {
    expect(historyDefects(name, history)).toEqual([]);
    expect(history.length).toBeGreaterThan(0);
  });
});

describe('policy data that is refused', () => {
  it('accepts what is sound, targets of different measures at the same time included', () => {
    expect(policyDefects(sound)).toEqual([]);
  });
  it.each([
    ['a value without a source', policyValue(24, { source: { document: ' ', status: 'read' } }), 'source is missing'],
    ['a source that was not read and does not say so', policyValue(24, { source: { document: 'Beleid', status: 'not-read' } }), 'needs a note'],
    ['a first day that does not exist', policyValue(24, { from: '2025-02-29' }), 'from is not a real day'],
    ['a last day that does not exist', policyValue(24, { until: '2025-04-31' }), 'is not a real day'],
    ['an end on the first day', policyValue(24, { until: '2020-01-01' }), 'is not after from'],
    ['an impossible day of checking', policyValue(24, { checkedOn: '22-11-2026' }), 'checkedOn'],
    ['a value without a unit', policyValue(24, { unit: '' }), 'unit is missing'],
  ])('%s', (_what, value, defect) => {
    expect(historyDefects('window', [value])).toEqual([expect.stringContaining(defect)]);
  });
  it.each([
    ['2025-01-01', 0],
    ['2025-01-02', 1],
    [undefined, 1],
  ])('two values that overlap, also when listed the wrong way round: until %s', (until, count) => {
    const first = policyValue(30, until === undefined ? {} : { until });
    const second = policyValue(24, { from: '2025-01-01' });
    expect(historyDefects('window', [second, first])).toHaveLength(count);
  });
  it('two values from the same day', () => {
    expect(historyDefects('window', [policyValue(30), policyValue(24)])).toHaveLength(1);
  });
  it('two targets for one measure at the same time', () => {
    const target = policyValue({ measure: 'reach', atLeastPercent: 90 });
    expect(policyDefects({ ...sound, targets: [...sound.targets, target] })).toEqual([expect.stringContaining('targets reach')]);
  });
  it('a code or name that is none', () => {
    expect(policyDefects({ ...sound, municipalityCode: '273', municipalityName: '' })).toHaveLength(2);
  });
});
