import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/policy/engine/days.ts';
import type { ResolvedPolicy } from '../../../src/policy/engine/types.ts';
import type { IntakeFacts } from '../../../src/policy/national/intake-facts.ts';
import { checkIntake } from '../../../src/policy/national/intake.ts';
import { EMPTY_POLICY, INTAKE, levelOf, POLICY, said, textOf, TODAY } from '../support.ts';

const check = (changes: Partial<IntakeFacts>, today = TODAY, policy: ResolvedPolicy | undefined = POLICY) =>
  checkIntake({ ...INTAKE, ...changes }, policy, today);
const without = (key: 'indication' | 'placesOffered'): IntakeFacts => {
  const facts = { ...INTAKE };
  delete facts[key];
  return facts;
};
/** A regular place, to which nothing of VE applies. */
const regular: Partial<IntakeFacts> = { vePlace: false, hoursPerWeek: 8, daysPerWeek: 1, placesTakenBefore: 8 };

describe('an intake', () => {
  it('that is in order gives no finding', () => {
    expect(check({})).toEqual([]);
  });
  it('of a regular place is not measured by the rules of VE', () => {
    const facts = { ...without('indication'), ...regular, otherPlacements: [{ start: '2026-06-01', sameLocation: false }] };
    expect(checkIntake(facts, undefined, TODAY)).toEqual([]);
    expect(check({ ...regular, startDate: '2026-11-01', birthDate: '2022-05-01' })).toEqual([]);
  });
});

describe('the age at the start of a VE place', () => {
  const young = { birthDate: '2024-11-16' };
  it('may be the first day of the window', () => {
    expect(levelOf(check({ ...young, startDate: '2026-11-16' }), 'age-within-window')).toBeUndefined();
  });
  it('may not be the day before, and the first possible day is named', () => {
    const found = check({ ...young, startDate: '2026-11-15' });
    expect(levelOf(found, 'age-within-window')).toBe('block');
    expect(textOf(found, 'age-within-window')).toContain('vanaf 16-11-2026');
    expect(found[0]?.citation.document).toBe('Testbeleid');
  });
  it('may be the last day before the 4th birthday, not the birthday itself', () => {
    expect(levelOf(check({ birthDate: '2022-11-17' }), 'age-within-window')).toBeUndefined();
    expect(levelOf(check({ birthDate: '2022-11-16' }), 'age-within-window')).toBe('block');
    expect(levelOf(check({ birthDate: '2022-11-15' }), 'age-within-window')).toBe('block');
  });
  it('is not decided without an agreement, apart from the 4th birthday', () => {
    const tooYoung = { ...INTAKE, birthDate: '2025-11-16' };
    for (const policy of [undefined, EMPTY_POLICY]) {
      expect(said(checkIntake(tooYoung, policy, TODAY))).toEqual(['no-policy inform']);
    }
    expect(levelOf(check({ birthDate: '2022-11-16' }, TODAY, EMPTY_POLICY), 'age-within-window')).toBe('block');
  });
  it('follows the window of another municipality', () => {
    const from30 = { ...POLICY, windowStartMonths: { ...POLICY.windowStartMonths!, value: 30 } };
    expect(check({}, TODAY, from30)).toEqual([]);
    expect(levelOf(check({ startDate: '2026-11-15' }, TODAY, from30), 'age-within-window')).toBe('block');
  });
});

describe('the indication for a VE place', () => {
  it('is needed, and the text offers the two ways out', () => {
    const found = checkIntake(without('indication'), POLICY, TODAY);
    expect(said(found)).toEqual(['indication-needed block']);
    expect(textOf(found, 'indication-needed')).toMatch(/gewone plek.*JGZ/u);
  });
  it('may be issued on the day of the start, not a day later', () => {
    expect(check({ indication: { issuedOn: '2026-11-16' } })).toEqual([]);
    const found = check({ indication: { issuedOn: '2026-11-17' } });
    expect(said(found)).toEqual(['indication-needed block']);
    expect(textOf(found, 'indication-needed')).toContain('17-11-2026');
  });
  it('may end the day after the start, not on it', () => {
    expect(check({ indication: { issuedOn: '2026-09-01', endedOn: '2026-11-17' } })).toEqual([]);
    const found = check({ indication: { issuedOn: '2026-09-01', endedOn: '2026-11-16' } });
    expect(said(found)).toEqual(['indication-needed block']);
    expect(textOf(found, 'indication-needed')).toContain('niet meer sinds 16-11-2026');
  });
});

