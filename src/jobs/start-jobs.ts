import PgBoss from 'pg-boss';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { JobName } from './names.ts';
import { type Queries, tellFailures } from './tell-failures.ts';

/** Work by the clock. `run` finds what is due itself: a job carries no data, and a missed one is made good by the next. */
export interface Job {
  readonly name: JobName;
  /** Five fields, in Dutch time. */
  readonly cron: string;
  /** With the signal nothing new should be begun: the process stops. */
  run(signal: AbortSignal): Promise<unknown>;
}

export interface JobsInput {
  /** The application's connections; nothing else is opened. */
  readonly pool: Queries;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'jobs'>;
  readonly jobs: readonly Job[];
  /** How often a queue is looked at; shorter in tests only. */
  readonly pollingSeconds?: number;
}

export interface RunningJobs {
  /** Runs a job as soon as a worker is free, whatever its clock says. False: one waits or runs already. */
  runNow(name: JobName): Promise<boolean>;
  /** Tells running jobs to begin nothing new, and lets them finish within the deadline; what does not is taken up again by the next start. */
  stop(deadlineMs?: number): Promise<void>;
}

const SCHEMA = 'jobs';
const TIME_ZONE = 'Europe/Amsterdam';
/** Longer than any job takes. One whose process died is given up after it, and until then holds its queue. */
const EXPIRE_SECONDS = 240;
const KEEP_SECONDS = 86_400;
const STOP_DEADLINE_MS = 10_000;

/**
 * One worker a job over all replicas: the queue takes no second job while one waits or runs.
 * @throws when the schema is not the one of this version; migrations make it.
 */
export async function startJobs({ pool, log, metrics, jobs, pollingSeconds = 5 }: JobsInput): Promise<RunningJobs> {
  const queries = tellFailures(pool, log);
  const boss = new PgBoss({ schema: SCHEMA, migrate: false, db: { executeSql: (text, values) => queries.query(text, values) } });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'jobs'));
  await boss.start();
  const stopping = new AbortController();
  for (const job of jobs) await schedule(boss, job, { log, metrics, pollingSeconds, signal: stopping.signal });
  return {
    runNow: async (name) => (await boss.send(name, {})) !== null,
    stop(deadlineMs = STOP_DEADLINE_MS) {
      stopping.abort();
      return boss.stop({ graceful: true, wait: true, timeout: deadlineMs });
    },
  };
}

interface Running {
  readonly log: Log;
  readonly metrics: JobsInput['metrics'];
  /** The process stops. */
  readonly signal: AbortSignal;
}

async function schedule(boss: PgBoss, job: Job, { pollingSeconds, ...running }: Running & { readonly pollingSeconds: number }): Promise<void> {
  await boss.createQueue(job.name, { policy: 'exclusive', retryLimit: 0, expireInSeconds: EXPIRE_SECONDS, retentionSeconds: KEEP_SECONDS, deleteAfterSeconds: KEEP_SECONDS });
  await boss.schedule(job.name, job.cron, {}, { tz: TIME_ZONE });
  await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: pollingSeconds }, () => run(job, running));
}

/** A failure is told to the log, not to the queue: the next turn of the clock is the second try. */
async function run(job: Job, { log, metrics, signal }: Running): Promise<void> {
  const startedAt = performance.now();
  try {
    await job.run(signal);
    metrics?.jobs.inc({ job: job.name, outcome: 'ok' });
    log.debug({ job: job.name, ms: Math.round(performance.now() - startedAt) }, 'job');
  } catch (error) {
    metrics?.jobs.inc({ job: job.name, outcome: 'fault' });
    log.error({ err: error, job: job.name }, 'job failed');
  }
}
