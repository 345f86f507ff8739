import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { CHECKS } from '../../src/figures/checks/index.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { noFacts, type Facts, type HandoverFact } from '../../src/figures/facts.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { anyHandover, handover, params, policyValue } from './facts.ts';

const of = (...handovers: HandoverFact[]): Facts => ({ ...noFacts, handovers });
const figure = (id: MeasureId, facts: Facts, more: Partial<MeasureParams> = {}): Figure => computeMeasure(catalogue.get(id), facts, params(more)).figure;
const number = (id: MeasureId, facts: Facts, more: Partial<MeasureParams> = {}): number => figure(id, facts, more).numerator ?? 0;
const moments = (overdueMonths: number) => ({ handoverMoments: policyValue({ withVeOrCareMonths: 42, otherwiseMonths: 45, reminderMonths: 46, overdueMonths }, 'months') });

describe('handovers that are due', () => {
  it('are of fourth birthdays in the period: its first day and last day are in it, the days around it are not', () => {
    for (const [birthday4, expected] of [['2023-12-31', 0], ['2024-01-01', 1], ['2024-03-31', 1], ['2024-04-01', 0]] as const) expect(number('handovers-due', of(handover({ birthday4 }))), birthday4).toBe(expected);
  });
  it('are nobody when nobody turned four', () => {
    expect(figure('handovers-due', of())).toMatchObject({ value: '0', numerator: 0 });
    expect(figure('handover-talk', of())).toMatchObject({ value: 'geen' });
  });
});

describe('a handover that is done', () => {
  it('counts on the reference date, and not a day later', () => {
    expect(number('handovers-done', of(handover({ doneOn: '2024-03-31' })))).toBe(1);
    expect(number('handovers-missing', of(handover({ doneOn: '2024-04-01' })))).toBe(1);
  });
  it('says of how many children, and what the parents said', () => {
    const done = (consent: HandoverFact['consent']): HandoverFact => handover({ doneOn: '2024-01-10', consent });
    const facts = of(done('consent_given'), done('consent_refused'), done('consent_withdrawn'), done('consent_asked'), done(undefined), handover());
    expect(figure('handovers-done', facts)).toMatchObject({ value: '5', basis: '5 van 6 kinderen', remarks: ['Daarvan 1 met toestemming van de ouders, 2 geweigerd of ingetrokken en 2 zonder antwoord.'] });
    expect(figure('handovers-with-consent', facts)).toMatchObject({ value: '1', basis: '1 van 5 kinderen' });
    expect(figure('handovers-refused', facts)).toMatchObject({ value: '2', basis: '2 van 5 kinderen' });
  });
});

describe('a handover that is late', () => {
  const late = (doneOn: string | undefined, overdueMonths?: number): number => number('handovers-late', of(handover({ doneOn })), overdueMonths === undefined ? { policy: {} } : { policy: moments(overdueMonths) });
  it('is so from the 4th birthday on, by practice: the day itself is late and the day before is not', () => {
    expect([late('2024-02-14'), late('2024-02-15'), late(undefined)]).toEqual([0, 1, 1]);
  });
  it('is so from the month that the municipality agreed on', () => {
    expect([late('2024-01-14', 47), late('2024-01-15', 47)]).toEqual([0, 1]);
    // A month after the birthday; on 31 March that has passed, a month later it has not.
    expect([late('2024-03-14', 49), late(undefined, 49), late(undefined, 50)]).toEqual([0, 1, 0]);
  });
  it('says since when, and how many of them came after all', () => {
    const facts = of(handover({ doneOn: '2024-03-01' }), handover(), handover({ doneOn: '2024-02-01' }));
    expect(figure('handovers-late', facts, { policy: {} })).toMatchObject({ value: '2', basis: '2 van 3 kinderen', remarks: ['Daarvan 1 kind te laat overgedragen en 1 niet overgedragen.', 'Te laat is: op of na de leeftijd van 4 jaar.'] });
  });
  it('is not given for a day on which nothing said when', () => {
    const old = { referenceDate: '2009-12-31', from: '2009-01-01', until: '2010-01-01', policy: {} };
    expect(figure('handovers-late', of(handover({ birthDate: '2005-05-05', birthday4: '2009-05-05' })), old)).toMatchObject({ value: 'niet te geven' });
  });
});

describe('what became of a handover', () => {
  it('is the average of days before the birthday, and after it below zero', () => {
    expect(figure('handover-days', of(handover({ doneOn: '2024-02-05' }), handover({ doneOn: '2024-02-10' })))).toMatchObject({ value: '7,5 dagen', basis: 'over 2 kinderen' });
    expect(figure('handover-days', of(handover({ doneOn: '2024-02-15' })))).toMatchObject({ value: '0,0 dagen' });
    expect(figure('handover-days', of(handover({ doneOn: '2024-02-18' })))).toMatchObject({ value: '-3,0 dagen', remarks: ['Gemiddeld was de overdracht na de 4e verjaardag.'] });
  });
  it('is a share of those handed over, with a talk or feedback by the reference date', () => {
    const facts = of(handover({ doneOn: '2024-02-01', talkOn: '2024-03-31', feedbackOn: '2024-04-01' }), handover({ doneOn: '2024-02-01' }), handover({ talkOn: '2024-02-01' }));
    expect(figure('handover-talk', facts)).toMatchObject({ value: '50,0%', basis: '1 van 2 kinderen' });
    expect(figure('handover-feedback', facts)).toMatchObject({ value: '0%' });
  });
  it('is split by school and programme, and says when these are not known', () => {
    const facts = of(handover({ school: 'De Lindeboom', doneOn: '2024-02-01', programme: 'Piramide' }), handover({ school: 'De Lindeboom' }), handover());
    expect(figure('handovers-missing', facts, { breakdown: 'school' }).parts).toEqual([{ label: 'De Lindeboom', value: '1 van 2' }, { label: 'School niet bekend', value: '1 van 1' }]);
    expect(figure('handovers-done', facts, { breakdown: 'programme' }).parts).toContainEqual({ label: 'Piramide', value: '1 van 1' });
  });
});

describe('the figures of handovers, on any facts', () => {
  it('reconcile, and the checks say so', () => {
    fc.assert(fc.property(fc.array(anyHandover, { maxLength: 30 }), fc.constantFrom(46, 48, 50), (handovers, overdue) => {
      const facts = of(...handovers);
      const all = { policy: moments(overdue) };
      expect(number('handovers-done', facts, all) + number('handovers-missing', facts, all)).toBe(number('handovers-due', facts, all));
      expect(number('handovers-with-consent', facts, all) + number('handovers-refused', facts, all)).toBeLessThanOrEqual(number('handovers-done', facts, all));
      for (const check of CHECKS.filter(({ id }) => id.includes('handover'))) expect(check.run(facts, params(all)), check.id).toMatchObject({ holds: true });
    }));
  });
});
