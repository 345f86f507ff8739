import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from 'write-excel-file/node';
import { importFolder } from '../../src/records/import-folder.ts';
import { describeProblem } from '../../src/records/problem.ts';
import { createImportWorld, FOLDER, type ImportWorld, TODAY } from './support.ts';
import { rawWorkbook, rowsOf, workbookOf } from './xlsx-support.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld();
  await world.import(FOLDER);
});
afterAll(() => world.close());

const day = (iso: string) => ({ value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' });
const sheets: Record<string, Row[]> = Object.fromEntries(Object.entries(FOLDER).map(([name, csv]) => [name, rowsOf(csv)]));
const only = async (name: string, ...rows: Row[]) => ({ 'boek.xlsx': await workbookOf({ [name]: rows }) });

describe('a workbook as records', () => {
  it('gives the same records as the same CSV files', async () => {
    const result = await world.import({ 'boek.xlsx': await workbookOf(sheets) });
    expect(result.problems).toEqual([]);
    expect(result.files).toHaveLength(Object.keys(FOLDER).length);
    expect(result.files.filter((file) => file.unchanged !== file.rows || file.rows === 0)).toEqual([]);
    expect(result.files[0]?.file).toBe('boek.xlsx, blad gemeenten');
  });

  it('gives them with real days, numbers and truths too', async () => {
    const typed = {
      GEMEENTEN: [['code', 'naam', 'voorvoegsel'], [273, 'Putten', 'PU'], [233, 'Ermelo', 'ER']],
      Kinderen: [['ID', 'Geboortedatum', 'gemeente', 'wijk'], ['k1', day('2022-05-01'), 273, 'w1'], null as never, ['k2', '2022-06-01', '0273', null]].filter(Boolean) as Row[],
      plaatsingen: [['id', 'kind', 'groep', 'start', 've plaats', 'Uren per week', 'dagen per week'],
        ['p1', 'k1', 'g1', day('2024-06-01'), true, 16, 4], ['p2', 'k2', 'g2', day('2024-07-01'), false, 7.5, 2]],
      uitleg: [['wat dan ook']],
    };
    const result = await world.import({ 'boek.xlsx': await workbookOf(typed) });
    expect(result.problems.map(describeProblem)).toEqual([]);
    expect(result.files.map((file) => [file.file, file.unchanged])).toEqual([
      ['boek.xlsx, blad GEMEENTEN', 2], ['boek.xlsx, blad Kinderen', 2], ['boek.xlsx, blad plaatsingen', 2],
    ]);
  });

  it('reads one file, and beside CSV files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kansenlijn-xlsx-'));
    const run = (name: string) => importFolder({ ownerUrl: world.database.ownerUrl, folder: join(folder, name), today: TODAY });
    try {
      await writeFile(join(folder, 'boek.xlsx'), await workbookOf({ wijken: sheets['wijken']! }));
      await writeFile(join(folder, 'kinderen.csv'), FOLDER['kinderen']!);
      expect((await run('boek.xlsx')).files.map((file) => [file.file, file.unchanged])).toEqual([['boek.xlsx, blad wijken', 2]]);
      expect((await run('kinderen.csv')).files.map((file) => [file.file, file.unchanged])).toEqual([['kinderen.csv', 2]]);
      expect((await run('')).files.map((file) => file.file)).toEqual(['boek.xlsx, blad wijken', 'kinderen.csv']);
      await writeFile(join(folder, 'bron.txt'), 'elders');
      expect((await run('kinderen.csv')).files[0]).toMatchObject({ new: 2 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('takes no notice of sheets without rows and of what Excel leaves behind', async () => {
    const book = await workbookOf({ wijken: sheets['wijken']!, regios: [['id', 'naam']], scholen: [], groepen: [['naam van een kolom die niet bestaat']] });
    const result = await world.import({ 'boek.xlsx': book, '~$boek.xlsx': 'x', 'leesmij.docx': 'x' });
    expect([result.ok, result.files.map((file) => file.file)]).toEqual([true, ['boek.xlsx, blad wijken']]);
  });
});

describe('the report names sheet, row, column, value and what is wrong', () => {
  const kinderen: Row = ['id', 'geboortedatum', 'gemeente', 'wijk'];

  it.each<[string, () => Promise<Record<string, Buffer | string>>, string[]]>([
    ['a wrong cell, by its row in Excel', () => only('kinderen', kinderen, ['k1', day('2022-05-01'), '0273'], [null], ['k9', day('2026-11-23'), '0273']),
      ['boek.xlsx, blad kinderen, regel 4, kolom geboortedatum, waarde "23-11-2026": ligt in de toekomst.']],
    ['a number where a day belongs', () => only('kinderen', kinderen, ['k9', 44_682, '0273']),
      ['boek.xlsx, blad kinderen, regel 2, kolom geboortedatum, waarde "44682": is geen datum; schrijf dd-mm-jjjj of jjjj-mm-dd.']],
    ['an id that Excel took for a day', () => only('kinderen', kinderen, [day('2024-02-01'), day('2022-05-01'), '0273']),
      ['boek.xlsx, blad kinderen, regel 2, kolom id, waarde "01-02-2024": Excel heeft hier een datum van gemaakt; geef de kolom de opmaak Tekst en typ de waarde opnieuw.']],
    ['a reference to a sheet that is not there', () => only('kinderen', kinderen, ['k9', day('2022-05-01'), '0273', 'w9']),
      ['boek.xlsx, blad kinderen, regel 2, kolom wijk, waarde "w9": staat niet in wijken.csv en niet in een eerdere import van deze bron.']],
    ['a reference to another sheet', async () => ({ 'boek.xlsx': await workbookOf({ wijken: sheets['wijken']!, kinderen: [kinderen, ['k9', day('2022-05-01'), '0273', 'w9']] }) }),
      ['boek.xlsx, blad kinderen, regel 2, kolom wijk, waarde "w9": staat niet in boek.xlsx, blad wijken en niet in een eerdere import van deze bron.']],
    ['a column that is missing, where the header is', () => only('regios', [null], ['id'], ['x1']), ['boek.xlsx, blad regios, regel 2, kolom naam: deze kolom ontbreekt.']],
    ['a cell beside the columns', () => only('regios', ['id', 'naam'], ['x1', 'X', null, 'bsn']), ['boek.xlsx, blad regios, regel 2: de rij heeft 4 cellen in plaats van 2.']],
    ['a sheet with another name', () => only('Blad1', ['id']), [
      'boek.xlsx, blad Blad1: dit blad is onbekend; toegestaan zijn gemeenten, regios, regioleden, wijken, bevolking, organisaties, locaties, groepen, scholen, '
      + 've-plaatsen, doelen, resultaatafspraken, kleuterresultaten, kinderen, verhuizingen, verwijzingen, indicaties, toeleiding, plaatsingen, uitstroom, personen en Uitleg.']],
    ['one kind in two places', async () => ({ ...await only('regios', ['id', 'naam'], ['x1', 'X']), regios: 'id;naam\nx2;Y' }),
      ['regios.csv: staat ook in boek.xlsx, blad regios; zet alle rijen van een soort bij elkaar.']],
    ['a file that is no workbook', async () => ({ 'boek.xlsx': 'id;naam' }), ['boek.xlsx: is geen Excel-bestand (.xlsx).']],
    ['a sheet that is damaged', async () => ({ 'boek.xlsx': rawWorkbook('<row r="1"><c r="A1"><v>1</c></row>') }),
      ['boek.xlsx, blad kinderen: is beschadigd; open het in Excel en sla het opnieuw op.']],
    ['a file that is too large', async () => ({ 'boek.xlsx': Buffer.alloc(15_000_001) }), ['boek.xlsx: is groter dan 15 MB; gebruik CSV-bestanden.']],
    ['another kind of spreadsheet', async () => ({ 'boek.xlsm': 'x' }),
      ['boek.xlsm: wordt niet gelezen; sla het op als Excel-werkmap (.xlsx, zonder macro\'s) of als CSV UTF-8.']],
  ])('for %s', async (_name, folder, expected) => {
    expect(await world.problems(await folder())).toEqual(expected);
  });

  it('says what formulas without a value leave out, and nothing else about them', async () => {
    const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>geboortedatum</t></is></c><c r="C1" t="inlineStr"><is><t>gemeente</t></is></c>'
      + '<c r="D1" t="inlineStr"><is><t>wijk</t></is></c></row>';
    const row = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>TODAY()</f></c><c r="C2"><v>273</v></c><c r="D2" t="e"><f>NA()</f><v>#N/A</v></c></row>';
    expect(await world.problems({ 'boek.xlsx': rawWorkbook(head + row) })).toEqual([
      'boek.xlsx, blad kinderen, regel 2, kolom geboortedatum: de formule in deze cel is nog niet uitgerekend; open het bestand in Excel en sla het op.',
      'boek.xlsx, blad kinderen, regel 2, kolom wijk, waarde "#N/A": de formule in deze cel geeft een fout.',
    ]);
  });
});
