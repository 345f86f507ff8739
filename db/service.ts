import { type ConversationsPort, createConversationsPort } from './queries/conversations.ts';
import { createReminderPeoplePort, type ReminderPeoplePort } from './queries/reminder-people.ts';
import type { TurnSession } from './database.ts';
import type { IdentityClaims } from './identity.ts';
import type { Session } from './session.ts';

/** What a job of the clock may use, on one transaction: the product's own tables, and nothing about a child. */
export interface ServicePorts {
  readonly conversations: ConversationsPort;
  readonly reminders: ReminderPeoplePort;
}

export interface ServiceSession extends ServicePorts {
  /**
   * Runs work as a person within the same transaction, with that person's rights and no
   * more, and comes back to the service after it. The person must be one of the database.
   */
  actAs<T>(person: IdentityClaims, work: (session: TurnSession) => Promise<T>): Promise<T>;
}

export function createServicePorts(session: Session): ServicePorts {
  return { conversations: createConversationsPort(session), reminders: createReminderPeoplePort(session) };
}
