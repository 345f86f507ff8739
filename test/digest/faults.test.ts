import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { createDesk, PERSONAL, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => { desk = await createDesk(); });
afterAll(() => desk?.close());

/** Dies at the n-th step: before a transaction, before its commit, after it, or around a message. Everything after it fails too. */
function mortal(database: Pick<Database, 'asService'>, diesAt: number): { database: Pick<Database, 'asService'>; step(): void; died(): boolean } {
  let steps = 0;
  const step = (): void => { if ((steps += 1) >= diesAt) throw new Error('the process died'); };
  return {
    step,
    died: () => steps >= diesAt,
    database: {
      async asService(work) {
        step();
        const result = await database.asService(async (session) => { const made = await work(session); step(); return made; });
        step();
        return result;
      },
    },
  };
}

async function run(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => { if ((error as Error).message !== 'the process died') throw error; });
}

describe('a process that dies', () => {
  it('at any step leaves each message posted once, or told to the official as unknown, never twice and never a silent none', async () => {
    const send = desk.send.bind(desk);
    let finished = false;
    for (let diesAt = 1; !finished; diesAt += 1) {
      desk.now = new Date('2026-11-02T07:00:00Z');
      const channel = `19:mortal${diesAt}@thread.tacv2`;
      await desk.world.owner.query(`update channel_binding set state = 'unbound'`);
      await desk.world.owner.query('delete from outbox');
      desk.delivered.length = 0;
      await desk.bind(channel);
      await desk.tick();
      desk.now = new Date('2026-11-02T08:00:00Z');
      const process = mortal(desk.world.database, diesAt);
      desk.database = process.database;
      desk.send = async (target, message) => { process.step(); const outcome = await send(target, message); process.step(); return outcome; };
      await run(() => desk.tick());
      finished = !process.died();
      desk.database = desk.world.database;
      desk.send = send;
      for (const minutes of [3, 6]) { desk.now = new Date(Date.parse('2026-11-02T08:00:00Z') + minutes * 60_000); await desk.tick(); }
      const inChannel = desk.in(channel).filter((each) => !each.startsWith('De weekpost'));
      expect(new Set(inChannel).size, `died at ${diesAt}`).toBe(inChannel.length);
      const { rows } = await desk.world.owner.query<{ state: string }>(`select state from outbox where kind in ('post', 'reply') order by ordinal`);
      const unknown = rows.filter(({ state }) => state === 'unknown').length;
      expect(rows, `died at ${diesAt}`).toHaveLength(3);
      expect(desk.in(PERSONAL), `died at ${diesAt}`).toHaveLength(unknown);
      expect(inChannel.length + unknown, `died at ${diesAt}`).toBeGreaterThanOrEqual(rows[0]!.state === 'unknown' ? 1 : 3);
    }
  }, 120_000);
});

describe('two replicas at once', () => {
  it('post each message of twenty channels once', async () => {
    desk.now = new Date('2026-11-09T07:00:00Z');
    await desk.world.owner.query(`update channel_binding set state = 'unbound'`);
    const channels = Array.from({ length: 20 }, (_, index) => `19:many${index}@thread.tacv2`);
    for (const channel of channels) await desk.bind(channel);
    await desk.tick();
    desk.delivered.length = 0;
    desk.now = new Date('2026-11-09T08:00:00Z');
    await Promise.all([desk.prepare(), desk.prepare()]);
    desk.now = new Date('2026-11-09T08:02:00Z');
    for (let round = 0; round < 6; round += 1) await Promise.all([desk.deliver(3), desk.deliver(3)]);
    for (const channel of channels) expect(desk.in(channel)).toEqual(['post 2026-W46', 'first 2026-W46', 'second 2026-W46']);
  }, 120_000);
});
