import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../../src/records/export/xlsx.ts';
import type { ExportModel } from '../../../src/records/export/types.ts';
import { openWorkbook } from '../../../src/records/xlsx/workbook.ts';
import { reach, rows } from './model.ts';

type Read = readonly (readonly [kind: string, text: string])[];

/** Sheets by name; a cell as its kind and text, an empty one as nothing. */
async function open(model: ExportModel): Promise<Record<string, Read[]>> {
  const sheets = openWorkbook(await exportWorkbook(model));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows().map(({ cells }) => cells.map((cell): [string, string] => (cell ? [cell.kind, cell.text] : ['empty', ''])))]));
}

describe('a figure as a workbook', () => {
  it('has the figure on the first sheet, numbers as numbers and the moment as a day', async () => {
    const { Cijfer } = await open(reach);
    expect(Cijfer).toEqual([
      [['text', 'Titel'], ['text', 'Bereik · Putten']],
      [['text', 'Gebied'], ['text', 'Putten']],
      [['text', 'Periode'], ['text', 'Kwartaal 1 van 2024, peildatum 31-03-2024']],
      [['text', 'Cijfer'], ['text', '83,9%']],
      [['text', 'Opbouw'], ['text', '26 van 31 doelgroeppeuters']],
      [['text', 'Teller'], ['number', '26']],
      [['text', 'Noemer'], ['number', '31']],
      [['text', 'Doel'], ['text', 'Gehaald. Doel: minstens 80%, streven 100%']],
      [['text', 'Referentie'], ['text', 'KL-7F3K-9Q2M']],
      [['text', 'Stand'], ['text', 'zoals bekend op 02-04-2024 09:05']],
      [['text', 'Gemaakt op'], ['day', '01-07-2026']],
    ]);
  });

  it('has sheets for what there is and for nothing else', async () => {
    expect(Object.keys(await open({ ...reach, rows }))).toEqual(['Cijfer', 'Uitsplitsing', 'Rijen', 'Toelichting']);
    expect(Object.keys(await open({ ...reach, parts: [] }))).toEqual(['Cijfer', 'Toelichting']);
    const series = { columns: [{ key: 'q', label: 'Kwartaal', kind: 'text' as const }], rows: [{ q: 'Q1' }] };
    expect(Object.keys(await open({ ...reach, series }))).toEqual(['Cijfer', 'Uitsplitsing', 'Reeks', 'Toelichting']);
    expect(Object.keys(await open({ ...reach, series: { ...series, rows: [] } }))).toEqual(['Cijfer', 'Uitsplitsing', 'Toelichting']);
  });

  it('counts parts as numbers and leaves a protected one as it is shown', async () => {
    expect((await open(reach))['Uitsplitsing']).toEqual([
      [['text', 'Onderdeel'], ['text', 'Waarde']],
      [['text', 'Bereikt in de gemeente'], ['number', '1226']],
      [['text', 'Onbekend'], ['text', '<5']],
    ]);
  });

  it('gives rows their types, and text to what does not fit', async () => {
    const odd = { code: '=1', birthDate: '2026-02-30', hours: 'veel' };
    const { Rijen } = await open({ ...reach, rows: { ...rows, rows: [...rows.rows, odd, { code: 'x', birthDate: '1899-01-01', hours: Number.POSITIVE_INFINITY }] } });
    expect(Rijen).toEqual([
      [['text', 'Code'], ['text', 'Geboren'], ['text', 'Uren per week']],
      [['text', 'PU-4KX7-9TM9'], ['day', '31-01-2022'], ['number', '16']],
      [['text', 'PU-AAA2-AAAA'], ['empty', ''], ['number', '12.5']],
      [['text', "'=1"], ['text', '2026-02-30'], ['text', 'veel']],
      [['text', 'x'], ['text', '1899-01-01']],
    ]);
  });

  it('explains itself on the last sheet, with sources and how to compute it again', async () => {
    const lines = (await open({ ...reach, rows }))['Toelichting']!.map((row) => row.map(([, text]) => text));
    expect(lines).toEqual(expect.arrayContaining([
      ['Definitie', 'Doelgroeppeuters op een VE-plek, van alle doelgroeppeuters.'],
      ['Versie van de definitie', '2'],
      ['Beginleeftijd', '2 jaar', 'Beleidskader OAB Putten 2025-2028, hoofdstuk 3'],
      ['Rijen', 'Een rij per kind.'],
      ['Narekenen', expect.stringContaining('toon berekening KL-7F3K-9Q2M') as string],
    ]));
  });

  it('holds the longest text, control characters, half characters and what looks like an escape', async () => {
    const long = 'é'.repeat(40_000);
    const { Uitsplitsing } = await open({ ...reach, parts: [{ label: long, value: 'a\u0001b' }, { label: '_x0041_ \ud83d', value: '👶🏽 Ĳ' }, { label: '=cmd|x', value: '@a' }] });
    expect(Uitsplitsing![1]![0]![1]).toBe(`${'é'.repeat(32_766)}…`);
    expect(Uitsplitsing![1]![1]).toEqual(['text', 'ab']);
    expect(Uitsplitsing![2]).toEqual([['text', '_x0041_'], ['text', '👶🏽 Ĳ']]);
    expect(Uitsplitsing![3]).toEqual([['text', "'=cmd|x"], ['text', "'@a"]]);
  });

  it('opens whatever was typed', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), async (typed) => {
      const sheets = await open({ ...reach, scope: typed, parts: [{ label: `a${typed}`, value: `${typed}b` }], remarks: [typed] });
      expect(Object.keys(sheets)).toContain('Toelichting');
    }), { numRuns: 50 });
  });
});
