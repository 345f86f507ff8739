import { createPool } from '../../../db/pool.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { createProduct } from '../../../src/product.ts';
import { startServer } from '../../../src/server.ts';
import { tellStarted } from './bots.ts';

/**
 * Our bot as production composes it, with two differences: no authentication, as the echo
 * has none either, and a fixed day, so that the question means the same every year.
 */
const config = readConfig({ ...process.env, KANSENLIJN_MODE: 'demo', NODE_ENV: '', PORT: '0', RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'info' });
if (config.mode !== 'demo' || !config.databaseUrl || !config.identityKey || !config.today) throw new Error('the benchmark sets these');

const log = createLog({ level: config.logLevel });
const pool = createPool(config.databaseUrl, { max: config.databasePoolSize, onIdleError: () => undefined });
const { handleTurn, readiness } = createProduct({ pool, identityKey: config.identityKey, fixedDay: config.today });
const server = await startServer({ config, handleTurn, readiness, log, metrics: createMetrics({ processMetrics: true }) });
tellStarted(server.port);
process.once('SIGTERM', () => {
  void server.close().then(() => pool.end()).then(() => process.exit(0));
});
