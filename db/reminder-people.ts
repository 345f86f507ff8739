import type pg from 'pg';
import { z } from 'zod/v4';
import { signIdentity, type IdentityClaims } from './identity.ts';

const SERVICE: IdentityClaims = { tenantId: 'service', aadObjectId: 'reminders' };
const person = z.object({ tenantId: z.string(), aadObjectId: z.string() });

/** For the job: who can have something waiting. In capacity service, which sees no row of anybody. */
export interface ReminderPeople {
  list(): Promise<readonly IdentityClaims[]>;
  /** Removes messages and snoozes of before a day; returns how many messages. */
  purge(before: string): Promise<number>;
}

export function createReminderPeople(pool: pg.Pool, identityKey: string): ReminderPeople {
  async function asService<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query('select kansenlijn.enter($1::text, null)', [signIdentity(SERVICE, 'service', identityKey)]);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => { broken = rollbackError; });
      throw error;
    } finally {
      client.release(broken);
    }
  }
  return {
    list: () => asService(async (client) => z.array(person).parse((await client.query('select tenant_id as "tenantId", aad_object_id as "aadObjectId" from kansenlijn.reminder_people()')).rows)),
    purge: (before) => asService(async (client) => Number((await client.query<{ removed: number }>('select kansenlijn.purge_reminders($1::date) as removed', [before])).rows[0]?.removed)),
  };
}
