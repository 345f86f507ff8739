import { z } from 'zod/v4';
import type { BindingMessagesPort } from '../../dialogs/week-post/messages.ts';
import { queryRow, queryRows, type Session } from '../session.ts';

const message = z.object({
  id: z.string(), kind: z.enum(['post', 'reply', 'introduction', 'notice', 'trial']), week: z.string(),
  state: z.enum(['pending', 'sending', 'sent', 'unknown', 'failed', 'gone', 'skipped']), since: z.date(),
});

/** Messages of a channel as the person of the transaction may see them; row-level security says whose they are. */
export function createBindingMessagesPort(session: Session): BindingMessagesPort {
  return {
    of: (bindingId) => queryRows(session, message, `
      select id, kind, week, state, coalesce(sent_at, attempted_at, created_at) as since from outbox
      where binding_id = $1::uuid and kind <> 'notice' order by created_at desc, ordinal limit 10`, [bindingId]),
    tellMe: async (bindingId, week, subject, payload, now) => (await queryRow(session, z.object({ added: z.boolean() }),
      'select tell_myself($1::uuid, $2::text, $3::text, $4::jsonb, $5::timestamptz) as added', [bindingId, week, subject, JSON.stringify(payload), now]))!.added,
  };
}
