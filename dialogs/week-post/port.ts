import type { DigestScope, DigestTopic, WeekKey } from '../../src/digest/types.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';

export type BindingState = 'proposed' | 'active' | 'paused' | 'dead' | 'unbound';
export type MessageState = 'pending' | 'sending' | 'sent' | 'unknown' | 'failed' | 'gone' | 'skipped';

/** A channel that gets the weekly post, as an official sees it. */
export interface ChannelBinding {
  readonly id: string;
  readonly scope: DigestScope;
  readonly conversationId: string;
  readonly channelName: string;
  readonly shared: boolean;
  readonly state: BindingState;
  /** ISO day of the week, 1 is Monday; hour in Dutch time. */
  readonly day: number;
  readonly hour: number;
  readonly topics: readonly DigestTopic[];
  /** Of who reads the channel; it may be over. */
  readonly nextMeeting?: IsoDate;
  readonly pausedUntil?: IsoDate;
  readonly introducedAt?: Date;
  readonly deathReason?: string;
  /** The newest week of which the channel has a post, also of an earlier binding. */
  readonly lastWeek?: WeekKey;
  /** The newest weekly post, whatever became of it. */
  readonly lastPost?: { readonly id: string; readonly week: WeekKey; readonly state: MessageState; readonly sentAt?: Date };
}

export interface Proposal {
  readonly scope: DigestScope;
  /** Of the channel, without a thread. */
  readonly conversationId: string;
  readonly channelName: string;
  readonly teamId?: string;
  readonly shared: boolean;
}

/** What came of an official's word about a message whose outcome is unknown. */
export type Settled = 'arrived' | 'resent' | 'late' | 'known' | 'forbidden';

/**
 * Channels of the municipalities and regions of an official or coordinator; of others
 * nothing is seen or changed. A change is false when the channel is not in a state for it.
 */
export interface BindingsPort {
  list(): Promise<readonly ChannelBinding[]>;
  /** The channel's own binding, if it is the person's; not one that was undone. */
  of(conversationId: string): Promise<ChannelBinding | undefined>;
  /** `taken`: the channel has a binding already, perhaps of another municipality. */
  propose(proposal: Proposal): Promise<{ readonly outcome: 'proposed'; readonly id: string } | { readonly outcome: 'taken' }>;
  /** From `now` on posts are owed; the introduction follows by itself. */
  confirm(id: string, now: Date): Promise<boolean>;
  refuse(id: string): Promise<boolean>;
  /** Ends it for ever; what waits to be sent is not sent. */
  unbind(id: string): Promise<boolean>;
  /** Without a day: until it is resumed. */
  pause(id: string, until?: IsoDate): Promise<boolean>;
  /** Also of a channel that could not be reached. Posts that were missed are not owed. */
  resume(id: string, now: Date): Promise<boolean>;
  /** All settings at once: without a next meeting none is on record any more. Of weeks before that of `today` nothing is owed by another day or hour than they had then. */
  change(id: string, settings: { readonly day: number; readonly hour: number; readonly topics: readonly DigestTopic[]; readonly nextMeeting?: IsoDate | undefined }, today: IsoDate): Promise<boolean>;
  /** `week`: the running one. A post of an earlier week is not sent again. */
  settle(messageId: string, choice: 'arrived' | 'resend', now: Date, week: WeekKey): Promise<Settled>;
}
