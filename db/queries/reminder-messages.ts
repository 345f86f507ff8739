import { z } from 'zod/v4';
import type { ReminderItem, ReminderMessagesPort } from '../../dialogs/reminders/port.ts';
import { execute, queryRows, type Session } from '../session.ts';
import { isReminderKind } from './reminder-facts.ts';

const item = z.object({ kind: z.custom<ReminderItem['kind']>((kind) => typeof kind === 'string' && isReminderKind(kind)), subject: z.string() });
/** A kind that a later version no longer has is left out. */
const items = z.array(z.unknown()).transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []));

export function createReminderMessages(session: Session): ReminderMessagesPort {
  return {
    async claim(day, shown, at) {
      const values = [day, JSON.stringify(shown), at];
      // Two servers at once: the second waits for the first one's row, and then does nothing.
      return (await execute(session, `
        insert into reminder_message as m (day, state, items, claimed_at) values ($1::date, 'sending', $2::jsonb, $3::timestamptz)
        on conflict (person_id, day) do update set state = 'sending', items = excluded.items, claimed_at = excluded.claimed_at, not_before = null
          where m.state = 'pending' and m.not_before <= excluded.claimed_at`, values)) === 1;
    },

    async finish(day, outcome) {
      await execute(session, `update reminder_message set state = $2::text, activity_id = $3::text, not_before = $4::timestamptz where day = $1::date and state = 'sending'`,
        [day, outcome.state, outcome.state === 'sent' ? outcome.activityId : null, outcome.state === 'pending' ? outcome.notBefore : null]);
    },

    giveUp: (claimedBefore) => execute(session, `update reminder_message set state = 'unknown' where state = 'sending' and claimed_at < $1::timestamptz`, [claimedBefore]),

    open: (since) => queryRows(session, z.object({ day: z.string(), activityId: z.string(), items }), `
      select day, activity_id as "activityId", items from reminder_message where state = 'sent' and closed_at is null and day >= $1::date order by day desc`, [since]),

    async updated(day, shown, closedAt) {
      await execute(session, 'update reminder_message set items = $2::jsonb, closed_at = $3::timestamptz where day = $1::date', [day, JSON.stringify(shown), closedAt ?? null]);
    },
  };
}
