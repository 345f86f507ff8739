import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImportWorld, FOLDER, type ImportWorld } from './support.ts';

let world: ImportWorld;
beforeAll(async () => { world = await createImportWorld(); });
beforeEach(async () => {
  await world.client.query('truncate municipality, region, organisation, child, person, import_record, ledger_revision cascade');
  await world.import(FOLDER);
});
afterAll(() => world.close());

const HEAD = 'gemeente;peildatum;wijk;leeftijd_van;leeftijd_tot;eenheid;aantal;bron';
const bevolking = (...rows: string[]) => ({ bevolking: [HEAD, ...rows].join('\n') });
const CURRENT = `select concat_ws(' ', municipality_code, reference_date, age_months, children, source, change) from population where closed_revision is null order by 1`;

describe('population by age', () => {
  it('is stored in months, from years or months, for a day or a year', async () => {
    expect(await world.problems(bevolking('0273;2024;;2;4;;598;', '0273;01-07-2024;;30;48;maanden;440;BRP', '0233;2024-01-01;;2;3;jaar;0;'))).toEqual([]);
    expect(await world.column(CURRENT)).toEqual([
      '0233 2024-01-01 [24,36) 0 imported', '0273 2024-01-01 [24,48) 598 imported', '0273 2024-07-01 [30,48) 440 BRP imported',
    ]);
  });

  it('stays the same when the same count comes again, in another notation or from another source', async () => {
    await world.import(bevolking('0273;2024;;2;4;;598;'));
    expect((await world.import(bevolking('0273;01-01-2024;;2;4;jaar;598;'))).files[0]).toMatchObject({ unchanged: 1 });
    expect((await world.import({ ...bevolking('0273;2024;;24;48;maanden;598;'), gemeenten: FOLDER['gemeenten']! }, { source: 'cbs' })).problems).toEqual([]);
    expect(await world.column('select count(*) from population')).toEqual([1]);
  });

  it('keeps the old count of a corrected one', async () => {
    await world.import(bevolking('0273;2024;;2;4;;598;'));
    await world.import(bevolking('0273;2024;;2;4;;601;'));
    expect(await world.column(CURRENT)).toEqual(['0273 2024-01-01 [24,48) 601 corrected']);
    expect(await world.column(`select children from population where closing = 'corrected'`)).toEqual([598]);
  });

  it('counts a neighbourhood beside its municipality', async () => {
    expect(await world.problems(bevolking('0273;2024;;2;4;;598;', '0273;2024;w1;2;4;;80;'))).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['ages that overlap', ['0273;2024;;2;4;;598;', '0273;2024;;3;4;;300;'], ['bevolking.csv, regel 3, kolom leeftijd_van, waarde "3": deze leeftijd overlapt met die van regel 2 (zelfde gemeente, wijk en peildatum).']],
    ['ages that overlap in other units', ['0273;2024;;2;3;;290;', '0273;2024;;35;48;maanden;300;'], ['bevolking.csv, regel 3, kolom leeftijd_van, waarde "35": deze leeftijd overlapt met die van regel 2 (zelfde gemeente, wijk en peildatum).']],
    ['an age until which it is younger', ['0273;2024;;4;4;;598;'], ['bevolking.csv, regel 2, kolom leeftijd_tot, waarde "4": is niet hoger dan leeftijd_van; alleen 2-jarigen is van 2 tot 3.']],
    ['months without saying so', ['0273;2024;;24;48;;598;'], ['bevolking.csv, regel 2, kolom leeftijd_tot, waarde "48": is ouder dan 18 jaar; staan hier maanden, vul dan bij eenheid maanden in.']],
    ['a neighbourhood elsewhere', ['0273;2024;w2;2;4;;598;'], ['bevolking.csv, regel 2, kolom wijk, waarde "w2": deze wijk ligt niet in gemeente 0273.']],
    ['an unknown unit', ['0273;2024;;2;4;weken;598;'], ['bevolking.csv, regel 2, kolom eenheid, waarde "weken": is onbekend; kies uit jaar, maanden.']],
    ['a number that is none', ['0273;2024;;2;4;;-1;'], ['bevolking.csv, regel 2, kolom aantal, waarde "-1": is geen heel getal van 0 tot en met 999999.']],
    ['a day that is none', ['0273;202;;2;4;;1;'], ['bevolking.csv, regel 2, kolom peildatum, waarde "202": is geen datum; schrijf dd-mm-jjjj of jjjj-mm-dd.']],
  ])('is refused for %s', async (_name, rows, expected) => expect(await world.problems(bevolking(...rows))).toEqual(expected));

  it('is accepted on both sides of the limits', async () => {
    expect(await world.problems(bevolking('0273;2024;;0;18;;1;', '0233;2024;;2;3;;1;', '0233;2024;;3;4;;1;', '0273;2023;;0;216;maanden;999999;'))).toEqual([]);
  });

  it('does not overlap with what is stored, unless that changes in the same import', async () => {
    await world.import(bevolking('0273;2024;;2;4;;598;'));
    expect(await world.problems(bevolking('0273;2024;;3;5;;600;'))).toEqual([
      'bevolking.csv, regel 2, kolom leeftijd_van, waarde "3": deze leeftijd overlapt met wat al vastligt op 01-01-2024 (zelfde gemeente en wijk).',
    ]);
  });
});
