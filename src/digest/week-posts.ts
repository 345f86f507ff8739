import { createHash } from 'node:crypto';
import type { Database, TurnSession } from '../../db/database.ts';
import type { IdentityClaims } from '../../db/identity.ts';
import type { BindingAtWork } from '../../db/queries/bindings-at-work.ts';
import type { ServiceSession } from '../../db/service.ts';
import { dayInNetherlands, startOfDay } from '../dutch-time.ts';
import type { Log } from '../log.ts';
import { introduction, skippedNotice } from './notices.ts';
import { dueAt, weekAt, weeksMissed } from './schedule.ts';
import type { WeekKey, WeekPost, WeekPostRequest } from './types.ts';

/** Makes the content of a post, within the transaction of its outbox rows and as the person whose figures they are. */
export type ComposeWeekPost = (session: TurnSession, identity: IdentityClaims, request: WeekPostRequest) => Promise<WeekPost>;

export interface WeekPostParts {
  readonly database: Pick<Database, 'asService'>;
  readonly compose: ComposeWeekPost;
  readonly now: () => Date;
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>;
}

/** Hundreds of channels have the same hour: each gets its own moment in these minutes. */
const SPREAD_MS = 120_000;

/**
 * Writes what is due into the outbox: the introduction of a new channel, the post of this
 * week with its replies, and word of weeks that were missed. A transaction a channel, so
 * that one that cannot be made does not keep the others waiting. Harmless to repeat.
 */
export async function prepareWeekPosts(parts: WeekPostParts): Promise<void> {
  const bindings = await parts.database.asService(({ bindings: port }) => port.list());
  for (const { id } of bindings) {
    try {
      await parts.database.asService((session) => prepareOne(session, id, parts));
    } catch (error) {
      parts.log.error({ err: error, binding: id }, 'week post not prepared');
    }
  }
}

async function prepareOne(session: ServiceSession, id: string, parts: WeekPostParts): Promise<void> {
  const now = parts.now();
  const binding = await awake(session, id, now);
  if (binding === undefined) return;
  await introduce(session, binding, now);
  await tellMissed(session, binding, now);
  const week = weekAt(now);
  const due = dueAt(week, binding.day, binding.hour);
  if (now < due || due < binding.dueFrom || (await session.outbox.has(id, week, 'post'))) return;
  if (binding.person === undefined) return parts.log.warn({ binding: id }, 'week post without anybody in office');
  await addPost(session, binding, week, parts);
}

/** Held until the transaction ends, so that a second replica finds what this one wrote. */
async function awake({ bindings }: ServiceSession, id: string, now: Date): Promise<BindingAtWork | undefined> {
  const binding = await bindings.hold(id);
  if (binding?.state !== 'paused') return binding;
  if (binding.pausedUntil === undefined || dayInNetherlands(now) < binding.pausedUntil) return undefined;
  await bindings.wake(id, startOfDay(binding.pausedUntil));
  return bindings.hold(id);
}

async function introduce({ outbox }: ServiceSession, binding: BindingAtWork, now: Date): Promise<void> {
  if (binding.introducedAt !== undefined || (await outbox.has(binding.id, undefined, 'introduction'))) return;
  await outbox.add({ bindingId: binding.id, week: weekAt(now), kind: 'introduction', ordinal: 0, conversationId: binding.conversationId, message: introduction(binding), notBefore: now });
}

async function tellMissed({ outbox }: ServiceSession, { id, conversationId, channelName, dueFrom, day, hour }: BindingAtWork, now: Date): Promise<void> {
  const missed: WeekKey[] = [];
  for (const week of weeksMissed({ from: dueFrom, now, day, hour })) {
    if (await outbox.addSkipped(id, week, conversationId, now)) missed.push(week);
  }
  if (missed.length > 0) await outbox.addNotice(id, weekAt(now), `skipped ${missed[0]}`, skippedNotice(channelName, missed), now);
}

async function addPost(session: ServiceSession, binding: BindingAtWork, week: WeekKey, { compose, now }: WeekPostParts): Promise<void> {
  const { id, conversationId, scope, topics, nextMeeting, person } = binding;
  const made = now();
  const request = { scope, week, today: dayInNetherlands(made), topics, nextMeeting };
  const { post, replies } = await session.actAs(person!, (turn) => compose(turn, person!, request));
  const notBefore = new Date(made.getTime() + spreadOf(id));
  for (const [index, message] of [post, ...replies].entries()) {
    await session.outbox.add({ bindingId: id, week, kind: index === 0 ? 'post' : 'reply', ordinal: index, conversationId, message, notBefore });
  }
}

/** The same for a channel each week. */
const spreadOf = (bindingId: string): number => createHash('sha256').update(bindingId).digest().readUInt32BE(0) % SPREAD_MS;
