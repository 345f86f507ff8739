import { z } from 'zod/v4';
import type { IdentityClaims } from '../identity.ts';
import { queryRow, queryRows, type Session } from '../session.ts';

/** For the job, on one transaction in the service capacity, which sees no row of anybody. */
export interface ReminderPeoplePort {
  /** Who can have something waiting. */
  list(): Promise<readonly IdentityClaims[]>;
  /** Removes messages and snoozes of before a day; returns how many messages. */
  purge(before: string): Promise<number>;
}

export function createReminderPeoplePort(session: Session): ReminderPeoplePort {
  return {
    list: () => queryRows(session, z.object({ tenantId: z.string(), aadObjectId: z.string() }), 'select tenant_id as "tenantId", aad_object_id as "aadObjectId" from reminder_people()'),
    purge: async (before) => (await queryRow(session, z.object({ removed: z.number() }), 'select purge_reminders($1::date) as removed', [before]))!.removed,
  };
}
