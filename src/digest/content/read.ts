import { catalogue } from '../../figures/catalogue.ts';
import type { MeasureId } from '../../figures/types.ts';
import { addDays } from '../../policy/engine/days.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import { computeFigure } from '../../turn/compute-figure.ts';
import type { KnownContext } from '../../turn/context.ts';
import type { FigureRequest } from '../../turn/figure-request.ts';
import type { NamedMunicipality } from '../../turn/figure-scope.ts';
import { municipalPlace } from '../../turn/plan-figure.ts';

/** Reads the counts of one municipality. What comes back is exact and must be made bands before anything of it is told. */
export interface Counting {
  readonly municipality: NamedMunicipality;
  readonly context: KnownContext;
}

/** The counts of a measure on a day, or in the days up to and including it; undefined without a window, where the measure needs one. */
export async function countsOf<Counts>({ municipality, context }: Counting, measure: MeasureId, day: IsoDate, from: IsoDate = day): Promise<Counts | undefined> {
  const place = municipalPlace(measure, municipality, day, undefined, context);
  if (catalogue.get(measure).window === 'municipal' && place.windowStartMonths === undefined) return undefined;
  const request: FigureRequest = { measure, whole: { label: 'week', from, referenceDate: day, places: [place] }, cells: [], protected: true };
  return (await computeFigure(context.ports, request)).counts as Counts;
}

/** The seven days up to and including the day before the post. */
export const weekBefore = (today: IsoDate): { readonly from: IsoDate; readonly until: IsoDate } => ({ from: addDays(today, -7), until: addDays(today, -1) });
