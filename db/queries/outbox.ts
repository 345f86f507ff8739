import { z } from 'zod/v4';
import type { OutgoingMessage, WeekKey } from '../../src/digest/types.ts';
import { compact, maybe } from './administer-places.ts';
import { maybeDate } from './bindings.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

export type ChannelMessageKind = 'post' | 'reply' | 'introduction' | 'trial';
export type MessageKind = ChannelMessageKind | 'notice';

export interface NewMessage {
  readonly bindingId: string;
  readonly week: WeekKey;
  readonly kind: ChannelMessageKind;
  readonly ordinal: number;
  readonly conversationId: string;
  readonly message: OutgoingMessage;
  readonly notBefore: Date;
}

/** A message that may be sent now, and by nobody else until `until`. */
export interface ClaimedMessage {
  readonly id: string;
  readonly bindingId: string;
  readonly week: WeekKey;
  readonly kind: MessageKind;
  readonly attempts: number;
  readonly conversationId: string;
  readonly message: OutgoingMessage;
  readonly replyToId?: string;
}

/** A message of which one must hear. */
export interface ToldMessage {
  readonly id: string;
  readonly bindingId: string;
  readonly channelName: string;
  readonly week: WeekKey;
  readonly kind: MessageKind;
  readonly at?: Date;
  /** Whether its channel gets posts now. */
  readonly live: boolean;
}

/** The outbox in the service capacity, on one transaction. */
export interface OutboxPort {
  /** False: that message of that week was written before. */
  add(message: NewMessage): Promise<boolean>;
  /** Posts that were not sent and will not be. Returns the weeks that had none yet. */
  addSkipped(bindingId: string, weeks: readonly WeekKey[], conversationId: string, now: Date): Promise<readonly WeekKey[]>;
  /** Tells the official of a channel once a subject. False: told before, or nobody is in office. */
  addNotice(bindingId: string, week: WeekKey, subject: string, message: OutgoingMessage, now: Date): Promise<boolean>;
  /** Whether a message of this kind was ever written down. */
  has(bindingId: string, kind: MessageKind): Promise<boolean>;
  claim(now: Date, claim: string, until: Date): Promise<ClaimedMessage | undefined>;
  /** Whether something is due that may be claimed soon. */
  waiting(now: Date): Promise<boolean>;
  /** The outcome of an attempt under this claim; false when the claim was lost in between. */
  record(id: string, claim: string, outcome: { readonly state: 'sent'; readonly activityId: string; readonly at: Date } | { readonly state: 'pending'; readonly notBefore: Date } | { readonly state: 'unknown' | 'failed' | 'gone'; readonly status?: number }): Promise<boolean>;
  /** Attempts whose outcome nobody wrote down in time: they become `unknown` and are returned. A notice that had fewer attempts waits again. */
  giveUp(now: Date, noticeAttempts: number): Promise<readonly ToldMessage[]>;
  /** Posts and replies of earlier weeks that still wait: they become `skipped`. Only the posts of channels that get posts are returned. */
  skipBefore(week: WeekKey): Promise<readonly ToldMessage[]>;
  /** Replies that can never follow, because their post failed. */
  skipOrphans(): Promise<void>;
  /** Removes cards of messages that ended before a moment. Returns how many. */
  tidy(before: Date): Promise<number>;
}

const message = z.object({ card: z.custom<OutgoingMessage['card']>((value) => typeof value === 'object' && value !== null), summary: z.string() });
const claimedSchema = z.object({
  claimed: z.object({
    id: z.string(), bindingId: z.string(), week: z.string(), kind: z.enum(['post', 'reply', 'introduction', 'notice', 'trial']), attempts: z.number(),
    conversationId: z.string(), payload: message, replyToId: maybe,
  }).nullable(),
});
const toldSchema = z.object({
  id: z.string(), bindingId: z.string(), channelName: z.string(), week: z.string(), kind: z.enum(['post', 'reply', 'introduction', 'notice', 'trial']), at: maybeDate, live: z.boolean(),
}).transform(compact);
const TOLD = `returning o.id, o.binding_id as "bindingId", b.channel_name as "channelName", o.week, o.kind, o.attempted_at as at, b.state = 'active' as live`;

