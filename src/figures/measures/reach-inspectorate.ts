import { formatMonths } from '../../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from '../define.ts';
import type { TargetFact } from '../facts.ts';
import { withheld } from '../disclosure.ts';
import { protectedReachFigure } from '../protected-figures.ts';
import { counted } from '../rows.ts';
import { inWindow, isReached, targetRow, withoutBreakdown } from '../targets.ts';
import type { FigureBody, MeasureParams } from '../types.ts';
import { exactReach, tallyReach, type ReachTally } from './reach.ts';

/** The Inspectorate counts from 2 years and 6 months, whatever the municipality agreed. */
export const inspectorateStartMonths = 30;

type Tally = ReachTally & { /** Absent when the municipality laid down no window. */ readonly municipalTotal?: number };

function countInspectorate(targets: readonly TargetFact[], params: MeasureParams): Tally {
  const within = (months: number): TargetFact[] => targets.filter((target) => inWindow(target, months, params.referenceDate));
  const tally = tallyReach(within(inspectorateStartMonths), params);
  const { windowStartMonths } = params;
  return windowStartMonths === undefined ? tally : { ...tally, municipalTotal: within(windowStartMonths).length };
}

/** Why it is another figure than the municipality's own. */
function difference({ total, municipalTotal }: Tally, { windowStartMonths, members }: MeasureParams): string {
  if (members) return 'Elke gemeente telt zelf mogelijk vanaf een andere leeftijd; de Inspectie overal vanaf dezelfde.';
  if (windowStartMonths === undefined || municipalTotal === undefined) return 'De gemeente heeft zelf geen beginleeftijd vastgelegd.';
  if (windowStartMonths === inspectorateStartMonths) return 'De gemeente telt vanaf dezelfde leeftijd, dus dit is gelijk aan het bereik van de gemeente.';
  const fewer = municipalTotal - total;
  const numbers = `${counted(Math.abs(fewer), 'peuter', 'peuters')} ${fewer < 0 ? 'meer' : 'minder'}: ${total} in plaats van ${municipalTotal}`;
  return `De gemeente telt vanaf ${formatMonths(windowStartMonths)}, de Inspectie altijd vanaf ${formatMonths(inspectorateStartMonths)}. Daardoor telt de Inspectie ${numbers}.`;
}

/** The same age in every municipality, so members need not be told apart. */
const asInspectorate = ({ members: _, ...params }: MeasureParams): MeasureParams => ({ ...params, windowStartMonths: inspectorateStartMonths });

function exact({ municipalTotal, ...tally }: Tally, params: MeasureParams): FigureBody {
  const figure = exactReach(tally, asInspectorate(params));
  return { ...figure, remarks: [...figure.remarks, difference({ ...tally, ...(municipalTotal === undefined ? {} : { municipalTotal }) }, params)] };
}

const why = 'Naast het bereik van de gemeente zou dit cijfer een klein aantal kinderen kunnen verraden. Daarom laten we het hier niet zien.';

/** Beside the municipality's own reach the difference would be a count of few children; only the same figure is safe. */
function safe({ rows: _rows, municipalTotal: _total, ...counts }: Tally, params: MeasureParams): FigureBody {
  if (params.windowStartMonths !== inspectorateStartMonths) return withheld(why);
  return withoutBreakdown(protectedReachFigure(counts, params), params);
}

export const reachInspectorateMeasure = defineMeasure<Tally>({
  id: 'reach-inspectorate',
  version: 1,
  title: 'Bereik in de selectie van de Inspectie',
  names: ['bereik inspectie', 'inspectiebereik', 'bereik volgens de inspectie'],
  definition:
    'Het deel van de peuters met een indicatie van 2 jaar en 6 maanden tot 4 jaar dat op de peildatum op een VE-plek zit, ook in een andere gemeente. ' +
    'De leeftijd is in elke gemeente gelijk, ook waar de gemeente vanaf een andere leeftijd telt.',
  unit: 'peuters met een indicatie van 2,5 tot 4 jaar',
  source: 'Vragenlijst LEA/vve van de Inspectie van het Onderwijs; indicaties van de JGZ en plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: insidersAndReaders,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground'],
  reads: ['targets'],
  window: 'inspectorate',
  parts: ['neighbourhood', 'cluster'],
  related: ['reach', 'not-reached'],
  rows: ({ targets }, params) => targets.filter((target) => inWindow(target, inspectorateStartMonths, params.referenceDate)).map((target) => targetRow(target, isReached(target) ? 1 : 0, 1)),
  count: ({ targets }, params) => countInspectorate(targets, params),
  exact,
  safe,
});
