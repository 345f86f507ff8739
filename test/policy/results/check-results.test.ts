import { describe, expect, it } from 'vitest';
import { bornFor, checkResults, latestSchoolYear, schoolYearsIn, type DomainResult, type ResultFacts } from '../../../src/policy/results/index.ts';

const row = (over: Partial<DomainResult> = {}): DomainResult => ({ domain: 'language', instrument: 'kijk', children: 24, atLevel: 18, veChildren: 9, veAtLevel: 6, ...over });
const facts = (rows: readonly DomainResult[], over: Partial<ResultFacts> = {}): ResultFacts => ({ schoolYear: 2025, rows, agreed: new Map([['language', 'kijk']]), handedOver: 0, emptied: [], ...over });
const said = (given: ResultFacts): string[] => checkResults(given).map(({ rule, level }) => `${rule} ${level}`);

describe('counts of a domain', () => {
  it.each<[string, Partial<DomainResult>]>([
    ['as many at level as there are', { atLevel: 24, veAtLevel: 9 }], ['nobody at level', { atLevel: 0, veAtLevel: 0 }], ['no VE children', { veChildren: 0, veAtLevel: 0 }],
    ['only VE children', { veChildren: 24, veAtLevel: 18 }], ['everybody below level a VE child', { children: 21, atLevel: 18, veChildren: 9, veAtLevel: 6 }],
  ])('may be %s', (_, over) => { expect(said(facts([row(over)]))).toEqual([]); });
  it.each<[string, Partial<DomainResult>]>([
    ['more at level than there are', { atLevel: 25 }], ['more VE at level than VE', { veAtLevel: 10 }], ['more VE than all', { children: 18, veChildren: 19, veAtLevel: 18 }],
    ['more VE at level than all at level', { atLevel: 5 }], ['more VE below level than all below level', { children: 20, atLevel: 18, veChildren: 9, veAtLevel: 6 }],
  ])('cannot be %s', (_, over) => { expect(said(facts([row(over)]))).toEqual(['result-counts block']); });
  it('say of which domain they are, with where the rule stands', () => {
    const [found] = checkResults(facts([row({ domain: 'motor', atLevel: 25 })]));
    expect(found).toMatchObject({ text: 'Motoriek: 25 op niveau is meer dan de 24 kinderen.', citation: { document: 'Resultaatregels Kansenlijn', section: 'Aantallen die kloppen' } });
  });
});

describe('what stands out', () => {
  it.each([[24, []], [25, ['result-plausible confirm']]] as const)('is %s handovers against 24 children', (handedOver, expected) => {
    expect(said(facts([row()], { handedOver }))).toEqual(expected);
  });
  // Half of 16 is 8: 24 is as far as it may go, 25 is further; a few children say nothing.
  it.each([[16, 24, []], [16, 25, ['result-plausible confirm']], [16, 8, []], [16, 7, ['result-plausible confirm']], [4, 8, []], [4, 9, ['result-plausible confirm']], [undefined, 24, []]] as const)(
    'is %s children a year before against %s now', (lastYear, children, expected) => {
      expect(said(facts([row({ children, atLevel: children, veChildren: 0, veAtLevel: 0 })], { lastYear }))).toEqual(expected);
    });
  it('is a domain that becomes empty', () => { expect(said(facts([row()], { emptied: ['motor'] }))).toEqual(['result-emptied confirm']); });
  it('is another instrument than was agreed, only told; without an agreement there is none to differ from', () => {
    expect(said(facts([row({ instrument: 'bosos' })]))).toEqual(['result-instrument inform']);
    expect(said(facts([row({ instrument: 'bosos' })], { agreed: new Map() }))).toEqual([]);
    expect(said(facts([row({ domain: 'motor', instrument: 'bosos' })]))).toEqual([]);
  });
});

describe('school years', () => {
  it.each([['2026-04-30', 2024], ['2026-05-01', 2025], ['2026-12-31', 2025]] as const)('of the end of a group on %s: %s', (day, year) => { expect(latestSchoolYear('end_group_2', day)).toBe(year); });
  it.each([['2026-08-31', 2025], ['2026-09-01', 2026], ['2026-01-01', 2025]] as const)('of the start of group 3 on %s: %s', (day, year) => { expect(latestSchoolYear('start_group_3', day)).toBe(year); });
  it('lie in a period when their day does', () => {
    expect(schoolYearsIn('end_group_2', '2024-08-01', '2025-08-01')).toEqual([2024]);
    expect(schoolYearsIn('end_group_2', '2025-01-01', '2026-01-01')).toEqual([2024]);
    expect(schoolYearsIn('end_group_2', '2023-08-01', '2026-08-01')).toEqual([2023, 2024, 2025]);
    expect(schoolYearsIn('end_group_2', '2026-08-01', '2026-11-23')).toEqual([]);
    expect(schoolYearsIn('start_group_3', '2026-08-01', '2026-11-23')).toEqual([2026]);
  });
  it('hold children of one year of birth', () => {
    // Group 2 of 2025-2026 ends when they turn 6, between October 2025 and September 2026.
    expect(bornFor('end_group_2', 2025)).toEqual({ from: '2019-10-01', until: '2020-10-01' });
    expect(bornFor('end_group_1', 2025)).toEqual({ from: '2020-10-01', until: '2021-10-01' });
    expect(bornFor('start_group_3', 2026)).toEqual({ from: '2019-10-01', until: '2020-10-01' });
  });
});
