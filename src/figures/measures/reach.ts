import { formatPercent } from '../../ask/numbers.ts';
import type { TargetFact } from '../facts.ts';
import { defineMeasure, insidersAndReaders } from '../define.ts';
import { protectedReachFigure } from '../protected-figures.ts';
import { reachFigure } from '../reach-figure.ts';
import { partsOf, type Row } from '../rows.ts';
import { isReached, municipalTargets, overlapRemark, reachCounts, targetRow, targetRows, withoutBreakdown } from '../targets.ts';
import type { Dimension, FigureBody, MeasureParams, ReachCounts } from '../types.ts';

/** Reached of all, by part. Of a location or provider only those whom it reaches can be known. */
interface ReachRow extends Row { readonly of?: number }
export type ReachTally = ReachCounts & { readonly rows?: readonly ReachRow[] };

function reachRows(targets: readonly TargetFact[], by: Dimension, params: MeasureParams): ReachRow[] {
  const reached = targets.filter(isReached);
  const rows = targetRows(reached, by, params);
  if (by === 'location' || by === 'provider' || by === 'group') return rows;
  return targetRows(targets, by, params).map(({ label, count: of }) => ({ label, count: rows.find((row) => row.label === label)?.count ?? 0, of }));
}

/** Counts of reach over target toddlers, split when that was asked. */
export function tallyReach(targets: readonly TargetFact[], params: MeasureParams): ReachTally {
  const counts = reachCounts(targets);
  return params.breakdown === undefined ? counts : { ...counts, rows: reachRows(targets, params.breakdown, params) };
}

/** Those with an indication and no VE place, as one number: monitors publish it so. */
function withoutPlace({ notReached, unknown }: ReachCounts): string[] {
  const without = notReached + unknown;
  return without === 0 ? [] : [`Met een indicatie en zonder VE-plek: ${without}, van wie ${notReached} niet bereikt en ${unknown} onbekend.`];
}

export function exactReach(tally: ReachTally, params: MeasureParams): FigureBody {
  const { rows, ...counts } = tally;
  const base = reachFigure(counts, params);
  const figure = { ...base, remarks: [...base.remarks, ...withoutPlace(counts)] };
  if (rows === undefined) return figure;
  const all = rows.map(({ of, ...row }) => ({ ...row, count: of ?? row.count }));
  return {
    ...figure,
    parts: rows.map(({ label, count, of }) => (of === undefined ? partsOf([{ label, count }])[0]! : { label, value: `${count} van ${of} (${formatPercent(count, of)})` })),
    chart: [],
    remarks: [...figure.remarks, ...overlapRemark(params.breakdown, all, counts.total)],
  };
}

export const reachMeasure = defineMeasure<ReachTally>({
  id: 'reach',
  version: 1,
  title: 'Bereik',
  names: ['bereik', 'vve-bereik', 'doelgroepbereik'],
  definition:
    'Het deel van de doelgroeppeuters dat op de peildatum op een VE-plek zit, ook als die plek in een andere gemeente is. ' +
    'Doelgroeppeuters van wie niets bekend is, tellen mee in het totaal.',
  unit: 'doelgroeppeuters',
  source: 'Indicaties van de JGZ en plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: insidersAndReaders,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground'],
  reads: ['targets'],
  window: 'municipal',
  parts: ['neighbourhood', 'cluster'],
  related: ['not-reached', 've-places', 'free-places'],
  rows: ({ targets }, params) => municipalTargets(targets, params).map((target) => targetRow(target, isReached(target) ? 1 : 0, 1)),
  count: ({ targets }, params) => tallyReach(municipalTargets(targets, params), params),
  exact: exactReach,
  safe: ({ rows: _, ...counts }, params) => withoutBreakdown(protectedReachFigure(counts, params), params),
});
