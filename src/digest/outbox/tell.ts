import type { MessageKind, ToldMessage } from '../../../db/queries/outbox.ts';
import type { ServiceSession } from '../../../db/service.ts';
import { deadNotice, failedNotice, skippedNotice, unknownNotice } from '../notices.ts';
import { weekAt } from '../schedule.ts';

type Told = Pick<ToldMessage, 'id' | 'bindingId' | 'week' | 'kind'> & { readonly channelName?: string };
const inChannel = (kind: MessageKind): kind is Exclude<MessageKind, 'notice'> => kind !== 'notice';

/** Word to the official of a channel about a message that did not simply arrive; each once. */
export async function tellUnknown(session: ServiceSession, message: Told, now: Date): Promise<void> {
  if (!inChannel(message.kind)) return;
  const notice = unknownNotice({ id: message.id, kind: message.kind, week: message.week, channelName: await nameOf(session, message) });
  await session.outbox.addNotice(message.bindingId, message.week, `unknown ${message.id} ${now.toISOString()}`, notice, now);
}

export async function tellSkipped({ outbox }: ServiceSession, message: ToldMessage, now: Date): Promise<void> {
  await outbox.addNotice(message.bindingId, weekAt(now), `skipped ${message.week}`, skippedNotice(message.channelName, [message.week]), now);
}

export async function tellFailed(session: ServiceSession, message: Told, now: Date): Promise<void> {
  if (!inChannel(message.kind)) return;
  await session.outbox.addNotice(message.bindingId, message.week, `failed ${message.id}`, failedNotice(await nameOf(session, message), message.kind, message.week), now);
  if (message.kind === 'post') await session.outbox.skipOrphans();
}

export async function tellDead(session: ServiceSession, message: Told, status: number, now: Date): Promise<void> {
  const channelName = await nameOf(session, message);
  const died = await session.bindings.markDead({ id: message.bindingId }, `status ${status}`);
  if (died.length > 0) await session.outbox.addNotice(message.bindingId, message.week, `dead ${message.id}`, deadNotice(channelName), now);
}

async function nameOf({ bindings }: ServiceSession, { bindingId, channelName }: Told): Promise<string> {
  return channelName ?? (await bindings.nameOf(bindingId)) ?? 'van de weekpost';
}
