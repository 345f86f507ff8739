import { formatCount, formatPercent } from '../../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from '../define.ts';
import { cannotBeGiven, leastInShare, modeOf, ofWholeOnly, whyBands, withheld } from '../disclosure.ts';
import type { Facts, ToddlerFact } from '../facts.ts';
import { noCluster, noNeighbourhood } from '../labels.ts';
import { countedToddlers, ofScope, populationBy, populationRemarks, type CountedToddlers } from '../population.ts';
import { bandOf, bandText, bandWidth, shareOfKnown, shareText } from '../release-bands.ts';
import { counted, rowsBy } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { FigureBody, FigureRow, MeasureParams } from '../types.ts';

interface Line { readonly label: string; readonly placed: number; readonly children: number; readonly missing: number }
interface Tally { readonly placed: number; readonly onVePlace: number; readonly population: CountedToddlers; readonly lines?: readonly Line[] }

function linesBy(facts: Facts, { breakdown }: MeasureParams): { lines?: Line[] } {
  if (breakdown !== 'neighbourhood' && breakdown !== 'cluster') return {};
  const unknown = breakdown === 'neighbourhood' ? noNeighbourhood : noCluster;
  const placed = rowsBy(facts.toddlers, (toddler) => [toddler[breakdown] ?? unknown]);
  const population = populationBy(facts, breakdown);
  const labels = [...new Set([...placed.map(({ label }) => label), ...population.keys()])].sort((a, b) => a.localeCompare(b, 'nl'));
  return { lines: labels.map((label) => {
    const { children, missing } = countedToddlers(population.get(label) ?? []);
    return { label, placed: placed.find((row) => row.label === label)?.count ?? 0, children, missing };
  }) };
}

function lineText({ placed, children, missing }: Line): string {
  if (missing > 0 || children === 0) return `${formatCount(placed)} geplaatst, aantal peuters ontbreekt`;
  return `${formatCount(placed)} van ${formatCount(children)} (${formatPercent(placed, children)})`;
}

function total({ placed, population }: Tally): FigureBody {
  const { children, missing } = population;
  const remarks = populationRemarks(population);
  if (missing > 0) return { value: cannotBeGiven, basis: `${counted(placed, 'peuter', 'peuters')} geplaatst`, parts: [], chart: [], remarks };
  if (children === 0) return { value: 'geen', parts: [], chart: [], remarks: ['Er wonen volgens de telling geen kinderen van 2 en 3 jaar.'] };
  return { value: formatPercent(placed, children), basis: `${formatCount(placed)} van ${counted(children, 'peuter', 'peuters')}`, numerator: placed, denominator: children, parts: [], chart: [], remarks };
}

function exact(tally: Tally): FigureBody {
  const body = total(tally);
  const split = (tally.lines ?? []).map((line) => ({ label: line.label, value: lineText(line) }));
  const kinds = [{ label: 'Op een VE-plek', value: formatCount(tally.onVePlace) }, { label: 'Op een gewone plek', value: formatCount(tally.placed - tally.onVePlace) }];
  return { ...body, parts: tally.lines ? split : kinds };
}

const tooNear = 'Er zijn zo weinig kinderen, of zo weinig zonder plek, dat we dit cijfer hier niet laten zien. Zo kan niemand een kind herkennen.';

/** How many live there is public, so the band of those with a place is one of those without as well. */
function safe(tally: Tally, params: MeasureParams): FigureBody {
  const { placed, population: { children, missing } } = tally;
  return withoutBreakdown(ofWholeOnly(params, () => {
    if (missing > 0) return { value: cannotBeGiven, parts: [], chart: [], remarks: populationRemarks(tally.population) };
    const band = bandOf(placed, modeOf(params));
    if (children < leastInShare || children - band.high < bandWidth(modeOf(params))) return withheld(tooNear);
    const share = shareOfKnown(band, children);
    return { value: shareText(share), share, basis: `${bandText(band)} van ${counted(children, 'peuter', 'peuters')}`, parts: [], chart: [], remarks: [whyBands, ...populationRemarks(tally.population)] };
  }), params);
}

function rows(facts: Facts, params: MeasureParams): FigureRow[] {
  const { children, missing } = countedToddlers(ofScope(facts, params));
  if (missing > 0) return [];
  const toddlerRow = ({ child, neighbourhood, cluster, vePlace }: ToddlerFact): FigureRow =>
    ({ key: child, child, numerator: 1, denominator: 0, status: vePlace ? 'Op een VE-plek' : 'Op een gewone plek', neighbourhood, cluster });
  return [{ key: 'population', numerator: 0, denominator: children, status: 'Inwoners van 2 en 3 jaar' }, ...facts.toddlers.map(toddlerRow)];
}

export const reachAllToddlersMeasure = defineMeasure<Tally>({
  id: 'reach-all-toddlers',
  version: 1,
  title: 'Bereik van alle peuters',
  names: ['bereik van alle peuters', 'bereik alle peuters', 'deelname van alle peuters'],
  definition: 'Het deel van alle kinderen van 2 tot 4 jaar in de gemeente dat op de peildatum een plek heeft op een locatie in Kansenlijn: een VE-plek of een gewone plek, ook in een andere gemeente.',
  unit: 'kinderen van 2 tot 4 jaar',
  source: 'Plaatsingen van de kinderopvang en geïmporteerde bevolkingsaantallen',
  periodKind: 'day',
  seenBy: insidersAndReaders,
  breakdowns: ['neighbourhood', 'cluster'],
  reads: ['toddlers'],
  parts: ['neighbourhood', 'cluster'],
  related: ['reach', 'toddlers', 'placements'],
  rows,
  count: (facts, params) => ({
    placed: facts.toddlers.length,
    onVePlace: facts.toddlers.filter(({ vePlace }) => vePlace).length,
    population: countedToddlers(ofScope(facts, params)),
    ...linesBy(facts, params),
  }),
  exact,
  safe,
});
