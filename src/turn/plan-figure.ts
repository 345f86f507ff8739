import { referenceDate as lastDayOf } from '../ask/periods.ts';
import { stepsOf } from '../ask/period-steps.ts';
import type { Period } from '../ask/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import { isTimeStep, type Breakdown, type Dimension, type MeasureId } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { TurnContext } from './context.ts';
import { dimensionOf, policyUsed, type FigureCell, type FigurePlace, type FigureRequest } from './figure-request.ts';
import { membersOf, type FigureScope, type NamedMunicipality } from './figure-scope.ts';

type Policies = Pick<TurnContext, 'policy' | 'today'>;

/** A question for one figure in one scope. */
export interface AskedFigure {
  readonly measure: MeasureId;
  readonly period: Pick<Period, 'start' | 'endExclusive' | 'label'>;
  readonly breakdown?: Breakdown | undefined;
}

/** What to compute, or who laid down no window, without which there is no figure. */
export type Plan = { readonly request: FigureRequest; readonly notes: readonly string[] } | { readonly withoutWindow: readonly string[]; readonly day: IsoDate };

/** Turns a question into all that decides its figure: days, places and each place's own policy on these days. */
export function planFigure(asked: AskedFigure, scope: FigureScope, context: Policies): Plan {
  const { measure, period, breakdown } = asked;
  const dimension = dimensionOf(breakdown);
  const planned = cellOf(asked, period, scope, context);
  const whole = counting(measure, planned);
  if (whole.places.length === 0) return { withoutWindow: planned.places.map(({ name }) => name), day: planned.referenceDate };
  const without = planned.places.filter((place) => !whole.places.includes(place)).map(({ name }) => name);
  const left = scope.region ? membersOf(scope.region, planned.referenceDate).left : [];
  return {
    request: { measure, ...(scope.part ? { part: scope.part } : {}), ...dimension, whole, cells: cellsOf(asked, scope, whole, context), protected: scope.protected },
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

function cellOf({ measure, breakdown }: AskedFigure, { start, endExclusive, label }: AskedFigure['period'], scope: FigureScope, context: Policies): FigureCell {
  const referenceDate = dayOfFigure(measure, { start, endExclusive }, context.today);
  return { label, from: start < referenceDate ? start : referenceDate, referenceDate, places: placesOf(measure, scope, referenceDate, dimensionOf(breakdown).dimension, context) };
}

/** Without the places that laid down no window, where the measure needs one. */
function counting(measure: MeasureId, cell: FigureCell): FigureCell {
  if (catalogue.get(measure).window !== 'municipal') return cell;
  return { ...cell, places: cell.places.filter(({ windowStartMonths }) => windowStartMonths !== undefined) };
}

/** A series over time, or the members of a region next to each other; a region shows its members by itself. */
function cellsOf(asked: AskedFigure, scope: FigureScope, whole: FigureCell, context: Policies): FigureCell[] {
  const { measure, period, breakdown } = asked;
  if (isTimeStep(breakdown)) {
    const cells = stepsOf(period, breakdown, context.today).map((step) => counting(measure, cellOf(asked, step, scope, context)));
    return cells.filter(({ places }) => places.length > 0);
  }
  if (breakdown !== 'municipality' && !(scope.region && breakdown === undefined)) return [];
  return whole.places.map((place) => ({ ...whole, label: place.name, places: [place] }));
}

function placesOf(measure: MeasureId, scope: FigureScope, day: IsoDate, dimension: Dimension | undefined, context: Policies): FigurePlace[] {
  if (scope.region) return membersOf(scope.region, day).members.map((member) => municipalPlace(measure, member, day, dimension, context));
  if (scope.municipalityCode !== undefined) return [municipalPlace(measure, { code: scope.municipalityCode, name: scope.name }, day, dimension, context)];
  const policy = scope.policyOf === undefined ? undefined : context.policy(scope.policyOf, day);
  return [{ name: scope.name, locationId: scope.locationId, policy: policyUsed(measure, policy, dimension) }];
}

/** A municipality with its policy as it is recorded for the day. */
export function municipalPlace(measure: MeasureId, { code, name }: NamedMunicipality, day: IsoDate, dimension: Dimension | undefined, context: Pick<Policies, 'policy'>): FigurePlace {
  const policy = context.policy(code, day);
  return { name, municipalityCode: code, windowStartMonths: policy?.windowStartMonths?.value, policy: policyUsed(measure, policy, dimension) };
}
