import { formatCount } from '../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from './define.ts';
import { modeOf, notShown, ofWholeOnly, whyBands, whyProtected } from './disclosure.ts';
import type { Standing, TargetFact } from './facts.ts';
import { tellReach } from './protected-figures.ts';
import { noTargetToddlers, reachLabels, requireConsistent, windowRemark } from './reach-figure.ts';
import { addBands, bandOf, bandText } from './release-bands.ts';
import { chartOf, counted, partsOf, type Row } from './rows.ts';
import { municipalTargets, overlapRemark, reachCounts, targetRow, targetRows, withoutBreakdown } from './targets.ts';
import type { Dimension, FigureBody, Measure, MeasureParams, MeasureText, ReachCounts } from './types.ts';

type TargetMeasureText = Omit<MeasureText, 'periodKind' | 'reads' | 'window' | 'parts' | 'seenBy'> & { readonly earlier?: Measure['earlier'] };

interface Counted {
  /** Which target toddlers it counts, by how they stand; absent: all of them, with how they stand as its parts. */
  readonly standing?: Exclude<Standing, 'here'>;
  /** Which it counts where that is no standing. */
  readonly meant?: (target: TargetFact) => boolean;
  /** How it is split when nobody asks for another split. */
  readonly splitBy?: Dimension;
  /** The lines of its own split in another way than a child once under each label. */
  readonly linesOf?: (targets: readonly TargetFact[], params: MeasureParams) => readonly Row[];
  readonly remarks?: (tally: Tally, params: MeasureParams) => readonly string[];
}

/** The counts of reach go along: protection looks at the whole of which this is a part. */
interface Tally { readonly reach: ReachCounts; readonly count: number; readonly rows?: readonly Row[] }

const isPartOfAll = ({ standing, meant }: Counted): boolean => standing !== undefined || meant !== undefined;

function isMeant(target: TargetFact, { standing, meant }: Counted): boolean {
  if (meant) return meant(target);
  return standing === undefined || target.standing === standing;
}

function countTargets(targets: readonly TargetFact[], which: Counted, params: MeasureParams): Tally {
  const { splitBy, linesOf } = which;
  const meant = targets.filter((target) => isMeant(target, which));
  const by = params.breakdown ?? splitBy;
  const lines = linesOf && by === splitBy ? linesOf(meant, params) : by && targetRows(meant, by, params);
  return { reach: reachCounts(targets), count: meant.length, ...(lines === undefined ? {} : { rows: lines }) };
}

const standingRows = (counts: ReachCounts): Row[] =>
  (['reachedHere', 'reachedElsewhere', 'notReached', 'unknown'] as const).map((field) => ({ label: reachLabels[field], count: counts[field] }));

function exact(tally: Tally, which: Counted, params: MeasureParams): FigureBody {
  const { reach, count, rows } = tally;
  requireConsistent(reach);
  const isPart = isPartOfAll(which);
  const shown = rows ?? (!isPart && count > 0 ? standingRows(reach) : []);
  return {
    value: formatCount(count),
    ...(!isPart || reach.total === 0 ? {} : { basis: `van ${counted(reach.total, 'doelgroeppeuter', 'doelgroeppeuters')}`, denominator: reach.total }),
    numerator: count,
    parts: partsOf(shown),
    chart: chartOf(shown),
    remarks: [
      ...(reach.total === 0 ? [noTargetToddlers] : []),
      ...(rows === undefined ? [] : overlapRemark(params.breakdown ?? which.splitBy, rows, count)),
      ...(which.remarks?.(tally, params) ?? []),
      windowRemark(params),
    ],
  };
}

/** The band of this count; of all of them the sum that reach tells. Who has a place elsewhere is not told apart. */
function toldText({ reach, count }: Tally, which: Counted, params: MeasureParams): string {
  const told = tellReach(reach, modeOf(params));
  if (!isPartOfAll(which)) return bandText(addBands([told.reached, told.others]));
  return which.standing === 'elsewhere' ? notShown : bandText(bandOf(count, modeOf(params)));
}

function safe(tally: Tally, which: Counted, params: MeasureParams): FigureBody {
  return withoutBreakdown(ofWholeOnly(params, () => {
    const value = toldText(tally, which, params);
    return { value, parts: [], chart: [], remarks: [value === notShown ? whyProtected : whyBands, windowRemark(params)] };
  }), params);
}

/** A measure that counts target toddlers of the municipal window: all, those who stand in one way, or those who are meant. */
export function targetMeasure({ standing, meant, splitBy, linesOf, remarks, ...words }: TargetMeasureText & Counted): Measure {
  const which: Counted = { ...(standing ? { standing } : {}), ...(meant ? { meant } : {}), ...(splitBy ? { splitBy } : {}), ...(linesOf ? { linesOf } : {}), ...(remarks ? { remarks } : {}) };
  return defineMeasure<Tally>({
    ...words,
    ...(splitBy ? { splitBy } : {}),
    periodKind: 'day',
    seenBy: insidersAndReaders,
    reads: ['targets'],
    window: 'municipal',
    parts: ['neighbourhood', 'cluster'],
    rows: ({ targets }, params) => municipalTargets(targets, params).map((target) => targetRow(target, isMeant(target, which) ? 1 : 0, isPartOfAll(which) ? 1 : 0)),
    count: ({ targets }, params) => countTargets(municipalTargets(targets, params), which, params),
    exact: (tally, params) => exact(tally, which, params),
    safe: (tally, params) => safe(tally, which, params),
  });
}