describe('another VE place of the same child', () => {
  const other = (start: string, end?: string, sameLocation = false) => ({ start, sameLocation, ...(end === undefined ? {} : { end }) });
  it('that ended by the start is no overlap, that ends a day later is', () => {
    expect(check({ otherPlacements: [other('2026-08-01', '2026-11-16')] })).toEqual([]);
    const found = check({ otherPlacements: [other('2026-08-01', '2026-11-17')] });
    expect(said(found)).toEqual(['overlapping-placement block']);
    expect(textOf(found, 'overlapping-placement')).toContain('vanaf 17-11-2026');
  });
  it('that starts later overlaps too, since the new place has no end', () => {
    expect(said(check({ otherPlacements: [other('2027-01-01')] }))).toEqual(['overlapping-placement block']);
  });
  it('elsewhere is not described further', () => {
    const text = textOf(check({ otherPlacements: [other('2026-08-01')] }), 'overlapping-placement');
    expect(text).toContain('een andere locatie');
    expect(text).not.toContain('2026');
  });
  it('at the own location is named with its start', () => {
    expect(textOf(check({ otherPlacements: [other('2026-08-01', undefined, true)] }), 'overlapping-placement')).toContain('uw eigen locatie, sinds 01-08-2026');
  });
  it.each([[[0, 1]], [[1, 0]]])('gives one finding, about the one that lasts longest, in whatever order: %j', (order) => {
    const placements = [other('2026-08-01', '2026-12-01'), other('2026-12-01', '2027-02-01')];
    const found = check({ otherPlacements: order.map((index) => placements[index]!) });
    expect(said(found)).toEqual(['overlapping-placement block']);
    expect(textOf(found, 'overlapping-placement')).toContain('01-02-2027');
    const open = check({ otherPlacements: [other('2026-12-01'), ...placements] });
    expect(textOf(open, 'overlapping-placement')).toContain('Meld eerst de uitstroom');
  });
});

describe('room', () => {
  it('in the group is asked about above 16 enrolled, with the note on what was read', () => {
    expect(check({ groupEnrolledAfter: 16 })).toEqual([]);
    const found = check({ groupEnrolledAfter: 17 });
    expect(said(found)).toEqual(['group-over-16 confirm']);
    expect(found[0]?.citation).toMatchObject({ section: 'artikel 3, tweede lid', status: 'read-old-version' });
    expect(found[0]?.citation.note).toContain('2018');
    expect(levelOf(check({ ...regular, groupEnrolledAfter: 17 }), 'group-over-16')).toBe('confirm');
  });
  it('on VE places is there up to the last one', () => {
    expect(check({ placesOffered: 8, placesTakenBefore: 7 })).toEqual([]);
    const found = check({ placesOffered: 8, placesTakenBefore: 8 });
    expect(said(found)).toEqual(['no-free-ve-place confirm']);
    expect(textOf(found, 'no-free-ve-place')).toContain('8 van de 8 VE-plekken');
    expect(levelOf(check({ placesOffered: 8, placesTakenBefore: 9 }), 'no-free-ve-place')).toBe('confirm');
  });
  it('is not there when a location offers none, and unknown when nobody recorded it', () => {
    expect(levelOf(check({ placesOffered: 0, placesTakenBefore: 0 }), 'no-free-ve-place')).toBe('confirm');
    const found = checkIntake(without('placesOffered'), POLICY, TODAY);
    expect(said(found)).toEqual(['no-free-ve-place confirm']);
    expect(textOf(found, 'no-free-ve-place')).toContain('geen VE-plekken vastgelegd');
  });
});

