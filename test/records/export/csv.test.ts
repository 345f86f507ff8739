import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureCsv, rowsCsv } from '../../../src/records/export/csv.ts';
import type { ExportModel } from '../../../src/records/export/types.ts';
import { bare, reach, rows } from './model.ts';

const read = (csv: Buffer): string[][] => parse(csv, { delimiter: ';', bom: true, relax_column_count: false });
const valueOf = (csv: Buffer, name: string): string[] | undefined => read(csv).find((line) => line[1] === name)?.slice(2);

describe('a figure as CSV', () => {
  it('has the figure, its parts, what it means, and the reference, in five columns', () => {
    expect(read(figureCsv(reach))).toEqual([
      ['onderdeel', 'naam', 'waarde', 'getal', 'bron'],
      ['cijfer', 'Titel', 'Bereik · Putten', '', ''],
      ['cijfer', 'Gebied', 'Putten', '', ''],
      ['cijfer', 'Periode', 'Kwartaal 1 van 2024, peildatum 31-03-2024', '', ''],
      ['cijfer', 'Cijfer', '83,9%', '', ''],
      ['cijfer', 'Opbouw', '26 van 31 doelgroeppeuters', '', ''],
      ['cijfer', 'Teller', '26', '26', ''],
      ['cijfer', 'Noemer', '31', '31', ''],
      ['cijfer', 'Doel', 'Gehaald. Doel: minstens 80%, streven 100%', '', ''],
      ['cijfer', 'Referentie', 'KL-7F3K-9Q2M', '', ''],
      ['cijfer', 'Stand', 'zoals bekend op 02-04-2024 09:05', '', ''],
      ['cijfer', 'Gemaakt op', '01-07-2026 22:10', '', ''],
      ['uitsplitsing', 'Bereikt in de gemeente', '1.226', '1226', ''],
      ['uitsplitsing', 'Onbekend', '<5', '', ''],
      ['toelichting', 'Definitie', 'Doelgroeppeuters op een VE-plek, van alle doelgroeppeuters.', '', ''],
      ['toelichting', 'Versie van de definitie', '2', '2', ''],
      ['toelichting', 'Bron', 'Beleidskader OAB Putten', '', ''],
      ['beleid', 'Beginleeftijd', '2 jaar', '', 'Beleidskader OAB Putten 2025-2028, hoofdstuk 3'],
      ['toelichting', 'Opmerking', 'Geteld zijn peuters van 2 jaar tot 4 jaar.', '', ''],
      ['toelichting', 'Referentie', 'KL-7F3K-9Q2M', '', ''],
      ['toelichting', 'Narekenen', expect.stringContaining('toon berekening KL-7F3K-9Q2M'), '', ''],
    ]);
  });

  it('begins with a byte order mark and ends every line as RFC 4180 says', () => {
    const text = figureCsv(reach).toString('utf8');
    expect(text.startsWith('\ufeffonderdeel;naam;waarde;getal;bron\r\n')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('leaves out what there is not', () => {
    const names = read(figureCsv(bare)).map(([, name]) => name);
    expect(names).toEqual(['naam', 'Titel', 'Gebied', 'Periode', 'Cijfer', 'Referentie', 'Stand', 'Gemaakt op', 'Definitie', 'Versie van de definitie', 'Bron', 'Referentie', 'Narekenen']);
  });

  it('keeps zero, and a number below zero as a number', () => {
    const csv = figureCsv({ ...reach, numerator: 0, parts: [{ label: 'De Bosrand', value: '-3', number: -3 }] });
    expect(valueOf(csv, 'Teller')).toEqual(['0', '0', '']);
    expect(valueOf(csv, 'De Bosrand')).toEqual(['-3', '-3', '']);
  });

  it('does not take a text for a number because a number stands beside it', () => {
    expect(valueOf(figureCsv({ ...reach, parts: [{ label: 'x', value: '=1+1', number: 2 }] }), 'x')).toEqual(["'=1+1", '2', '']);
    expect(valueOf(figureCsv({ ...reach, parts: [{ label: 'x', value: '-1+cmd', number: 2 }] }), 'x')).toEqual(["'-1+cmd", '2', '']);
  });

  it('writes a series as a line for each value', () => {
    const series: ExportModel['series'] = {
      columns: [{ key: 'q', label: 'Kwartaal', kind: 'text' }, { key: 'n', label: 'Bereikt', kind: 'number' }, { key: 'd', label: 'Peildatum', kind: 'date' }],
      rows: [{ q: 'Q1 2024', n: 26.5, d: '2024-03-31' }, { q: 'Q2 2024', n: null, d: null }],
    };
    expect(read(figureCsv({ ...reach, series })).filter(([part]) => part === 'reeks')).toEqual([
      ['reeks', 'Q1 2024 · Bereikt', '26,5', '26,5', ''], ['reeks', 'Q1 2024 · Peildatum', '31-03-2024', '', ''],
      ['reeks', 'Q2 2024 · Bereikt', '', '', ''], ['reeks', 'Q2 2024 · Peildatum', '', '', ''],
    ]);
  });
});

describe('rows as CSV', () => {
  it('are a header and a line for each, days and numbers the Dutch way', () => {
    expect(read(rowsCsv({ ...reach, rows }))).toEqual([
      ['Code', 'Geboren', 'Uren per week'],
      ['PU-4KX7-9TM9', '31-01-2022', '16'],
      ['PU-AAA2-AAAA', '', '12,5'],
    ]);
  });
  it('are a header when there are none, and are refused where there may be none', () => {
    expect(read(rowsCsv({ ...reach, rows: { ...rows, rows: [] } }))).toEqual([['Code', 'Geboren', 'Uren per week']]);
    expect(() => rowsCsv(reach)).toThrow(RangeError);
  });
  it('write as text what is not of the kind of its column', () => {
    const odd = { ...rows, rows: [{ code: 12, birthDate: '2026-02-30', hours: '=A1' }, { code: 'x', birthDate: '@SUM(A1)', hours: Number.NaN }] };
    expect(read(rowsCsv({ ...reach, rows: odd })).slice(1)).toEqual([['12', '2026-02-30', "'=A1"], ['x', "'@SUM(A1)", '']]);
  });
});

describe('hostile text', () => {
  it.each([
    ['=HYPERLINK("http://evil";"klik")', '\'=HYPERLINK("http://evil";"klik")'], ['+31', "'+31"], ['-2+3', "'-2+3"], ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"], ['\r=1', "'\n=1"], ['\n=1', "'\n=1"], [' =1', "' =1"], ['\u0000=1', "'=1"], ['\u200b=1', "'\u200b=1"], ['＝1', "'＝1"],
    ['gewone tekst', 'gewone tekst'], ['5 - 3', '5 - 3'], ['<5', '<5'], ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ['een; "twee"\r\ndrie', 'een; "twee"\ndrie'], ['kindje 👶🏽 Ĳsselstein', 'kindje 👶🏽 Ĳsselstein'], ['half \ud83d', 'half '],
  ])('%j is written as %j', (typed, written) => {
    const csv = figureCsv({ ...reach, parts: [{ label: typed, value: typed }] });
    expect(read(csv).find(([part]) => part === 'uitsplitsing')).toEqual(['uitsplitsing', written, written, '', '']);
  });

  it('never opens a cell with what a spreadsheet runs, and never breaks the table, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
      const lines = read(figureCsv({ ...reach, scope: typed, parts: [{ label: typed, value: typed }], remarks: [typed] }));
      for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(lines.every((line) => line.length === 5)).toBe(true);
    }));
  });
});
