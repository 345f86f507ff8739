import { createPool } from '../db/pool.ts';
import { startClock } from './clock.ts';
import { ConfigError, readConfig, type ServeConfig } from './config.ts';
import { AppError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { assertFitDatabase, createProduct } from './product.ts';
import { startServer } from './server.ts';
import { openChannel } from './teams/channel.ts';
import { createRemember } from './teams/remember.ts';

/** Production: `npm run serve`. Everything comes from the environment; incomplete settings end it here. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.mode !== 'serve') throw new Error('the demo is started by npm start');
  const log = createLog({ level: config.logLevel });
  const { port, stop } = await serve(config, log);
  log.info({ port }, 'ready');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void stop().then(() => process.exit(0), () => process.exit(1));
    });
  }
}

/** Starts the bot on a database that was migrated before. Rejects with AppError when it must not run. */
export async function serve(config: ServeConfig, log: Log): Promise<{ port: number; stop: () => Promise<void> }> {
  const pool = createPool(config.databaseUrl, { max: config.databasePoolSize, onIdleError: (error) => log.warn({ err: error }, 'idle database connection lost') });
  try {
    await assertFitDatabase(pool, config.identityKey);
    const metrics = createMetrics({ processMetrics: true });
    const product = createProduct({ pool, identityKey: config.identityKey, publicUrl: () => config.publicUrl });
    const channel = await openChannel({ config, metrics });
    const server = await startServer({ ...product, config, log, metrics, channel, remember: createRemember(product.conversations) });
    const clock = await startClock({ pool, product, channel, config, log, metrics }).catch(async (error: unknown) => {
      await server.close();
      throw error;
    });
    return {
      port: server.port,
      async stop() {
        await clock.stop();
        await server.close();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** One clear text on stderr, and no stack for what we foresaw. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof AppError) return error.userText;
  return error instanceof Error ? `${error.name}: de bot kan niet starten. ${error.message}` : 'De bot kan niet starten.';
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  main().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  });
}