describe('the start date', () => {
  it('may not lie before birth', () => {
    expect(said(check({ ...regular, startDate: '2026-11-16', birthDate: '2026-11-16' }))).toEqual([]);
    expect(said(check({ ...regular, startDate: '2026-11-16', birthDate: '2026-11-17' }))).toEqual(['start-before-birth block']);
    expect(levelOf(check({ startDate: '2024-05-15' }), 'age-within-window')).toBeUndefined();
  });
  it('may lie twelve months ahead, not a day more', () => {
    expect(levelOf(check({ startDate: '2027-11-22' }), 'start-far-future')).toBeUndefined();
    const found = check({ startDate: '2027-11-23' });
    expect(levelOf(found, 'start-far-future')).toBe('block');
    expect(textOf(found, 'start-far-future')).toContain('tot en met 22-11-2027');
  });
  it('may be 31 days ago; from 32 days it is asked', () => {
    expect(check({}, addDays(INTAKE.startDate, 31))).toEqual([]);
    const found = check({}, addDays(INTAKE.startDate, 32));
    expect(said(found)).toEqual(['backdated confirm']);
    expect(textOf(found, 'backdated')).toContain('16-11-2026');
    expect(textOf(found, 'backdated')).toContain('32 dagen');
  });
  it('after the day of 2,5 years is late, which is told and is no violation', () => {
    expect(levelOf(check({ startDate: '2026-11-16' }), 'late-start')).toBeUndefined();
    const found = check({ startDate: '2026-11-17' });
    expect(said(found)).toEqual(['late-start inform']);
    expect(textOf(found, 'late-start')).toContain('geen overtreding');
    expect(textOf(found, 'late-start')).toContain('16-11-2026');
  });
  it('halfway between 2,5 and 4 years leaves about half of the hours', () => {
    const found = check({ birthDate: '2023-08-16' });
    expect(textOf(found, 'late-start')).toMatch(/ongeveer 4\d\d van 960 uur: een tekort van 4\d\d uur/u);
  });
});

describe('hours', () => {
  it('of 16 a week are enough, below that the shortfall is told', () => {
    expect(check({ hoursPerWeek: 16 })).toEqual([]);
    const found = check({ hoursPerWeek: 15 });
    expect(said(found)).toEqual(['hours-below-week inform']);
    expect(textOf(found, 'hours-below-week')).toContain('ongeveer 900 van 960 uur: een tekort van 60 uur');
    expect(found[0]?.citation.document).toBe('Testbeleid');
  });
  it('are compared with the law where the municipality agreed on none', () => {
    const found = check({ hoursPerWeek: 12 }, TODAY, EMPTY_POLICY);
    expect(textOf(found, 'hours-below-week')).toContain('een tekort van 240 uur');
    expect(found.find((each) => each.rule === 'hours-below-week')?.citation.section).toBe('artikel 2, eerste lid');
  });
  it('of the municipality go before those of the law', () => {
    const twelve = { ...POLICY, hoursPerWeek: { ...POLICY.hoursPerWeek!, value: 12 } };
    expect(check({ hoursPerWeek: 12 }, TODAY, twelve)).toEqual([]);
  });
  it('above six a day do not count', () => {
    expect(check({ hoursPerWeek: 18, daysPerWeek: 3 })).toEqual([]);
    const found = check({ hoursPerWeek: 18.5, daysPerWeek: 3 });
    expect(said(found)).toEqual(['hours-above-6-a-day inform']);
    expect(textOf(found, 'hours-above-6-a-day')).toContain('van de 18,5 uur op 3 dagen per week tellen er 18');
  });
  it('that do not count do not help to reach 16', () => {
    const found = check({ hoursPerWeek: 16, daysPerWeek: 2 });
    expect(said(found)).toEqual(['hours-below-week inform', 'hours-above-6-a-day inform']);
    expect(textOf(found, 'hours-below-week')).toContain('een tekort van 240 uur');
  });
  it('can make up for a late start', () => {
    const found = check({ birthDate: '2024-03-16', hoursPerWeek: 24, daysPerWeek: 4 });
    expect(textOf(found, 'late-start')).toContain('haalt het kind toch 960 uur');
  });
  it('have the same shortfall in every finding, so that nobody adds it up twice', () => {
    const found = check({ birthDate: '2023-08-16', hoursPerWeek: 12 });
    expect(said(found)).toEqual(['hours-below-week inform', 'late-start inform']);
    const shortfalls = found.map(({ text }) => /tekort van (\d+) uur/u.exec(text)?.[1]);
    expect(shortfalls[0]).toBeDefined();
    expect(new Set(shortfalls).size).toBe(1);
  });
  it('are not spoken of on or after the 4th birthday', () => {
    expect(said(check({ birthDate: '2022-11-16' }))).toEqual(['age-within-window block']);
  });
});
