import type { IsoDate } from '../engine/types.ts';

/** The indication of the child that the rules look at. */
export interface IndicationPeriod {
  readonly issuedOn: IsoDate;
  /** First day on which it no longer holds; absent while it holds. */
  readonly endedOn?: IsoDate;
}

/** Another current placement of the same child on a VE place; half-open. */
export interface OtherPlacement {
  readonly start: IsoDate;
  /** First day on which it no longer holds; absent while it is open. */
  readonly end?: IsoDate;
  /** Only a placement of one's own location is described; another is not named. */
  readonly sameLocation: boolean;
}

/** What childcare wants to record, and what is on record around it. */
export interface IntakeFacts {
  readonly birthDate: IsoDate;
  readonly startDate: IsoDate;
  /** False for a regular place, to which the rules of VE do not apply. */
  readonly vePlace: boolean;
  readonly indication?: IndicationPeriod;
  readonly otherPlacements: readonly OtherPlacement[];
  /** Children enrolled in the group on the start day, this one included. */
  readonly groupEnrolledAfter: number;
  /** VE places offered by the location on the start day; absent when nobody recorded them. */
  readonly placesOffered?: number;
  /** VE places taken at the location on the start day, this child not included. */
  readonly placesTakenBefore: number;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
}
