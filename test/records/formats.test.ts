import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesCell, dayCell, hoursCell } from '../../src/records/cells.ts';
import { dayInNetherlands } from '../../src/dutch-time.ts';
import { readKnownAt } from '../../src/records/known-at.ts';
import { addDays } from '../../src/policy/engine/days.ts';
import { createImportWorld, FOLDER, type ImportWorld } from './support.ts';

describe('notations of cells', () => {
  it('reads every day in both notations as the same day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (offset) => {
      const day = addDays('1990-01-01', offset);
      expect(dayCell.parse(day)).toBe(day);
      expect(dayCell.parse(day.split('-').reverse().join('-'))).toBe(day);
      expect(dayCell.parse(day.split('-').reverse().map(Number).join('/'))).toBe(day);
    }), { numRuns: 200 });
  });

  it.each(['29-02-2023', '2023-13-01', '00-01-2023', '1-1-23', '2023', '2023-01-01T00:00', '01.01.2023', '31-12-1989', '01-01-2101'])('refuses %s as a day', (text) => {
    expect(dayCell.safeParse(text).success).toBe(false);
  });

  it.each([['16', 16], ['7,5', 7.5], ['7.5', 7.5], ['60', 60], ['0,1', 0.1]])('reads %s as hours', (text, hours) => {
    expect(hoursCell.parse(text)).toBe(hours);
  });
  it.each(['0', '60,1', '-1', '7,55', '1e1', 'NaN'])('refuses %s as hours', (text) => {
    expect(hoursCell.safeParse(text).success).toBe(false);
  });

  it('reads several codes in any of the three notations, once each', () => {
    expect(codesCell.parse('taal|ouders+taal')).toEqual(['ouders', 'taal']);
    expect(codesCell.safeParse('|').success).toBe(false);
  });
});

describe('the moment of knowledge', () => {
  it.each([
    ['2024-04-05', '2024-04-04T22:00:00.000Z'], ['05-04-2024', '2024-04-04T22:00:00.000Z'], ['2024-01-05', '2024-01-04T23:00:00.000Z'],
    ['2024-04-05T12:00:00+02:00', '2024-04-05T10:00:00.000Z'], ['2024-04-05T12:00Z', '2024-04-05T12:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(readKnownAt(text)?.toISOString()).toBe(expected);
  });
  it.each(['', '30-02-2024', 'gisteren', '2024-04-05T12:00', '2024-04-05T25:00Z'])('refuses "%s"', (text) => {
    expect(readKnownAt(text)).toBeUndefined();
  });
  it('knows which day it is in the Netherlands', () => {
    expect(dayInNetherlands(new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
    expect(dayInNetherlands(new Date('2026-11-22T22:59:00Z'))).toBe('2026-11-22');
  });
});

describe('notations of files', () => {
  let world: ImportWorld;
  beforeAll(async () => { world = await createImportWorld(); });
  afterAll(() => world.close());

  it.each<[string, (text: string) => string]>([
    ['with commas', (text) => text.replaceAll('7,5', '"7,5"').replaceAll(';', ',')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with quotes, spaces and empty lines', (text) => `${text.replaceAll(/(^|;)([^;\n]+)/gm, '$1 "$2" ')}\n\n;;;\n`],
    ['with capitals and spaces in the header', (text) => text.replace(/^[^\n]+/, (header) => header.toUpperCase().replaceAll('_', ' '))],
  ])('reads files %s as the same records', async (_name, notation) => {
    expect((await world.import(FOLDER)).ok).toBe(true);
    const again = await world.import(Object.fromEntries(Object.entries(FOLDER).map(([name, text]) => [name, notation(text)])));
    expect(again.problems).toEqual([]);
    expect(again.files.filter((file) => file.unchanged !== file.rows || file.rows === 0)).toEqual([]);
  });

  it('keeps accents that fall on the border of two chunks', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `b${index};0273;Ĳsbrand ${index} é€`);
    const result = await world.import({ ...FOLDER, wijken: `${FOLDER['wijken']}\n${rows.join('\n')}` });
    expect(result.problems).toEqual([]);
    expect(await world.column(`select count(*) from neighbourhood where name ~ '^Ĳsbrand [0-9]+ é€$'`)).toEqual([9_000]);
  });
});
