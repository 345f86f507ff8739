import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/policy/engine/findings.ts';
import { WORDED_CITATIONS } from '../../../src/policy/explain/national.ts';
import { EXIT_REASONS, GUIDANCE_KINDS, labelOf, NON_REACH_REASONS } from '../../../src/policy/national/reasons.ts';
import { NATIONAL_VALUES, nationalValue } from '../../../src/policy/national/values.ts';
import * as age from '../../../src/policy/national/age-within-window.ts';
import * as backdating from '../../../src/policy/national/backdating.ts';
import * as exit from '../../../src/policy/national/exit.ts';
import * as guidance from '../../../src/policy/national/guidance.ts';
import * as indication from '../../../src/policy/national/indication.ts';
import * as placement from '../../../src/policy/national/placement.ts';
import * as text from '../../../src/policy/national/required-text.ts';

describe('the values of law', () => {
  it.each([
    ['startAgeMonths', 30, 'artikel 2, eerste lid'],
    ['endAgeMonths', 48, 'artikel 159'],
    ['periodMonths', 18, 'artikel 2, eerste lid'],
    ['hoursTotal', 960, 'artikel 2, eerste lid'],
    ['hoursPerWeek', 16, 'artikel 2, eerste lid'],
    ['weeksPerYear', 40, 'artikel 2, eerste lid'],
    ['hoursPerDay', 6, 'artikel 2, tweede lid'],
    ['groupSize', 16, 'artikel 3, tweede lid'],
    ['childrenPerProfessional', 8, 'artikel 3, eerste lid'],
    ['policyOfficerHoursPerToddler', 10, 'artikel 2a'],
  ] as const)('%s is %i and says where it stands', (name, value, section) => {
    expect(nationalValue(name, '2026-11-22')).toMatchObject({ value, source: { section } });
  });
  it('agree with each other: the weeks and years give the total, the ages give the period', () => {
    const value = (name: keyof typeof NATIONAL_VALUES): number => nationalValue(name, '2026-11-22')?.value ?? Number.NaN;
    expect((value('hoursPerWeek') * value('weeksPerYear') * value('periodMonths')) / 12).toBe(value('hoursTotal'));
    expect(value('endAgeMonths') - value('startAgeMonths')).toBe(value('periodMonths'));
  });
  it('are not there before they came into force', () => {
    expect(nationalValue('hoursTotal', '2020-07-31')).toBeUndefined();
    expect(nationalValue('hoursTotal', '2020-08-01')?.value).toBe(960);
  });
  it('say of article 3 that an old text was read, and of the others nothing of the kind', () => {
    const statuses = Object.entries(NATIONAL_VALUES).map(([name, [value]]) => [name, value?.source.status]);
    expect(statuses.filter(([, status]) => status !== 'read')).toEqual([['groupSize', 'read-old-version'], ['childrenPerProfessional', 'read-old-version']]);
    expect(nationalValue('groupSize', '2026-11-22')?.source.note).toContain('2018');
  });
});

describe('the lists of reasons', () => {
  const lists = [EXIT_REASONS, NON_REACH_REASONS, GUIDANCE_KINDS];
  it('have the agreed codes', () => {
    expect(EXIT_REASONS.map(({ code }) => code)).toEqual(['school_at_4', 'moved', 'care_pathway', 'parents_stopped', 'other_provider', 'other']);
    expect(GUIDANCE_KINDS.map(({ code }) => code)).toEqual(['offer', 'refusal', 'non_reach']);
    expect(NON_REACH_REASONS.filter(({ source }) => source.document.startsWith('Inspectie'))).toHaveLength(12);
    expect(NON_REACH_REASONS).toHaveLength(15);
  });
  it.each(lists.map((list) => [list.map(({ code }) => code).join(' '), list] as const))('use no code, label or word twice: %s', (_codes, list) => {
    for (const texts of [list.map(({ code }) => code), list.map(({ label }) => label), list.flatMap(({ words }) => words)]) {
      expect(texts.filter((each, index) => texts.indexOf(each) !== index)).toEqual([]);
    }
  });
  it('have lower-case words without blanks around them', () => {
    const words = lists.flatMap((list) => list.flatMap(({ words: each }) => each));
    expect(words.filter((word) => word !== word.toLowerCase().trim() || word === '')).toEqual([]);
  });
  it('give the label of a code, and nothing for an unknown one', () => {
    expect(labelOf(EXIT_REASONS, 'moved')).toBe('Verhuisd');
    expect(labelOf(EXIT_REASONS, 'toString')).toBeUndefined();
  });
});

function isRule(exported: unknown): exported is Rule {
  return typeof exported === 'object' && exported !== null && 'citation' in exported;
}

describe('the rules of the product itself', () => {
  const headings = readFileSync(join(import.meta.dirname, '../../../src/policy/national/registratieregels.md'), 'utf8').match(/(?<=^## ).+$/gmu) ?? [];
  const rules = [age, backdating, exit, guidance, indication, placement, text].flatMap((module) => Object.values<unknown>(module)).filter(isRule);
  const citations = [...rules.map(({ citation }) => citation), ...WORDED_CITATIONS, ...[...EXIT_REASONS, ...NON_REACH_REASONS, ...GUIDANCE_KINDS].map(({ source }) => source)].filter(
    ({ document }) => document === 'Registratieregels Kansenlijn',
  );
  it('are all written out under the heading that a finding names, and no heading is left over', () => {
    expect([...new Set(citations.map(({ section }) => section))].sort()).toEqual([...headings].sort());
  });
});
