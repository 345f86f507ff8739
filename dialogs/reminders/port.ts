import type { IsoDate } from '../../src/policy/engine/types.ts';
import type { StepName } from '../../src/policy/handover/index.ts';

/** Every kind of thing that can wait for somebody, most pressing first. */
export const REMINDER_KINDS = [
  'handover_due', 'outcome', 'no_place', 'handover_received', 'handover_completed', 'feedback', 'results', 'intake', 'turning_four', 'delivery', 'capacity',
] as const;
export type ReminderKindId = (typeof REMINDER_KINDS)[number];

/** What the records say about one thing; whether it waits is for the kind to judge. */
export interface ReminderFact {
  /** Id of what it is about; with the kind it is the key of a choice. */
  readonly subject: string;
  /** Location, school or municipality whose people can act. */
  readonly placeId: string;
  readonly place: string;
  readonly municipalityCode: string;
  /** The child's code; absent for what is not about a child. */
  readonly code?: string;
  readonly birthDate?: IsoDate;
  /** First day of what waits: the indication, the offer, the sending, the last delivery. */
  readonly since?: IsoDate;
  /** First day on which it no longer holds. */
  readonly until?: IsoDate;
  readonly withVeOrCare?: boolean;
  readonly doneOn?: IsoDate;
  readonly steps?: readonly StepName[];
  /** Of a handover: whether a location takes part, and whether the school began it. */
  readonly hasLocation?: boolean;
  readonly bySchool?: boolean;
  /** The location that it is about, where the place is its municipality. */
  readonly locationId?: string;
  /** Whether this person is the one to remind. */
  readonly mine: boolean;
  readonly snoozedUntil?: IsoDate;
}

export interface ReminderItem { readonly kind: ReminderKindId; readonly subject: string }

/** A card of a day that still names something. */
export interface OpenMessage { readonly day: IsoDate; readonly activityId: string; readonly items: readonly ReminderItem[] }

export type MessageOutcome =
  | { readonly state: 'sent'; readonly activityId: string }
  | { readonly state: 'pending'; readonly notBefore: Date }
  | { readonly state: 'unknown' | 'failed' };

/** The one message a day; all of it the person's own. */
export interface ReminderMessagesPort {
  /** Takes the message of a day for sending. False when somebody has it, it was sent, or it may not be tried yet. */
  claim(day: IsoDate, items: readonly ReminderItem[], at: Date): Promise<boolean>;
  /** Keeps what became of it. */
  finish(day: IsoDate, outcome: MessageOutcome): Promise<void>;
  /** What was handed to the channel before a moment and never heard of may have arrived: unknown. Returns how many. */
  giveUp(claimedBefore: Date): Promise<number>;
  /** Cards of this day and later that still name something. */
  open(since: IsoDate): Promise<readonly OpenMessage[]>;
  /** What a card shows after its update; with `closedAt` nothing any more. */
  updated(day: IsoDate, items: readonly ReminderItem[], closedAt?: Date): Promise<void>;
}

export interface RemindersPort {
  /** Facts of a kind as far as this person sees them, also of what others are reminded of. */
  facts(kind: ReminderKindId, today: IsoDate): Promise<readonly ReminderFact[]>;
  /** Kinds that the person turned off. */
  off(): Promise<ReadonlySet<ReminderKindId>>;
  turn(kind: ReminderKindId, on: boolean): Promise<void>;
  snooze(kind: ReminderKindId, subjects: readonly string[], until: IsoDate): Promise<void>;
  notMine(kind: ReminderKindId, subjects: readonly string[]): Promise<void>;
  readonly messages: ReminderMessagesPort;
}
