import type { Activity, ConversationReference as FrameworkReference, TurnContext } from 'botbuilder';
import type { Config } from '../config.ts';
import type { ConversationReference, Conversations, OutgoingMessage, Sender, SendOutcome, SendTarget } from '../digest/types.ts';
import type { Log } from '../log.ts';
import type { ChannelAdapter } from './adapter.ts';
import { serviceUrlAllowed } from './guard.ts';
import { toActivity } from './reply.ts';
import { outcomeOfError } from './send-outcome.ts';

export interface SenderInput {
  readonly adapter: ChannelAdapter;
  readonly config: Config;
  readonly conversations: Pick<Conversations, 'find'>;
  readonly log: Log;
}

const NOWHERE: SendOutcome = { kind: 'gone', status: 404 };
const NOT_ALLOWED: SendOutcome = { kind: 'failed', status: 403 };

/** Speaks first through the same connection as the answers: one attempt, a deadline, and only 429 and 412 again. */
export function createSender({ adapter, config, conversations, log }: SenderInput): Sender {
  const appId = config.mode === 'serve' ? config.bot.appId : '';

  /** The framework's last resort would keep an error from us, so it is taken within the turn. */
  async function attempt(target: SendTarget, act: (context: TurnContext) => Promise<string>): Promise<SendOutcome> {
    // What is known when the next line throws.
    let outcome: SendOutcome = { kind: 'retry' };
    try {
      const known = await conversations.find(base(target.conversationId));
      if (known === undefined) return NOWHERE;
      const reference = { ...known, ...(target.serviceUrl ? { serviceUrl: target.serviceUrl } : {}), ...(target.tenantId ? { tenantId: target.tenantId } : {}) };
      // It was allowed when it was remembered; the settings may be others by now.
      if (!serviceUrlAllowed(reference.serviceUrl, config)) return NOT_ALLOWED;
      await adapter.continueConversationAsync(appId, toFramework(reference, target.replyToId), async (context) => {
        // The framework invents an activity to continue from, and would answer that one.
        Object.assign(context.activity, { id: target.replyToId });
        outcome = { kind: 'unknown' };
        outcome = await act(context).then((activityId): SendOutcome => ({ kind: 'sent', activityId }), (error: unknown) => {
          const failed = outcomeOfError(error);
          log.warn({ err: error, outcome: failed.kind }, 'message not delivered');
          return failed;
        });
      });
      return outcome;
    } catch (error) {
      log.warn({ err: error, outcome: outcome.kind }, 'conversation not reached');
      return outcome;
    }
  }

  return {
    send: (target, message) => attempt(target, async (context) => (await context.sendActivity(activityOf(message)))?.id ?? ''),
    update: (target, activityId, message) => attempt(target, async (context) => {
      await context.updateActivity({ ...activityOf(message), id: activityId });
      return activityId;
    }),
  };
}

const base = (conversationId: string): string => conversationId.split(';messageid=')[0]!;
const activityOf = ({ card, summary }: OutgoingMessage): Partial<Activity> => toActivity({ kind: 'card', card, summary });

/** A thread is a conversation of its own, named after its first message. */
function toFramework({ conversationId, kind, tenantId, serviceUrl, botId }: ConversationReference, replyToId: string | undefined): Partial<FrameworkReference> {
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: botId, name: '' },
    conversation: {
      id: replyToId !== undefined && kind === 'channel' ? `${conversationId};messageid=${replyToId}` : conversationId,
      tenantId, conversationType: kind === 'group' ? 'groupChat' : kind, isGroup: kind !== 'personal', name: '',
    },
    ...(replyToId === undefined ? {} : { activityId: replyToId }),
  };
}
