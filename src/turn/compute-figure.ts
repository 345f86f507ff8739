import type { Ports, ReachRow, PlacesRow } from '../../dialogs/ports.ts';
import { freePlacesFigure } from '../figures/measures/free-places.ts';
import { reachFigure } from '../figures/measures/reach.ts';
import { vePlacesFigure } from '../figures/measures/ve-places.ts';
import { protectedFreePlacesFigure, protectedReachFigure } from '../figures/protected-figures.ts';
import type { Figure, MeasureId, PlacesCounts } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';

/** All that decides a figure; kept with its reference, so that it can be computed again. */
export interface FigureRequest {
  readonly measure: MeasureId;
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  readonly referenceDate: IsoDate;
  /** Required for reach. */
  readonly windowStartMonths?: number | undefined;
  readonly protected: boolean;
}

export interface ComputedFigure {
  readonly figure: Figure;
  /** What the database counted; comparing these compares figures to the digit. */
  readonly counts: unknown;
  readonly revision: number;
  readonly knownAt: string;
}

export interface AsOf { readonly revision: number; readonly knownAt: string }

/** Computes a figure, now or as believed in a revision. Protected figures read in capacity aggregate. */
export async function computeFigure(ports: Ports, request: FigureRequest, asOf?: AsOf): Promise<ComputedFigure> {
  if (request.protected) await ports.figures.asAggregate();
  const moment = asOf ? { asOf } : {};
  if (request.measure === 'reach') {
    const { municipalityCode, windowStartMonths, referenceDate } = request;
    if (municipalityCode === undefined || windowStartMonths === undefined) throw new Error('reach needs a municipality and its window');
    const computed = await ports.figures.reach({ municipalityCode, windowStartMonths, referenceDate, ...moment });
    return { ...computed, figure: reachOf(computed.counts, request) };
  }
  const { municipalityCode, locationId, referenceDate } = request;
  const computed = await ports.figures.places({
    referenceDate, ...moment, ...(municipalityCode ? { municipalityCode } : {}), ...(locationId ? { locationId } : {}),
  });
  return { ...computed, figure: placesOf(computed.counts, request) };
}

function reachOf(counts: ReachRow, { protected: isProtected, ...params }: FigureRequest): Figure {
  return isProtected ? protectedReachFigure(counts, toParams(params)) : reachFigure(counts, toParams(params));
}

function toParams({ referenceDate, windowStartMonths }: { referenceDate: IsoDate; windowStartMonths?: number | undefined }): { referenceDate: IsoDate; windowStartMonths?: number } {
  return { referenceDate, ...(windowStartMonths === undefined ? {} : { windowStartMonths }) };
}

/** A location that never told how many places it offers is named, not counted as zero. */
function placesOf(rows: readonly PlacesRow[], { measure, protected: isProtected }: FigureRequest): Figure {
  const known = rows.flatMap(({ offered, ...row }): PlacesCounts[] => (offered === null ? [] : [{ ...row, offered }]));
  const silent = rows.filter((row) => row.offered === null).map((row) => row.locationName);
  const figure = placesFigure(known, measure, isProtected);
  if (silent.length === 0) return figure;
  return { ...figure, remarks: [...figure.remarks, `Niet meegeteld, omdat er geen aantal VE-plekken is vastgelegd: ${silent.join(', ')}.`] };
}

function placesFigure(places: readonly PlacesCounts[], measure: MeasureId, isProtected: boolean): Figure {
  if (measure === 've-places') return vePlacesFigure(places);
  return isProtected ? protectedFreePlacesFigure(places) : freePlacesFigure(places);
}
