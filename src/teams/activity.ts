import { z } from 'zod/v4';

/** Longest id that we accept; a thread's conversation id in Teams is about 250 characters. */
const MAX_ID = 2048;
const id = z.string().min(1).max(MAX_ID);

/**
 * The fields without which the framework throws or skips a check (an absent `serviceUrl`
 * makes botbuilder skip the comparison with the token). Everything else stays `unknown`
 * until normalise.ts has looked at it.
 */
export const RequiredFields = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: id,
  serviceUrl: z.string().min(1).max(MAX_ID),
  conversation: z.looseObject({ id }),
  from: z.looseObject({ id }),
  recipient: z.looseObject({ id }),
});
export type RawActivity = z.infer<typeof RequiredFields>;

/** An activity of which every field has the type it claims; see normalise.ts. */
export interface SafeActivity {
  readonly type: string;
  readonly id: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly timestamp: Date;
  readonly name?: string;
  readonly action?: string;
  readonly replyToId?: string;
  readonly text: string;
  /** A plain object, or absent: never null, an array or a primitive. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly from: { readonly id: string; readonly aadObjectId?: string };
  readonly recipient: { readonly id: string };
  readonly conversation: { readonly id: string; readonly tenantId: string; readonly conversationType?: string; readonly isGroup?: boolean };
  readonly channelData: { readonly tenant: { readonly id: string }; readonly team?: { readonly id: string }; readonly channel?: { readonly id: string; readonly name?: string }; readonly eventType?: string; readonly isShared?: boolean };
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The id of a nested `{ id }`, as channelData has them for tenant, team and channel. */
export function nestedId(container: unknown, key: string): string | undefined {
  const entry = isRecord(container) ? container[key] : undefined;
  return isRecord(entry) ? stringOf(entry['id']) : undefined;
}

/** The tenant of the conversation. Undefined when it is absent, or named twice and differently. */
export function tenantOf(activity: RawActivity): string | undefined {
  const ofConversation = stringOf(activity.conversation['tenantId']);
  const ofChannel = nestedId(activity['channelData'], 'tenant');
  if (ofConversation !== undefined && ofChannel !== undefined && ofConversation.toLowerCase() !== ofChannel.toLowerCase()) return undefined;
  return (ofConversation ?? ofChannel)?.toLowerCase();
}
