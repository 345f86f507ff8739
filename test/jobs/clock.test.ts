import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type pg from 'pg';
import { createPool } from '../../db/pool.ts';
import { startClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { JobName } from '../../src/jobs/names.ts';
import type { RunningJobs } from '../../src/jobs/start-jobs.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import { createProduct } from '../../src/product.ts';
import { openChannel } from '../../src/teams/channel.ts';
import { SMALL_WORLD } from '../product/small-world.ts';
import { createWorld, PEOPLE, PUTTEN, TENANT, type World } from '../support/world.ts';
import { FakeConnector } from '../teams/fake-connector.ts';

/**
 * The jobs as the server starts them, on two replicas, with the real content of a post over
 * recorded children and a channel over HTTP. The clock begins at a fixed moment and moves on.
 */
const CHANNEL = '19:regiegroep@thread.tacv2';
const DUE = Date.parse('2026-11-23T08:00:00Z');
const CLOCK_JOBS = ['week-posts', 'outbox', 'purge-handovers'] as const satisfies readonly JobName[];
const log = createLog({ level: 'silent' });
const config = readConfig({ KANSENLIJN_MODE: 'demo', PORT: '0' });

let world: World;
let connector: FakeConnector;
let from = DUE - 3_600_000;
let since = performance.now();
const replicas: { readonly pool: pg.Pool; readonly metrics: Metrics; readonly jobs: RunningJobs }[] = [];

function setClock(moment: number): void {
  [from, since] = [moment, performance.now()];
}
const now = (): Date => new Date(from + performance.now() - since);

async function startReplica(): Promise<void> {
  const pool = createPool(world.test.appUrl, { max: 6 });
  const metrics = createMetrics();
  const product = createProduct({ pool, identityKey: world.test.identityKey, now });
  const jobs = await startClock({ pool, product, channel: await openChannel({ config, metrics }), config, log, metrics, pollingSeconds: 0.5 });
  replicas.push({ pool, metrics, jobs });
}

beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(SMALL_WORLD);
  connector = await FakeConnector.start();
  for (let replica = 0; replica < 2; replica += 1) await startReplica();
  const { conversations } = createProduct({ pool: world.pool, identityKey: world.test.identityKey, now });
  const reached = { tenantId: TENANT, serviceUrl: connector.serviceUrl, botId: '28:bot' };
  await conversations.remember({ ...reached, conversationId: CHANNEL, kind: 'channel' });
  await conversations.remember({ ...reached, conversationId: 'a:official', kind: 'personal', aadObjectId: PEOPLE.official });
  await world.as('official', async ({ ports: { bindings } }) => {
    const made = await bindings.propose({ scope: { kind: 'municipality', code: PUTTEN, name: 'Putten' }, conversationId: CHANNEL, channelName: 'Regiegroep', shared: false });
    if (made.outcome === 'proposed') await bindings.confirm(made.id, now());
  });
  // A message of long ago, of which the nightly job removes the card.
  await world.owner.query(`insert into outbox (binding_id, week, kind, person_id, state, not_before, payload, attempted_at)
    select id, '2026-W30', 'notice', confirmed_by, 'sent', '2026-07-20', '{"card": {}, "summary": "oud"}', '2026-07-20' from channel_binding`);
});
afterAll(async () => {
  await Promise.all(replicas.map(({ jobs }) => jobs.stop()));
  await Promise.all(replicas.map(({ pool }) => pool.end()));
  await connector?.close();
  await world?.close();
});

async function runs(outcome: 'ok' | 'fault'): Promise<Readonly<Partial<Record<JobName, number>>>> {
  const counted: Partial<Record<JobName, number>> = {};
  for (const { metrics } of replicas) {
    for (const { labels, value } of (await metrics.jobs.get()).values) {
      const name = labels['job'] as JobName;
      if (labels['outcome'] === outcome) counted[name] = (counted[name] ?? 0) + value;
    }
  }
  return counted;
}

/** Both replicas ask for each job; the queue lets one run, over both. */
async function runAll(names: readonly JobName[] = CLOCK_JOBS): Promise<void> {
  const before = await runs('ok');
  const isDue = (name: JobName, after: Awaited<ReturnType<typeof runs>>): boolean => (after[name] ?? 0) <= (before[name] ?? 0);
  await vi.waitFor(async () => {
    // A job that has run and is not yet written down as done keeps another from being queued, so it is asked again.
    const after = await runs('ok');
    for (const { jobs } of replicas) await Promise.all(names.filter((name) => isDue(name, after)).map((name) => jobs.runNow(name)));
    for (const name of names) expect(after[name] ?? 0, name).toBeGreaterThan(before[name] ?? 0);
  }, { timeout: 20_000, interval: 250 });
}

/** A first run may have begun before; one job runs at a time, so the second begins now. */
async function runAnew(names: readonly JobName[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) await runAll(names);
}

/** In the channel and its threads; the reminders, which have a clock of their own, go to personal chats. */
const sent = () => connector.calls.filter(({ operation, conversationId }) => operation === 'sendActivity' && conversationId?.startsWith(CHANNEL)).map(({ conversationId, body }) => ({ conversationId, summary: (body as { summary: string }).summary, text: JSON.stringify(body) }));

describe('the jobs of the clock together', () => {
  it('bring the introduction and one real post with its thread, remove what is old, and then do nothing more', async () => {
    await runAll();
    await runAnew(['outbox']);
    expect(sent()).toMatchObject([{ conversationId: CHANNEL, summary: expect.stringContaining('De weekpost van Putten') as string }]);
    expect((await world.owner.query(`select payload from outbox where week = '2026-W30'`)).rows).toEqual([{ payload: null }]);

    setClock(DUE);
    await runAnew(['week-posts']);
    setClock(DUE + 120_000);
    for (let round = 0; round < 3; round += 1) await runAll();
    const messages = sent();
    const [, post, ...thread] = messages;
    expect(post).toMatchObject({ conversationId: CHANNEL, summary: expect.stringContaining('Week 48 · Putten') as string });
    expect(post!.text).toContain('<5 bereikt');
    expect(thread.length).toBeGreaterThan(0);
    expect(new Set(thread.map(({ conversationId }) => conversationId))).toEqual(new Set([`${CHANNEL};messageid=sent-2`]));
    expect(new Set(messages.map(({ summary }) => summary)).size).toBe(messages.length);

    setClock(DUE + 86_400_000);
    for (let round = 0; round < 2; round += 1) await runAll();
    expect(sent()).toEqual(messages);
    expect((await world.owner.query(`select distinct state from outbox`)).rows).toEqual([{ state: 'sent' }]);
    expect((await world.owner.query(`select week from outbox where kind = 'notice'`)).rows).toEqual([{ week: '2026-W30' }]);
    expect(await runs('fault')).toEqual({});
  }, 60_000);
});
