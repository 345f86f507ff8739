import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { isSmall } from '../../src/figures/disclosure.ts';
import { quartersOf } from '../../src/figures/disclosure-quarters.ts';
import { noFacts, type Facts, type HandoverFact } from '../../src/figures/facts.ts';
import type { MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { bandOf, bandText } from '../../src/figures/release-bands.ts';
import { handover, params } from './facts.ts';

const safe = (id: MeasureId, facts: Facts, more: Partial<MeasureParams> = {}): string => computeMeasure(catalogue.get(id), facts, params({ protected: true, policy: {}, ...more })).figure.value;
const many = (count: number, more: Partial<HandoverFact> = {}): HandoverFact[] => Array.from({ length: count }, (_, index) => handover({ child: `${index} ${JSON.stringify(more)}`, ...more }));
const of = (...handovers: HandoverFact[]): Facts => ({ ...noFacts, handovers });

describe('whole calendar quarters', () => {
  it('are what a period must consist of', () => {
    expect(quartersOf({ from: '2024-01-01', until: '2024-04-01' })).toEqual([{ from: '2024-01-01', until: '2024-04-01' }]);
    expect(quartersOf({ from: '2024-01-01', until: '2025-01-01' })).toHaveLength(4);
    for (const [from, until] of [['2024-01-02', '2024-04-01'], ['2024-01-01', '2024-03-31'], ['2024-02-01', '2024-05-01'], ['2023-08-01', '2024-08-01']] as const) expect(quartersOf({ from, until }), from).toEqual([]);
  });
});

describe('handovers for readers, channels and youth health care', () => {
  it('are given in a band, of a quarter, and of a year as the sum of its quarters', () => {
    const facts = of(...many(7), ...many(2, { birthday4: '2024-05-05' }));
    expect(safe('handovers-due', facts)).toBe('5-9');
    expect(safe('handovers-due', facts, { from: '2024-01-01', until: '2025-01-01', referenceDate: '2024-12-31' })).toBe('5-21');
  });
  it('are not given of a part, of other days, or of a quarter that runs', () => {
    const facts = of(...many(30));
    for (const more of [{ isPart: true }, { from: '2024-02-01' }, { until: '2024-03-30' }, { from: '2023-08-01', until: '2024-04-01' }]) expect(safe('handovers-done', facts, more), JSON.stringify(more)).toBe('niet getoond');
  });
  it('are never split, never a share, and an average only of ten children or more', () => {
    const done = (count: number): Facts => of(...many(count, { doneOn: '2024-02-05', talkOn: '2024-02-05' }));
    expect(computeMeasure(catalogue.get('handovers-done'), done(20), params({ protected: true, breakdown: 'school' })).figure.parts).toEqual([]);
    expect([safe('handover-talk', done(40)), safe('handover-feedback', done(40))]).toEqual(['niet getoond', 'niet getoond']);
    expect([safe('handover-days', done(9)), safe('handover-days', done(10)), safe('handover-days', done(10), { isPart: true })]).toEqual(['niet getoond', '10 dagen', 'niet getoond']);
  });

  it('leave two values or more of each small number, from all answers about a quarter together', () => {
    // On time or late, and what the parents said, of those handed over; and the missing. Every answer is a function of these.
    const most = 15;
    const told = Array.from({ length: 5 * most }, (_, count) => bandText(bandOf(count)));
    const seen = new Map<string, { readonly values: Set<number>[]; isWhole: boolean }>();
    const names = ['given', 'refused', 'unanswered', 'missing', 'doneLate', 'done', 'due', 'late'] as const;
    for (let given = 0; given <= most; given += 1) for (let refused = 0; refused <= most; refused += 1) for (let unanswered = 0; unanswered <= most; unanswered += 1)
      for (let missing = 0; missing <= most; missing += 1) for (let doneLate = 0; doneLate <= given + refused + unanswered; doneLate += 1) {
        const done = given + refused + unanswered;
        const key = [done + missing, done, given, refused, missing, doneLate + missing].map((count) => told[count]).join();
        const group = seen.get(key) ?? { values: names.map(() => new Set<number>()), isWhole: true };
        // Above the largest number that is tried others may be possible as well.
        if (Math.max(given, refused, unanswered, missing) === most) group.isWhole = false;
        for (const [index, value] of [given, refused, unanswered, missing, doneLate, done, done + missing, doneLate + missing].entries()) group.values[index]!.add(value);
        seen.set(key, group);
      }
    const whole = [...seen].filter(([, { isWhole }]) => isWhole);
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.flatMap(([key, { values }]) => values.flatMap((each, index) => (each.size === 1 && [...each].every(isSmall) ? [`${names[index]}: ${key}`] : [])))).toEqual([]);
  });
});
