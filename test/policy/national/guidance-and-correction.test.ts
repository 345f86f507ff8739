import { describe, expect, it } from 'vitest';
import { checkCorrection } from '../../../src/policy/national/correction.ts';
import { checkGuidance, type GuidanceFacts } from '../../../src/policy/national/guidance.ts';
import { said, TODAY } from '../support.ts';

const facts: GuidanceFacts = { indicationIssuedOn: '2026-09-01', day: '2026-11-01', kind: 'non_reach', reason: 'waiting_list' };
const check = (changes: Partial<GuidanceFacts>) => said(checkGuidance({ ...facts, ...changes }, TODAY));

describe('an outcome of guidance', () => {
  it('with a reason from the list gives no finding', () => {
    expect(check({})).toEqual([]);
  });
  it.each(['offer', 'refusal'] as const)('that is an %s needs a day and nothing more', (kind) => {
    expect(said(checkGuidance({ indicationIssuedOn: '2026-09-01', day: '2026-11-01', kind }, TODAY))).toEqual([]);
    expect(check({ kind, reason: 'other' })).toEqual([]);
  });
  it('of non-reach needs a reason', () => {
    expect(said(checkGuidance({ indicationIssuedOn: '2026-09-01', day: '2026-11-01', kind: 'non_reach' }, TODAY))).toEqual(['reason-required block']);
    expect(check({ reason: 'unknown' })).toEqual([]);
  });
  it('with another reason needs words', () => {
    expect(check({ reason: 'other' })).toEqual(['other-needs-text block']);
    expect(check({ reason: 'other', note: ' \n' })).toEqual(['other-needs-text block']);
    expect(check({ reason: 'other', note: 'verblijft in het buitenland' })).toEqual([]);
  });
  it('may be of today, not of tomorrow', () => {
    expect(check({ day: '2026-11-22' })).toEqual([]);
    expect(check({ day: '2026-11-23' })).toEqual(['guidance-in-future block']);
  });
  it('may be of the day of the indication, not of the day before', () => {
    expect(check({ day: '2026-09-01' })).toEqual([]);
    expect(check({ day: '2026-08-31' })).toEqual(['guidance-before-indication block']);
  });
  it('needs an indication', () => {
    expect(said(checkGuidance({ day: '2026-11-01', kind: 'offer' }, TODAY))).toEqual(['no-indication block']);
  });
});

describe('a correction or withdrawal', () => {
  it.each([undefined, '', '  ', '?!', '\u200b'])('needs a reason: %j is none', (reason) => {
    expect(said(checkCorrection(reason === undefined ? {} : { reason }))).toEqual(['reason-required block']);
  });
  it('with a reason is accepted, whatever else is in it', () => {
    expect(checkCorrection({ reason: "verkeerde datum '); drop table children; --" })).toEqual([]);
  });
});
