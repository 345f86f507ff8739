import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts } from '../../src/figures/add-counts.ts';
import { catalogue } from '../../src/figures/catalogue.ts';
import { bandOf, bandText } from '../../src/figures/release-bands.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import type { Facts, PlacementFact, TargetFact } from '../../src/figures/facts.ts';
import type { Figure, MeasureId } from '../../src/figures/types.ts';
import { anyFacts, facts, location, params, placement, target } from './facts.ts';

/** Months of age in the plainest way: how often the day of the month came round. Days after the 28th do not occur in the limits used. */
function naiveMonths(birth: string, day: string): number {
  const [by = 0, bm = 0, bd = 0] = birth.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return (y - by) * 12 + (m - bm) - (d >= Math.min(bd, lastDay) ? 0 : 1);
}

/** A second reading of each definition, with loops and without the code under test. */
function naive(all: Facts): Partial<Record<MeasureId, number>> {
  const day = '2024-03-31';
  const inAge = (from: number) => (t: TargetFact): boolean => naiveMonths(t.birthDate, day) >= from && naiveMonths(t.birthDate, day) < 48;
  const targets = all.targets.filter(inAge(24));
  const is = (list: readonly TargetFact[], ...standings: string[]): number => list.filter((t) => standings.includes(t.standing)).length;
  const result = { intakes: 0, exits: 0, early: 0, taken: 0, offered: 0, free: 0 };
  for (const place of all.locations) {
    // Of two codes of one child the placement that began last stands for both, then the one of most hours.
    const order = (p: PlacementFact): string => `${p.start} ${String(p.hoursPerWeek * 10).padStart(4, '0')} ${p.group ?? ''} ${p.exitReason ?? ''}`;
    const ve = place.placements.filter((p) => p.vePlace).sort((p, q) => (order(p) < order(q) ? -1 : order(p) > order(q) ? 1 : 0));
    const distinct = (list: readonly PlacementFact[], key: (p: PlacementFact) => string): PlacementFact[] => list.filter((p, i) => !list.slice(i + 1).some((q) => q.child === p.child && key(q) === key(p)));
    const exits = distinct(ve.filter((p) => p.end !== undefined && p.end > '2024-01-01' && p.end <= '2024-04-01'), (p) => p.end!);
    result.intakes += distinct(ve.filter((p) => p.start >= '2024-01-01' && p.start < '2024-04-01'), (p) => p.start).length;
    result.exits += exits.length;
    result.early += exits.filter((p) => p.birthDate !== undefined && naiveMonths(p.birthDate, p.end!) < 48).length;
    if (place.offered === null) continue;
    const taken = new Set(ve.filter((p) => p.start <= day && (p.end === undefined || p.end > day)).map((p) => p.child)).size;
    result.taken += taken;
    result.offered += place.offered;
    result.free += place.offered > taken ? place.offered - taken : 0;
  }
  return {
    'target-toddlers': targets.length, indications: targets.length, 'not-reached': is(targets, 'notReached'), unknown: is(targets, 'unknown'), 'placed-elsewhere': is(targets, 'elsewhere'),
    reach: is(targets, 'here', 'elsewhere'), 'reach-inspectorate': is(all.targets.filter(inAge(30)), 'here', 'elsewhere'),
    intakes: result.intakes, exits: result.exits, 'early-exits': result.early, 'taken-places': result.taken, occupancy: result.taken, 've-places': result.offered, 'free-places': result.free,
  };
}

const exact = (id: MeasureId, all: Facts): Figure => computeMeasure(catalogue.get(id), all, params()).figure;
const protectedFigure = (id: MeasureId, all: Facts, more: Partial<Parameters<typeof params>[0]> = {}): Figure => computeMeasure(catalogue.get(id), all, params({ protected: true, ...more })).figure;

describe('every measure, on any facts', () => {
  it('agrees with a naive reading of its definition', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      for (const [id, expected] of Object.entries(naive(all))) expect(exact(id as MeasureId, all).numerator ?? 0, id).toBe(expected);
    }), { numRuns: 300 });
  });

  it('reconciles: reached, not reached and unknown are all; exits by reason are the exits', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      const number = (id: MeasureId): number => exact(id, all).numerator ?? 0;
      expect(number('reach') + number('not-reached') + number('unknown')).toBe(number('target-toddlers'));
      for (const id of ['exits', 'early-exits', 'intakes'] as const) expect(exact(id, all).parts.reduce((sum, { value }) => sum + Number(value), 0)).toBe(number(id));
      expect(number('early-exits')).toBeLessThanOrEqual(number('exits'));
    }));
  });

  it('has rows behind it that add up to its numerator and denominator', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      for (const measure of catalogue.all) {
        const { numerator, denominator } = exact(measure.id, all);
        const rows = measure.rows(all, params());
        const total = (field: 'numerator' | 'denominator'): number => rows.reduce((sum, row) => sum + row[field], 0);
        if (numerator !== undefined) expect(total('numerator'), measure.id).toBe(numerator);
        // Capacity has no denominator of its own that rows could miss.
        if (denominator !== undefined) expect(total('denominator'), measure.id).toBe(denominator);
      }
    }), { numRuns: 100 });
  });

  it('adds up over several municipalities: numerators and denominators of the members', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (one, other) => {
      for (const measure of catalogue.all) {
        const elsewhere = { ...other, locations: other.locations.map((place) => ({ ...place, locationId: `${place.locationId}2` })) };
        const counts = [one, elsewhere].map((all) => measure.count(all, params()));
        const [a, b] = counts.map((count) => measure.figureOf(count, params()));
        const together = measure.figureOf(addCounts(counts), params({ members: [{ name: 'A', policy: {} }, { name: 'B', policy: {} }] }));
        if (together.numerator === undefined) continue;
        expect(together.numerator, measure.id).toBeCloseTo((a!.numerator ?? 0) + (b!.numerator ?? 0), 9);
        expect(together.denominator ?? 0, measure.id).toBe((a!.denominator ?? 0) + (b!.denominator ?? 0));
      }
    }), { numRuns: 60 });
  });

  it('can be split in each way that it allows, without another number', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      for (const measure of catalogue.all) for (const breakdown of measure.breakdowns) expect(computeMeasure(measure, all, params({ breakdown })).figure.value, `${measure.id} ${breakdown}`).toBe(exact(measure.id, all).value);
    }), { numRuns: 50 });
  });
});

