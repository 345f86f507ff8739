import type pg from 'pg';
import type { Config } from './config.ts';
import { deliverOutbox } from './digest/outbox/deliver.ts';
import type { Sender } from './digest/types.ts';
import { prepareWeekPosts } from './digest/week-posts.ts';
import { removeOld } from './jobs/remove-old.ts';
import { type Job, type RunningJobs, startJobs } from './jobs/start-jobs.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Product } from './product.ts';
import type { ChannelAdapter } from './teams/adapter.ts';
import { remind } from './reminders/remind.ts';
import { createSender } from './teams/proactive.ts';

export interface ClockInput {
  readonly pool: pg.Pool;
  readonly product: Product;
  readonly channel: ChannelAdapter;
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How often a queue is looked at; shorter in tests only. */
  readonly pollingSeconds?: number;
}

/** All that happens without somebody asking for it, and what it needs to speak first. */
export async function startClock({ pool, product, channel, config, log, metrics, pollingSeconds }: ClockInput): Promise<RunningJobs> {
  const sender = createSender({ adapter: channel, config, conversations: product.conversations, log });
  return startJobs({ pool, log, metrics, jobs: jobsOf({ product, sender, log, metrics, config }), ...(pollingSeconds === undefined ? {} : { pollingSeconds }) });
}

export interface JobParts {
  readonly product: Product;
  readonly sender: Sender;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly config: Pick<Config, 'handoverKeptMonths'>;
}

/** One entry a job. */
function jobsOf({ product, sender, log, metrics, config }: JobParts): Job[] {
  const { database, now } = product;
  return [
    { name: 'week-posts', cron: '* * * * *', run: (signal) => prepareWeekPosts({ database, compose: product.composeWeekPost, now, log, signal }) },
    { name: 'outbox', cron: '* * * * *', run: (signal) => deliverOutbox({ database, sender, now, log, metrics, signal }) },
    { name: 'purge-handovers', cron: '20 3 * * *', run: () => removeOld({ database, now: now(), handoverKeptMonths: config.handoverKeptMonths, log }) },
    // Often, because cards are brought up to date all day; messages go out in the morning only.
    { name: 'reminders', cron: '*/15 8-17 * * 1-5', run: async () => void (await remind({ ...product, sender, log, now: now() })) },
  ];
}
