import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImportWorld, FOLDER, type ImportWorld } from './support.ts';

let world: ImportWorld;
beforeAll(async () => { world = await createImportWorld(); });
beforeEach(async () => {
  await world.client.query('truncate municipality, region, organisation, child, person, import_record, ledger_revision cascade');
  await world.import(FOLDER);
});
afterAll(() => world.close());

const HEAD = 'gemeente;maat;minstens;streven;van;tot_en_met;bron';
const doelen = (...rows: string[]) => ({ doelen: [HEAD, ...rows].join('\n') });
const CURRENT = `select concat_ws(' ', municipality_code, measure, at_least_percent, aim_percent, valid, source, change) from municipal_target where closed_revision is null order by 1`;

describe('targets from a file', () => {
  it('are of a measure by its id or its title, with a last day or without', async () => {
    expect(await world.problems(doelen('0273;Bereik;80;100;01-01-2024;31-12-2024;Kader', '0273;reach;85;;2025-01-01;;Kader', '0233;bezetting;90;;01-01-2024;;Plan'))).toEqual([]);
    expect(await world.column(CURRENT)).toEqual([
      '0233 occupancy 90 [2024-01-01,) Plan imported', '0273 reach 80 100 [2024-01-01,2025-01-01) Kader imported', '0273 reach 85 [2025-01-01,) Kader imported',
    ]);
  });
  it('stay the same when they come again, and keep the old one when they change', async () => {
    await world.import(doelen('0273;reach;80;;01-01-2024;;Kader'));
    expect((await world.import(doelen('0273;Bereik;80;;2024-01-01;;Kader'))).files[0]).toMatchObject({ unchanged: 1 });
    expect((await world.import({ ...doelen('0273;reach;80;;01-01-2024;;Elders gelezen'), gemeenten: FOLDER['gemeenten']! }, { source: 'ander' })).problems).toEqual([]);
    expect(await world.column('select count(*) from municipal_target')).toEqual([1]);
    await world.import(doelen('0273;reach;85;;01-01-2024;;Kader'));
    expect(await world.column(CURRENT)).toEqual(['0273 reach 85 [2024-01-01,) Kader corrected']);
    expect(await world.column(`select before ->> 'at_least_percent' || ' ' || (after ->> 'at_least_percent') from admin_change where entity = 'municipal_target'`)).toEqual(['80 85']);
  });
  it.each<[string, string[], string]>([
    ['days that overlap', ['0273;reach;80;;01-01-2024;;K', '0273;Bereik;85;;01-06-2024;;K'], 'doelen.csv, regel 3, kolom van, waarde "01-06-2024": de periode overlapt met die van regel 2 (zelfde maat en gemeente).'],
    ['a measure without targets', ['0273;exits;80;;01-01-2024;;K'], 'doelen.csv, regel 2, kolom maat, waarde "exits": is geen cijfer met een doel; kies uit reach'],
    ['a share of nothing', ['0273;reach;0;;01-01-2024;;K'], 'doelen.csv, regel 2, kolom minstens, waarde "0": is geen heel getal van 1 tot en met 100.'],
    ['more than all', ['0273;reach;101;;01-01-2024;;K'], 'doelen.csv, regel 2, kolom minstens, waarde "101": is geen heel getal van 1 tot en met 100.'],
    ['an aim that is lower', ['0273;reach;80;79;01-01-2024;;K'], 'doelen.csv, regel 2, kolom streven, waarde "79": is lager dan minstens.'],
    ['a last day before the first', ['0273;reach;80;;01-01-2024;31-12-2023;K'], 'doelen.csv, regel 2, kolom tot_en_met, waarde "31-12-2023": ligt voor van.'],
    ['no source', ['0273;reach;80;;01-01-2024;;'], 'doelen.csv, regel 2, kolom bron: mag niet leeg zijn.'],
    ['a municipality that is not here', ['0344;reach;80;;01-01-2024;;K'], 'doelen.csv, regel 2, kolom gemeente, waarde "0344": staat niet in gemeenten.csv en niet in een eerdere import van deze bron.'],
  ])('are refused for %s', async (_name, rows, expected) => {
    expect((await world.problems(doelen(...rows)))[0]).toContain(expected);
    expect(await world.column('select count(*) from municipal_target')).toEqual([0]);
  });
  it('may differ from what a person recorded only on other days', async () => {
    await world.client.query(`insert into municipal_target (municipality_code, measure, at_least_percent, valid, source) values ('0273', 'reach', 70, '[2024-06-01,)', 'Raad')`);
    expect(await world.problems(doelen('0273;reach;80;;01-01-2024;;K'))).toEqual(['doelen.csv, regel 2, kolom van, waarde "01-01-2024": de periode overlapt met wat al vastligt vanaf 01-06-2024 (zelfde maat en gemeente).']);
    expect(await world.problems(doelen('0273;reach;80;;01-01-2024;31-05-2024;K'))).toEqual([]);
  });
});

describe('days between which places exist', () => {
  const locaties = (row: string) => ({ locaties: `id;organisatie;gemeente;wijk;naam;lrk;geopend_per;gesloten_per\n${row}` });
  it('come from a file, and an empty cell or a missing column leaves what people filled in', async () => {
    await world.import(locaties('l1;o1;0273;w1;De Wilg;900000001;01-01-2020;01-08-2027'));
    expect(await world.column(`select concat_ws(' ', opened_on, closed_on) from location where name = 'De Wilg'`)).toEqual(['2020-01-01 2027-08-01']);
    await world.import({ locaties: 'id;organisatie;gemeente;wijk;naam;lrk\nl1;o1;0273;w1;De Wilgen;900000001' });
    expect(await world.column(`select concat_ws(' ', opened_on, closed_on) from location where name = 'De Wilgen'`)).toEqual(['2020-01-01 2027-08-01']);
    await world.import({ groepen: 'id;locatie;naam;geopend_per\ng1;l1;Katjes;01-02-2020' });
    expect(await world.column(`select opened_on from care_group where name = 'Katjes'`)).toEqual(['2020-02-01']);
  });
  it('are refused the wrong way round, also against a day that is here already', async () => {
    const text = (day: string) => `ligt niet na geopend_per (${day}).`;
    expect(await world.problems(locaties('l1;o1;0273;w1;De Wilg;900000001;01-01-2020;01-01-2020'))).toEqual([`locaties.csv, regel 2, kolom gesloten_per, waarde "01-01-2020": ${text('01-01-2020')}`]);
    await world.import({ groepen: 'id;locatie;naam;geopend_per\ng1;l1;Katjes;01-02-2020' });
    expect(await world.problems({ groepen: 'id;locatie;naam;gesloten_per\ng1;l1;Katjes;31-01-2020' })).toEqual([`groepen.csv, regel 2, kolom gesloten_per, waarde "31-01-2020": ${text('01-02-2020')}`]);
  });
  it('keep a former name of what a file renames, and tell the officials', async () => {
    await world.import({ locaties: 'id;organisatie;gemeente;wijk;naam;lrk\nl1;o1;0273;w1;De Berk;900000001' });
    expect(await world.column(`select value from former_text`)).toEqual(['De Wilg']);
    expect(await world.column(`select kind from ledger_revision order by revision desc limit 1`)).toEqual(['import']);
    expect(await world.column(`select (before ->> 'name') || ' > ' || (after ->> 'name') from admin_change where action = 'changed'`)).toEqual(['De Wilg > De Berk']);
  });
});
