import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { ConversationPort } from '../../dialogs/ports.ts';
import { execute, queryRow, type Session } from '../session.ts';

const threadPost = z.object({ kind: z.enum(['municipality', 'region']), id: z.string(), name: z.string() });

/** The channel's ids are long, and of no use here but to recognise a conversation. */
function conversationKey(conversationId: string): string {
  const hex = createHash('sha256').update(conversationId).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export function createConversationPort(session: Session): ConversationPort {
  return {
    async last(conversationId) {
      const row = await queryRow(session, z.object({ question: z.unknown(), ageMinutes: z.number() }), `
        select question, (extract(epoch from clock_timestamp() - asked_at) / 60)::float8 as "ageMinutes"
        from last_question where conversation = $1::uuid and person_id = $2::uuid`, [conversationKey(conversationId), session.personId]);
      return row;
    },
    async postOfThread(conversationId) {
      const [channel = '', message] = conversationId.split(';messageid=');
      if (message === undefined) return undefined;
      const row = await queryRow(session, z.object({ post: threadPost.nullable() }), 'select post_of_thread($1::text, $2::text) as post', [channel, message]);
      return row?.post ?? undefined;
    },
    async keep(conversationId, question) {
      session.beforeCommit(execute(session, 'select keep_question($1::uuid, $2::jsonb)', [conversationKey(conversationId), JSON.stringify(question)]));
    },
  };
}
