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
  /** The channel's own id: what was told there before limits what may be told now. */
  readonly conversationId: string;
  readonly topics: readonly DigestTopic[];
}
