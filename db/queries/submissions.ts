import { z } from 'zod/v4';
import type { SubmissionsPort } from '../../dialogs/ports.ts';
import { execute, queryRow, type Session } from '../session.ts';

/**
 * The key of a form is unique in the database: the second submission waits for the first
 * one's transaction and then reads the receipt that it kept.
 */
export function createSubmissionsPort(session: Session): SubmissionsPort {
  return {
    async claim(key, dialog) {
      const inserted = await execute(session,
        'insert into submission (key, person_id, dialog) values ($1::uuid, $2::uuid, $3::text) on conflict (key) do nothing',
        [key, session.personId, dialog]);
      if (inserted === 1) return { claimed: true };
      const row = await queryRow(session, z.object({ receipt: z.unknown() }), 'select receipt from submission where key = $1::uuid', [key]);
      return { claimed: false, receipt: row?.receipt };
    },

    async keepReceipt(key, receipt) {
      await execute(session, 'update submission set receipt = $2::jsonb where key = $1::uuid', [key, JSON.stringify(receipt)]);
    },

    async release(key) {
      await execute(session, 'delete from submission where key = $1::uuid and receipt is null', [key]);
    },
  };
}
