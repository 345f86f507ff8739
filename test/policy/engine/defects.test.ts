import { describe, expect, it } from 'vitest';
import { historyDefects, policyDefects, regionDefects } from '../../../src/policy/engine/defects.ts';
import { TOPIC_NAMES } from '../../../src/policy/engine/topics.ts';
import type { Ground, MunicipalPolicy, Region } from '../../../src/policy/engine/types.ts';
import { allPolicies } from '../../../src/policy/municipalities/index.ts';
import { NATIONAL_VALUES } from '../../../src/policy/national/values.ts';
import { REGIONS } from '../../../src/policy/regions/index.ts';
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

describe('regions that we ship', () => {
  it.each(REGIONS.map((region) => [region.name, region] as const))('are sound: %s', (_name, region) => {
    expect(regionDefects(region)).toEqual([]);
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
  it.each(TOPIC_NAMES)('a value without a source, and two at a time, of %s', (name) => {
    // What the value is does not matter here; grounds are the one topic whose value is looked into.
    const value = name === 'grounds' ? [{ code: 'child', label: 'Kind' }] : 24;
    const without = policyValue(value, { source: { document: '', status: 'read' } });
    expect(policyDefects({ ...sound, [name]: [without] })).toEqual([expect.stringContaining(`${name} from 2020-01-01: source is missing`)]);
    expect(policyDefects({ ...sound, [name]: [policyValue(value), policyValue(value, { from: '2021-01-01' })] })).toEqual([expect.stringContaining(`${name} from 2021-01-01: overlaps`)]);
  });
  it.each<[string, readonly Ground[], string]>([
    ['no ground at all', [], 'empty list'],
    ['a code that no indication can keep', [{ code: 'Kind!', label: 'Kind' }], 'is not a code'],
    ['one code for two grounds', [{ code: 'child', label: 'Kind' }, { code: 'child', label: 'Ander' }], 'two things'],
    ['one code for a ground and a characteristic', [{ code: 'child', label: 'Kind', characteristics: [{ code: 'child', label: 'Taal' }] }], 'two things'],
    ['all of a single characteristic', [{ code: 'child', label: 'Kind', needs: 'all', characteristics: [{ code: 'language', label: 'Taal' }] }], 'fewer than two'],
    ['characteristics counted apart where there are none', [{ code: 'child', label: 'Kind', countedApart: true }], 'has none'],
    ['an empty list of them', [{ code: 'child', label: 'Kind', countedApart: true, characteristics: [] }], 'has none'],
    ['counted apart what only holds together', [{ code: 'child', label: 'Kind', countedApart: true, needs: 'all', characteristics: [{ code: 'home', label: 'Thuis' }, { code: 'mbo', label: 'Mbo' }] }], 'cannot be counted apart'],
    ['all of nothing', [{ code: 'child', label: 'Kind', needs: 'all' }], 'fewer than two'],
  ])('grounds: %s', (_what, grounds, defect) => {
    expect(policyDefects({ ...sound, grounds: [policyValue(grounds)] })).toEqual([expect.stringContaining(defect)]);
  });
  it.each([[0, undefined, 1], [1, undefined, 0], [100, undefined, 0], [101, undefined, 1], [80, 79, 1], [80, 80, 0], [80, 101, 1]])('a target of %s aiming at %s', (atLeastPercent, aimPercent, count) => {
    const target = policyValue({ measure: 'reach', atLeastPercent, ...(aimPercent === undefined ? {} : { aimPercent }) });
    expect(policyDefects({ ...sound, targets: [target] })).toHaveLength(count);
  });
  it.each([[-1, 1], [0, 0], [47, 0], [48, 1]])('a window from %s months', (months, count) => {
    expect(policyDefects({ ...sound, windowStartMonths: [policyValue(months)] })).toHaveLength(count);
  });
  it.each<[string, Partial<Region>, number]>([
    ['nothing wrong', {}, 0],
    ['an id with capitals', { id: 'De-Streek' }, 1],
    ['no name', { name: ' ' }, 1],
    ['no members', { members: [] }, 1],
    ['a code that is none', { members: [policyValue({ municipalityCode: '99', municipalityName: 'Teststad' })] }, 1],
    ['a member twice at a time', { members: [policyValue({ municipalityCode: '9999', municipalityName: 'Teststad' }), policyValue({ municipalityCode: '9999', municipalityName: 'Teststad' }, { from: '2024-01-01' })] }, 1],
    ['a member that left and came back', { members: [policyValue({ municipalityCode: '9999', municipalityName: 'Teststad' }, { until: '2022-01-01' }), policyValue({ municipalityCode: '9999', municipalityName: 'Teststad' }, { from: '2024-01-01' })] }, 0],
  ])('a region: %s', (_what, over, count) => {
    const region: Region = { id: 'streek', name: 'Streek', members: [policyValue({ municipalityCode: '9999', municipalityName: 'Teststad' })] };
    expect(regionDefects({ ...region, ...over })).toHaveLength(count);
  });
  it('a code or name that is none', () => {
    expect(policyDefects({ ...sound, municipalityCode: '273', municipalityName: '' })).toHaveLength(2);
  });
});
