import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as administration from '../../dialogs/admin/findings.ts';
import * as findings from '../../dialogs/findings.ts';

const dayRule = administration.unlikelyDay;
const { cannotManage, nameTaken, renamed, nothingChanged, cannotClose, closesToo, cannotSucceed, endsRunning, fewerThanTaken, agreementReplaced, cannotRevoke, revokesOwn } = administration;
const managed = [cannotManage, nameTaken, renamed, nothingChanged, cannotClose, closesToo, cannotSucceed, endsRunning, fewerThanTaken, agreementReplaced, cannotRevoke, revokesOwn];
const all = [...Object.values(findings), ...managed].map((make) => make('tekst'));

describe('the findings of the dialogs', () => {
  it('cite a heading of the written rules, and no heading is left over', () => {
    const text = readFileSync(join(import.meta.dirname, '../../dialogs/gebruiksregels.md'), 'utf8');
    const headings = text.match(/(?<=^## ).+$/gmu) ?? [];
    expect([...new Set(all.map(({ citation }) => citation.section))].sort()).toEqual([...headings].sort());
  });
  it('cite the recording rules about a day far back or far ahead', () => {
    expect([dayRule('De dag', '2026-01-01', '2026-11-22'), dayRule('De dag', '2030-01-01', '2026-11-22')].map((one) => one?.citation.section)).toEqual(['Met terugwerkende kracht', 'Met terugwerkende kracht']);
  });
  it('never say which of code and birth date is wrong', () => {
    expect(findings.codeDoesNotFit().text).toMatch(/^Deze code en geboortedatum horen niet bij elkaar/);
  });
});
