import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod/v4';

/** A bot in a process of its own, so that neither it nor its garbage collector disturbs the other. */
export interface BotProcess {
  readonly name: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const startedSchema = z.object({ port: z.number().int().positive() });

/** What a bot's process tells when it listens. It ends when the benchmark is gone. */
export function tellStarted(port: number): void {
  process.send?.({ port });
  process.once('disconnect', () => process.exit());
}

/**
 * Starts the bot of `file`. Node's flags are those of this process, for both bots the same;
 * its log lines go to the null device, as they would go to a collector.
 */
export async function startBot(name: string, file: string, env: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    execArgv: [...process.execArgv, ...(process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const started: unknown = (await Promise.race([once(child, 'message'), diedEarly(name, child)]))[0];
  const { port } = startedSchema.parse(started);
  return {
    name,
    port,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function diedEarly(name: string, child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`the ${name} bot ended before it listened (exit code ${code})`);
}
