import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBands, bandOf, bandText, bandWidth, meets, shareBand, shareText, type Band } from '../../src/figures/release-bands.ts';

const few = (value: number): boolean => value >= 1 && value <= 4;

/** A reader who keeps all that was told, and knows the rule: what each number of a year can still be. */
function possible(told: readonly { readonly reached: Band; readonly others: Band }[], width: number) {
  const all = ({ low, high }: Band): number[] => Array.from({ length: high - low + 1 }, (_, index) => low + index);
  // The rule looks at one number at a time: each world that gives the same bands gives the same posts.
  return told.map(({ reached, others }) => ({
    reached: all(reached).filter((value) => value - (value % width) === reached.low),
    others: all(others).filter((value) => value - (value % width) === others.low),
  }));
}

const history = fc.array(fc.record({ reached: fc.nat(60), others: fc.nat(30) }), { minLength: 2, maxLength: 53 });

describe('bands', () => {
  it('hold the number and are as wide as the municipality follows', () => {
    fc.assert(fc.property(fc.nat(5000), fc.constantFrom('below-5' as const, 'cbs' as const), (count, mode) => {
      const band = bandOf(count, mode);
      expect(band.low <= count && count <= band.high).toBe(true);
      expect(band.high - band.low + 1).toBe(bandWidth(mode));
    }));
  });

  it.each([[0, '<5'], [4, '<5'], [5, '5-9'], [9, '5-9'], [10, '10-14'], [1226, '1.225-1.229']] as const)('write %d as %s', (count, text) => expect(bandText(bandOf(count))).toBe(text));
  it.each([[0, '<10'], [9, '<10'], [10, '10-19']] as const)('write %d as %s where CBS is followed', (count, text) => expect(bandText(bandOf(count, 'cbs'))).toBe(text));
  it.each([-1, 2.5, NaN])('refuse %d', (count) => expect(() => bandOf(count)).toThrow(RangeError));

  it('of a share come from the bands alone, and none is given below ten children', () => {
    fc.assert(fc.property(fc.nat(300), fc.nat(300), (part, rest) => {
      const share = shareBand(bandOf(part), bandOf(rest));
      if (!share) {
        expect(bandOf(part).low + bandOf(rest).low).toBeLessThan(10);
        return;
      }
      const real = (100 * part) / (part + rest);
      expect(share.low <= real && real <= share.high).toBe(true);
      expect(shareText(share)).toBe(`${share.low}-${share.high}%`);
    }));
  });

  it('say that a target is met only when that is certain', () => {
    expect(meets({ low: 80, high: 90 }, 80)).toBe('yes');
    expect(meets({ low: 79, high: 90 }, 80)).toBe('unsure');
    expect(meets({ low: 60, high: 80 }, 80)).toBe('unsure');
    expect(meets({ low: 60, high: 79 }, 80)).toBe('no');
  });
});

describe('somebody who keeps every post of a year', () => {
  it.each(['below-5', 'cbs'] as const)('pins no small number, no difference between weeks and no sum, with %s', (mode) => {
    fc.assert(fc.property(history, (weeks) => {
      const told = weeks.map(({ reached, others }) => ({ reached: bandOf(reached, mode), others: bandOf(others, mode) }));
      const left = possible(told, bandWidth(mode));
      for (const [index, { reached, others }] of left.entries()) {
        for (const values of [reached, others, reached.flatMap((a) => others.map((b) => a + b))]) expect(new Set(values).size).toBeGreaterThan(1);
        for (const before of left.slice(0, index)) {
          const differences = new Set(reached.flatMap((a) => before.reached.map((b) => a - b)));
          expect(differences.size).toBeGreaterThan(1);
          expect([...differences].some((difference) => !few(Math.abs(difference)))).toBe(true);
        }
      }
    }), { numRuns: 30 });
  });

  it('sees the same posts from every history with the same bands, so it can tell none of them apart', () => {
    fc.assert(fc.property(history, fc.infiniteStream(fc.nat(4)), (weeks, moves) => {
      const move = (): number => Number(moves.next().value);
      const other = weeks.map(({ reached, others }) => ({ reached: reached - (reached % 5) + move(), others: others - (others % 5) + move() }));
      const see = (all: typeof weeks) => all.map(({ reached, others }) => [bandText(bandOf(reached)), bandText(bandOf(others)), shareBand(bandOf(reached), bandOf(others)), addBands([bandOf(reached), bandOf(others)])]);
      expect(see(other)).toEqual(see(weeks));
    }));
  });

  it('would pin numbers of exact posts: the test can fail', () => {
    const exact = possible([{ reached: { low: 26, high: 26 }, others: { low: 5, high: 5 } }], 1);
    expect(new Set(exact[0]!.reached).size).toBe(1);
  });
});
