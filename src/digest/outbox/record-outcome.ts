import type { ClaimedMessage } from '../../../db/queries/outbox.ts';
import type { ServiceSession } from '../../../db/service.ts';
import type { SendOutcome } from '../types.ts';
import { tellDead, tellFailed, tellUnknown } from './tell.ts';

export interface Attempt {
  readonly message: ClaimedMessage;
  readonly claim: string;
  readonly outcome: SendOutcome;
  readonly now: Date;
}

/** A notice comes in somebody's own chat, where twice is better than never: so often, when its outcome stays unknown. */
export const NOTICE_ATTEMPTS = 3;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Writes the outcome of an attempt and all that follows from it, in one transaction. */
export async function recordOutcome(session: ServiceSession, attempt: Attempt): Promise<void> {
  const { message, claim, outcome, now } = attempt;
  if (!(await session.outbox.record(message.id, claim, stateOf(attempt)))) return;
  if (outcome.kind === 'sent' && message.kind === 'introduction') await session.bindings.introduced(message.bindingId, now);
  // Of a notice nobody is told: it would be told in the same chat.
  if (message.kind === 'notice') return;
  if (outcome.kind === 'unknown') await tellUnknown(session, message, now);
  // A reply finds nothing where somebody took the post out; whether the channel is gone the next post finds out.
  if (outcome.kind === 'failed' || (outcome.kind === 'gone' && message.kind === 'reply')) await tellFailed(session, message, now);
  else if (outcome.kind === 'gone') await tellDead(session, message, outcome.status, now);
}

function stateOf({ message, outcome, now }: Attempt): Parameters<ServiceSession['outbox']['record']>[2] {
  switch (outcome.kind) {
    case 'sent': return { state: 'sent', activityId: outcome.activityId, at: now };
    case 'retry': return { state: 'pending', notBefore: new Date(now.getTime() + waitMs(message.attempts, outcome.afterMs)) };
    case 'unknown': return message.kind === 'notice' && message.attempts < NOTICE_ATTEMPTS ? { state: 'pending', notBefore: new Date(now.getTime() + waitMs(message.attempts, undefined)) } : { state: 'unknown' };
    case 'failed': return { state: 'failed', status: outcome.status };
    case 'gone': return { state: 'gone', status: outcome.status };
  }
}

/** What the channel asks, or twice as long each time. `attempts` counts the one that just failed. */
export function waitMs(attempts: number, askedMs: number | undefined): number {
  return Math.min(askedMs ?? FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_WAIT_MS);
}
