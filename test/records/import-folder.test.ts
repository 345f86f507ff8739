import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newChildCode } from '../../src/ask/child-code.ts';
import { createImportWorld, FOLDER, type ImportWorld, snapshot } from './support.ts';

let world: ImportWorld;
beforeAll(async () => { world = await createImportWorld(); });
beforeEach(async () => {
  await world.client.query('truncate municipality, region, organisation, child, person, import_record, ledger_revision cascade');
});
afterAll(() => world.close());

const change = (name: string, from: string, to: string) => ({ ...FOLDER, [name]: FOLDER[name]!.replace(from, to) });
const counts = (result: Awaited<ReturnType<ImportWorld['import']>>, file: string) => result.files.find((one) => one.file === file);

describe('importing a folder', () => {
  it('stores every kind of record', async () => {
    const result = await world.import(FOLDER);
    expect(result.problems).toEqual([]);
    expect(result.ok).toBe(true);
    expect(counts(result, 'plaatsingen.csv')).toEqual({ file: 'plaatsingen.csv', rows: 2, new: 2, changed: 0, unchanged: 0 });
    expect(await world.column(`select count(*) from child_detail where change = 'imported' and closed_revision is null`)).toEqual([2]);
    expect(await world.column(`select code from child where code !~ '^PU-[0-9A-Z]{4}-[0-9A-Z]{4}$'`)).toEqual([]);
    expect(await world.column('select ground from indication_ground order by 1')).toEqual(['child_development', 'parents_situation']);
    expect(await world.column(`select reasons[1] from guidance_outcome`)).toEqual(['financial']);
    expect(await world.column('select reference from organisation_reference')).toEqual(['ZK-1']);
    expect(await world.column('select role from person_role order by 1')).toEqual(['childcare', 'official']);
    expect(await world.column(`select how from child_location`)).toEqual(['import', 'import']);
  });

  it('makes the day after the last day the first day away', async () => {
    await world.import(FOLDER);
    expect(await world.column(`select valid::text || ' ' || exit_reason || ' ' || hours_per_week from placement where not ve_place`))
      .toEqual(['[2024-07-01,2025-01-01) moved 7.5']);
  });

  it('changes nothing when the same folder comes again, in another notation too', async () => {
    await world.import(FOLDER);
    const before = await snapshot(world.client);
    const again = await world.import(change('kinderen', '2022-05-01', '01-05-2022'));
    expect(again.revision).toBeUndefined();
    expect(again.files.every((file) => file.unchanged === file.rows)).toBe(true);
    expect(await snapshot(world.client)).toBe(before);
  });

  it('closes the old belief and opens another when a row changed', async () => {
    await world.import(FOLDER);
    const result = await world.import(change('plaatsingen', 'g1;01-06-2024;ja;16', 'g1;15-06-2024;ja;12'));
    expect(counts(result, 'plaatsingen.csv')).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    expect(await world.column(`select closing || ' ' || closing_reason || ' ' || lower(valid) from placement where closing is not null`)).toEqual(['corrected import 2024-06-01']);
    expect(await world.column(`select change || ' ' || lower(valid) || ' ' || hours_per_week from placement where ve_place and closed_revision is null`)).toEqual(['corrected 2024-06-15 12.0']);
    expect(await world.column(`select count(distinct fact_id) from placement where ve_place`)).toEqual([1]);
  });

  it.each([
    ['kinderen', 'k2;01-06-2022', 'k2;02-06-2022', 'child_detail'], ['indicaties', '01-02-2024', '02-02-2024', 'indication'],
    ['toeleiding', 'te duur', 'te ver', 'guidance_outcome'], ['ve-plaatsen', 'l1;8', 'l1;9', 've_place_offer'],
  ])('corrects a changed row of %s', async (file, from, to, table) => {
    await world.import(FOLDER);
    await world.import(change(file, from, to));
    expect(await world.column(`select count(*) from ${table} where closing = 'corrected'`)).toEqual([1]);
    expect(await world.column(`select count(*) from ${table} where change = 'corrected' and closed_revision is null`)).toEqual([1]);
  });

  it('ends a placement of an earlier import with the exit that comes later', async () => {
    await world.import(FOLDER);
    await world.import({ uitstroom: 'id;plaatsing;laatste_dag;reden\nu2;p1;30-04-2026;school_at_4' });
    expect(await world.column(`select closing from placement where ve_place and closing is not null`)).toEqual(['exited']);
    expect(await world.column(`select change || ' ' || valid from placement where ve_place and closed_revision is null`)).toEqual(['exited [2024-06-01,2026-05-01)']);
  });

  it('keeps an exit when the placement changes afterwards', async () => {
    await world.import(FOLDER);
    await world.import({ plaatsingen: FOLDER['plaatsingen']!.replace('nee;7,5', 'nee;8') });
    expect(await world.column(`select hours_per_week || ' ' || exit_reason from placement where not ve_place and closed_revision is null`)).toEqual(['8.0 moved']);
  });

  it('takes an exit in plaatsingen.csv as well', async () => {
    const plaatsingen = 'id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week;laatste_dag;reden\np1;k1;g1;01-06-2024;ja;16;4;01-06-2024;moved';
    await world.import({ ...FOLDER, plaatsingen, uitstroom: 'id;plaatsing;laatste_dag;reden' });
    expect(await world.column('select valid::text from placement')).toEqual(['[2024-06-01,2024-06-02)']);
  });

  it('leaves records whose row is gone as they are', async () => {
    await world.import(FOLDER);
    const before = await snapshot(world.client);
    await world.import({ ...FOLDER, plaatsingen: FOLDER['plaatsingen']!.split('\n')[0]!, uitstroom: 'id;plaatsing;laatste_dag;reden' });
    expect(await snapshot(world.client)).toBe(before);
  });

  it('stores nothing in a dry run, and says what it would do', async () => {
    const before = await snapshot(world.client);
    const result = await world.import(FOLDER, { dryRun: true });
    expect(counts(result, 'kinderen.csv')).toMatchObject({ new: 2 });
    expect(await snapshot(world.client)).toBe(before);
  });

  it('stores nothing at all when one row is wrong', async () => {
    const before = await snapshot(world.client);
    const result = await world.import(change('plaatsingen', '01-07-2024', '30-02-2024'));
    expect(result.ok).toBe(false);
    expect(await snapshot(world.client)).toBe(before);
  });

  it('keeps the moment of knowledge that was given', async () => {
    await world.import(FOLDER, { knownAt: new Date('2024-12-31T11:00:00Z') });
    expect(await world.column(`select distinct to_char(known_from, 'YYYY-MM-DD HH24:MI') from placement`)).toEqual(['2024-12-31 11:00']);
    expect(await world.column(`select recorded_at > '2025-01-01' from ledger_revision`)).toEqual([true]);
  });

  it('refuses a moment of knowledge in the future', async () => {
    await expect(world.import(FOLDER, { knownAt: new Date(Date.now() + 60_000) })).rejects.toMatchObject({ code: 'known_in_future' });
  });

  it('refuses a change that says it was known before what it changes, and stores nothing of it', async () => {
    await world.import(FOLDER, { knownAt: new Date('2024-12-31T11:00:00Z') });
    const before = await snapshot(world.client);
    const earlier = change('plaatsingen', '01-07-2024', '02-07-2024');
    await expect(world.import(earlier, { knownAt: new Date('2024-12-31T10:59:59Z') })).rejects.toMatchObject({ code: 'known_out_of_order' });
    expect(await snapshot(world.client)).toBe(before);
    expect((await world.import(earlier, { knownAt: new Date('2024-12-31T11:00:00Z') })).ok).toBe(true);
  });

  it('refuses a second number of places for days that had another at that moment', async () => {
    await world.import(FOLDER, { knownAt: new Date('2024-06-01T11:00:00Z') });
    await world.client.query(`update kansenlijn.ve_place_offer set closing = 'withdrawn' where closed_revision is null`);
    await expect(world.import({ ...FOLDER, 've-plaatsen': 'id;locatie;plaatsen;van\nv2;l1;9;01-09-2023' }, { knownAt: new Date('2024-07-01T11:00:00Z') })).rejects.toMatchObject({ code: 'known_out_of_order' });
  });

  it('keeps ids of two sources apart, and recognises places that are here already', async () => {
    await world.import(FOLDER);
    const result = await world.import({ ...FOLDER, 've-plaatsen': 'id;locatie;plaatsen;van' }, { source: 'ander' });
    expect(result.problems).toEqual([]);
    expect(counts(result, 'locaties.csv')).toMatchObject({ new: 0, unchanged: 2 });
    expect(await world.column('select count(*) from child')).toEqual([4]);
    expect(await world.column('select count(*) from location')).toEqual([2]);
  });

  it('recognises a child of another source by its code and birth date', async () => {
    const code = newChildCode('PU', randomInt);
    const kinderen = (born: string): string => `id;code;geboortedatum;gemeente\njgz-7;${code.toLowerCase()};${born};0273`;
    const { gemeenten = '' } = FOLDER;
    await world.import({ gemeenten, kinderen: kinderen('01-05-2022') });
    expect((await world.import({ gemeenten, kinderen: kinderen('01-05-2022') }, { source: 'opvang' })).ok).toBe(true);
    expect(await world.column('select code from child')).toEqual([code]);
    expect(await world.problems({ gemeenten, kinderen: kinderen('02-05-2022') }, { source: 'derde' })).toEqual([
      `kinderen.csv, regel 2, kolom geboortedatum, waarde "02-05-2022": de code ${code} is al van een kind met een andere geboortedatum.`,
    ]);
  });

  it('updates names and refuses what old figures rest on', async () => {
    await world.import(FOLDER);
    await world.import(change('locaties', 'De Wilg', 'De Grote Wilg'));
    expect(await world.column('select name from location order by name')).toEqual(['De Bosuil', 'De Grote Wilg']);
    expect(await world.problems(change('locaties', 'l2;o1;0233', 'l2;o1;0273'))).toEqual([
      'locaties.csv, regel 3, kolom gemeente, waarde "0273": kan niet veranderen: eerdere cijfers rusten erop. Geef een nieuw record een nieuwe id.',
    ]);
  });

  it('does not bring back what people withdrew', async () => {
    await world.import(FOLDER);
    await world.client.query(`update indication set closing = 'withdrawn', closing_reason = 'fout'`);
    expect((await world.import(FOLDER)).ok).toBe(true);
    expect(await world.problems(change('indicaties', '01-02-2024', '02-02-2024'))).toEqual([
      'indicaties.csv, regel 2, kolom id, waarde "i1": is in Kansenlijn ingetrokken en kan niet meer veranderen. Haal de rij weg of geef haar een nieuwe id.',
    ]);
  });

  it('lets one import in at a time', async () => {
    await world.client.query('begin');
    await world.client.query(`select pg_advisory_xact_lock(hashtext('kansenlijn import'))`);
    await expect(world.import(FOLDER)).rejects.toMatchObject({ code: 'busy' });
    await world.client.query('rollback');
  });
});
