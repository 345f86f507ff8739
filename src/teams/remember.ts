import type { ConversationReference, Conversations } from '../digest/types.ts';
import type { Log } from '../log.ts';
import type { SafeActivity } from './activity.ts';

export type Remember = (activity: SafeActivity, log: Log) => Promise<void>;

const HOUR_MS = 3_600_000;
const MOST_KEPT = 10_000;

/**
 * Keeps how a conversation is reached, so that the bot can speak first later. Once an hour
 * for the same facts: a turn must not pay for it. A failure is no fault of the turn.
 */
export function createRemember(conversations: Pick<Conversations, 'remember'>, now: () => number = Date.now): Remember {
  const kept = new Map<string, number>();
  return async (activity, log) => {
    const reference = referenceOf(activity);
    const key = JSON.stringify(reference);
    if ((kept.get(key) ?? 0) > now() - HOUR_MS) return;
    try {
      await conversations.remember(reference);
      if (kept.size >= MOST_KEPT) kept.clear();
      // Another chat of the same person is the one in use from now on, until this one speaks again.
      if (reference.aadObjectId !== undefined) for (const other of kept.keys()) if (other.includes(JSON.stringify(reference.aadObjectId))) kept.delete(other);
      kept.set(key, now());
    } catch (error) {
      log.warn({ err: error }, 'conversation not remembered');
    }
  };
}

export function referenceOf({ conversation, channelData, serviceUrl, recipient, from }: SafeActivity): ConversationReference {
  const kind = conversation.conversationType === 'personal' || conversation.conversationType === 'channel' ? conversation.conversationType : 'group';
  return {
    conversationId: conversation.id.split(';messageid=')[0]!,
    kind,
    tenantId: conversation.tenantId,
    serviceUrl,
    botId: recipient.id,
    ...(channelData.team === undefined ? {} : { teamId: channelData.team.id }),
    ...(channelData.channel === undefined ? {} : { channelId: channelData.channel.id }),
    ...(kind === 'personal' && from.aadObjectId !== undefined ? { aadObjectId: from.aadObjectId } : {}),
  };
}
