import type { Card } from '../../cards/types.ts';

/** Where a turn takes place; forms and anything of one child are for `personal` only. */
export type Where = 'personal' | 'channel' | 'group';

/** The sender as the channel authenticated them. Never a name or an e-mail address. */
export interface Sender {
  readonly tenantId: string;
  /** Directory object id; absent for anonymous participants, who have no rights. */
  readonly aadObjectId?: string;
}

/** The channel of a team in which a turn takes place. */
export interface TeamChannel {
  /** Without the thread: the id that stays when the channel is renamed. */
  readonly id: string;
  /** As Teams told it; not with every activity. */
  readonly name?: string;
  readonly teamId?: string;
  /** Also people of other teams or organisations read it. */
  readonly isShared: boolean;
}

interface TurnBase {
  /** Id of the activity, for recognising a re-sent one. */
  readonly activityId: string;
  readonly conversationId: string;
  readonly where: Where;
  /** Only in a channel. */
  readonly channel?: TeamChannel;
  readonly sender: Sender;
  /** Correlates log lines of one request. */
  readonly requestId: string;
}

/** What came in, free of any bot framework. */
export type Turn =
  /** Typed text: mentions stripped, white space folded, control characters removed. */
  | (TurnBase & { readonly kind: 'message'; readonly text: string })
  /**
   * A card button: Action.Execute (`invoke` true, answered in the HTTP response and
   * replacing the card) or its Action.Submit fallback. `data` is what the client
   * sent, untrusted: the card's data merged with its inputs, without the verb.
   */
  | (TurnBase & {
      readonly kind: 'action';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly invoke: boolean;
    })
  /** The app was installed or opened for the first time in this conversation. */
  | (TurnBase & { readonly kind: 'installed' })
  /** The app was taken out of this team or chat, or the channel was deleted: nothing can be sent there any more. */
  | (TurnBase & { readonly kind: 'removed'; readonly what: 'team' | 'channel' })
  /** The channel has another name; its id stays. */
  | (TurnBase & { readonly kind: 'renamed' });

/** What happens to a channel, without anybody asking anything. */
export type ChannelEvent = Extract<Turn, { kind: 'removed' | 'renamed' }>;

/** What goes out: a card with the text of its notification, or plain text. */
export type Reply =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The whole product as the channel sees it. An empty list sends nothing.
 * For an `action` by invoke the first reply replaces the card. A rejection is a
 * fault of ours, which the edge answers with one Dutch sentence.
 */
export type HandleTurn = (turn: Turn) => Promise<readonly Reply[]>;
