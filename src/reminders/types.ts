import type { IdentityClaims } from '../../db/identity.ts';
import type { Database } from '../../db/database.ts';
import type { ReminderPeople } from '../../db/reminder-people.ts';
import type { OutgoingMessage } from '../digest/types.ts';
import type { Log } from '../log.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';

/** `retry`: nothing was posted. `unknown`: it may have arrived. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'retry'; readonly afterMs?: number }
  | { readonly kind: 'gone'; readonly status: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly status: number };

/** Sends on the bot's own initiative; never twice by itself. */
export interface Sender<Target> {
  send(target: Target, message: OutgoingMessage): Promise<SendOutcome>;
  update(target: Target, activityId: string, message: OutgoingMessage): Promise<SendOutcome>;
}

export interface RemindOptions<Target> {
  readonly database: Database;
  readonly people: ReminderPeople;
  readonly sender: Sender<Target>;
  /** The personal chat of somebody; undefined when there is none (any more). */
  chatOf(person: IdentityClaims): Promise<Target | undefined>;
  policy(municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined;
  readonly now: Date;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/** How a run went; numbers only. */
export interface RemindSummary { sent: number; updated: number; retry: number; unknown: number; failed: number; unreachable: number; broken: number }
