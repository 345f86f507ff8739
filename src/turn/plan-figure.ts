import { stepsOf } from '../ask/period-steps.ts';
import { referenceDate as lastDayOf } from '../ask/periods.ts';
import type { Period, Question } from '../ask/question.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { Breakdown, Dimension, MeasureId } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { TurnContext } from './context.ts';
import { dimensionOf, policyUsed, type FigureCell, type FigurePlace, type FigureRequest } from './figure-request.ts';
import { membersOf, type FigureScope, type NamedMunicipality } from './figure-scope.ts';

type Policies = Pick<TurnContext, 'policy' | 'today'>;
type Days = Pick<Period, 'start' | 'endExclusive' | 'label'>;

/** A question for one figure, in one scope or in several that are compared. */
export interface AskedFigure {
  readonly measure: MeasureId;
  readonly when: Question['when'];
  readonly split?: Question['split'];
}

/** What to compute, or who laid down no window, without which there is no figure. */
export type Plan = PlannedFigure | { readonly withoutWindow: readonly string[]; readonly day: IsoDate };
export interface PlannedFigure { readonly request: FigureRequest; readonly notes: readonly string[] }

/** By what the answer is split, as the person reads it. */
export const breakdownOf = ({ when, split }: Pick<AskedFigure, 'when' | 'split'>): Breakdown | undefined => (when.kind === 'series' ? when.step : split);

/** The period of the answer as a whole; of a comparison the first one. */
export const periodOf = (when: Question['when']): Period => (when.kind === 'comparison' ? when.periods[0]! : when.period);

/** Turns a question into all that decides its figure: days, places and each place's own policy on these days. */
export function planFigure(asked: AskedFigure, scopes: readonly FigureScope[], context: Policies): Plan {
  const [scope] = scopes;
  if (!scope) throw new Error('a figure of no place');
  const dimension = dimensionOf(asked.split);
  const planned = [cellOf(asked, periodOf(asked.when), scope, context), ...cellsOf(asked, scopes, context)];
  const counted = planned.map((cell) => counting(asked.measure, cell)).filter(({ places }) => places.length > 0);
  const [whole, ...cells] = counted;
  const without = [...new Set(planned.flatMap(({ places }) => places).filter((place) => !counted.some((cell) => cell.places.includes(place))).map(({ name }) => name))];
  const isComparison = asked.when.kind === 'comparison' || scopes.length > 1;
  if (!whole || counting(asked.measure, planned[0]!).places.length === 0 || (isComparison && cells.length < 2)) return { withoutWindow: without, day: planned[0]!.referenceDate };
  const left = [...new Set(scopes.flatMap(({ region }) => (region ? membersOf(region, whole.referenceDate).left : [])))];
  return {
    request: { measure: asked.measure, ...dimension, whole, cells, protected: scopes.some((one) => one.protected), ...(isComparison ? { isComparison } : {}) },
    notes: [
      ...(without.length === 0 ? [] : [`Niet meegeteld, omdat geen beginleeftijd is vastgelegd: ${without.join(', ')}.`]),
      ...(left.length === 0 ? [] : [`Niet meegeteld, omdat het niet bij uw rol hoort: ${left.join(', ')}.`]),
    ],
  };
}

/** The last day that a figure over a period speaks of. */
export function dayOfFigure(measure: MeasureId, period: Pick<Period, 'start' | 'endExclusive'>, today: IsoDate): IsoDate {
  const day = lastDayOf({ ...period, kind: 'day', label: '' }, today);
  return catalogue.get(measure).speaksOf?.(day) ?? day;
}

function cellOf({ measure, split }: AskedFigure, { start, endExclusive, label }: Days, scope: FigureScope, context: Policies): FigureCell {
  const referenceDate = dayOfFigure(measure, { start, endExclusive }, context.today);
  return {
    label, from: start < referenceDate ? start : referenceDate, referenceDate,
    places: placesOf(measure, scope, referenceDate, dimensionOf(split).dimension, context), ...(scope.part ? { part: scope.part } : {}),
  };
}

/** Without the places that laid down no window, where the measure needs one. */
function counting(measure: MeasureId, cell: FigureCell): FigureCell {
  if (catalogue.get(measure).window !== 'municipal') return cell;
  return { ...cell, places: cell.places.filter(({ windowStartMonths }) => windowStartMonths !== undefined) };
}

/** What stands next to each other: periods, places, steps of time, or the members of a region, which shows them by itself. */
function cellsOf(asked: AskedFigure, scopes: readonly FigureScope[], context: Policies): FigureCell[] {
  const { when, split } = asked;
  const [scope] = scopes as [FigureScope];
  if (scopes.length > 1) return scopes.map((one) => ({ ...cellOf(asked, periodOf(when), one, context), label: one.name }));
  if (when.kind === 'comparison') return when.periods.map((period) => cellOf(asked, period, scope, context));
  if (when.kind === 'series') return stepsOf(when.period, when.step, context.today).map((step) => cellOf(asked, step, scope, context));
  if (split !== 'municipality' && !(scope.region && split === undefined)) return [];
  const whole = cellOf(asked, periodOf(when), scope, context);
  return whole.places.map((place) => ({ ...whole, label: place.name, places: [place] }));
}

function placesOf(measure: MeasureId, scope: FigureScope, day: IsoDate, dimension: Dimension | undefined, context: Policies): FigurePlace[] {
  if (scope.region) return membersOf(scope.region, day).members.map((member) => municipalPlace(measure, member, day, dimension, context));
  if (scope.municipalityCode !== undefined) return [municipalPlace(measure, { code: scope.municipalityCode, name: scope.name }, day, dimension, context)];
  return [locationPlace(measure, scope, day, dimension, context)];
}

/** A location or school under the agreements of its municipality. */
export function locationPlace(measure: MeasureId, { name, locationId, schoolId, policyOf }: Pick<FigurePlace, 'name' | 'locationId' | 'schoolId' | 'policyOf'>, day: IsoDate, dimension: Dimension | undefined, context: Pick<Policies, 'policy'>): FigurePlace {
  return { name, ...(schoolId === undefined ? { locationId } : { schoolId }), policyOf, policy: policyUsed(measure, policyOf === undefined ? undefined : context.policy(policyOf, day), dimension) };
}

/** A municipality with its policy as it is recorded for the day. */
export function municipalPlace(measure: MeasureId, { code, name }: NamedMunicipality, day: IsoDate, dimension: Dimension | undefined, context: Pick<Policies, 'policy'>): FigurePlace {
  const policy = context.policy(code, day);
  return { name, municipalityCode: code, windowStartMonths: policy?.windowStartMonths?.value, policy: policyUsed(measure, policy, dimension) };
}
