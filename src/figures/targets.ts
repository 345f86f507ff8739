import { addMonths } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { Standing, TargetFact } from './facts.ts';
import { targetLabels } from './labels.ts';
import { reachLabels } from './reach-figure.ts';
import { rowsBy, type Row } from './rows.ts';
import type { Dimension, FigureBody, FigureRow, MeasureParams, ReachCounts } from './types.ts';

/** Preschool education ends on the 4th birthday. */
export const endMonths = 48;

/** Age on the day from `startMonths` up to, not including, the 4th birthday. */
export function inWindow({ birthDate }: { readonly birthDate: IsoDate }, startMonths: number, day: IsoDate): boolean {
  return addMonths(birthDate, startMonths) <= day && day < addMonths(birthDate, endMonths);
}

/** The target toddlers of the municipal window. Throws when the window is not known: no figure without it. */
export function municipalTargets(targets: readonly TargetFact[], { windowStartMonths, referenceDate }: MeasureParams): TargetFact[] {
  if (windowStartMonths === undefined) throw new RangeError('a municipality without a window has no target toddlers to count');
  return targets.filter((target) => inWindow(target, windowStartMonths, referenceDate));
}

export const isReached = ({ standing }: TargetFact): boolean => standing === 'here' || standing === 'elsewhere';

export function reachCounts(targets: readonly TargetFact[]): ReachCounts {
  const standing = (which: Standing): number => targets.filter((target) => target.standing === which).length;
  return { total: targets.length, reachedHere: standing('here'), reachedElsewhere: standing('elsewhere'), notReached: standing('notReached'), unknown: standing('unknown') };
}

const standingLabels: Readonly<Record<Standing, string>> = { here: reachLabels.reachedHere, elsewhere: reachLabels.reachedElsewhere, notReached: reachLabels.notReached, unknown: reachLabels.unknown };

/** A target toddler behind a figure. */
export function targetRow(target: TargetFact, numerator: number, denominator: number): FigureRow {
  const { child, standing, location, provider, group, neighbourhood, cluster, indicatedOn: day } = target;
  return { key: child, child, numerator, denominator, status: standingLabels[standing], location, provider, group, neighbourhood, cluster, day };
}

export const targetRows = (targets: readonly TargetFact[], by: Dimension, params: MeasureParams): Row[] =>
  rowsBy(targets, (target) => targetLabels(target, by, params));

/** Why the parts may not be added up; said whenever the breakdown allows several, also when nobody has them. */
export function overlapRemark(by: Dimension | undefined, rows: readonly Row[], children: number): string[] {
  if (by !== 'ground' && by !== 'reason') return [];
  const [what, whats] = by === 'ground' ? ['grond', 'gronden'] : ['reden', 'redenen'];
  const sum = rows.reduce((total, { count }) => total + count, 0);
  return [`Een kind kan meer dan één ${what} hebben: samen ${sum} ${sum === 1 ? what : whats} bij ${children} ${children === 1 ? 'kind' : 'kinderen'}. Tel de aantallen daarom niet op.`];
}

const noBreakdownHere = 'Een uitsplitsing laten we hier niet zien, omdat de aantallen per onderdeel klein zijn.';

/** The protected figure says so when a breakdown was asked. */
export function withoutBreakdown(body: FigureBody, { breakdown }: MeasureParams): FigureBody {
  return breakdown === undefined ? body : { ...body, remarks: [...body.remarks, noBreakdownHere] };
}
