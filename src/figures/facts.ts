import type { IsoDate } from '../policy/engine/types.ts';

/**
 * What measures count: rows without a code or name of a child, as believed at one moment.
 * The database reads them, one statement a set; a measure is a pure function of them.
 */

/** How a target toddler stands on the reference date. "Reached" wins over a recorded reason. */
export type Standing = 'here' | 'elsewhere' | 'notReached' | 'unknown';

/** One child with an indication, in the age range that was asked for, living in the municipality. */
export interface TargetFact {
  readonly birthDate: IsoDate;
  /** The earliest of the indications that hold on the day. */
  readonly indicatedOn: IsoDate;
  readonly standing: Standing;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  /** Where its VE place is; absent when it has none. */
  readonly location?: string | undefined;
  readonly provider?: string | undefined;
  readonly group?: string | undefined;
  /** Codes of the municipality's grounds; several may hold. */
  readonly grounds: readonly string[];
  /** Codes of the reasons of non-reach recorded up to the day; also for a child that was placed later. */
  readonly reasons: readonly string[];
}

/** One placement with a day in the period, or whose last day lies in it. */
export interface PlacementFact {
  /** Tells children of one set of facts apart; means nothing outside it. */
  readonly child: number;
  readonly start: IsoDate;
  /** First day away. */
  readonly end?: IsoDate | undefined;
  readonly exitReason?: string | undefined;
  readonly vePlace: boolean;
  /** Absent when the asker may not see it: a child that lives in another municipality. */
  readonly birthDate?: IsoDate | undefined;
  readonly group?: string | undefined;
}

/** A location of the scope, with what it offered on the reference date and its placements. */
export interface LocationFact {
  readonly locationId: string;
  readonly location: string;
  readonly provider: string;
  readonly neighbourhood?: string | undefined;
  /** VE places on the reference date; null when nothing was recorded. */
  readonly offered: number | null;
  readonly placements: readonly PlacementFact[];
}

/** A measure gets the set that it reads; the other is empty. */
export interface Facts {
  readonly targets: readonly TargetFact[];
  /** By name. */
  readonly locations: readonly LocationFact[];
}

export const noFacts: Facts = { targets: [], locations: [] };
