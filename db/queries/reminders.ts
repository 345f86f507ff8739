import { z } from 'zod/v4';
import type { RemindersPort } from '../../dialogs/reminders/port.ts';
import { execute, queryRows, type Session } from '../session.ts';
import { isReminderKind, REMINDER_FACTS, reminderFact } from './reminder-facts.ts';
import { createReminderMessages } from './reminder-messages.ts';

export function createRemindersPort(session: Session): RemindersPort {
  return {
    facts: (kind, today) => queryRows(session, reminderFact, REMINDER_FACTS[kind], [today]),

    async off() {
      const rows = await queryRows(session, z.object({ kind: z.string() }), 'select kind from reminder_off where person_id = identity_person()');
      return new Set(rows.map(({ kind }) => kind).filter(isReminderKind));
    },

    async turn(kind, on) {
      await execute(session, on ? 'delete from reminder_off where kind = $1::text' : 'insert into reminder_off (kind) values ($1::text) on conflict do nothing', [kind]);
    },

    async snooze(kind, subjects, until) {
      await execute(session, `insert into reminder_choice (kind, subject, snoozed_until) select $1::text, unnest($2::text[]), $3::date
        on conflict (person_id, kind, subject) do update set snoozed_until = excluded.snoozed_until, chosen_at = clock_timestamp()`, [kind, subjects, until]);
    },

    async notMine(kind, subjects) {
      await execute(session, `insert into reminder_choice (kind, subject, not_mine) select $1::text, unnest($2::text[]), true
        on conflict (person_id, kind, subject) do update set not_mine = true, chosen_at = clock_timestamp()`, [kind, subjects]);
    },

    messages: createReminderMessages(session),
  };
}
