import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicies } from '../../../src/policy/municipalities/load.ts';

const SOURCE = "source: { document: 'Plan', status: 'read' }, checkedOn: '2026-11-22'";
const sound = (code = '9914', window = `[{ value: 24, from: '2024-01-01', unit: 'months', ${SOURCE} }]`): string =>
  `export const policyData = { municipalityCode: '${code}', municipalityName: 'Zandstad', windowStartMonths: ${window}, hoursPerWeek: [], hoursTotal: [], grounds: [], targets: [], minimumTargetToddlersInGroup: [] };`;

describe('the policies of a directory', () => {
  let directory: string;
  beforeEach(async () => { directory = await mkdtemp(join(tmpdir(), 'kansenlijn-policies-')); });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function folder(name: string, index?: string): Promise<void> {
    await mkdir(join(directory, name));
    if (index !== undefined) await writeFile(join(directory, name, 'index.ts'), index);
  }

  it('are those of its folders, whatever stands beside them', async () => {
    await folder('9915-oud-zandstad', sound('9915'));
    await folder('9914-zandstad', sound());
    await writeFile(join(directory, 'shared-plan.ts'), 'export const policyData = 1;');
    expect((await loadPolicies(directory)).map(({ municipalityCode }) => municipalityCode)).toEqual(['9914', '9915']);
  });
  it('are none in an empty directory', async () => expect(await loadPolicies(directory)).toEqual([]));

  it.each<[string, string, string | undefined, string]>([
    ['another code than its folder', '9914-zandstad', sound('9915'), 'holds the policy of municipality 9915'],
    ['a folder without a code', 'zandstad', sound(), 'is not called'],
    ['a folder with capitals', '9914-Zandstad', sound(), 'is not called'],
    ['no index.ts', '9914-zandstad', undefined, 'index.ts'],
    ['an index.ts that exports something else', '9914-zandstad', 'export const zandstad = {};', 'exports no policyData'],
    ['nothing behind the name', '9914-zandstad', 'export const policyData = null;', 'exports no policyData'],
    ['an error of its own', '9914-zandstad', "throw new Error('broken plan');", 'broken plan'],
    ['defects', '9914-zandstad', sound('9914', `[{ value: 48, from: '2024-02-30', unit: '', ${SOURCE} }]`), 'windowStartMonths from 2024-02-30: from is not a real day; windowStartMonths from 2024-02-30: unit is missing; windowStartMonths from 2024-02-30: 48 is no age before 4 years'],
    ['a topic that is missing', '9914-zandstad', "export const policyData = { municipalityCode: '9914', municipalityName: 'Zandstad' };", 'is not complete'],
  ])('refuse %s, and name the folder', async (_what, name, index, reason) => {
    await folder(name, index);
    await expect(loadPolicies(directory)).rejects.toThrow(`policy folder ${join(directory, name)}: `);
    await expect(loadPolicies(directory)).rejects.toThrow(reason);
  });

  it('refuse a directory that is not there', async () => {
    await expect(loadPolicies(join(directory, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});
