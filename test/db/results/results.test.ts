import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity, type Capacity } from '../../../db/identity.ts';
import type { AgreementInput } from '../../../dialogs/results/port.ts';
import type { DomainResult } from '../../../src/policy/results/index.ts';
import { createWorld, ERMELO, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.as('school', ({ ports }) => ports.results.record({ schoolId: ID.school, schoolYear: 2025, moment: 'end_group_2', row: LANGUAGE, confirmations: ['result-plausible'] }));
  await world.as('official', ({ ports }) => ports.results.addAgreement(AGREED));
});
afterAll(() => world.close());

const LANGUAGE: DomainResult = { domain: 'language', instrument: 'kijk', children: 24, atLevel: 18, veChildren: 9, veAtLevel: 6 };
const AGREED: AgreementInput = { municipalityCode: PUTTEN, population: 've', domain: 'language', moment: 'end_group_2', instrument: 'kijk', level: 'fase 9 of hoger', targetPercent: 80, schoolYear: 2025, source: 'LEA 12-06-2025' };
const EVERYBODY = Object.keys(PEOPLE) as PersonName[];

/** Hand-written SQL on the application's login, as somebody; nothing stays. */
async function sql(person: PersonName | 'unset', text: string, capacity: Capacity = 'person'): Promise<{ rows: Record<string, unknown>[]; count: number }> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    if (person !== 'unset') await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    const { rows, rowCount } = await client.query<Record<string, unknown>>(text);
    return { rows, count: rowCount ?? 0 };
  } finally {
    await client.query('rollback');
    client.release();
  }
}
async function writes(person: PersonName, text: string, capacity?: Capacity): Promise<boolean> {
  try {
    return (await sql(person, text, capacity)).count > 0;
  } catch (error) {
    if (['42501'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}
const seeing = async (text: string, capacity?: Capacity): Promise<PersonName[]> => {
  const seen: PersonName[] = [];
  for (const person of EVERYBODY) if ((await sql(person, text, capacity)).rows.length > 0) seen.push(person);
  return seen;
};

describe('results of a school', () => {
  it('are seen by the school, and officials and the region of its municipality, and by nobody else', async () => {
    expect(await seeing('select from kindergarten_result')).toEqual(['official', 'regional', 'school']);
    expect((await sql('unset', 'select from kindergarten_result').catch(() => ({ rows: [] }))).rows).toEqual([]);
  });
  it('are read in capacity aggregate by who is told protected totals of the municipality', async () => {
    expect(await seeing('select from kindergarten_result', 'aggregate')).toEqual(['waterlelie', 'bosrand', 'nurse', 'official', 'regional', 'reader']);
  });
  it('are written by the school itself only, and in no other capacity', async () => {
    const insert = `insert into kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level) values ('${ID.school}', 2025, 'end_group_2', 'motor', 'kijk', 20, 10, 5, 2)`;
    const close = `update kindergarten_result set closing = 'withdrawn' where school_id = '${ID.school}'`;
    for (const person of EVERYBODY) for (const text of [insert, close]) expect(await writes(person, text), `${person} ${text}`).toBe(person === 'school');
    for (const text of [insert, close]) expect(await writes('school', text, 'aggregate')).toBe(false);
  });
  it.each<[string, string]>([
    ['more at level than there are', '10, 11, 0, 0'], ['more VE than all', '10, 5, 11, 5'], ['more VE at level than VE', '10, 5, 3, 4'], ['more VE below than all below', '10, 8, 5, 2'], ['fewer than none', '10, -1, 0, 0'],
  ])('are refused by the database itself for %s', async (_, counts) => {
    const insert = `insert into kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level) values ('${ID.school}', 2020, 'end_group_2', 'motor', 'kijk', ${counts})`;
    await expect(sql('school', insert)).rejects.toMatchObject({ code: '23514' });
  });
  it('are on record once for an instrument; another instrument stands beside it', async () => {
    const again = (instrument: string): Promise<unknown> => sql('school', `insert into kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level) values ('${ID.school}', 2025, 'end_group_2', 'language', '${instrument}', 20, 10, 5, 2)`);
    await expect(again('kijk')).rejects.toMatchObject({ code: '23505' });
    await expect(again('bosos')).resolves.toMatchObject({ count: 1 });
  });
  it('are corrected by another belief about the same fact; what was believed stays as it was', async () => {
    const [before] = await world.as('school', ({ ports }) => ports.results.ofSchool(ID.school));
    expect(await world.as('school', ({ ports }) => ports.results.correct(before!.versionId, { ...LANGUAGE, atLevel: 20 }, []))).toBe(true);
    expect(await world.as('school', ({ ports }) => ports.results.correct(before!.versionId, { ...LANGUAGE, atLevel: 21 }, []))).toBe(false);
    const { rows } = await world.owner.query<Record<string, unknown>>('select at_level, change, closing, confirmations, count(*) over (partition by fact_id)::int as versions from kansenlijn.kindergarten_result order by revision');
    expect(rows).toEqual([
      { at_level: 18, change: 'recorded', closing: 'corrected', confirmations: ['result-plausible'], versions: 2 }, { at_level: 20, change: 'corrected', closing: null, confirmations: [], versions: 2 },
    ]);
    await expect(world.owner.query('update kansenlijn.kindergarten_result set at_level = 1 where closed_revision is null')).rejects.toMatchObject({ code: '55000' });
  });
  it('may be withdrawn, and stay on record', async () => {
    const motor: DomainResult = { ...LANGUAGE, domain: 'motor' };
    await world.as('school', ({ ports }) => ports.results.record({ schoolId: ID.school, schoolYear: 2024, moment: 'end_group_2', row: motor, confirmations: [] }));
    const [, recorded] = await world.as('school', ({ ports }) => ports.results.ofSchool(ID.school));
    expect(await world.as('school', ({ ports }) => ports.results.withdraw(recorded!.versionId))).toBe(true);
    expect((await world.as('school', ({ ports }) => ports.results.ofSchool(ID.school))).map(({ schoolYear }) => schoolYear)).toEqual([2025]);
    expect((await world.owner.query(`select from kansenlijn.kindergarten_result where closing = 'withdrawn'`)).rowCount).toBe(1);
  });
  it('count the children that were handed over to the school, by their day of birth', async () => {
    const count = (from: string, until: string): Promise<number> => world.as('school', ({ ports }) => ports.results.handedOver(ID.school, { from, until }));
    await world.as('school', ({ ports }) => ports.handovers.registerBySchool({ birthDate: '2020-01-10', municipalityCode: PUTTEN, schoolId: ID.school }));
    expect([await count('2020-01-10', '2020-01-11'), await count('2020-01-11', '2021-01-01'), await count('2019-10-01', '2020-01-10')]).toEqual([1, 0, 0]);
  });
});

describe('totals of the municipality for a school', () => {
  const totals = (person: PersonName, municipality = PUTTEN) => sql(person, `select schools from result_totals('${municipality}', (select revision from ledger_clock), 'infinity')`);
  it('are given from three schools on, to a school of that municipality', async () => {
    const other = async (id: string, name: string): Promise<void> => {
      await world.owner.query(`insert into kansenlijn.school (id, organisation_id, municipality_code, name) values ($1, $2, $3, $4) on conflict do nothing`, [id, ID.board, PUTTEN, name]);
      await world.owner.query(`insert into kansenlijn.kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change) values ($1, 2025, 'end_group_2', 'language', 'kijk', 20, 10, 5, 2, 'imported')`, [id]);
    };
    await other(ID.schoolOffBot, 'De Wilg');
    expect((await totals('school')).rows).toEqual([]);
    await other('00000000-0000-4000-8000-000000000044', 'De Eik');
    expect((await totals('school')).rows).toEqual([{ schools: 3 }]);
    for (const person of EVERYBODY.filter((one) => one !== 'school')) expect((await totals(person)).rows, person).toEqual([]);
    expect((await totals('school', ERMELO)).rows).toEqual([]);
  });
});

describe('agreements', () => {
  it('are read by everybody with a role in the municipality', async () => {
    expect(await seeing('select from result_agreement')).toEqual(['waterlelie', 'bosrand', 'nurse', 'official', 'regional', 'reader', 'school']);
  });
  it('are written by an official of the municipality only, for boards that have a school there', async () => {
    const insert = (board: string): string => `insert into result_agreement (municipality_code, organisation_id, population, domain, moment, instrument, level, target_percent, school_year, source)
      values ('${PUTTEN}', ${board}, 've', 'motor', 'end_group_2', 'kijk', 'fase 9', 80, 2025, 'LEA')`;
    for (const person of EVERYBODY) expect(await writes(person, insert('null')), person).toBe(person === 'official');
    expect(await writes('official', insert(`'${ID.board}'`))).toBe(true);
    expect(await writes('official', insert(`'${ID.provider}'`))).toBe(false);
    expect(await writes('officialErmelo', `update result_agreement set closing = 'withdrawn'`)).toBe(false);
  });
  it('are one for a domain, moment and school year, and one more for a board', async () => {
    await expect(world.as('official', ({ ports }) => ports.results.addAgreement({ ...AGREED, targetPercent: 90 }))).rejects.toMatchObject({ code: '23505' });
    await world.as('official', ({ ports }) => ports.results.addAgreement({ ...AGREED, boardId: ID.board, targetPercent: 90 }));
    expect((await world.as('school', ({ ports }) => ports.results.agreements(PUTTEN))).map(({ boardName, targetPercent }) => [boardName, targetPercent])).toEqual([[undefined, 80], ['Scholengroep De Linde', 90]]);
  });
  it('are corrected and withdrawn with the audit telling what they said', async () => {
    const [first] = await world.as('official', ({ ports }) => ports.results.agreements(PUTTEN));
    expect(await world.as('official', ({ ports }) => ports.results.correctAgreement(first!.versionId, { ...AGREED, targetPercent: 75 }, 'verschreven'))).toBe(true);
    const [second] = await world.as('official', ({ ports }) => ports.results.agreements(PUTTEN));
    expect(await world.as('official', ({ ports }) => ports.results.withdrawAgreement(second!.versionId, 'vervallen'))).toBe(true);
    const changes = (await world.as('official', ({ ports }) => ports.admin.changes(10))).filter(({ entity }) => entity === 'result_agreement');
    expect(changes.map(({ action, before, after, reason }) => [action, before?.['target_percent'], after?.['target_percent'], reason])).toEqual([
      ['withdrawn', 75, undefined, 'vervallen'], ['corrected', 80, 75, 'verschreven'], ['added', undefined, 90, undefined], ['added', undefined, 80, undefined],
    ]);
  });
});
