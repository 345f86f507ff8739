import { describe, expect, it } from 'vitest';
import { rowSchemaOf } from '../../src/records/file-spec.ts';
import { RESULT_FILES } from '../../src/records/files/results.ts';

const [agreements, results] = RESULT_FILES;
const row = { school: 's1', schooljaar: '2024-2025', moment: 'eind groep 2', domein: 'taal', instrument: 'kijk', kinderen: '24', op_niveau: '18', ve_kinderen: '9', ve_op_niveau: '6' };
const issues = (over: object): string[] => {
  const parsed = rowSchemaOf(results!).safeParse({ ...row, ...over });
  return parsed.success ? (results!.checkRow?.(parsed.data) ?? []).map(({ column }) => column) : parsed.error.issues.map(({ path }) => String(path[0]));
};

describe('a row of kindergarten results in a file', () => {
  it('fits as its example, also for months of VE, and at every limit', () => {
    expect([agreements!.kind, results!.kind]).toEqual(['resultaatafspraken', 'kleuterresultaten']);
    for (const over of [{}, { op_niveau: '24', ve_op_niveau: '9' }, { ve_kinderen: '0', ve_op_niveau: '0' }, { kinderen: undefined, op_niveau: undefined, ve_maanden_van: '0', ve_maanden_tot: '6' }]) expect(issues(over), JSON.stringify(over)).toEqual([]);
  });
  it.each<[string, object]>([
    ['op_niveau', { op_niveau: '25' }], ['ve_op_niveau', { ve_op_niveau: '10' }], ['ve_kinderen', { ve_kinderen: '25' }], ['kinderen', { kinderen: undefined }], ['kinderen', { ve_maanden_van: '0', ve_maanden_tot: '6' }],
    ['ve_maanden_tot', { kinderen: undefined, op_niveau: undefined, ve_maanden_van: '6', ve_maanden_tot: '6' }], ['schooljaar', { schooljaar: '2024-2026' }], ['schooljaar', { schooljaar: '2024' }], ['domein', { domein: 'zingen' }], ['instrument', { instrument: 'x' }], ['moment', { moment: 'groep 8' }],
  ])('says at %s what is wrong with %j', (column, over) => { expect(issues(over)).toContain(column); });
});
