import { catalogue } from '../../figures/catalogue.ts';
import type { MeasureId } from '../../figures/types.ts';
import { addDays } from '../../policy/engine/days.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import { computeFigure } from '../../turn/compute-figure.ts';
import type { KnownContext } from '../../turn/context.ts';
import type { FigureRequest } from '../../turn/figure-request.ts';
import type { NamedMunicipality } from '../../turn/figure-scope.ts';
import { municipalPlace } from '../../turn/plan-figure.ts';

/** What a post is made with: nothing of the turn or the channel in which somebody asks for it. */
export type ComposeContext = Pick<KnownContext, 'person' | 'ports' | 'policy'>;

/** Reads the counts of one municipality. What comes back is exact and must be made bands before anything of it is told. */
export interface Counting {
  readonly municipality: NamedMunicipality;
  readonly context: ComposeContext;
}

/** The counts of a measure on a day, or in the days up to and including it; undefined without a window, where the measure needs one. */
export async function countsOf<Counts>({ municipality, context }: Counting, measure: MeasureId, day: IsoDate, from: IsoDate = day): Promise<Counts | undefined> {
  const place = municipalPlace(measure, municipality, day, undefined, context);
  if (catalogue.get(measure).window === 'municipal' && place.windowStartMonths === undefined) return undefined;
  const request: FigureRequest = { measure, whole: { label: 'week', from, referenceDate: day, places: [place] }, cells: [], protected: true };
  return (await computeFigure(context.ports, request)).counts as Counts;
}

/**
 * The week before the one of the post, Monday to Sunday. Whatever day posts are sent on, these
 * weeks never overlap: of weeks that do, subtracting would give a few days away.
 */
export function weekBefore(today: IsoDate): { readonly from: IsoDate; readonly until: IsoDate } {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: addDays(today, -sinceMonday - 7), until: addDays(today, -sinceMonday - 1) };
}
