import type pg from 'pg';
import { createDatabase } from '../../db/database.ts';
import { createPool } from '../../db/pool.ts';
import type { World } from '../support/world.ts';
import type { Replica } from './desk.ts';

/** What happens at one step towards the database. */
export const FAULTS = {
  /** The statement fails; the connection and the process go on. */
  refused: 'a statement that fails',
  /** The statement is done, and the server ends the connection before its answer: of a commit nobody knows. */
  cut: 'a connection that is lost',
  /** Nothing is done any more: no statement, no message. */
  death: 'a process that dies',
} as const;
export type Fault = keyof typeof FAULTS;

/** One replica of the application, with connections of its own, that meets one fault at its n-th step. */
export interface FaultyReplica extends Replica {
  /** Steps are counted from here on: each connection that is asked for, and each statement. */
  arm(fault: Fault, at: number): void;
  /** Whether the fault came. */
  met(): boolean;
  close(): Promise<void>;
}

/** `send` is what the channel does while the process lives. */
export function createFaultyReplica({ test, owner }: Pick<World, 'test' | 'owner'>, send: Replica['send']): FaultyReplica {
  const pool = createPool(test.appUrl, { max: 4 });
  let armed: { readonly fault: Fault; readonly at: number } | undefined;
  let steps = 0;
  const reached = (): boolean => armed !== undefined && steps >= armed.at;
  const dead = (): boolean => armed?.fault === 'death' && reached();

  async function step<T>(client: pg.PoolClient | undefined, run: () => Promise<T>): Promise<T> {
    steps += 1;
    if (dead()) throw new Error('the process died');
    if (armed === undefined || steps !== armed.at) return run();
    if (armed.fault === 'refused') throw new Error('refused');
    await run();
    if (client !== undefined) await cut(client);
    throw new Error('the answer was lost');
  }
  /** The backend closes its end last, when its transaction is undone and its locks are free. */
  async function cut(client: pg.PoolClient): Promise<void> {
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await owner.query('select pg_terminate_backend($1::int)', [(client as unknown as { processID: number }).processID]);
    await ended;
  }

  function watched(client: pg.PoolClient): pg.PoolClient {
    const query = (...values: Parameters<pg.PoolClient['query']>): Promise<unknown> => step(client, () => client.query(...values) as unknown as Promise<unknown>);
    return { query, release: (broken?: Error) => client.release(broken) } as unknown as pg.PoolClient;
  }
  async function connect(): Promise<pg.PoolClient> {
    let client: pg.PoolClient | undefined;
    try {
      return watched(await step(undefined, async () => (client = await pool.connect())));
    } catch (error) {
      client?.release();
      throw error;
    }
  }

  return {
    database: createDatabase({ connect } as unknown as pg.Pool, test.identityKey),
    arm(fault, at) { [armed, steps] = [{ fault, at }, 0]; },
    met: reached,
    async send(target, message) {
      if (dead()) throw new Error('the process died');
      const outcome = await send(target, message);
      if (dead()) throw new Error('the process died');
      return outcome;
    },
    close: () => pool.end(),
  };
}
