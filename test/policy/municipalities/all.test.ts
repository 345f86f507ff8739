import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolvePolicy, targetFor } from '../../../src/policy/engine/resolve.ts';
import { TOPIC_NAMES } from '../../../src/policy/engine/topics.ts';
import type { ResolvedPolicy } from '../../../src/policy/engine/types.ts';
import { allPolicies, policyOf } from '../../../src/policy/municipalities/index.ts';
import { REGIONS } from '../../../src/policy/regions/index.ts';

const on = (code: string, day = '2026-11-22'): ResolvedPolicy => resolvePolicy(policyOf(code)!, day);
const target = (code: string, measure = 'reach', day = '2026-11-22') => targetFor(on(code, day), measure)?.value;
const BEVELANDEN = ['0654', '0664', '0678', '1695', '0703'];
const IJMOND = ['0375', '0396', '0453'];

describe('the municipalities whose policy was recorded', () => {
  it('each have a folder that is called after their code and name', () => {
    const folders = readdirSync(join(import.meta.dirname, '../../../src/policy/municipalities'), { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
    expect(folders.sort()).toEqual(allPolicies().map(({ municipalityCode, municipalityName }) => `${municipalityCode}-${municipalityName.toLowerCase()}`).sort());
    expect(folders).toHaveLength(12);
  });
  it.each<readonly [string, number | undefined]>([['0353', 30], ['0556', 30], ['0273', 24], ['1700', 30], ...BEVELANDEN.map((code) => [code, undefined] as const), ...IJMOND.map((code) => [code, undefined] as const)])(
    '%s counts from %s months on', (code, months) => {
      expect(on(code).windowStartMonths?.value).toBe(months);
    },
  );
  it.each([['0353', undefined, 16], ['0556', 960, undefined], ['0273', 960, 16], ['1700', 960, undefined], ['0654', 960, undefined], ['0453', 960, undefined]])(
    '%s has %s hours in total and %s a week', (code, total, week) => {
      expect([on(code).hoursTotal?.value, on(code).hoursPerWeek?.value]).toEqual([total, week]);
    },
  );
  it.each([
    ['0353', '2022-12-31', '2023-01-01'], ['0273', '2022-12-31', '2023-01-01'], ['0556', '2022-12-31', '2023-01-01'],
    ['1700', '2023-12-31', '2024-01-01'],
  ])('%s has nothing on %s and a window on %s', (code, before, first) => {
    expect(on(code, before).windowStartMonths).toBeUndefined();
    expect(on(code, first).windowStartMonths).toBeDefined();
  });
  it.each([['0353', '2029-12-31'], ['0273', '2028-12-31'], ['0654', '2026-12-31'], ['0375', '2026-12-31']])('%s has nothing after %s, the last day of its plan', (code, last) => {
    expect(Object.keys(on(code, last)).length).toBeGreaterThan(4);
    expect(Object.keys(on(code, `${Number(last.slice(0, 4)) + 1}-01-01`)).sort()).toEqual(['day', 'municipalityCode', 'municipalityName', 'targets']);
  });
});

describe('targets', () => {
  it('are what each document says', () => {
    expect(target('0273')).toEqual({ measure: 'reach', atLeastPercent: 80, aimPercent: 100 });
    expect(target('0353')).toEqual({ measure: 'reach', atLeastPercent: 100 });
    expect(target('0556')).toEqual({ measure: 'reach', atLeastPercent: 100 });
    expect(target('1700')).toBeUndefined();
    expect(target('1700', 'level-2f-group-8')?.atLeastPercent).toBe(95);
  });
  it.each(BEVELANDEN)('of %s are 90% of all toddlers and 100% of target toddlers', (code) => {
    expect([target(code, 'reach-all-toddlers')?.atLeastPercent, target(code)?.atLeastPercent]).toEqual([90, 100]);
  });
  it.each(IJMOND)('of %s have no number, only an aim in words', (code) => {
    expect(on(code).targets).toEqual([]);
    expect(on(code).aims?.value).toContain('hoger bereik');
  });
});

describe('what only some agreed', () => {
  it('four target toddlers in a group', () => {
    expect(allPolicies().filter(({ municipalityCode }) => on(municipalityCode).minimumTargetToddlersInGroup?.value === 4).map(({ municipalityCode }) => municipalityCode)).toEqual(['0353']);
  });
  it('a re-indication on objective observations, at the request of childcare', () => {
    expect(allPolicies().filter(({ municipalityCode }) => on(municipalityCode).reIndication).map(({ municipalityCode }) => municipalityCode)).toEqual(['0556']);
    expect(on('0556').reIndication?.value).toEqual({ requestedBy: 'de kinderopvang', basis: 'objectieve observaties' });
  });
  it('three clusters, and two extra day parts from 2,5 years where all may come from two', () => {
    expect(on('0556')).toMatchObject({ clusters: { value: ['Oost', 'Midden', 'West'] }, extraDayparts: { value: { count: 2, fromMonths: 30 } }, generalStartMonths: { value: 24 } });
  });
  it('a rhythm of meetings', () => {
    expect(on('0353').meetings?.value).toEqual([{ name: 'Stedelijke Regiegroep', timesPerYear: 4, isMinimum: true }, { name: 'Lokale Educatieve Agenda (LEA)', timesPerYear: 3 }]);
    expect(on('1700').meetings?.value.map(({ timesPerYear }) => timesPerYear)).toEqual([undefined, undefined]);
  });
  it('ten elements of a definition', () => {
    expect(on('1700').grounds?.value).toHaveLength(10);
    expect(on('0556').grounds?.value).toHaveLength(4);
  });
  it('moments of handover and a mode of disclosure: nobody', () => {
    for (const { municipalityCode } of allPolicies()) expect([on(municipalityCode).handoverMoments, on(municipalityCode).disclosureMode]).toEqual([undefined, undefined]);
  });
});

describe('what was not read at the source', () => {
  it.each([...BEVELANDEN, ...IJMOND])('is said of everything of %s, which is known from a talk', (code) => {
    const policy = on(code);
    const statuses = [...TOPIC_NAMES.flatMap((name) => policy[name] ?? []), ...policy.targets].map(({ source }) => source.status);
    expect(new Set(statuses)).toEqual(new Set(['not-read']));
  });
  it('is said of the reference date that only a published monitor speaks of', () => {
    expect(on('0353', '2024-01-01').windowStartMonths).toMatchObject({ value: 30, source: { status: 'not-read' } });
    expect(on('0353', '2025-01-01').windowStartMonths).toMatchObject({ value: 30, source: { document: 'Onderwijskansenbeleid 2025-2029', status: 'read' } });
    expect(on('0353', '2024-12-31').targets).toEqual([]);
  });
  it('regions know only members that are on record', () => {
    expect(REGIONS.map(({ id, members }) => [id, members.length])).toEqual([['de-bevelanden', 5], ['ijmond', 3], ['lekstroom', 1], ['mvs', 3]]);
  });
});
