import type { AsOf, Ports } from '../../dialogs/ports.ts';
import { catalogue } from '../figures/catalogue.ts';
import { noFacts, type Facts } from '../figures/facts.ts';
import { inspectorateStartMonths } from '../figures/measures/reach-inspectorate.ts';
import { endMonths } from '../figures/targets.ts';
import type { Breakdown, Figure, Measure, MeasureId, MeasureParams } from '../figures/types.ts';
import { addDays } from '../policy/engine/days.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';

/** All that decides a figure; kept with its reference, so that it can be computed again. */
export interface FigureRequest {
  readonly measure: MeasureId;
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  /** The last day that counts. */
  readonly referenceDate: IsoDate;
  /** First day of the period that was asked. */
  readonly from: IsoDate;
  readonly breakdown?: Breakdown | undefined;
  readonly windowStartMonths?: number | undefined;
  /** For the words of grounds. */
  readonly policy?: ResolvedPolicy | undefined;
  readonly protected: boolean;
}

export interface ComputedFigure {
  readonly figure: Figure;
  /** What was counted; comparing these compares figures to the digit. */
  readonly counts: unknown;
  readonly revision: number;
  readonly knownAt: string;
}

/** Computes a figure, now or as believed in a revision. Protected figures read in capacity aggregate. */
export async function computeFigure(ports: Ports, request: FigureRequest, asOf?: AsOf): Promise<ComputedFigure> {
  const measure = catalogue.get(request.measure);
  const params = paramsOf(request, measure);
  if (request.protected) await ports.figures.asAggregate();
  const { facts, ...moment } = await readFacts(ports, measure, request, params, asOf ? { asOf } : {});
  return { ...measure.compute(facts, params), ...moment };
}

function paramsOf(request: FigureRequest, { periodKind }: Measure): MeasureParams {
  const { referenceDate, windowStartMonths, breakdown, policy } = request;
  return {
    referenceDate,
    from: periodKind === 'period' ? request.from : referenceDate,
    until: addDays(referenceDate, 1),
    groundLabels: Object.fromEntries((policy?.grounds?.value ?? []).map(({ code, label }) => [code, label])),
    oneLocation: request.locationId !== undefined,
    protected: request.protected,
    ...(windowStartMonths === undefined ? {} : { windowStartMonths }),
    ...(breakdown === undefined ? {} : { breakdown }),
  };
}

/** One statement: children, or locations with their placements. */
async function readFacts(ports: Ports, measure: Measure, { municipalityCode, locationId }: FigureRequest, params: MeasureParams, moment: { asOf?: AsOf }): Promise<{ facts: Facts; revision: number; knownAt: string }> {
  const { referenceDate, from, until, windowStartMonths } = params;
  if (measure.reads === 'locations') {
    const read = await ports.figures.locationFacts({ referenceDate, from, until, ...moment, ...(municipalityCode ? { municipalityCode } : {}), ...(locationId ? { locationId } : {}) });
    return { ...read, facts: { ...noFacts, locations: read.facts } };
  }
  if (municipalityCode === undefined) throw new Error(`${measure.id} is a figure of a municipality`);
  // Both windows, because the Inspectorate's figure says how it differs from the municipality's.
  const startMonths = measure.window === 'inspectorate' ? Math.min(inspectorateStartMonths, windowStartMonths ?? inspectorateStartMonths) : windowStartMonths ?? 0;
  const read = await ports.figures.targets({ municipalityCode, referenceDate, startMonths, endMonths, ...moment });
  return { ...read, facts: { ...noFacts, targets: read.facts } };
}