export function createOutboxPort(session: Session): OutboxPort {
  const some = async (changed: Promise<number>): Promise<boolean> => (await changed) > 0;
  const asks = async (sql: string, values: readonly unknown[]): Promise<boolean> => (await queryRow(session, z.object({ found: z.boolean() }), `select exists (${sql}) as found`, values))!.found;
  return {
    add: ({ bindingId, week, kind, ordinal, conversationId, message: payload, notBefore }) => some(execute(session, `
      insert into outbox (binding_id, week, kind, ordinal, conversation_id, payload, not_before)
      values ($1::uuid, $2::text, $3::text, $4::smallint, $5::text, $6::jsonb, $7::timestamptz) on conflict do nothing`,
      [bindingId, week, kind, ordinal, conversationId, JSON.stringify(payload), notBefore])),

    addSkipped: async (bindingId, weeks, conversationId, now) => (await queryRows(session, z.object({ week: z.string() }), `
      insert into outbox (binding_id, week, kind, conversation_id, state, not_before)
      select $1::uuid, week, 'post', $3::text, 'skipped', $4::timestamptz from unnest($2::text[]) week on conflict do nothing returning week`,
      [bindingId, weeks, conversationId, now])).map(({ week }) => week),

    addNotice: async (bindingId, week, subject, payload, now) => (await queryRow(session, z.object({ added: z.boolean() }),
      'select add_notice($1::uuid, $2::text, $3::text, $4::jsonb, $5::timestamptz) as added', [bindingId, week, subject, JSON.stringify(payload), now]))!.added,

    has: (bindingId, kind) => asks('select from outbox where binding_id = $1::uuid and kind = $2::text', [bindingId, kind]),

    async claim(now, claim, until) {
      const found = await queryRow(session, claimedSchema, 'select claim_message($1::timestamptz, $2::uuid, $3::timestamptz) as claimed', [now, claim, until]);
      if (!found?.claimed) return undefined;
      const { payload, replyToId, ...rest } = found.claimed;
      return { ...rest, message: payload, ...(replyToId === undefined ? {} : { replyToId }) };
    },

    waiting: (now) => asks(`select from outbox o join channel_binding b on b.id = o.binding_id
      where o.state = 'pending' and o.not_before <= $1::timestamptz and (o.kind = 'notice' or b.state = 'active')
        -- Replies to a post of which nobody knows whether it arrived wait for a person.
        and (o.kind <> 'reply' or exists (select from outbox t where t.binding_id = o.binding_id and t.week = o.week and t.kind = 'post'
          and (t.state in ('pending', 'sending') or t.state = 'sent' and t.activity_id is not null)))`, [now]),

    record: (id, claim, outcome) => some(execute(session, `
      update outbox set state = $3::text, claimed_by = null, claimed_until = null, activity_id = $4::text, sent_at = $5::timestamptz,
        not_before = coalesce($6::timestamptz, not_before), status = $7::smallint
      where id = $1::uuid and claimed_by = $2::uuid and state = 'sending'`, [
      id, claim, outcome.state, outcome.state === 'sent' ? outcome.activityId || null : null, outcome.state === 'sent' ? outcome.at : null,
      outcome.state === 'pending' ? outcome.notBefore : null, 'status' in outcome ? outcome.status : null,
    ])),

    async giveUp(now, noticeAttempts) {
      const ended = 'claimed_by = null, claimed_until = null';
      const late = `o.state = 'sending' and o.claimed_until < $1::timestamptz`;
      await execute(session, `update outbox o set state = 'pending', ${ended} where o.kind = 'notice' and o.attempts < $2::int and ${late}`, [now, noticeAttempts]);
      return queryRows(session, toldSchema, `update outbox o set state = 'unknown', ${ended} from channel_binding b where b.id = o.binding_id and ${late} ${TOLD}`, [now]);
    },

    async skipBefore(week) {
      const skipped = await queryRows(session, toldSchema, `update outbox o set state = 'skipped'
        from channel_binding b where b.id = o.binding_id and o.state = 'pending' and o.kind in ('post', 'reply') and o.week < $1::text ${TOLD}`, [week]);
      return skipped.filter(({ kind, live }) => kind === 'post' && live);
    },

    async skipOrphans() {
      await execute(session, `update outbox r set state = 'skipped' where r.kind = 'reply' and r.state = 'pending' and exists (
        select from outbox t where t.binding_id = r.binding_id and t.week = r.week and t.kind = 'post' and t.state in ('failed', 'gone', 'skipped'))`);
    },

    tidy: (before) => execute(session, `update outbox set payload = null
      where payload is not null and state in ('sent', 'failed', 'gone', 'skipped') and coalesce(attempted_at, created_at) < $1::timestamptz`, [before]),
  };
}
