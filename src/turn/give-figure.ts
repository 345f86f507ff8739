import { z } from 'zod/v4';
import type { AsOf, StoredAnswer } from '../../dialogs/ports.ts';
import type { Period } from '../ask/types.ts';
import { MEASURE_IDS, type Breakdown, type Figure, type MeasureId, type PolicyUsed } from '../figures/types.ts';
import { breakdownPhrase } from '../ask/lexicon.ts';
import { computeFigure } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { dimensionOf, type FigureRequest } from './figure-request.ts';
import type { FigureScope } from './figure-scope.ts';
import type { Plan } from './plan-figure.ts';

export interface Given { readonly figure: Figure; readonly reference: string }

interface ToGive {
  readonly plan: Extract<Plan, { request: FigureRequest }>;
  readonly period: Period;
  readonly breakdown: Breakdown | undefined;
  readonly scope: FigureScope;
  /** "Zoals bekend op": what was known at the end of that day. */
  readonly asOf?: AsOf;
}

/** Computes a figure and keeps, under its reference, everything with which it can be computed again. */
export async function giveFigure({ plan: { request, notes }, period, breakdown, scope, asOf }: ToGive, { ports }: KnownContext): Promise<Given> {
  const computed = await computeFigure(ports, request, asOf);
  const codes = request.whole.places.flatMap(({ municipalityCode }) => municipalityCode ?? []);
  const reference = await ports.figures.remember({
    protected: request.protected,
    measure: request.measure,
    measureVersion: computed.figure.version,
    ...(scope.region ? { municipalityCodes: codes } : { municipalityCode: scope.municipalityCode, locationId: scope.locationId }),
    referenceDate: request.whole.referenceDate,
    params: { placeName: scope.name, period, breakdown, request, notes },
    revision: computed.revision,
    knownAt: computed.knownAt,
    counts: computed.counts,
  });
  return { reference, figure: { ...computed.figure, remarks: [...computed.figure.remarks, ...notes] } };
}

const breakdowns = Object.keys(breakdownPhrase) as [Breakdown, ...Breakdown[]];
const policySchema = z.custom<PolicyUsed>((value) => typeof value === 'object' && value !== null).default({});
const placeSchema = z.object({
  name: z.string(), municipalityCode: z.string().optional(), locationId: z.string().optional(), windowStartMonths: z.number().optional(), policy: policySchema,
});
const cellSchema = z.object({ label: z.string(), from: z.string(), referenceDate: z.string(), places: z.array(placeSchema).min(1) });
const requestSchema = z.object({
  measure: z.enum(MEASURE_IDS), part: z.object({ kind: z.enum(['provider', 'group', 'neighbourhood', 'cluster']), name: z.string(), location: z.string().optional() }).optional(),
  dimension: z.enum(['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground', 'reason']).optional(),
  whole: cellSchema, cells: z.array(cellSchema), protected: z.boolean(),
});
const paramsSchema = z.object({
  placeName: z.string(),
  period: z.object({ kind: z.string().optional(), label: z.string(), start: z.string(), endExclusive: z.string().optional() }),
  /** Absent in references from before figures could be split. */
  breakdown: z.enum(breakdowns).optional(),
  /** Absent in references from before figures of several places; then the columns say it all. */
  request: requestSchema.optional(),
  notes: z.array(z.string()).default([]),
  windowStartMonths: z.number().optional(),
});

export interface GivenBefore { readonly request: FigureRequest; readonly placeName: string; readonly period: { readonly label: string; readonly start: string; readonly endExclusive?: string | undefined }; readonly breakdown: Breakdown | undefined; readonly notes: readonly string[] }

/** What a stored answer was computed from, with the definition of that time. */
export function requestOf(stored: StoredAnswer): GivenBefore {
  const { placeName, period, breakdown, request, notes, windowStartMonths } = paramsSchema.parse(stored.params);
  const version = stored.measureVersion;
  if (request) return { request: { ...request, version }, placeName, period, breakdown, notes };
  const place = { name: placeName, municipalityCode: stored.municipalityCode, locationId: stored.locationId, windowStartMonths, policy: {} };
  const whole = { label: period.label, from: period.start, referenceDate: stored.referenceDate, places: [place] };
  return { request: { measure: stored.measure as MeasureId, version, ...dimensionOf(breakdown), whole, cells: [], protected: stored.protected }, placeName, period, breakdown, notes };
}
