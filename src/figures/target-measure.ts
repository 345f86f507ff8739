import { formatCount } from '../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from './define.ts';
import { protectReach, type ProtectedReach } from './disclosure.ts';
import type { Standing, TargetFact } from './facts.ts';
import { cellText, notShown, whyWithheld } from './protected-figures.ts';
import { noTargetToddlers, reachLabels, requireConsistent, windowRemark } from './reach-figure.ts';
import { chartOf, counted, partsOf, type Row } from './rows.ts';
import { municipalTargets, overlapRemark, reachCounts, targetRows, withoutBreakdown } from './targets.ts';
import type { Breakdown, FigureBody, Measure, MeasureParams, MeasureText, ReachCounts } from './types.ts';

type TargetMeasureText = Omit<MeasureText, 'periodKind' | 'reads' | 'window' | 'ofLocation' | 'seenBy'>;

interface Counted {
  /** Which target toddlers it counts; absent: all of them, with how they stand as its parts. */
  readonly standing?: Exclude<Standing, 'here'>;
  /** How it is split when nobody asks for another split. */
  readonly splitBy?: Breakdown;
}

/** The counts of reach go along: protection looks at the whole of which this is a part. */
interface Tally { readonly reach: ReachCounts; readonly count: number; readonly rows?: readonly Row[] }

const fieldOf = { elsewhere: 'reachedElsewhere', notReached: 'notReached', unknown: 'unknown' } as const;

function countTargets(targets: readonly TargetFact[], { standing, splitBy }: Counted, params: MeasureParams): Tally {
  const meant = standing === undefined ? targets : targets.filter((target) => target.standing === standing);
  const by = params.breakdown ?? splitBy;
  return { reach: reachCounts(targets), count: meant.length, ...(by === undefined ? {} : { rows: targetRows(meant, by, params) }) };
}

const standingRows = (counts: ReachCounts): Row[] =>
  (['reachedHere', 'reachedElsewhere', 'notReached', 'unknown'] as const).map((field) => ({ label: reachLabels[field], count: counts[field] }));

function exact({ reach, count, rows }: Tally, { standing, splitBy }: Counted, params: MeasureParams): FigureBody {
  requireConsistent(reach);
  const shown = rows ?? (standing === undefined && count > 0 ? standingRows(reach) : []);
  return {
    value: formatCount(count),
    ...(standing === undefined || reach.total === 0 ? {} : { basis: `van ${counted(reach.total, 'doelgroeppeuter', 'doelgroeppeuters')}`, denominator: reach.total }),
    numerator: count,
    parts: partsOf(shown),
    chart: chartOf(shown),
    remarks: [...(reach.total === 0 ? [noTargetToddlers] : []), ...(rows === undefined ? [] : overlapRemark(params.breakdown ?? splitBy, rows, count)), windowRemark(params)],
  };
}

/** What the protected reach of the same day shows of this count, and nothing more. */
function safeText(reach: ProtectedReach, standing: Counted['standing']): string {
  if (reach.kind === 'none') return '0';
  if (reach.kind === 'withheld') return notShown;
  return standing === undefined ? formatCount(reach.total) : cellText(reach[fieldOf[standing]]);
}

function safe({ reach }: Tally, { standing }: Counted, params: MeasureParams): FigureBody {
  const value = safeText(protectReach(reach), standing);
  return withoutBreakdown({ value, parts: [], chart: [], remarks: [...(value === notShown ? [whyWithheld] : []), windowRemark(params)] }, params);
}

/** A measure that counts target toddlers of the municipal window, all or those who stand in one way. */
export function targetMeasure({ standing, splitBy, ...words }: TargetMeasureText & Counted): Measure {
  const which: Counted = { ...(standing === undefined ? {} : { standing }), ...(splitBy === undefined ? {} : { splitBy }) };
  return defineMeasure<Tally>({
    ...words,
    periodKind: 'day',
    seenBy: insidersAndReaders,
    reads: 'targets',
    window: 'municipal',
    ofLocation: false,
    count: ({ targets }, params) => countTargets(municipalTargets(targets, params), which, params),
    exact: (tally, params) => exact(tally, which, params),
    safe: (tally, params) => safe(tally, which, params),
  });
}
