import type { Database } from '../../db/database.ts';
import { dayInNetherlands } from '../dutch-time.ts';
import type { Log } from '../log.ts';

/** Cards of old messages are of no use; that and when they were sent stays. */
const CARDS_KEPT_MS = 56 * 86_400_000;

export interface RemoveOldInput {
  readonly database: Pick<Database, 'asService'>;
  readonly now: Date;
  readonly handoverKeptMonths: number;
  readonly log: Pick<Log, 'info'>;
}

/**
 * Once a night: what is said in old handovers, the cards of old messages, and how chats
 * are reached in which nobody will be written to any more. Each by itself: one that fails
 * night after night must not keep the others from their time.
 * @throws AggregateError with what failed, after the rest was done.
 */
export async function removeOld({ database, now, handoverKeptMonths, log }: RemoveOldInput): Promise<void> {
  const steps = {
    handovers: () => database.asService((session) => session.purgeHandovers(dayInNetherlands(now), handoverKeptMonths)),
    cards: () => database.asService(({ outbox }) => outbox.tidy(new Date(now.getTime() - CARDS_KEPT_MS))),
    conversations: () => database.asService(({ conversations }) => conversations.purge(now)),
  };
  const removed: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const [what, remove] of Object.entries(steps)) {
    try {
      removed[what] = await remove();
    } catch (error) {
      failures.push(error);
    }
  }
  log.info({ removed }, 'old records removed');
  if (failures.length > 0) throw new AggregateError(failures, 'not everything old was removed');
}
