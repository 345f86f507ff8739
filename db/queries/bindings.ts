import { z } from 'zod/v4';
import type { BindingsPort, ChannelBinding } from '../../dialogs/week-post/port.ts';
import { compact, maybe } from './administer-places.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

const topics = z.array(z.enum(['flow', 'places', 'handovers', 'groups', 'results', 'meetings', 'quality']));
export const scopeOf = (kind: 'municipality' | 'region', code: string, name: string): ChannelBinding['scope'] => (kind === 'region' ? { kind, id: code, name } : { kind, code, name });
export const maybeDate = z.date().nullable().transform((value) => value ?? undefined);

const row = z.object({
  id: z.string(), scopeKind: z.enum(['municipality', 'region']), scopeCode: z.string(), scopeName: z.string(), conversationId: z.string(), channelName: z.string(), shared: z.boolean(),
  state: z.enum(['proposed', 'active', 'paused', 'dead', 'unbound']), day: z.number(), hour: z.number(), topics,
  nextMeeting: maybe, pausedUntil: maybe, introducedAt: maybeDate, deathReason: maybe,
  postId: z.string().nullable(), postWeek: z.string().nullable(), postState: z.enum(['pending', 'sending', 'sent', 'unknown', 'failed', 'gone', 'skipped']).nullable(), postSentAt: maybeDate, lastWeek: maybe,
}).transform(({ scopeKind, scopeCode, scopeName, postId, postWeek, postState, postSentAt, ...rest }): ChannelBinding => ({
  ...compact(rest),
  scope: scopeOf(scopeKind, scopeCode, scopeName),
  ...(postId && postWeek && postState ? { lastPost: compact({ id: postId, week: postWeek, state: postState, sentAt: postSentAt }) } : {}),
}));

/** A channel that was bound before has the post of then as well: one in a week, however often it is bound. */
export const IN_CHANNEL = `o.kind = 'post' and (o.binding_id = b.id or o.conversation_id = b.conversation_id and o.state in ('sending', 'sent', 'unknown'))`;
// The service's policy does not apply here: the scope functions say whose the channel is.
const SELECT = `
  select b.id, case when b.region_id is null then 'municipality' else 'region' end as "scopeKind", coalesce(b.municipality_code, b.region_id) as "scopeCode",
    coalesce(m.name, g.name) as "scopeName", b.conversation_id as "conversationId", b.channel_name as "channelName", b.shared, b.state, b.post_day as day, b.post_hour as hour, b.topics,
    b.next_meeting as "nextMeeting", b.paused_until as "pausedUntil", b.introduced_at as "introducedAt", b.death_reason as "deathReason",
    p.id as "postId", p.week as "postWeek", p.state as "postState", p.sent_at as "postSentAt",
    (select max(o.week) from outbox o where ${IN_CHANNEL}) as "lastWeek"
  from channel_binding b left join municipality m on m.code = b.municipality_code left join region g on g.id = b.region_id
  left join lateral (select o.id, o.week, o.state, o.sent_at from outbox o where o.binding_id = b.id and o.kind = 'post' order by o.week desc limit 1) p on true
  where b.state <> 'unbound'`;

export function createBindingsPort(session: Session): BindingsPort {
  const one = async (changed: Promise<number>): Promise<boolean> => (await changed) === 1;
  const to = (state: string, from: string, id: string, more = '', values: readonly unknown[] = []): Promise<boolean> =>
    one(execute(session, `update channel_binding set state = '${state}'${more} where id = $1::uuid and state in (${from})`, [id, ...values]));
  return {
    list: () => queryRows(session, row, `${SELECT} order by "scopeName", b.channel_name, b.id`),
    of: (conversationId) => queryRow(session, row, `${SELECT} and b.conversation_id = $1::text`, [conversationId]),

    async propose({ scope, conversationId, channelName, teamId, shared }) {
      const made = await queryRow(session, z.object({ id: z.string() }), `
        insert into channel_binding (municipality_code, region_id, conversation_id, channel_name, team_id, shared, proposed_by)
        values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::boolean, $7::uuid)
        on conflict (conversation_id) where state <> 'unbound' do nothing returning id`,
        [scope.kind === 'municipality' ? scope.code : null, scope.kind === 'region' ? scope.id : null, conversationId, channelName, teamId ?? null, shared, session.personId]);
      return made ? { outcome: 'proposed', id: made.id } : { outcome: 'taken' };
    },

    confirm: (id, now) => to('active', `'proposed'`, id, ', confirmed_by = $2::uuid, due_from = $3::timestamptz', [session.personId, now]),
    refuse: (id) => to('unbound', `'proposed'`, id),
    unbind: (id) => to('unbound', `'active', 'paused', 'dead'`, id),
    pause: (id, until) => to('paused', `'active', 'paused'`, id, ', paused_until = $2::date', [until ?? null]),
    resume: (id, now) => to('active', `'paused', 'dead'`, id, ', paused_until = null, death_reason = null, due_from = $2::timestamptz', [now]),
    change: (id, { day, hour, topics: chosen, nextMeeting }, today) => one(execute(session, `
      update channel_binding set post_day = $2::smallint, post_hour = $3::smallint, topics = $4::text[], next_meeting = $6::date,
        due_from = case when (post_day, post_hour) = ($2::smallint, $3::smallint) then due_from
          else greatest(due_from, date_trunc('week', $5::date::timestamp) at time zone 'Europe/Amsterdam') end
      where id = $1::uuid and state <> 'unbound'`, [id, day, hour, [...chosen], today, nextMeeting ?? null])),

    settle: async (messageId, choice, now, week) => (await queryRow(session, z.object({ outcome: z.enum(['arrived', 'resent', 'late', 'known', 'forbidden']) }),
      'select settle_message($1::uuid, $2::text, $3::timestamptz, $4::text) as outcome', [messageId, choice, now, week]))!.outcome,
  };
}
