import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as findings from '../../dialogs/findings.ts';

const all = Object.values(findings).map((make) => make('tekst'));

describe('the findings of the dialogs', () => {
  it('cite a heading of the written rules, and no heading is left over', () => {
    const text = readFileSync(join(import.meta.dirname, '../../dialogs/gebruiksregels.md'), 'utf8');
    const headings = text.match(/(?<=^## ).+$/gmu) ?? [];
    expect([...new Set(all.map(({ citation }) => citation.section))].sort()).toEqual([...headings].sort());
  });
  it('never say which of code and birth date is wrong', () => {
    expect(findings.codeDoesNotFit().text).toMatch(/^Deze code en geboortedatum horen niet bij elkaar/);
  });
});
