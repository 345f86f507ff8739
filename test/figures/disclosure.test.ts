import { describe, expect, it } from 'vitest';
import { protectReach, type DisclosureOptions } from '../../src/figures/disclosure.ts';
import { protectedReachFigure } from '../../src/figures/protected-figures.ts';
import type { ReachCounts } from '../../src/figures/types.ts';

function* allCounts(maximum: number): Generator<ReachCounts> {
  for (let total = 0; total <= maximum; total += 1)
    for (let reachedHere = 0; reachedHere <= total; reachedHere += 1)
      for (let reachedElsewhere = 0; reachedHere + reachedElsewhere <= total; reachedElsewhere += 1)
        for (let notReached = 0; reachedHere + reachedElsewhere + notReached <= total; notReached += 1)
          yield { total, reachedHere, reachedElsewhere, notReached, unknown: total - reachedHere - reachedElsewhere - notReached };
}

const cellsOf = ({ total, reachedHere, reachedElsewhere, notReached, unknown }: ReachCounts) => ({ total, reachedHere, reachedElsewhere, notReached, unknown, reached: reachedHere + reachedElsewhere, others: notReached + unknown });

/** All count vectors by what somebody sees of them; the group is what they can still be. */
function groupsBySight(maximum: number, see: (counts: ReachCounts) => unknown): ReachCounts[][] {
  const groups = new Map<string, ReachCounts[]>();
  for (const counts of allCounts(maximum)) {
    const sight = JSON.stringify(see(counts));
    const group = groups.get(sight) ?? [];
    groups.set(sight, group);
    group.push(counts);
  }
  return [...groups.values()];
}

/** Small values that can be worked out by somebody who knows the algorithm. */
function leaks(groups: readonly ReachCounts[][], minimum: number): string[] {
  return groups.flatMap((group) => {
    const vectors = group.map(cellsOf);
    return (Object.keys(vectors[0] ?? {}) as (keyof ReturnType<typeof cellsOf>)[]).flatMap((cell) => {
      const [only, ...rest] = new Set(vectors.map((vector) => vector[cell]));
      return rest.length === 0 && only !== undefined && only >= 1 && only < minimum ? [`${cell} = ${only}: ${JSON.stringify(group[0])}`] : [];
    });
  });
}

const modes: readonly [string, DisclosureOptions, number][] = [
  ['the default', { minimum: 5, percentMinimumDenominator: 10 }, 24],
  ['a stricter minimum', { minimum: 8, percentMinimumDenominator: 1 }, 24],
  ['the lowest minimum', { minimum: 3, percentMinimumDenominator: 1 }, 16],
];

describe('protectReach', () => {
  it.each(modes)('leaves at least two values for every small number, with %s', (_name, options, maximum) => expect(leaks(groupsBySight(maximum, (counts) => protectReach(counts, options)), options.minimum)).toEqual([]));

  it('and so does the figure that people see', () => {
    const params = { referenceDate: '2026-11-22', windowStartMonths: 30 };
    expect(leaks(groupsBySight(22, (counts) => protectedReachFigure(counts, params)), 5)).toEqual([]);
  });

  it('is a test that can fail: without complementary suppression numbers leak', () => {
    const naive = (counts: ReachCounts) => Object.values(counts).map((count: number) => (count >= 1 && count < 5 ? '<5' : count));
    expect(leaks(groupsBySight(12, naive), 5).length).toBeGreaterThan(0);
  });

  it('never shows a number from 1 up to the minimum', () => {
    for (const counts of allCounts(20)) {
      const reach = protectReach(counts);
      if (reach.kind !== 'shown') continue;
      for (const cell of [reach.reached, reach.others, reach.reachedHere, reach.reachedElsewhere, reach.notReached, reach.unknown]) if (cell.kind === 'count') expect(cell.count === 0 || cell.count >= 5).toBe(true);
    }
  });

  it('shows a percentage from ten on, counts from five on', () => {
    expect(protectReach({ total: 9, reachedHere: 9, reachedElsewhere: 0, notReached: 0, unknown: 0 })).not.toHaveProperty('percent');
    expect(protectReach({ total: 10, reachedHere: 5, reachedElsewhere: 0, notReached: 5, unknown: 0 })).toMatchObject({ percent: '50,0%' });
    expect(protectReach({ total: 5, reachedHere: 5, reachedElsewhere: 0, notReached: 0, unknown: 0 })).toMatchObject({ kind: 'shown', total: 5 });
    expect(protectReach({ total: 4, reachedHere: 4, reachedElsewhere: 0, notReached: 0, unknown: 0 })).toEqual({ kind: 'withheld' });
    expect(protectReach({ total: 0, reachedHere: 0, reachedElsewhere: 0, notReached: 0, unknown: 0 })).toEqual({ kind: 'none' });
  });

  it('refuses options that protect nothing', () => {
    const counts = { total: 0, reachedHere: 0, reachedElsewhere: 0, notReached: 0, unknown: 0 };
    expect(() => protectReach(counts, { minimum: 2, percentMinimumDenominator: 10 })).toThrow(RangeError);
    expect(() => protectReach(counts, { minimum: 5, percentMinimumDenominator: 0 })).toThrow(RangeError);
  });
});
