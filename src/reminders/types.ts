import type { Database } from '../../db/database.ts';
import type { Conversations, Sender } from '../digest/types.ts';
import type { Log } from '../log.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';

export interface RemindOptions {
  readonly database: Database;
  readonly sender: Sender;
  /** Finds the personal chat of somebody; there may be none (any more). */
  readonly conversations: Pick<Conversations, 'personal'>;
  policy(municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined;
  readonly now: Date;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/** How a run went; numbers only. */
export interface RemindSummary { sent: number; updated: number; retry: number; unknown: number; failed: number; unreachable: number; broken: number }
