import { z } from 'zod/v4';
import type { ConversationReference } from '../../src/digest/types.ts';
import type { Session } from '../session.ts';
import { execute, queryRow } from '../session.ts';
import { compact, maybe } from './administer-places.ts';

/** Conversations on one transaction in the service capacity. */
export interface ConversationsPort {
  remember(reference: ConversationReference): Promise<void>;
  find(conversationId: string): Promise<ConversationReference | undefined>;
  personal(person: { readonly tenantId: string; readonly aadObjectId: string }): Promise<ConversationReference | undefined>;
  /** Removes those in which nobody will be written to any more, as of a moment; never for one still to come. Returns how many. */
  purge(now: Date): Promise<number>;
}

const schema = z.object({
  conversationId: z.string(), kind: z.enum(['personal', 'channel', 'group']), tenantId: z.string(), serviceUrl: z.string(), botId: z.string(),
  teamId: maybe, channelId: maybe, aadObjectId: maybe,
}).transform(compact);

const COLUMNS = `select conversation_id as "conversationId", kind, tenant_id as "tenantId", service_url as "serviceUrl", bot_id as "botId",
  team_id as "teamId", channel_id as "channelId", aad_object_id as "aadObjectId" from conversation`;

export function createConversationsPort(session: Session): ConversationsPort {
  return {
    async remember({ conversationId, kind, tenantId, serviceUrl, botId, teamId, channelId, aadObjectId }) {
      await execute(session, `
        insert into conversation (conversation_id, kind, tenant_id, service_url, bot_id, team_id, channel_id, aad_object_id)
        values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text)
        on conflict (conversation_id) do update set kind = excluded.kind, tenant_id = excluded.tenant_id, service_url = excluded.service_url, bot_id = excluded.bot_id,
          team_id = coalesce(excluded.team_id, conversation.team_id), channel_id = coalesce(excluded.channel_id, conversation.channel_id),
          aad_object_id = excluded.aad_object_id, seen_at = excluded.seen_at`,
        [conversationId, kind, tenantId, serviceUrl, botId, teamId ?? null, channelId ?? null, aadObjectId ?? null]);
    },
    find: (conversationId) => queryRow(session, schema, `${COLUMNS} where conversation_id = $1::text`, [conversationId]),
    personal: ({ tenantId, aadObjectId }) => queryRow(session, schema, `${COLUMNS}
      where kind = 'personal' and tenant_id = $1::text and aad_object_id = $2::text order by seen_at desc limit 1`, [tenantId, aadObjectId]),
    purge: async (now) => (await queryRow(session, z.object({ removed: z.number() }), 'select purge_conversations($1::timestamptz) as removed', [now]))!.removed,
  };
}
