import { describe, expect, it } from 'vitest';
import { checkExit, type ExitFacts } from '../../../src/policy/national/exit.ts';
import { levelOf, said, textOf, TODAY } from '../support.ts';

/** Turned 4 on 16-11-2026. */
const facts: ExitFacts = { birthDate: '2022-11-16', start: '2025-05-16', lastDay: '2026-11-15', reason: 'school_at_4' };
const check = (changes: Partial<ExitFacts>, today = TODAY) => checkExit({ ...facts, ...changes }, today);

describe('an exit', () => {
  it('to school, with the day before the 4th birthday as the last, gives no finding', () => {
    expect(check({})).toEqual([]);
  });
  it('after the 4th birthday gives none either', () => {
    expect(check({ lastDay: '2026-11-20' })).toEqual([]);
  });

  it('may be on the day of the start, not before it', () => {
    expect(levelOf(check({ start: '2026-11-15' }), 'exit-before-start')).toBeUndefined();
    const found = check({ start: '2026-11-16' });
    expect(said(found)).toEqual(['exit-before-start block']);
    expect(textOf(found, 'exit-before-start')).toContain('16-11-2026');
  });

  it('may lie three months ahead, not a day more', () => {
    expect(levelOf(check({ lastDay: '2027-02-22' }), 'exit-in-future')).toBeUndefined();
    const found = check({ lastDay: '2027-02-23' });
    expect(said(found)).toEqual(['exit-in-future block']);
    expect(textOf(found, 'exit-in-future')).toContain('tot en met 22-02-2027');
  });
  it('counts three months to the end of a short month', () => {
    expect(levelOf(check({ lastDay: '2027-02-28' }, '2026-11-30'), 'exit-in-future')).toBeUndefined();
    expect(levelOf(check({ lastDay: '2027-03-01' }, '2026-11-30'), 'exit-in-future')).toBe('block');
  });

  it.each([undefined, '', '   ', '.', '\u200b\u200b', '---'])('for another reason needs words: %j is none', (note) => {
    const found = check({ reason: 'other', ...(note === undefined ? {} : { note }) });
    expect(said(found)).toEqual(['other-needs-text block']);
  });
  it('for another reason with words is accepted, and a known reason needs none', () => {
    expect(check({ reason: 'other', note: 'é' })).toEqual([]);
    expect(check({ reason: 'moved' })).toEqual([]);
  });

  it('is early when the child is not yet 4 on the day after', () => {
    const found = check({ lastDay: '2026-11-14', reason: 'moved' });
    expect(said(found)).toEqual(['early-exit inform']);
    expect(textOf(found, 'early-exit')).toContain('16-11-2026');
    expect(check({ lastDay: '2026-11-15', reason: 'moved' })).toEqual([]);
  });
  it('to school before the 4th birthday is asked about', () => {
    expect(said(check({ lastDay: '2026-11-14' }))).toEqual(['school-at-4-before-4 confirm', 'early-exit inform']);
  });

  it('of 31 days ago is in time, of 32 days is asked about', () => {
    expect(check({}, '2026-12-16')).toEqual([]);
    expect(said(check({}, '2026-12-17'))).toEqual(['backdated confirm']);
  });
  it('for a child born on 29 February follows the day on which the database sees it turn 4', () => {
    const leapling = { birthDate: '2024-02-29', start: '2027-01-01', reason: 'moved' } as const;
    expect(checkExit({ ...leapling, lastDay: '2028-02-27' }, '2028-02-28').map(({ rule }) => rule)).toEqual(['early-exit']);
    expect(checkExit({ ...leapling, lastDay: '2028-02-28' }, '2028-02-28')).toEqual([]);
  });
});
