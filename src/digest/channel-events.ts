import type { Database } from '../../db/database.ts';
import type { ServiceSession } from '../../db/service.ts';
import type { ChannelEvent, TeamChannel } from '../turn/types.ts';
import { deadNotice } from './notices.ts';
import { weekAt } from './schedule.ts';

export interface ChannelEventParts { readonly database: Pick<Database, 'asService'>; readonly now: () => Date }

/** Keeps the names of channels, and ends the posts to those where the bot can no longer be; the official is told. */
export async function noteChannelEvent(event: ChannelEvent, { database, now }: ChannelEventParts): Promise<void> {
  const { channel } = event;
  if (!channel) return;
  await database.asService(async (session) => {
    if (event.kind === 'removed') return end(session, event.what === 'team' && channel.teamId !== undefined ? { teamId: channel.teamId } : { conversationId: channel.id }, now());
    if (channel.name !== undefined) await session.bindings.rename(channel.id, channel.name);
  });
}

async function end({ bindings, outbox }: ServiceSession, where: { readonly teamId: string } | { readonly conversationId: TeamChannel['id'] }, now: Date): Promise<void> {
  for (const id of await bindings.markDead(where, 'removed')) {
    await outbox.addNotice(id, weekAt(now), `removed ${now.toISOString()}`, deadNotice((await bindings.nameOf(id)) ?? 'van de weekpost'), now);
  }
}
