import type { OutgoingMessage, WeekKey } from '../../src/digest/types.ts';
import type { MessageState } from './port.ts';

/** A message that the bot sent first, as an official may see it: what, when and how it went; never its text. */
export interface SentMessage {
  readonly id: string;
  readonly kind: 'post' | 'reply' | 'introduction' | 'notice' | 'trial';
  readonly week: WeekKey;
  readonly state: MessageState;
  /** Of the last attempt; otherwise when it was written down. */
  readonly since: Date;
}

/** What was sent to the channels of one's own municipalities and regions, and messages to oneself. */
export interface BindingMessagesPort {
  /** Newest first; at most ten. */
  of(bindingId: string): Promise<readonly SentMessage[]>;
  /** Queues a message for the person's own personal chat. False when there is one on this subject in this week, or the channel is not the person's. */
  tellMe(bindingId: string, week: WeekKey, subject: string, message: OutgoingMessage, now: Date): Promise<boolean>;
}
