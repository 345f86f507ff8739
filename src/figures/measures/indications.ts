import { formatCount } from '../../ask/numbers.ts';
import { countedCodes } from '../../policy/engine/grounds.ts';
import { definedEarlier } from '../define.ts';
import { groundLabel, groundsOfPolicy } from '../labels.ts';
import type { TargetFact } from '../facts.ts';
import { notShown } from '../disclosure.ts';
import { partsOf, rowsBy, type Row } from '../rows.ts';
import { targetMeasure } from '../target-measure.ts';
import { municipalTargets, overlapRemark, targetRows } from '../targets.ts';
import type { MeasureParams } from '../types.ts';

/**
 * A line a ground: how often it was established. A ground whose characteristics are counted
 * apart can be established more than once for a child, so a line can exceed the children.
 */
function established(targets: readonly TargetFact[], params: MeasureParams): Row[] {
  const grounds = groundsOfPolicy(params);
  const occurrences = targets.flatMap(({ grounds: codes }) => (codes.length === 0 ? ['Geen grond vastgelegd'] : countedCodes(grounds, codes).map((code) => groundLabel(grounds, code))));
  return rowsBy(occurrences, (label) => [label]);
}

/** Said only where the characteristics make a line more than a number of children. */
function countedApart(params: MeasureParams): string[] {
  const apart = [...new Set(groundsOfPolicy(params).filter(({ countedApart: isApart }) => isApart).map(({ label }) => `“${label}”`))];
  return apart.length === 0 ? [] : [`Bij ${apart.join(', ')} telt elk kenmerk apart, zoals de monitor van de gemeente dat doet.`];
}

export const indicationsMeasure = targetMeasure({
  id: 'indications',
  version: 2,
  title: 'Indicaties naar grond',
  names: ['indicaties', 'aantal indicaties', 'gronden', 'indicatiegronden'],
  definition: 'De doelgroeppeuters met een indicatie die op de peildatum geldt, naar de gronden van die indicatie. Elk kind telt één keer in het totaal, en bij elke grond zo vaak als die is vastgesteld.',
  unit: 'kinderen met een indicatie',
  source: 'Indicaties van de JGZ; gronden volgens de doelgroepdefinitie van de gemeente',
  breakdowns: ['ground', 'neighbourhood', 'cluster'],
  topics: ['grounds'],
  related: ['target-toddlers', 'reach'],
  splitBy: 'ground',
  linesOf: established,
  remarks: (_, params) => (params.breakdown === undefined || params.breakdown === 'ground' ? countedApart(params) : []),
  // Until characteristics could be counted apart, a child counted once a ground.
  earlier: definedEarlier<{ readonly count: number; readonly rows: readonly Row[] }>('indications', 1, {
    count: ({ targets }, params) => {
      const meant = municipalTargets(targets, params);
      return { count: meant.length, rows: targetRows(meant, params.breakdown ?? 'ground', params) };
    },
    exact: ({ count, rows }, params) => ({ value: formatCount(count), numerator: count, parts: partsOf(rows), chart: [], remarks: overlapRemark(params.breakdown ?? 'ground', rows, count) }),
    safe: () => ({ value: notShown, parts: [], chart: [], remarks: [] }),
  }),
});

