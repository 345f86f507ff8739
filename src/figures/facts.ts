import { noKindergarten, type KindergartenFacts } from './kindergarten-facts.ts';
import type { IsoDate } from '../policy/engine/types.ts';

/**
 * What measures count: rows without a code or name of a child, as believed at one moment.
 * The database reads them, one statement a set; a measure is a pure function of them.
 * A child is told apart by its internal id, which is never shown and never kept.
 */

/** How a target toddler stands on the reference date. "Reached" wins over a recorded reason. */
export type Standing = 'here' | 'elsewhere' | 'notReached' | 'unknown';

/** One child with an indication, in the age range that was asked for, living in the municipality. */
export interface TargetFact {
  readonly child: string;
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
  /** Codes of the municipality's grounds, or of their characteristics; several may hold. */
  readonly grounds: readonly string[];
  /** Codes of the reasons of non-reach recorded up to the day; also for a child that was placed later. */
  readonly reasons: readonly string[];
  /** Whether a placement of any kind began on or before the day. */
  readonly everPlaced: boolean;
  /** Whether any outcome of guidance was recorded about a day up to the reference date. */
  readonly hasOutcome: boolean;
  /** First day of the earliest VE placement that begins after the day. */
  readonly startsOn?: IsoDate | undefined;
  /** Whether the latest outcome of guidance up to the day is non-reach because of a waiting list. */
  readonly onWaitingList: boolean;
}

/** A half-open stretch of days; without `until` it goes on. */
export interface Stretch { readonly from: IsoDate; readonly until?: IsoDate | undefined }

/** A stretch on a VE place with the hours that were agreed. */
export interface PlacedStretch extends Stretch { readonly hoursPerWeek: number; readonly daysPerWeek: number }

/** One placement with a day in the period, or whose last day lies in it. */
export interface PlacementFact {
  readonly child: string;
  readonly start: IsoDate;
  /** First day away. */
  readonly end?: IsoDate | undefined;
  readonly exitReason?: string | undefined;
  readonly vePlace: boolean;
  /** Absent when the asker may not see it: a child that lives in another municipality. */
  readonly birthDate?: IsoDate | undefined;
  readonly group?: string | undefined;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
  /** Read for measures that say so; absent otherwise, and for a child that the asker may not see. */
  readonly history?: ChildHistory | undefined;
  /** Dutch day on which the placement was first recorded; read with the history. */
  readonly recordedOn?: IsoDate | undefined;
}

/** What was recorded of a child besides one placement, as far as the asker may see it. */
export interface ChildHistory {
  /** Indications, each on the days on which it holds. */
  readonly indications: readonly Stretch[];
  /** All stretches on a VE place, at any location; by start. */
  readonly vePlaces: readonly PlacedStretch[];
}

/** A location of the scope, with what it offered on the reference date and its placements. */
export interface LocationFact {
  readonly locationId: string;
  readonly location: string;
  readonly provider: string;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  /** VE places on the reference date; null when nothing was recorded. */
  readonly offered: number | null;
  readonly placements: readonly PlacementFact[];
  /** Dutch day on which a placement here was last recorded, ended or corrected; absent when never. */
  readonly lastRecordedOn?: IsoDate | undefined;
}

/** A two or three year old who lives in the municipality and has a placement of any kind on the day. */
export interface ToddlerFact {
  readonly child: string;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  readonly vePlace: boolean;
}

/** Children of an age range on the day of a count. Without a neighbourhood: of the whole municipality. A neighbourhood without a count has an empty range. */
export interface PopulationFact {
  readonly countedOn: IsoDate;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  readonly fromMonths: number;
  readonly untilMonths: number;
  readonly children: number;
  readonly source?: string | undefined;
}

/** A child that turned four, with what happened in its handover up to the reference date; never what was told. */
export interface HandoverFact {
  readonly child: string;
  readonly birthDate: IsoDate;
  readonly birthday4: IsoDate;
  /** The location that hands over, otherwise where the child was placed last. */
  readonly location?: string | undefined;
  readonly provider?: string | undefined;
  /** The location lies in another municipality than the child's. */
  readonly locationElsewhere: boolean;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  /** The school that was chosen, also when nothing was sent yet. */
  readonly school?: string | undefined;
  readonly schoolElsewhere: boolean;
  /** The VE programme that was handed over. */
  readonly programme?: string | undefined;
  /** The last word of the parents; absent when they were never asked. */
  readonly consent?: 'consent_asked' | 'consent_given' | 'consent_refused' | 'consent_withdrawn' | undefined;
  /** The day on which childcare sent it, or the school submitted it. */
  readonly doneOn?: IsoDate | undefined;
  readonly talkOn?: IsoDate | undefined;
  readonly feedbackOn?: IsoDate | undefined;
}

/** A measure gets the sets that it reads; the others are empty. */
export interface Facts {
  readonly targets: readonly TargetFact[];
  /** By name. */
  readonly locations: readonly LocationFact[];
  readonly toddlers: readonly ToddlerFact[];
  readonly population: readonly PopulationFact[];
  readonly handovers: readonly HandoverFact[];
  readonly kindergarten: KindergartenFacts;
}

/** `history`: locations, with what else is known of the children that are placed there. */
export type FactSet = 'targets' | 'locations' | 'history' | 'toddlers' | 'handovers' | 'kindergarten';

export const noFacts: Facts = { targets: [], locations: [], toddlers: [], population: [], handovers: [], kindergarten: noKindergarten };
