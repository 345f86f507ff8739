import { describe, expect, it } from 'vitest';
import { isSmall, modeOf, ofWholeOnly, withheld } from '../../src/figures/disclosure.ts';
import { protectedReachFigure, tellReach } from '../../src/figures/protected-figures.ts';
import type { ReachCounts } from '../../src/figures/types.ts';
import type { DisclosureMode } from '../../src/policy/engine/types.ts';
import { params, policyValue } from './facts.ts';

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

/** Small values that can be worked out by somebody who knows the rule. */
function leaks(groups: readonly ReachCounts[][], maximum: number): string[] {
  return groups.flatMap((group) => {
    const vectors = group.map(cellsOf);
    // Of the largest totals not every vector was tried, so these groups are not whole.
    if (vectors.some(({ total }) => total > maximum - 16)) return [];
    return (Object.keys(vectors[0] ?? {}) as (keyof ReturnType<typeof cellsOf>)[]).flatMap((cell) => {
      const values = new Set(vectors.map((vector) => vector[cell]));
      return [...values].some(isSmall) && values.size < 2 ? [`${cell}: ${JSON.stringify(group[0])}`] : [];
    });
  });
}

const inMode = (mode: DisclosureMode) => params({ protected: true, policy: { disclosureMode: policyValue(mode, 'mode') } });

describe('reach as readers may know it', () => {
  it('leaves at least two values for every small number, also with all its parts beside each other', () => {
    expect(leaks(groupsBySight(32, (counts) => tellReach(counts)), 32)).toEqual([]);
    expect(leaks(groupsBySight(32, (counts) => protectedReachFigure(counts, params())), 32)).toEqual([]);
  });

  it('is a test that can fail: with exact numbers from five on small ones leak', () => {
    const exact = (counts: ReachCounts) => Object.values(counts).map((count: number) => (isSmall(count) ? '<5' : count));
    expect(leaks(groupsBySight(26, exact), 26).length).toBeGreaterThan(0);
  });

  it('refuses counts that contradict each other', () => {
    expect(() => tellReach({ total: 3, reachedHere: 1, reachedElsewhere: 0, notReached: 0, unknown: 0 })).toThrow(RangeError);
  });
});

describe('what the municipality chose', () => {
  it('is the width of the bands, and without a choice they are five wide', () => {
    const counts = { total: 31, reachedHere: 24, reachedElsewhere: 2, notReached: 2, unknown: 3 };
    expect(protectedReachFigure(counts, params({ policy: {} })).basis).toBe('25-29 van 30-38 doelgroeppeuters');
    expect(protectedReachFigure(counts, inMode('below-5')).basis).toBe('25-29 van 30-38 doelgroeppeuters');
    expect(protectedReachFigure(counts, inMode('cbs')).basis).toBe('20-29 van 20-38 doelgroeppeuters');
  });

  it('is of several municipalities the most careful choice of any', () => {
    const cbs = { disclosureMode: policyValue('cbs' as const, 'mode') };
    expect(modeOf({ policy: {}, members: [{ name: 'A', policy: {} }, { name: 'B', policy: cbs }] })).toBe('cbs');
    expect(modeOf({ policy: {}, members: [{ name: 'A', policy: {} }] })).toBeUndefined();
  });
});

describe('a part, and several municipalities together', () => {
  it('get no number, because parts add up to the whole', () => {
    const shown = () => withheld('never');
    expect(ofWholeOnly({ isPart: true }, shown).remarks).not.toContain('never');
    expect(ofWholeOnly({ isPart: false, members: [] }, shown).remarks).not.toContain('never');
    expect(ofWholeOnly({ isPart: false }, shown).remarks).toEqual(['never']);
  });
});
