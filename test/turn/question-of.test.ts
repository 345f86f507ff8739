import { describe, expect, it } from 'vitest';
import { Question } from '../../src/ask/question.ts';
import type { GivenBefore } from '../../src/turn/give-figure.ts';
import { questionOf } from '../../src/turn/question-of.ts';

const place = { name: 'Putten', municipalityCode: '0273', policy: {} };
const period = { kind: 'quarter', label: 'kwartaal 1 van 2024', start: '2024-01-01', endExclusive: '2024-04-01' };
const given: GivenBefore = {
  request: { measure: 'reach', whole: { label: period.label, from: '2024-01-01', referenceDate: '2024-03-31', places: [place] }, cells: [], protected: false },
  placeName: 'Putten', period, breakdown: undefined, notes: [], question: undefined,
};

describe('the question of a reference', () => {
  it('is the one that was kept', () => {
    const question = Question.parse({ measures: ['exits'], scopes: [], when: { kind: 'period', period, assumed: true } });
    expect(questionOf({ ...given, question })).toBe(question);
  });

  it('is put together for one from before questions were kept, with its place, period and split', () => {
    expect(questionOf(given)).toEqual({ measures: ['reach'], scopes: [{ kind: 'municipality', id: '0273', name: 'Putten' }], when: { kind: 'period', period, assumed: false } });
    expect(questionOf({ ...given, breakdown: 'reason' })).toMatchObject({ split: 'reason', when: { kind: 'period' } });
    expect(questionOf({ ...given, breakdown: 'quarter' })).toMatchObject({ when: { kind: 'series', step: 'quarter' } });
    expect(questionOf({ ...given, request: { ...given.request, whole: { ...given.request.whole, places: [{ name: 'De Bosrand', locationId: 'l1', policy: {} }] } }, placeName: 'De Bosrand' }).scopes).toEqual([{ kind: 'location', id: 'l1', name: 'De Bosrand' }]);
  });

  it('has the days that were counted when less of the period was kept, and is a question each time', () => {
    const old = questionOf({ ...given, period: { label: 'kwartaal 1 van 2024', start: '2024-01-01' } });
    expect(old.when).toEqual({ kind: 'period', assumed: false, period: { kind: 'range', label: 'kwartaal 1 van 2024', start: '2024-01-01', endExclusive: '2024-04-01' } });
    for (const question of [old, questionOf(given), questionOf({ ...given, breakdown: 'month' })]) expect(Question.parse(question)).toEqual(question);
  });
});
