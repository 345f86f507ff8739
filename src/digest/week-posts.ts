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
  /** After it no post is begun. */
  readonly signal?: AbortSignal;
}

/** Hundreds of channels have the same hour: each gets its own moment in these minutes. */
const SPREAD_MS = 120_000;

/**
 * Writes what is due into the outbox: the introduction of a new channel, the post of this
 * week with its replies, and word of weeks that were missed. Transactions of its own for a
 * channel, so that one that cannot be made does not keep the others waiting. Harmless to repeat.
 */
export async function prepareWeekPosts(parts: WeekPostParts): Promise<void> {
  const bindings = await parts.database.asService(({ bindings: port }) => port.list());
  for (const binding of bindings) {
    if (parts.signal?.aborted) return;
    if (!hasWork(binding, parts.now())) continue;
    const { id } = binding;
    try {
      // What is behind is written down apart from the post: one that cannot be made must not keep it untold.
      if (await parts.database.asService((session) => catchUp(session, id, parts))) await parts.database.asService((session) => preparePost(session, id, parts));
    } catch (error) {
      parts.log.error({ err: error, binding: id }, 'week post not prepared');
    }
  }
}

/** Most channels have nothing most of the time; what is found here is looked at again under a lock. */
const hasWork = (binding: BindingAtWork, now: Date): boolean =>
  binding.state === 'paused' ? pauseIsOver(binding, now) : binding.introducedAt === undefined || missedBy(binding, now).length > 0 || isOwed(binding, now);

const pauseIsOver = ({ pausedUntil }: BindingAtWork, now: Date): boolean => pausedUntil !== undefined && dayInNetherlands(now) >= pausedUntil;

/** The introduction and the weeks that were missed. True: the post of this week is to be made. */
async function catchUp(session: ServiceSession, id: string, parts: WeekPostParts): Promise<boolean> {
  const now = parts.now();
  const binding = await awake(session, id, now);
  if (binding === undefined) return false;
  await introduce(session, binding, now);
  await tellMissed(session, binding, now);
  return isOwed(binding, now);
}

async function preparePost(session: ServiceSession, id: string, parts: WeekPostParts): Promise<void> {
  const now = parts.now();
  const binding = await awake(session, id, now);
  // Another replica may have been here in between.
  if (binding === undefined || !isOwed(binding, now)) return;
  if (binding.person === undefined) return parts.log.warn({ binding: id }, 'week post without anybody in office');
  await addPost(session, binding, now, parts.compose);
}

const missedBy = ({ dueFrom, lastWeek, day, hour }: BindingAtWork, now: Date): WeekKey[] => weeksMissed({ from: dueFrom, after: lastWeek, now, day, hour });

function isOwed({ day, hour, dueFrom, lastWeek }: BindingAtWork, now: Date): boolean {
  const week = weekAt(now);
  const due = dueAt(week, day, hour);
  return now >= due && due >= dueFrom && (lastWeek === undefined || lastWeek < week);
}

/** Held until the transaction ends, so that a second replica finds what this one wrote. */
async function awake({ bindings }: ServiceSession, id: string, now: Date): Promise<BindingAtWork | undefined> {
  const binding = await bindings.hold(id);
  if (binding?.state !== 'paused') return binding;
  if (!pauseIsOver(binding, now)) return undefined;
  await bindings.wake(id, startOfDay(binding.pausedUntil!));
  return bindings.hold(id);
}

async function introduce({ outbox }: ServiceSession, binding: BindingAtWork, now: Date): Promise<void> {
  if (binding.introducedAt !== undefined || (await outbox.has(binding.id, 'introduction'))) return;
  await outbox.add({ bindingId: binding.id, week: weekAt(now), kind: 'introduction', ordinal: 0, conversationId: binding.conversationId, message: introduction(binding), notBefore: now });
}

async function tellMissed({ outbox }: ServiceSession, binding: BindingAtWork, now: Date): Promise<void> {
  const weeks = missedBy(binding, now);
  if (weeks.length === 0) return;
  const { id, conversationId, channelName } = binding;
  const missed = [...(await outbox.addSkipped(id, weeks, conversationId, now))].sort();
  if (missed.length > 0) await outbox.addNotice(id, weekAt(now), `skipped ${missed.at(-1)!}`, skippedNotice(channelName, missed), now);
}

/** One moment for its week and its day, also when the week ends meanwhile. */
async function addPost(session: ServiceSession, binding: BindingAtWork, now: Date, compose: ComposeWeekPost): Promise<void> {
  const { id, conversationId, scope, topics, nextMeeting, person } = binding;
  const week = weekAt(now);
  const request = { scope, week, today: dayInNetherlands(now), topics, nextMeeting };
  const { post, replies } = await session.actAs(person!, (turn) => compose(turn, person!, request));
  const notBefore = new Date(now.getTime() + spreadOf(id));
  for (const [index, message] of [post, ...replies].entries()) {
    await session.outbox.add({ bindingId: id, week, kind: index === 0 ? 'post' : 'reply', ordinal: index, conversationId, message, notBefore });
  }
}

/** The same for a channel each week. */
const spreadOf = (bindingId: string): number => createHash('sha256').update(bindingId).digest().readUInt32BE(0) % SPREAD_MS;
