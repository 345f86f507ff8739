import { z } from 'zod/v4';
import type { DigestScope, DigestTopic, WeekKey } from '../../src/digest/types.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import type { IdentityClaims } from '../identity.ts';
import { compact, maybe } from './administer-places.ts';
import { IN_CHANNEL, maybeDate, scopeOf } from './bindings.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

/** A channel that gets posts, as the jobs see it. */
export interface BindingAtWork {
  readonly id: string;
  readonly scope: DigestScope;
  readonly conversationId: string;
  readonly channelName: string;
  readonly state: 'active' | 'paused';
  readonly day: number;
  readonly hour: number;
  readonly topics: readonly DigestTopic[];
  readonly nextMeeting?: IsoDate;
  readonly pausedUntil?: IsoDate;
  readonly introducedAt?: Date;
  readonly dueFrom: Date;
  /** The newest week of which the channel has a post, whatever became of it; also of an earlier binding, when that may have arrived. */
  readonly lastWeek?: WeekKey;
  /** As whom the post is computed; absent when nobody of the scope is in office. */
  readonly person?: IdentityClaims;
}

/** Channels in the service capacity, on one transaction. */
export interface BindingsAtWorkPort {
  list(): Promise<readonly BindingAtWork[]>;
  /** The same, held until the transaction ends: undefined when it is no longer at work. */
  hold(id: string): Promise<BindingAtWork | undefined>;
  /** A pause that is over. Posts from `from` on are owed again. */
  wake(id: string, from: Date): Promise<void>;
  introduced(id: string, at: Date): Promise<void>;
  /** Nothing can be sent there any more: to one channel, or to every channel of a team. What waits is not sent. Returns which. */
  markDead(where: { readonly conversationId: string } | { readonly teamId: string } | { readonly id: string }, reason: string): Promise<readonly string[]>;
  nameOf(id: string): Promise<string | undefined>;
  rename(conversationId: string, channelName: string): Promise<void>;
}

const schema = z.object({
  id: z.string(), scope_kind: z.enum(['municipality', 'region']), scope_code: z.string(), scope_name: z.string(), conversation_id: z.string(), channel_name: z.string(),
  state: z.enum(['active', 'paused']), post_day: z.number(), post_hour: z.number(), topics: z.array(z.enum(['flow', 'places', 'handovers', 'groups', 'results', 'meetings', 'quality'])),
  next_meeting: maybe, paused_until: maybe, introduced_at: maybeDate, due_from: z.date(), last_week: maybe, tenant_id: z.string().nullable(), aad_object_id: z.string().nullable(),
}).transform((found): BindingAtWork => compact({
  id: found.id, scope: scopeOf(found.scope_kind, found.scope_code, found.scope_name), conversationId: found.conversation_id, channelName: found.channel_name, state: found.state,
  day: found.post_day, hour: found.post_hour, topics: found.topics, nextMeeting: found.next_meeting, pausedUntil: found.paused_until, introducedAt: found.introduced_at, dueFrom: found.due_from, lastWeek: found.last_week,
  person: found.tenant_id && found.aad_object_id ? { tenantId: found.tenant_id, aadObjectId: found.aad_object_id } : undefined,
}) as BindingAtWork);

const AT_WORK = `select b.*, (select max(o.week) from outbox o where ${IN_CHANNEL}) as last_week from bindings_at_work() b`;

export function createBindingsAtWorkPort(session: Session): BindingsAtWorkPort {
  return {
    list: () => queryRows(session, schema, AT_WORK),
    async hold(id) {
      await execute(session, 'select from channel_binding where id = $1::uuid for update', [id]);
      return queryRow(session, schema, `${AT_WORK} where b.id = $1::uuid`, [id]);
    },
    async wake(id, from) {
      await execute(session, `update channel_binding set state = 'active', paused_until = null, due_from = $2::timestamptz where id = $1::uuid and state = 'paused'`, [id, from]);
    },
    async introduced(id, at) {
      await execute(session, 'update channel_binding set introduced_at = $2::timestamptz where id = $1::uuid and introduced_at is null', [id, at]);
    },
    async markDead(where, reason) {
      const [column, value] = 'id' in where ? ['id::text', where.id] : 'teamId' in where ? ['team_id', where.teamId] : ['conversation_id', where.conversationId];
      const rows = await queryRows(session, z.object({ id: z.string() }), `
        update channel_binding set state = 'dead', death_reason = $2::text where ${column} = $1::text and state in ('active', 'paused') returning id`, [value, reason]);
      const ids = rows.map(({ id }) => id);
      await execute(session, `update outbox set state = 'skipped' where binding_id = any ($1::uuid[]) and kind <> 'notice' and state = 'pending'`, [ids]);
      return ids;
    },
    nameOf: async (id) => (await queryRow(session, z.object({ name: z.string() }), 'select channel_name as name from channel_binding where id = $1::uuid', [id]))?.name,
    async rename(conversationId, channelName) {
      await execute(session, `update channel_binding set channel_name = $2::text where conversation_id = $1::text and state <> 'unbound'`, [conversationId, channelName]);
    },
  };
}
