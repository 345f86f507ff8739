import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/records/export/file-name.ts';
import { exportedName, writeExport } from '../../../src/records/export/index.ts';
import { wholeNumber } from '../../../src/records/export/safe-text.ts';
import { reach } from './model.ts';

const named = (title: string, scope: string): string => fileNameOf({ title, scope, day: '2024-03-31', reference: 'KL-7F3K-9Q2M' });

describe('the name of a file', () => {
  it.each([
    ['Bereik', 'Putten', 'bereik-putten-2024-03-31-KL-7F3K-9Q2M'],
    ['Bereik (Inspectie)', 'Sint Anthonis & Café Één', 'bereik-inspectie-sint-anthonis-cafe-een-2024-03-31-KL-7F3K-9Q2M'],
    ['../../etc/passwd', '..\\CON', 'etc-passwd-con-2024-03-31-KL-7F3K-9Q2M'],
    ['"; filename=evil.exe', '\r\nX: y', 'filename-evil-exe-x-y-2024-03-31-KL-7F3K-9Q2M'],
    ['覆盖率', '👶', 'cijfer-2024-03-31-KL-7F3K-9Q2M'],
    ['a'.repeat(300), 'b'.repeat(300), `${'a'.repeat(40)}-${'b'.repeat(40)}-2024-03-31-KL-7F3K-9Q2M`],
  ])('of %j in %j is %s', (title, scope, name) => expect(named(title, scope)).toBe(name));

  it('is safe in a header and on every disk, whatever things are called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, scope) => {
      expect(named(title, scope)).toMatch(/^[a-z0-9][a-zA-Z0-9-]{10,125}$/);
    }));
  });

  it('ends with what the format is', () => {
    expect((['xlsx', 'csv', 'rows-csv'] as const).map((format) => exportedName('x', format))).toEqual(['x.xlsx', 'x.csv', 'x-rijen.csv']);
  });
});

describe('a file', () => {
  it('has the type of its format', async () => {
    expect((await writeExport(reach, 'xlsx')).type).toContain('spreadsheetml');
    expect(await writeExport(reach, 'csv')).toMatchObject({ name: 'bereik-putten-2024-03-31-KL-7F3K-9Q2M.csv', type: 'text/csv; charset=utf-8' });
    await expect(writeExport(reach, 'rows-csv')).rejects.toThrow(RangeError);
  });
});

describe('a whole number', () => {
  it.each([['0', 0], ['26', 26], ['1.226', 1226], ['-3', -3], ['1226', 1226]])('is read from %s', (text, number) => expect(wholeNumber(text)).toBe(number));
  it.each(['', '<5', '83,9%', '2,5', '1.22', 'niet getoond', '2 van 4', '26 ', '1.226.', '9'.repeat(20)])('is not read from %j', (text) => expect(wholeNumber(text)).toBeUndefined());
});
