import { describe, expect, it } from 'vitest';
import { checkIndication, type IndicationFacts } from '../../../src/policy/national/indication.ts';
import { EMPTY_POLICY, levelOf, POLICY, said, textOf, TODAY } from '../support.ts';

/** Turns 2 on 16-05-2026 and 4 on 16-05-2028. */
const facts: IndicationFacts = { birthDate: '2024-05-16', issuedOn: '2026-11-01', grounds: ['child'] };
const check = (changes: Partial<IndicationFacts>, policy: typeof POLICY | undefined = POLICY, today = TODAY) =>
  checkIndication({ ...facts, ...changes }, policy, today);

describe('an indication', () => {
  it('inside the window with a known ground gives no finding', () => {
    expect(check({})).toEqual([]);
    expect(check({ grounds: ['child', 'parents'] })).toEqual([]);
  });

  it('before the window is allowed and says from when the child counts', () => {
    const found = check({ issuedOn: '2026-05-15' });
    expect(said(found)).toEqual(['age-within-window inform']);
    expect(textOf(found, 'age-within-window')).toContain('16-05-2026');
    expect(found[0]?.citation.document).toBe('Testbeleid');
  });
  it('on the first day of the window counts at once', () => {
    expect(check({ issuedOn: '2026-05-16' })).toEqual([]);
  });
  it('on the last day before the 4th birthday is allowed', () => {
    expect(check({ issuedOn: '2028-05-15' }, POLICY, '2028-06-01')).toEqual([]);
  });
  it.each(['2028-05-16', '2028-05-17'])('on or after the 4th birthday is blocked: %s', (issuedOn) => {
    const found = check({ issuedOn }, POLICY, '2028-06-01');
    expect(said(found)).toEqual(['age-within-window block']);
    expect(textOf(found, 'age-within-window')).toContain('16-05-2028');
  });
  it('after the 4th birthday is blocked without a municipal policy too', () => {
    expect(levelOf(checkIndication({ ...facts, issuedOn: '2028-05-16' }, undefined, '2028-06-01'), 'age-within-window')).toBe('block');
  });

  it('on the day of birth is no earlier than birth, on the day before it is', () => {
    expect(levelOf(check({ issuedOn: '2024-05-16' }), 'issued-before-birth')).toBeUndefined();
    expect(said(check({ issuedOn: '2024-05-15' }))).toEqual(['issued-before-birth block']);
  });
  it('of today is allowed, of tomorrow is not', () => {
    expect(check({ issuedOn: '2026-11-22' })).toEqual([]);
    expect(said(check({ issuedOn: '2026-11-23' }))).toEqual(['issued-in-future block']);
  });

  it('with something ticked that the definition does not offer is blocked, also when it is a ground by another way', () => {
    const found = check({ grounds: [], unknown: ['child'] });
    expect(said(found)).toEqual(['ground-known block']);
    expect(said(check({ grounds: ['child'], unknown: ['star_sign'] }))).toEqual(['ground-known block']);
  });
  it('with half a ground is blocked, names what is missing and cites the definition', () => {
    const ground = { code: 'language', label: 'Taal' };
    const found = check({ grounds: [], incomplete: [{ ground, missing: [{ code: 'mbo', label: 'Ten hoogste mbo 4' }] }] });
    expect(said(found)).toEqual(['ground-complete block']);
    expect(textOf(found, 'ground-complete')).toContain('Bij “Taal” hoort ook: Ten hoogste mbo 4.');
    expect(found[0]?.citation.document).toBe('Testbeleid');
    expect(check({ incomplete: [] })).toEqual([]);
  });
  it('takes a characteristic for its ground only where characteristics are stored', () => {
    const characteristics = [{ code: 'little_dutch', label: 'Weinig Nederlands' }, { code: 'poor_environment', label: 'Taalarm' }];
    const counting = (countedApart: boolean): typeof POLICY => ({ ...POLICY, grounds: { ...POLICY.grounds!, value: [{ code: 'language', label: 'Taal', characteristics, countedApart }] } });
    expect(check({ grounds: ['little_dutch', 'poor_environment'] }, counting(true))).toEqual([]);
    expect(check({ grounds: ['language'] }, counting(true))).toEqual([]);
    expect(said(check({ grounds: ['little_dutch'] }, counting(false)))).toEqual(['ground-known block']);
    expect(said(check({ grounds: ['little_dutch', 'star_sign'] }, counting(true)))).toEqual(['ground-known block']);
  });
  it('needs a ground', () => {
    expect(said(check({ grounds: [] }))).toEqual(['ground-required block']);
  });
  it.each([['onbekend'], ['CHILD'], ['']])('with a ground that is not on the list is blocked and names those that are: %j', (code) => {
    const found = check({ grounds: ['child', code] });
    expect(said(found)).toEqual(['ground-known block']);
    expect(textOf(found, 'ground-known')).toContain('Ontwikkeling; Ouders');
  });

  it('says which agreements are missing, and guesses none', () => {
    const found = check({ issuedOn: '2025-01-01', grounds: ['zomaar'] }, EMPTY_POLICY);
    expect(said(found)).toEqual(['no-policy inform']);
    expect(textOf(found, 'no-policy')).toMatch(/Leegstad.*leeftijd.*gronden/u);
    const withoutAny = checkIndication(facts, undefined, TODAY);
    expect(textOf(withoutAny, 'no-policy')).toContain('deze gemeente');
  });
  it('names only the agreement that is missing', () => {
    const withoutGrounds = { ...POLICY };
    delete withoutGrounds.grounds;
    const text = textOf(check({}, withoutGrounds), 'no-policy');
    expect(text).toContain('gronden');
    expect(text).not.toContain('leeftijd');
  });
});