describe('every measure for readers and channels', () => {
  const exits = (early: number, others: number): Facts => facts([], [location([
    ...Array.from({ length: early }, (_, child) => placement({ child: String(child), end: '2024-02-01', exitReason: 'moved', birthDate: '2022-01-01' })),
    ...Array.from({ length: others }, (_, child) => placement({ child: String(100 + child), end: '2024-02-01', exitReason: 'school_at_4', birthDate: '2020-01-01' })),
  ])]);
  it('gives exits in the same words for every number of one band', () => {
    for (let early = 0; early <= 12; early += 1)
      for (let others = 0; others <= 12; others += 1) {
        expect(protectedFigure('early-exits', exits(early, others)), `${early} ${others}`).toMatchObject({ value: bandText(bandOf(early)), parts: [] });
        expect(protectedFigure('exits', exits(early, others)).value).toBe(bandText(bandOf(early + others)));
        expect(protectedFigure('exits', exits(early, others))).not.toHaveProperty('numerator');
      }
  });

  it('gives nothing of intakes, which beside exits and places would give numbers away', () => {
    expect(protectedFigure('intakes', exits(10, 10))).toMatchObject({ value: 'niet getoond', parts: [] });
    // Nor whether they are enough for an average: beside places of four locations on two days, ten of them say exactly who left.
    expect([0, 9, 10, 30].map((count) => protectedFigure('start-age', facts([], [location(Array.from({ length: count }, (_, child) => placement({ child: String(child) })))])).value)).toEqual(Array(4).fill('niet getoond'));
  });

  it('says the same of places and supply whether or not a child is where none are offered', () => {
    const at = (count: number, offered: number | null): Facts => facts(Array.from({ length: 12 }, (_, child) => target({ child: `t${child}` })), [
      location([], { offered: 4 }), location(Array.from({ length: count }, (_, child) => placement({ child: String(child) })), { locationId: 'b', location: 'De Bosrand', offered }),
    ]);
    for (const id of ['ve-places', 'free-places', 'taken-places', 'occupancy', 'supply'] as const)
      for (const more of [{}, { breakdown: 'provider' }, { isPart: true }] as const) expect(protectedFigure(id, at(3, null), more), id).toEqual(protectedFigure(id, at(0, null), more));
    expect(protectedFigure('supply', at(3, null)).value).toBe('nee, voor zover vastgelegd');
    expect(protectedFigure('ve-places', at(3, null)).remarks).toEqual(['Een locatie waarvan geen aantal VE-plekken is vastgelegd, telt hier niet mee.']);
  });

  it('gives events of whole quarters of a municipality only, because others lie in one another', () => {
    const all = exits(10, 10);
    expect(protectedFigure('exits', all).value).toBe('20-24');
    expect(protectedFigure('exits', all, { from: '2024-01-01', until: '2025-01-01' }).value).toBe('20-36');
    for (const wrong of [{ from: '2024-02-01', until: '2024-03-01' }, { from: '2024-01-01', until: '2024-03-31' }, { isPart: true }]) expect(protectedFigure('exits', all, wrong).value, JSON.stringify(wrong)).toBe('niet getoond');
  });

  it('never shows a split beyond what is proven, nor a small number', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      for (const { id, breakdowns } of catalogue.all.filter(({ id: which }) => !['reach', 'reach-inspectorate', 've-places', 'free-places', 'toddlers'].includes(which))) {
        for (const breakdown of [undefined, ...breakdowns]) {
          const figure = protectedFigure(id, all, breakdown === undefined ? {} : { breakdown });
          expect(figure.parts, id).toEqual([]);
          expect(figure.chart, id).toEqual([]);
          expect(figure.value, id).not.toMatch(/^[1-4]$/);
        }
      }
    }), { numRuns: 100 });
  });

  it('tells of taken places no more than free places do: the same free places, the same answer', () => {
    const seen = new Map<string, string>();
    fc.assert(fc.property(fc.nat(20), fc.nat(25), (offered, taken) => {
      const all = facts([], [location(Array.from({ length: taken }, (_, child) => placement({ child: String(child) })), { offered })]);
      const free = JSON.stringify(protectedFigure('free-places', all));
      const others = JSON.stringify([protectedFigure('taken-places', all), protectedFigure('occupancy', all)]);
      if (taken <= offered) expect(seen.get(free) ?? others).toBe(others);
      if (taken <= offered) seen.set(free, others);
    }), { numRuns: 300 });
  });
});
