import type { Conversations } from '../src/digest/types.ts';
import type { Database } from './database.ts';

/** Conversations with a transaction each, for the edge and for what sends. */
export function createConversations(database: Pick<Database, 'asService'>): Conversations {
  return {
    remember: (reference) => database.asService(({ conversations }) => conversations.remember(reference)),
    find: (conversationId) => database.asService(({ conversations }) => conversations.find(conversationId)),
    personal: (person) => database.asService(({ conversations }) => conversations.personal(person)),
  };
}
