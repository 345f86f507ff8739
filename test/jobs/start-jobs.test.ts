import { readFileSync } from 'node:fs';
import PgBoss from 'pg-boss';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPool } from '../../db/pool.ts';
import { startJobs, type Job } from '../../src/jobs/start-jobs.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const log = createLog({ level: 'silent' });
/** Never due within a test. */
const NEVER = '0 3 29 2 *';
let test: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  pool = createPool(test.appUrl, { max: 6 });
});
afterAll(async () => {
  await pool?.end();
  await test?.drop();
});

const start = (jobs: readonly Job[], metrics = createMetrics()) => startJobs({ pool, log, metrics, jobs, pollingSeconds: 0.5 });
/** Changes what the application may do, as the owner of the tables. */
async function owner(sql: string): Promise<void> {
  const own = createPool(test.ownerUrl, { max: 1 });
  try {
    await own.query(sql);
  } finally {
    await own.end();
  }
}
const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

describe('the tables of the jobs', () => {
  it('are those of the installed pg-boss', () => {
    const plans = PgBoss.getConstructionPlans('jobs');
    const ours = readFileSync(new URL('../../db/migrations/0050_jobs.sql', import.meta.url), 'utf8');
    expect(oneLine(ours)).toContain(oneLine(plans.slice(plans.indexOf('CREATE SCHEMA'), plans.lastIndexOf('COMMIT;'))));
  });

  it('belong to the owner: the application makes and drops none', async () => {
    await expect(pool.query('create table jobs.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('drop table jobs.job')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query(`select jobs.delete_queue('outbox')`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('jobs on the application\'s login', () => {
  it('run when they are due, and each is scheduled in Dutch time', async () => {
    const run = vi.fn(async () => undefined);
    const jobs = await start([{ name: 'outbox', cron: NEVER, run }]);
    try {
      expect(await jobs.runNow('outbox')).toBe(true);
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
      const { rows } = await pool.query(`select name, cron, timezone from jobs.schedule where name = 'outbox'`);
      expect(rows).toEqual([{ name: 'outbox', cron: NEVER, timezone: 'Europe/Amsterdam' }]);
    } finally {
      await jobs.stop();
    }
  });

  it('run once over two replicas, and no second one waits while the first runs', async () => {
    let finish = (): void => undefined;
    const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const jobs = [{ name: 'week-posts', cron: NEVER, run }] as const;
    const [first, second] = [await start(jobs), await start(jobs)];
    try {
      expect(await first.runNow('week-posts')).toBe(true);
      expect(await second.runNow('week-posts')).toBe(false);
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
      expect(await second.runNow('week-posts')).toBe(false);
      finish();
      await vi.waitFor(async () => expect(await second.runNow('week-posts')).toBe(true), { timeout: 10_000 });
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), { timeout: 10_000 });
      finish();
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });

  it('say in the log that a right is missing, instead of never running without a word', async () => {
    const lines: { code?: string }[] = [];
    const telling = { ...log, error: (fields: { code?: string }) => void lines.push(fields) } as unknown as typeof log;
    const run = vi.fn(async () => undefined);
    const jobs = await startJobs({ pool, log: telling, jobs: [{ name: 'outbox', cron: NEVER, run }], pollingSeconds: 0.5 });
    try {
      await owner('revoke update on jobs.job, jobs.job_common from kansenlijn_app');
      expect(await jobs.runNow('outbox')).toBe(true);
      await vi.waitFor(() => expect(lines).toContainEqual(expect.objectContaining({ code: '42501' })), { timeout: 10_000 });
      expect(run).not.toHaveBeenCalled();
      await owner('grant update on jobs.job, jobs.job_common to kansenlijn_app');
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
      expect(lines.filter(({ code }) => code === '42501')).toHaveLength(1);
    } finally {
      await owner('grant update on jobs.job, jobs.job_common to kansenlijn_app');
      await jobs.stop();
    }
  });

  it('count a failure and run again the next time', async () => {
    const metrics = createMetrics();
    const run = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('no'));
    const jobs = await start([{ name: 'reminders', cron: NEVER, run }], metrics);
    try {
      await jobs.runNow('reminders');
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
      await vi.waitFor(async () => expect(await jobs.runNow('reminders')).toBe(true), { timeout: 10_000 });
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), { timeout: 10_000 });
      await vi.waitFor(async () => expect((await metrics.jobs.get()).values.map(({ labels, value }) => [labels['outcome'], value]).sort()).toEqual([['fault', 1], ['ok', 1]]));
    } finally {
      await jobs.stop();
    }
  });
});
