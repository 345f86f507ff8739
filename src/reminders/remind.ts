import type { IdentityClaims } from '../../db/identity.ts';
import type { MessageOutcome } from '../../dialogs/reminders/port.ts';
import { dayInNetherlands } from '../dutch-time.ts';
import type { OutgoingMessage, SendOutcome } from '../digest/types.ts';
import { addDays } from '../policy/engine/days.ts';
import { isWorkday, maySend } from './hours.ts';
import { reminderMessage } from './message.ts';
import type { RemindOptions, RemindSummary } from './types.ts';
import { updateCards } from './update-cards.ts';
import { itemsOf, waitingFor, type ReminderContext } from './waiting.ts';

/** Longer than any send takes: what was not heard of by then may have arrived. */
const GIVE_UP_AFTER_MS = 10 * 60_000;
const RETRY_AFTER_MS = 5 * 60_000;
/** Messages and snoozes are of no use after this. */
const KEEP_DAYS = 90;

/**
 * One run: each person at most one message a day, and yesterday's cards brought up to date.
 * May run as often as one likes, on two servers at once. One person's fault is not another's.
 */
export async function remind(options: RemindOptions): Promise<RemindSummary> {
  const summary: RemindSummary = { sent: 0, updated: 0, retry: 0, unknown: 0, failed: 0, unreachable: 0, broken: 0 };
  const { database, now, log } = options;
  const today = dayInNetherlands(now);
  if (!isWorkday(today)) return summary;
  for (const person of await database.asService(({ reminders }) => reminders.list())) {
    try {
      await remindOne(person, options, summary);
    } catch (error) {
      summary.broken += 1;
      log.warn({ err: error }, 'reminders of one person failed');
    }
  }
  await database.asService(({ reminders }) => reminders.purge(addDays(today, -KEEP_DAYS)));
  log.info({ ...summary }, 'reminders done');
  return summary;
}

async function remindOne(person: IdentityClaims, options: RemindOptions, summary: RemindSummary): Promise<void> {
  const { sender, conversations, now } = options;
  const today = dayInNetherlands(now);
  const target = await conversations.personal(person);
  summary.unknown += await asPerson(person, options, ({ ports }) => ports.reminders.messages.giveUp(new Date(now.getTime() - GIVE_UP_AFTER_MS))) ?? 0;
  if (target === undefined) {
    summary.unreachable += 1;
    return;
  }
  summary.updated += await updateCards(options, target, (work) => asPerson(person, options, work));
  if (!maySend(now)) return;
  const message = await asPerson(person, options, (context) => claim(context, now));
  if (message === undefined) return;
  const outcome = await sender.send(target, message).catch((): SendOutcome => ({ kind: 'unknown' }));
  await asPerson(person, options, ({ ports }) => ports.reminders.messages.finish(today, stateOf(outcome, now)));
  summary[outcome.kind === 'gone' ? 'failed' : outcome.kind] += 1;
}

/**
 * What waits is read in the transaction that takes the message of the day, right before it
 * is sent: what was done meanwhile is not in it, and who comes second finds it taken.
 */
async function claim(context: ReminderContext, now: Date): Promise<OutgoingMessage | undefined> {
  const waiting = await waitingFor(context);
  if (waiting.length === 0) return undefined;
  const isOurs = await context.ports.reminders.messages.claim(context.today, itemsOf(waiting), now);
  return isOurs ? reminderMessage(waiting, context) : undefined;
}

function stateOf(outcome: SendOutcome, now: Date): MessageOutcome {
  switch (outcome.kind) {
    case 'sent': return { state: 'sent', activityId: outcome.activityId };
    case 'retry': return { state: 'pending', notBefore: new Date(now.getTime() + (outcome.afterMs ?? RETRY_AFTER_MS)) };
    case 'unknown': return { state: 'unknown' };
    case 'gone': case 'failed': return { state: 'failed' };
  }
}

/** Runs as the person, under their own row-level security; undefined for who lost all roles meanwhile. */
async function asPerson<T>(identity: IdentityClaims, options: RemindOptions, work: (context: ReminderContext) => Promise<T>): Promise<T | undefined> {
  const result = await options.database.inTurn(identity, undefined, async ({ person, ports }) =>
    (person === undefined ? undefined : work({ person, ports, today: dayInNetherlands(options.now), policy: (code, day) => options.policy(code, day) })));
  return result.fresh ? result.value : undefined;
}
