import type { Log } from '../log.ts';

/** What pg-boss runs its statements on. */
export interface Queries { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }

/** Two replicas that take a job at once: one of them gets none, which is how it should be. */
const UNIQUE_VIOLATION = '23505';
/** A queue is looked at every few seconds; one line a minute says enough. */
const SILENT_MS = 60_000;

/**
 * pg-boss keeps to itself what goes wrong while it looks for work, so that a missing right
 * looks like a job that is never due. This tells it: a kind of failure once a minute.
 */
export function tellFailures(pool: Queries, log: Pick<Log, 'error'>, now: () => number = Date.now): Queries {
  const told = new Map<string, number>();
  return {
    async query(text, values) {
      try {
        return await pool.query(text, values);
      } catch (error) {
        const code = codeOf(error);
        if (code !== UNIQUE_VIOLATION && (told.get(code) ?? -SILENT_MS) <= now() - SILENT_MS) {
          told.set(code, now());
          log.error({ err: error, code }, 'the tables of the jobs cannot be used');
        }
        throw error;
      }
    },
  };
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
