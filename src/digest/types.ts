import type { Card } from '../../cards/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';

/** An ISO week with its year: `2026-W48`. The week of a post is the week in which it is sent. */
export type WeekKey = string;

/** One message of the bot in a channel or a personal chat. `summary` is the text of its notification. */
export interface OutgoingMessage {
  readonly card: Card;
  readonly summary: string;
}

/** What the channel of a municipality or region gets in one week: one post, and replies in its thread. */
export interface WeekPost {
  readonly post: OutgoingMessage;
  /** One a topic, and only where there is something to tell. */
  readonly replies: readonly OutgoingMessage[];
}

/** For which municipality or region a channel was bound. */
export type DigestScope =
  | { readonly kind: 'municipality'; readonly code: string; readonly name: string }
  | { readonly kind: 'region'; readonly id: string; readonly name: string };

/** What an official may leave out of the post. Reach and what stands out are always in it. */
export const DIGEST_TOPICS = ['flow', 'places', 'handovers', 'groups', 'results', 'meetings', 'quality'] as const;
export type DigestTopic = (typeof DIGEST_TOPICS)[number];

/** All that decides what a post says. */
export interface WeekPostRequest {
  readonly scope: DigestScope;
  readonly week: WeekKey;
  /** The day on which it is sent; figures are of this day and of the week before it. */
  readonly today: IsoDate;
  readonly topics: readonly DigestTopic[];
  /** Of who reads the channel, when an official recorded it; it may be over. */
  readonly nextMeeting?: IsoDate | undefined;
}

/** Where a message goes. What is absent is known from the conversation's last turn. */
export interface SendTarget {
  readonly conversationId: string;
  readonly serviceUrl?: string;
  readonly tenantId?: string;
  /** The message in whose thread this one belongs. */
  readonly replyToId?: string;
}

/** What is known after an attempt to send; never more than that. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** Nothing was posted: it may be tried again, after `afterMs` when the channel named a wait. */
  | { readonly kind: 'retry'; readonly afterMs?: number }
  /** The bot is no longer there, or the conversation is not. */
  | { readonly kind: 'gone'; readonly status: number }
  /** It may have been posted. Sending again would show it twice. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly status: number };

/** Speaks first, in a conversation that the bot was in before. Never throws; one attempt each. */
export interface Sender {
  send(target: SendTarget, message: OutgoingMessage): Promise<SendOutcome>;
  /** Replaces a message; doing so twice is harmless. */
  update(target: SendTarget, activityId: string, message: OutgoingMessage): Promise<SendOutcome>;
}

/** How a conversation is reached, from an authenticated turn. */
export interface ConversationReference {
  /** Without the thread. */
  readonly conversationId: string;
  readonly kind: 'personal' | 'channel' | 'group';
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly botId: string;
  readonly teamId?: string | undefined;
  readonly channelId?: string | undefined;
  /** Of a personal chat: whose it is. */
  readonly aadObjectId?: string | undefined;
}

/** Remembers and finds conversations; each call is a transaction of its own. */
export interface Conversations {
  remember(reference: ConversationReference): Promise<void>;
  find(conversationId: string): Promise<ConversationReference | undefined>;
  /** The personal chat in which this person talked with the bot last. */
  personal(person: { readonly tenantId: string; readonly aadObjectId: string }): Promise<ConversationReference | undefined>;
}
