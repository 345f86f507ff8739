import { z } from 'zod/v4';
import type { AsOf, StoredAnswer } from '../../dialogs/ports.ts';
import { Question } from '../ask/question.ts';
import { BREAKDOWNS, DIMENSIONS, MEASURE_IDS, type Breakdown, type Figure, type MeasureId, type PolicyUsed } from '../figures/types.ts';
import { computeFigure } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { dimensionOf, type FigureRequest } from './figure-request.ts';
import type { FigureScope } from './figure-scope.ts';
import { breakdownOf, periodOf, type PlannedFigure } from './plan-figure.ts';

export interface Given { readonly figure: Figure; readonly reference: string; /** What was counted: exact, also of a protected figure. */ readonly counts: unknown }

interface ToGive {
  readonly plan: PlannedFigure;
  /** What was asked, with this one measure. */
  readonly question: Question;
  readonly scopes: readonly FigureScope[];
  /** "Zoals bekend op": what was known at the end of that day. */
  readonly asOf?: AsOf;
}

/** Computes a figure and keeps, under its reference, everything with which it can be computed again. */
export async function giveFigure({ plan: { request, notes }, question, scopes, asOf }: ToGive, { ports }: Pick<KnownContext, 'ports'>): Promise<Given> {
  const computed = await computeFigure(ports, request, asOf);
  const reference = await ports.figures.remember({
    protected: request.protected,
    measure: request.measure,
    measureVersion: computed.figure.version,
    ...whereOf(request, scopes),
    referenceDate: request.whole.referenceDate,
    params: { placeName: placeNameOf(scopes), period: periodOf(question.when), breakdown: breakdownOf(question), request, notes, question },
    revision: computed.revision,
    knownAt: computed.knownAt,
    counts: computed.counts,
  });
  return { reference, counts: computed.counts, figure: { ...computed.figure, remarks: [...computed.figure.remarks, ...notes] } };
}

export const placeNameOf = (scopes: readonly FigureScope[]): string => scopes.map(({ name }) => name).join(' en ');

/** Who may see the answer again: whoever may see the place, or each of the municipalities. */
function whereOf({ whole, cells }: FigureRequest, scopes: readonly FigureScope[]): Pick<StoredAnswer, 'municipalityCode' | 'locationId' | 'schoolId' | 'municipalityCodes'> {
  const [first] = scopes;
  if (scopes.every(({ locationId }) => locationId !== undefined)) return { locationId: first?.locationId };
  if (scopes.every(({ schoolId }) => schoolId !== undefined)) return { schoolId: first?.schoolId };
  const codes = [...new Set([whole, ...cells].flatMap(({ places }) => places.flatMap(({ municipalityCode }) => municipalityCode ?? [])))];
  return codes.length === 1 && !first?.region ? { municipalityCode: codes[0] } : { municipalityCodes: codes };
}

const policySchema = z.custom<PolicyUsed>((value) => typeof value === 'object' && value !== null).default({});
const placeSchema = z.object({
  name: z.string(), municipalityCode: z.string().optional(), locationId: z.string().optional(), schoolId: z.string().optional(), policyOf: z.string().optional(), windowStartMonths: z.number().optional(), policy: policySchema,
});
const partSchema = z.object({ kind: z.enum(['provider', 'group', 'neighbourhood', 'cluster', 'school']), name: z.string(), location: z.string().optional() });
const cellSchema = z.object({ label: z.string(), from: z.string(), referenceDate: z.string(), places: z.array(placeSchema).min(1), part: partSchema.optional() });
const requestSchema = z.object({
  measure: z.enum(MEASURE_IDS), dimension: z.enum(DIMENSIONS).optional(),
  whole: cellSchema, cells: z.array(cellSchema), protected: z.boolean(), isComparison: z.boolean().optional(),
});
const paramsSchema = z.object({
  placeName: z.string(),
  period: z.object({ kind: z.string().optional(), label: z.string(), start: z.string(), endExclusive: z.string().optional() }),
  /** Absent in references from before figures could be split. */
  breakdown: z.enum(BREAKDOWNS).optional(),
  /** Absent in references from before figures of several places; then the columns say it all. */
  request: requestSchema.optional(),
  notes: z.array(z.string()).default([]),
  question: Question.optional(),
  windowStartMonths: z.number().optional(),
});

/** An answer as it was given, ready to be computed again. */
export interface GivenBefore {
  readonly request: FigureRequest;
  readonly placeName: string;
  readonly period: { readonly label: string; readonly start: string; readonly endExclusive?: string | undefined };
  readonly breakdown: Breakdown | undefined;
  readonly notes: readonly string[];
  /** Absent for references from before questions were kept. */
  readonly question: Question | undefined;
}

/** What a stored answer was computed from, with the definition of that time. */
export function requestOf(stored: StoredAnswer): GivenBefore {
  const { placeName, period, breakdown, request, notes, question, windowStartMonths } = paramsSchema.parse(stored.params);
  const version = stored.measureVersion;
  const given = { placeName, period, breakdown, notes, question };
  if (request) return { ...given, request: { ...request, version } };
  const place = { name: placeName, municipalityCode: stored.municipalityCode, locationId: stored.locationId, windowStartMonths, policy: {} };
  const whole = { label: period.label, from: period.start, referenceDate: stored.referenceDate, places: [place] };
  return { ...given, request: { measure: stored.measure as MeasureId, version, ...dimensionOf(breakdown), whole, cells: [], protected: stored.protected } };
}
