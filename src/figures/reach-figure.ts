import type { FigureBody, FigureParams, FigurePart, Member, ReachCounts } from './types.ts';
import { formatCount, formatMonths, formatPercent } from '../ask/numbers.ts';

export const reachLabels = {
  reachedHere: 'Bereikt in de gemeente',
  reachedElsewhere: 'Bereikt elders',
  notReached: 'Niet bereikt',
  unknown: 'Onbekend',
} as const;

export const noTargetToddlers = 'Er zijn geen doelgroeppeuters op deze peildatum.';

/**
 * Throws RangeError when a count is no whole number of 0 or more, or the parts do not
 * add up: a figure that contradicts itself must never be shown.
 */
export function requireConsistent(counts: ReachCounts): void {
  const parts = [counts.reachedHere, counts.reachedElsewhere, counts.notReached, counts.unknown];
  if (![...parts, counts.total].every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError('reach counts must be whole numbers of 0 or more');
  if (parts.reduce((sum, count) => sum + count, 0) !== counts.total) throw new RangeError('the parts of reach do not add up to the total');
}

/** Reached of all target toddlers; `undefined` when there are none, for which no share exists. */
export function reachShare(counts: ReachCounts): { readonly numerator: number; readonly denominator: number } | undefined {
  requireConsistent(counts);
  if (counts.total === 0) return undefined;
  return { numerator: counts.reachedHere + counts.reachedElsewhere, denominator: counts.total };
}

/** Which ages counted, because the same children give another figure under another window. */
export function windowRemark({ windowStartMonths, members }: FigureParams): string {
  if (members) return `Elke gemeente telt volgens haar eigen definitie: ${members.map(memberWindow).join('; ')}.`;
  if (windowStartMonths === undefined) return 'Er is geen beginleeftijd vastgelegd voor deze gemeente.';
  return `Geteld zijn peuters van ${formatMonths(windowStartMonths)} tot 4 jaar.`;
}

const memberWindow = ({ name, windowStartMonths }: Member): string => (windowStartMonths === undefined ? name : `${name} vanaf ${formatMonths(windowStartMonths)}`);

function partsOf(counts: ReachCounts): FigurePart[] {
  return [
    { label: reachLabels.reachedHere, value: formatCount(counts.reachedHere) },
    { label: reachLabels.reachedElsewhere, value: formatCount(counts.reachedElsewhere) },
    { label: reachLabels.notReached, value: formatCount(counts.notReached) },
    { label: reachLabels.unknown, value: formatCount(counts.unknown) },
  ];
}

/** A figure without a number, with one sentence on why. */
export function emptyReach(value: string, remarks: readonly string[]): FigureBody {
  return { value, parts: [], chart: [], remarks };
}

/** The exact figure, for people inside the municipality. Throws RangeError on inconsistent counts. */
export function reachFigure(counts: ReachCounts, params: FigureParams): FigureBody {
  const share = reachShare(counts);
  if (share === undefined) return emptyReach('geen', [noTargetToddlers, windowRemark(params)]);
  return {
    value: formatPercent(share.numerator, share.denominator),
    basis: `${formatCount(share.numerator)} van ${formatCount(share.denominator)} ${share.denominator === 1 ? 'doelgroeppeuter' : 'doelgroeppeuters'}`,
    ...share,
    parts: partsOf(counts),
    chart: [
      { label: reachLabels.reachedHere, value: counts.reachedHere, color: 'good' },
      { label: reachLabels.reachedElsewhere, value: counts.reachedElsewhere, color: 'neutral' },
      { label: reachLabels.notReached, value: counts.notReached, color: 'attention' },
      { label: reachLabels.unknown, value: counts.unknown, color: 'warning' },
    ],
    remarks: [windowRemark(params)],
  };
}
