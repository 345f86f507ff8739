import type { AsOf, Ports } from '../../dialogs/ports.ts';
import { addCounts } from '../figures/add-counts.ts';
import { catalogue } from '../figures/catalogue.ts';
import { silentRemark } from '../figures/delivery.ts';
import { withMunicipality } from '../figures/distinct-names.ts';
import type { Facts } from '../figures/facts.ts';
import { compared, withSeries } from '../figures/several.ts';
import type { Figure, FigureRow, Measure, MeasureParams } from '../figures/types.ts';
import { addDays } from '../policy/engine/days.ts';
import type { FigureCell, FigurePlace, FigureRequest } from './figure-request.ts';
import { readFacts, type Moment } from './read-facts.ts';

export type { FigureRequest } from './figure-request.ts';

export interface ComputedFigure extends Moment {
  readonly figure: Figure;
  /** What was counted; comparing these compares figures to the digit. */
  readonly counts: unknown;
  /** The children, placements or places behind the figure; of a comparison behind all that is compared. */
  readonly rows: () => readonly FigureRow[];
}

/** Computes a figure, now or as believed at a moment. Protected figures read in capacity aggregate. */
export async function computeFigure(ports: Ports, request: FigureRequest, asOf: AsOf = {}): Promise<ComputedFigure> {
  if (request.protected) await ports.figures.asAggregate();
  const whole = await computeCell(ports, request, request.whole, asOf);
  if (request.cells.length === 0) return whole;
  const cells: ComputedFigure[] = [];
  for (const cell of request.cells) cells.push(await computeCell(ports, request, cell, { ...asOf, revision: whole.revision }));
  const labelled = cells.map(({ figure }, index) => ({ label: request.cells[index]!.label, figure, day: request.cells[index]!.referenceDate }));
  const counts = cells.map((cell, index) => ({ label: request.cells[index]!.label, counts: cell.counts }));
  if (request.isComparison) return { ...whole, counts: { cells: counts }, figure: compared(labelled), rows: () => cells.flatMap((cell) => cell.rows()) };
  return { ...whole, counts: { whole: whole.counts, cells: counts }, figure: withSeries(whole.figure, labelled) };
}

/** One figure; of several places each is counted by its own policy, at one moment. */
async function computeCell(ports: Ports, request: FigureRequest, cell: FigureCell, asOf: AsOf): Promise<ComputedFigure> {
  const measure = catalogue.get(request.measure);
  const definition = definitionOf(measure, request.version);
  const read: { facts: Facts; params: MeasureParams }[] = [];
  let moment: Moment | undefined;
  for (const place of cell.places) {
    const params = paramsOf(request, cell, place, measure);
    const { facts, ...at } = await readFacts(ports, measure, place, params, cell.part, moment ? { ...asOf, revision: moment.revision } : asOf);
    moment ??= at;
    read.push({ facts: cell.places.length > 1 ? withMunicipality(facts, place.name) : facts, params });
  }
  const counts = addCounts(read.map(({ facts, params }) => definition.count(facts, params)));
  const figure = definition.figureOf(counts, togetherParams(cell, read.map(({ params }) => params)));
  const silent = request.protected || measure.id === 'last-delivery' ? [] : read.flatMap(({ facts, params }) => silentRemark(facts, params.referenceDate));
  return {
    counts, ...moment!,
    figure: silent.length === 0 ? figure : { ...figure, remarks: [...figure.remarks, ...silent] },
    rows: () => read.flatMap(({ facts, params }) => measure.rows(facts, params)),
  };
}

/** The measure as it is, or as it was when its version was told. Throws when that is no longer known: then no figure is given. */
function definitionOf(measure: Measure, version: number = measure.version): Pick<Measure, 'count' | 'figureOf'> {
  const definition = version === measure.version ? measure : measure.earlier[version];
  if (!definition) throw new Error(`version ${version} of ${measure.id} is not kept`);
  return definition;
}

function paramsOf(request: FigureRequest, { from, referenceDate, part }: FigureCell, place: FigurePlace, { periodKind }: Measure): MeasureParams {
  return {
    referenceDate,
    from: periodKind === 'period' ? from : referenceDate,
    until: addDays(referenceDate, 1),
    policy: place.policy,
    isPart: place.locationId !== undefined || place.schoolId !== undefined || part !== undefined,
    protected: request.protected,
    ...(place.windowStartMonths === undefined ? {} : { windowStartMonths: place.windowStartMonths }),
    ...(request.dimension === undefined ? {} : { breakdown: request.dimension }),
  };
}

/** Of several places the policies are each their own, so the figure together has none, and says of each what it agreed. */
function togetherParams({ places }: FigureCell, params: readonly MeasureParams[]): MeasureParams {
  const [first] = params;
  if (!first) throw new Error('a figure of no place');
  if (params.length === 1) return first;
  const { windowStartMonths: _, ...shared } = first;
  return { ...shared, policy: {}, members: places.map(({ name, windowStartMonths, policy }) => ({ name, windowStartMonths, policy })) };
}
