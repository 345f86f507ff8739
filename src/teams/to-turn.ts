import type { ChannelEvent, TeamChannel, Turn, Where } from '../turn/types.ts';
import { isRecord, stringOf, type SafeActivity } from './activity.ts';

/** A button press of which the verb or the data is not what our cards send. */
export const UNUSABLE_ACTION = Symbol('unusable action');
const MAX_VERB = 200;
/** Keys of the data that are not about the form. */
const ABOUT_THE_BUTTON = new Set(['verb', 'msteams']);

/**
 * The framework's activity as the product knows it. Undefined: nothing that we react to
 * (reactions, edits, members joining, other invokes).
 */
export function toTurn(activity: SafeActivity, requestId: string): Turn | typeof UNUSABLE_ACTION | undefined {
  const base = {
    activityId: activity.id,
    conversationId: activity.conversation.id,
    where: whereOf(activity.conversation.conversationType),
    sender: { tenantId: activity.conversation.tenantId, ...(activity.from.aadObjectId === undefined ? {} : { aadObjectId: activity.from.aadObjectId }) },
    requestId,
    ...channelOf(activity),
  };
  switch (activity.type) {
    case 'message': {
      const submitted = activity.value === undefined ? undefined : actionOf(activity.value['verb'], activity.value);
      if (submitted !== undefined) return { ...base, kind: 'action', ...submitted, invoke: false };
      return { ...base, kind: 'message', text: activity.text };
    }
    case 'invoke': {
      if (activity.name !== 'adaptiveCard/action') return undefined;
      const action = activity.value?.['action'];
      const executed = isRecord(action) ? actionOf(action['verb'], action['data'] ?? {}) : undefined;
      return executed === undefined ? UNUSABLE_ACTION : { ...base, kind: 'action', ...executed, invoke: true };
    }
    // A conversationUpdate with the bot among membersAdded comes along with it; one of the two is enough.
    case 'installationUpdate':
      return activity.action === 'add' ? { ...base, kind: 'installed' } : activity.action === 'remove' ? { ...base, kind: 'removed', what: 'team' } : undefined;
    case 'conversationUpdate':
      return channelEventOf(base, activity.channelData.eventType);
    default:
      return undefined;
  }
}

type TurnBase = Omit<Extract<ChannelEvent, { kind: 'renamed' }>, 'kind'>;

function channelEventOf(base: TurnBase, eventType: string | undefined): ChannelEvent | undefined {
  if (eventType === 'channelDeleted') return { ...base, kind: 'removed', what: 'channel' };
  if (eventType === 'teamDeleted') return { ...base, kind: 'removed', what: 'team' };
  return eventType === 'channelRenamed' ? { ...base, kind: 'renamed' } : undefined;
}

/** An installation or removal names the team, and no channel: then all of its channels are meant. */
function channelOf({ channelData, conversation }: SafeActivity): { readonly channel?: TeamChannel } {
  const { channel, team, isShared, eventType } = channelData;
  if (conversation.conversationType !== 'channel' && team === undefined) return {};
  const id = eventType === 'teamDeleted' ? team?.id : channel?.id ?? conversation.id.split(';')[0]!;
  return id === undefined ? {} : { channel: { id, ...(channel?.name === undefined ? {} : { name: channel.name }), ...(team === undefined ? {} : { teamId: team.id }), isShared: isShared === true } };
}

/** Unknown kinds of conversation count as a group, where nothing of one child is shown. */
function whereOf(conversationType: string | undefined): Where {
  return conversationType === 'personal' || conversationType === 'channel' ? conversationType : 'group';
}

function actionOf(verb: unknown, data: unknown): { verb: string; data: Record<string, unknown> } | undefined {
  const name = stringOf(verb);
  if (name === undefined || name.length > MAX_VERB || !isRecord(data)) return undefined;
  return { verb: name, data: Object.fromEntries(Object.entries(data).filter(([key]) => !ABOUT_THE_BUTTON.has(key))) };
}
