import { dayPeriod } from '../../ask/make-period.ts';
import { periodAround } from '../../ask/understand/make-periods.ts';
import { catalogue } from '../../figures/catalogue.ts';
import type { Dimension, MeasureId } from '../../figures/types.ts';
import { addDays } from '../../policy/engine/days.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import type { KnownContext } from '../../turn/context.ts';
import { giveFigure } from '../../turn/give-figure.ts';
import type { NamedMunicipality } from '../../turn/figure-scope.ts';
import { municipalPlace } from '../../turn/plan-figure.ts';

/** What a post is made with: nothing of the turn or the channel in which somebody asks for it. */
export type ComposeContext = Pick<KnownContext, 'person' | 'ports' | 'policy'>;

/** Reads the counts of one municipality. What comes back is exact and must be made bands before anything of it is told. */
export interface Counting {
  readonly municipality: NamedMunicipality;
  readonly context: ComposeContext;
}

/** What a post tells of a figure is made of its counts; behind the reference stands the figure itself, for who may see it. */
export interface Read<Counts> { readonly counts: Counts; readonly reference: string }

/** A measure on a day, or in the week up to and including it; undefined without a window, where the measure needs one. */
export async function readFigure<Counts>({ municipality, context }: Counting, measure: MeasureId, { from, until: day }: Days, dimension?: Dimension): Promise<Read<Counts> | undefined> {
  const place = municipalPlace(measure, municipality, day, dimension, context);
  if (catalogue.get(measure).window === 'municipal' && place.windowStartMonths === undefined) return undefined;
  const period = from === day ? dayPeriod(day) : periodAround(day, 'week');
  const { reference, counts } = await giveFigure({
    plan: { request: { measure, ...(dimension ? { dimension } : {}), whole: { label: period.label, from, referenceDate: day, places: [place] }, cells: [], protected: true }, notes: [] },
    question: { measures: [measure], when: { kind: 'period', period, assumed: false }, scopes: [{ kind: 'municipality', id: municipality.code, name: municipality.name }], ...(dimension ? { split: dimension } : {}) },
    scopes: [{ name: municipality.name, municipalityCode: municipality.code, protected: true }],
  }, context);
  return { counts: counts as Counts, reference };
}

/** First and last day. */
export interface Days { readonly from: IsoDate; readonly until: IsoDate }
export const on = (day: IsoDate): Days => ({ from: day, until: day });

/**
 * The week before the one of the post, Monday to Sunday. Whatever day posts are sent on, these
 * weeks never overlap: of weeks that do, subtracting would give a few days away.
 */
export function weekBefore(today: IsoDate): Days {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: addDays(today, -sinceMonday - 7), until: addDays(today, -sinceMonday - 1) };
}
