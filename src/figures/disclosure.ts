import type { ReachCounts } from './types.ts';
import { formatPercent } from '../ask/numbers.ts';
import { requireConsistent } from './reach-figure.ts';

/**
 * Disclosure control of reach, for readers and for channels.
 *
 * Guarantee, within one answer: for the four parts, for all reached, for all others and
 * for the total, a true value of 1 up to `minimum - 1` is never shown, and somebody who
 * knows this very algorithm still finds at least two possible values for it. Zero and
 * values from `minimum` may be shown. Not covered: comparing answers of different days
 * or scopes.
 */
export interface DisclosureOptions {
  /** Smallest count above zero that may be shown. At least 3, or "less than" would give the value away. */
  readonly minimum: number;
  /** Percentages of fewer than this are not shown. */
  readonly percentMinimumDenominator: number;
}

export const defaultDisclosure: DisclosureOptions = { minimum: 5, percentMinimumDenominator: 10 };

export type Cell =
  | { readonly kind: 'count'; readonly count: number }
  /** 1 up to `limit - 1`, shown as "<5". */
  | { readonly kind: 'fewer-than'; readonly limit: number }
  /** Could be computed back, or help to compute another. */
  | { readonly kind: 'hidden' };

export type ProtectedReach =
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld' }
  | {
      readonly kind: 'shown';
      readonly total: number;
      readonly reached: Cell;
      /** Not reached and unknown together. */
      readonly others: Cell;
      readonly reachedHere: Cell;
      readonly reachedElsewhere: Cell;
      readonly notReached: Cell;
      readonly unknown: Cell;
      readonly percent?: string;
    };

export const countCell = (count: number): Cell => ({ kind: 'count', count });
export const hiddenCell: Cell = { kind: 'hidden' };

export function requireOptions({ minimum, percentMinimumDenominator }: DisclosureOptions): void {
  if (!Number.isInteger(minimum) || minimum < 3) throw new RangeError('minimum must be a whole number of at least 3');
  if (!Number.isInteger(percentMinimumDenominator) || percentMinimumDenominator < 1) throw new RangeError('percentMinimumDenominator must be a whole number of at least 1');
}

export const isSmall = (count: number, minimum: number): boolean => count >= 1 && count < minimum;

/**
 * Two cells whose sum is known. From a sum of 2 x minimum - 1 only one of them can be
 * small and each small value is possible, so "<5" is safe beside a hidden cell. Below
 * that the marks themselves would tell (6 = 1 + 5, 8 = 4 + 4), so both are hidden.
 */
function protectPair(a: number, b: number, minimum: number): readonly [Cell, Cell] {
  if (!isSmall(a, minimum) && !isSmall(b, minimum)) return [countCell(a), countCell(b)];
  if (a + b < 2 * minimum - 1) return [hiddenCell, hiddenCell];
  const fewer: Cell = { kind: 'fewer-than', limit: minimum };
  return isSmall(a, minimum) ? [fewer, hiddenCell] : [hiddenCell, fewer];
}

const hiddenParts = { reachedHere: hiddenCell, reachedElsewhere: hiddenCell, notReached: hiddenCell, unknown: hiddenCell };

/** Throws RangeError on inconsistent counts and on options that protect nothing. */
export function protectReach(counts: ReachCounts, options: DisclosureOptions = defaultDisclosure): ProtectedReach {
  requireConsistent(counts);
  requireOptions(options);
  const { minimum } = options;
  const { total } = counts;
  const reached = counts.reachedHere + counts.reachedElsewhere;
  if (total === 0) return { kind: 'none' };
  if (isSmall(total, minimum)) return { kind: 'withheld' };
  const [reachedCell, othersCell] = protectPair(reached, total - reached, minimum);
  if (reachedCell.kind === 'hidden' && othersCell.kind === 'hidden') return { kind: 'withheld' };
  if (reachedCell.kind !== 'count' || othersCell.kind !== 'count') return { kind: 'shown', total, reached: reachedCell, others: othersCell, ...hiddenParts };
  const [reachedHere, reachedElsewhere] = protectPair(counts.reachedHere, counts.reachedElsewhere, minimum);
  const [notReached, unknown] = protectPair(counts.notReached, counts.unknown, minimum);
  const percent = total >= options.percentMinimumDenominator ? { percent: formatPercent(reached, total) } : {};
  return { kind: 'shown', total, reached: reachedCell, others: othersCell, reachedHere, reachedElsewhere, notReached, unknown, ...percent };
}
