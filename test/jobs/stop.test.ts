import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDatabase } from '../../db/database.ts';
import { createPool } from '../../db/pool.ts';
import { deliverOutbox } from '../../src/digest/outbox/deliver.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createLog } from '../../src/log.ts';
import { createDesk, type Desk } from '../digest/desk.ts';

let desk: Desk;
beforeAll(async () => { desk = await createDesk(); });
afterAll(() => desk?.close());

it('a server that stops while it sends finishes what it began, begins nothing new, and leaves nobody in doubt', async () => {
  const log = createLog({ level: 'silent' });
  const channels = Array.from({ length: 30 }, (_, index) => `19:stop${index}@thread.tacv2`);
  desk.now = new Date('2026-11-02T07:00:00Z');
  for (const channel of channels) await desk.bind(channel);
  await desk.tick();
  desk.delivered.length = 0;
  desk.now = new Date('2026-11-02T08:00:00Z');
  await desk.prepare();
  const from = Date.parse('2026-11-02T08:02:00Z') - performance.now();
  const now = (): Date => new Date(from + performance.now());

  const pool = createPool(desk.world.test.appUrl, { max: 6 });
  const database = createDatabase(pool, desk.world.test.identityKey);
  const sender = { send: async (...message: Parameters<Desk['send']>) => { await pause(200); return desk.send(...message); } };
  const run = (signal: AbortSignal): Promise<void> => deliverOutbox({ database, sender, now, log, signal });
  const jobs = await startJobs({ pool, log, jobs: [{ name: 'outbox', cron: '0 3 29 2 *', run }], pollingSeconds: 0.5 });
  await jobs.runNow('outbox');
  await vi.waitFor(() => expect(desk.delivered.length).toBeGreaterThan(3), { timeout: 10_000, interval: 20 });
  await jobs.stop(1_000);
  await pool.end();

  const states = async (): Promise<unknown> => (await desk.world.owner.query(`select state, count(*)::int as messages from outbox where kind in ('post', 'reply') group by state order by state`)).rows;
  const sent = desk.delivered.length;
  expect(await states()).toEqual([{ state: 'pending', messages: 90 - sent }, { state: 'sent', messages: sent }]);

  for (const minutes of [5, 10, 15]) {
    desk.now = new Date(`2026-11-02T08:${String(minutes).padStart(2, '0')}:00Z`);
    await desk.deliver();
  }
  expect(await states()).toEqual([{ state: 'sent', messages: 90 }]);
  for (const channel of channels) expect(desk.in(channel)).toEqual(['post 2026-W45', 'first 2026-W45', 'second 2026-W45']);
}, 60_000);
