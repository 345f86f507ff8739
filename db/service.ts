import { type ConversationsPort, createConversationsPort } from './queries/conversations.ts';
import { z } from 'zod/v4';
import type { IsoDate } from '../src/policy/engine/types.ts';
import { type BindingsAtWorkPort, createBindingsAtWorkPort } from './queries/bindings-at-work.ts';
import { createOutboxPort, type OutboxPort } from './queries/outbox.ts';
import { createReminderPeoplePort, type ReminderPeoplePort } from './queries/reminder-people.ts';
import type { TurnSession } from './database.ts';
import type { IdentityClaims } from './identity.ts';
import { queryRow, type Session } from './session.ts';

/** What a job of the clock may use, on one transaction: the product's own tables, and nothing about a child. */
export interface ServicePorts {
  readonly conversations: ConversationsPort;
  readonly reminders: ReminderPeoplePort;
  readonly bindings: BindingsAtWorkPort;
  readonly outbox: OutboxPort;
  /** Removes what is said in handovers of children who left preschool so many months ago, at least 24. Returns how many. */
  purgeHandovers(today: IsoDate, months: number): Promise<number>;
}

export interface ServiceSession extends ServicePorts {
  /**
   * Runs work as a person within the same transaction, with that person's rights and no
   * more, and comes back to the service after it. The person must be one of the database.
   */
  actAs<T>(person: IdentityClaims, work: (session: TurnSession) => Promise<T>): Promise<T>;
}

export function createServicePorts(session: Session): ServicePorts {
  return {
    conversations: createConversationsPort(session),
    reminders: createReminderPeoplePort(session),
    bindings: createBindingsAtWorkPort(session),
    outbox: createOutboxPort(session),
    purgeHandovers: async (today, months) =>
      (await queryRow(session, z.object({ purged: z.number() }), 'select purge_handovers_by_clock($1::date, $2::int) as purged', [today, months]))!.purged,
  };
}
