import type { ConsentWay, ContentField, Side, StepName } from '../../src/policy/handover/index.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';

/** A child of a handover, as both sides see it: a school sees nothing else of it. */
export interface HandoverChild {
  readonly code: string;
  readonly birthDate: IsoDate;
  /** The own reference of the person's organisation. */
  readonly ownReference?: string;
}

export interface RecordedStep {
  readonly versionId: string;
  readonly step: StepName;
  readonly side: Side;
  readonly onDate: IsoDate;
  readonly how?: string;
  readonly participants: readonly string[];
  readonly recordedAt: string;
}

/** A handover as the person sees it, with its current steps in the order in which they were recorded. */
export interface Handover {
  readonly handoverId: string;
  readonly child: HandoverChild;
  readonly startedBy: Side;
  readonly locationId?: string;
  readonly locationName?: string;
  readonly schoolId?: string;
  /** Name of the school, from the list or as typed. */
  readonly schoolName?: string;
  /** Whether anybody of the school uses the bot. */
  readonly schoolOnBot: boolean;
  readonly hasProgramme: boolean;
  readonly steps: readonly RecordedStep[];
}

/** Tier A. Days are inclusive, as people name them. */
export interface Programme {
  readonly programme: string;
  readonly startedOn: IsoDate;
  readonly endedOn?: IsoDate;
  readonly hoursPerWeek: number;
}

/** A child of an own location that goes to school some day, with its handover when there is one. */
export interface HandoverCandidate {
  readonly childId: string;
  readonly child: HandoverChild;
  readonly locationId: string;
  readonly municipalityCode: string;
  readonly withVeOrCare: boolean;
  readonly handoverId?: string;
  readonly steps: readonly StepName[];
  /** Day on which it was sent or submitted. */
  readonly doneOn?: IsoDate;
}

export interface HandoverSchool { readonly id: string; readonly name: string; readonly municipalityCode: string; readonly municipalityName: string; readonly onBot: boolean }

export type StepInput = {
  readonly step: StepName;
  readonly side: Side;
  readonly onDate: IsoDate;
  readonly how?: ConsentWay;
  readonly participants?: readonly string[];
  readonly confirmations?: readonly string[];
};

/** Content by field; an empty text removes the field. */
export type HandoverContent = ReadonlyMap<ContentField, string>;

export interface HandoverLink { readonly expiresOn: IsoDate; readonly madeOn: IsoDate; readonly openings: number }

export interface HandoversPort {
  /** Children of own locations, and of those who left in the last year, earliest born first. */
  candidates(today: IsoDate): Promise<readonly HandoverCandidate[]>;
  /** Handovers that an own school began or was sent, latest first: those at work or closed lately, or that of one code. */
  ofSchool(code?: string): Promise<readonly Handover[]>;
  /** Waits for whoever is storing something of the same handover, so that what is read next is what they left. */
  lock(handoverId: string): Promise<void>;
  byId(handoverId: string): Promise<Handover | undefined>;
  start(childId: string, locationId: string): Promise<{ readonly outcome: 'started' | 'known' | 'elsewhere' | 'forbidden'; readonly handoverId?: string }>;
  /** Whether another location prepares the handover of a child of an own location. */
  preparedElsewhere(childId: string): Promise<boolean>;
  /** Every call counts as a try of the code. Without `store` nothing is begun. */
  startBySchool(input: { code: string; birthDate: IsoDate; schoolId: string; store: boolean }):
  Promise<{ readonly outcome: 'started' | 'known' | 'elsewhere' | 'unknown' | 'too_many' | 'forbidden'; readonly handoverId?: string }>;
  /** Makes a child with a new code and begins its handover. */
  registerBySchool(input: { birthDate: IsoDate; municipalityCode: string; schoolId: string }): Promise<string>;
  /** Lets an own location take part in a handover that a school began. */
  join(handoverId: string, locationId: string): Promise<boolean>;
  chooseSchool(handoverId: string, school: { readonly schoolId: string } | { readonly name: string }): Promise<boolean>;
  schools(): Promise<readonly HandoverSchool[]>;
  record(handoverId: string, step: StepInput): Promise<void>;
  /** Closes the step with the reason; false when it is no longer current. */
  undo(versionId: string, reason: string): Promise<boolean>;
  programme(handoverId: string): Promise<Programme | undefined>;
  saveProgramme(handoverId: string, programme: Programme): Promise<void>;
  /** What the placements at own locations say, for filling in. */
  programmeFromPlacements(handoverId: string): Promise<Omit<Programme, 'programme'> | undefined>;
  /** What is told about the child; empty without consent. */
  content(handoverId: string): Promise<HandoverContent>;
  saveContent(handoverId: string, content: HandoverContent): Promise<void>;
  /** A link for a school that is not on the bot; undefined when the operator set no address for it. */
  makeLink(handoverId: string): Promise<{ readonly url: string; readonly expiresOn: IsoDate } | undefined>;
  /** The link that works now. */
  link(handoverId: string): Promise<HandoverLink | undefined>;
  revokeLinks(handoverId: string): Promise<number>;
}
