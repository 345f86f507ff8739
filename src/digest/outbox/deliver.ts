import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import type { ClaimedMessage } from '../../../db/queries/outbox.ts';
import type { ServiceSession } from '../../../db/service.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { weekAt } from '../schedule.ts';
import type { Sender } from '../types.ts';
import { NOTICE_ATTEMPTS, recordOutcome } from './record-outcome.ts';
import { tellSkipped, tellUnknown } from './tell.ts';

export interface DeliverParts {
  readonly database: Pick<Database, 'asService'>;
  readonly sender: Pick<Sender, 'send'>;
  readonly now: () => Date;
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>;
  readonly metrics?: Pick<Metrics, 'outbox'>;
  /** How long one run goes on; the next one begins a minute later. */
  readonly budgetMs?: number;
  /** Waits for the second that a conversation must have between two messages; another in tests only. */
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly lanes?: number;
  /** After it nothing is claimed: what a process that stops is still sending would become `unknown`. */
  readonly signal?: AbortSignal;
}

/** Far longer than an attempt with its deadline: after it nobody is still sending. */
const LEASE_MS = 60_000;
const BUDGET_MS = 50_000;
const PACE_MS = 1_050;
const LANES = 4;
/** So many times in a row nothing could be claimed although something is due: it waits for something else. */
const PATIENCE = 3;

/**
 * Sends what is due, each message once. The claim is committed before the attempt and the
 * outcome after it; what is in between when a process ends is `unknown`, and told. Only a
 * notice, by which it is told, is tried again.
 */
export async function deliverOutbox(parts: DeliverParts): Promise<void> {
  await parts.database.asService((session) => clearUp(session, parts.now()));
  const until = performance.now() + (parts.budgetMs ?? BUDGET_MS);
  const lanes = await Promise.allSettled(Array.from({ length: parts.lanes ?? LANES }, () => lane(parts, until)));
  const failed = lanes.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Before anything is sent: attempts that nobody finished, and posts whose week is over. */
async function clearUp(session: ServiceSession, now: Date): Promise<void> {
  const week = weekAt(now);
  for (const message of await session.outbox.giveUp(now, NOTICE_ATTEMPTS)) await tellUnknown(session, message, now);
  for (const message of await session.outbox.skipBefore(week)) await tellSkipped(session, message, now);
  await session.outbox.skipOrphans();
}

async function lane(parts: DeliverParts, until: number): Promise<void> {
  for (let idle = 0; !parts.signal?.aborted && performance.now() < until && idle < PATIENCE;) {
    const claim = randomUUID();
    const now = parts.now();
    const message = await parts.database.asService(({ outbox }) => outbox.claim(now, claim, new Date(now.getTime() + LEASE_MS)));
    if (message !== undefined) {
      idle = 0;
      await attempt(parts, message, claim);
    } else {
      if (!(await parts.database.asService(({ outbox }) => outbox.waiting(parts.now())))) return;
      idle += 1;
      await (parts.wait ?? pause)(PACE_MS);
    }
  }
}

async function attempt({ database, sender, now, log, metrics }: DeliverParts, message: ClaimedMessage, claim: string): Promise<void> {
  const target = { conversationId: message.conversationId, ...(message.replyToId === undefined ? {} : { replyToId: message.replyToId }) };
  const outcome = await sender.send(target, message.message);
  metrics?.outbox.inc({ kind: message.kind, outcome: outcome.kind });
  if (outcome.kind !== 'sent') log.warn({ message: message.id, kind: message.kind, outcome: outcome.kind }, 'message not sent');
  await database.asService((session) => recordOutcome(session, { message, claim, outcome, now: now() }));
}
