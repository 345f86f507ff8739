import type { DigestScope, DigestTopic, WeekKey } from '../../src/digest/types.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';

/** `proposed` waits for a yes in the personal chat; `dead`: the bot can no longer post there; `ended`: somebody stopped it. */
export type BindingState = 'proposed' | 'active' | 'paused' | 'dead' | 'ended';

/** When a channel gets its post, in Dutch time, and what is in it. */
export interface BindingSettings {
  /** 1 Monday up to 7 Sunday. */
  readonly weekday: number;
  /** 0 up to 23. */
  readonly hour: number;
  readonly topics: readonly DigestTopic[];
}

/** One channel that gets the post of one municipality or region. */
export interface Binding extends BindingSettings {
  readonly bindingId: string;
  readonly scope: DigestScope;
  /** The conversation of the channel, without a thread. */
  readonly channelId: string;
  /** As Teams last told it. */
  readonly channelName?: string;
  /** Also people of other teams or organisations read it. */
  readonly isShared: boolean;
  readonly state: BindingState;
  /** Paused up to and not including this day; absent: until somebody resumes. */
  readonly pausedUntil?: IsoDate;
}

/** Message of the bot by itself as an official may see it: what, when and how it went; never its text. */
export interface SentMessage {
  readonly messageId: string;
  readonly kind: 'post' | 'reply' | 'introduction' | 'trial' | 'notice';
  readonly week?: WeekKey;
  readonly state: 'pending' | 'sending' | 'sent' | 'unknown' | 'failed' | 'gone' | 'skipped';
  /** When it got this state. */
  readonly since: Date;
}

export interface ProposedChannel { readonly channelId: string; readonly name?: string; readonly teamId?: string; readonly isShared: boolean }

/** Channels that get the weekly post, for officials of the scope. Each change is written down with who made it. */
export interface WeekPostsPort {
  /** Bindings of the person's own municipalities and regions that did not end, by name of the scope. */
  mine(): Promise<readonly Binding[]>;
  /** Proposes to bind and sends the question to the person's own personal chat. `taken`: the channel has a binding already, whoever's. */
  propose(scope: DigestScope, channel: ProposedChannel): Promise<'proposed' | 'taken' | 'forbidden'>;
  /** Yes or no to a proposal of one's own. False when it is no longer open. A yes queues the introduction. */
  decide(bindingId: string, isYes: boolean): Promise<boolean>;
  /** Each of these is false when the binding is not the person's or its state does not fit any more. */
  pause(bindingId: string, until?: IsoDate): Promise<boolean>;
  resume(bindingId: string): Promise<boolean>;
  end(bindingId: string): Promise<boolean>;
  configure(bindingId: string, settings: BindingSettings): Promise<boolean>;
  /** Asks for this week's post as a trial, in the person's own personal chat. */
  trial(bindingId: string, week: WeekKey): Promise<boolean>;
  /** What was sent to the channel or is waiting, newest first; at most ten. */
  messages(bindingId: string): Promise<readonly SentMessage[]>;
  /** What the official found out about a message of which the outcome is unknown. False when it is not so any more. */
  settle(messageId: string, choice: 'arrived' | 'again'): Promise<boolean>;
}
