import { createPool } from '../../db/pool.ts';
import { loadDemo } from '../../db/demo/load.ts';
import { ConfigError, readConfig } from '../config.ts';
import { AppError } from '../errors.ts';
import { createLog, type Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { assertFitDatabase, createProduct } from '../product.ts';
import { startServer } from '../server.ts';
import { openChannel } from '../teams/channel.ts';
import { createSender } from '../teams/proactive.ts';
import { createRemember } from '../teams/remember.ts';
import { DEMO_TENANT_ID, PERSONAL_CHAT, PLAYGROUND_USER } from './identity.ts';
import { createDemoRoles } from './roles.ts';
import { mondayOf, weekAt } from '../digest/schedule.ts';
import { startOfDay } from '../dutch-time.ts';
import { sendingSoon } from './week-posts.ts';
import { stopOnSignals } from './signals.ts';
import { startDemo, type BotInput, type RunningBot } from './start.ts';

/** `npm start`: the whole product on this machine, with invented children. */
async function startBot(log: Log, { config, databaseUrl, ownerUrl, identityKey }: BotInput): Promise<RunningBot> {
  const pool = createPool(databaseUrl, { max: config.databasePoolSize, onIdleError: (error) => log.warn({ err: error }, 'idle database connection lost') });
  try {
    await assertFitDatabase(pool, identityKey);
    const demo = await createDemoRoles(ownerUrl, pool, DEMO_TENANT_ID, PLAYGROUND_USER.aadObjectId);
    // The port is known once the server listens, and no link is asked for before.
    const own: { url?: string } = {};
    const metrics = createMetrics();
    const actingAs = (): string => demo.actingAs({ tenantId: DEMO_TENANT_ID, aadObjectId: PLAYGROUND_USER.aadObjectId }).aadObjectId;
    const product = createProduct({ pool, identityKey, fixedDay: config.today, demo, publicUrl: () => config.publicUrl ?? own.url, owedFrom: startOfWeek });
    const channel = await openChannel({ config, metrics });
    const sender = createSender({ adapter: channel, config, conversations: product.conversations, log });
    const server = await startServer({ ...product, handleTurn: sendingSoon(product, { sender, personalChat: PERSONAL_CHAT, actingAs, log }), config, log, metrics, channel, remember: createRemember(product.conversations) });
    own.url = `http://127.0.0.1:${server.port}`;
    const acting = actingAs();
    return {
      messagesUrl: `${own.url}/api/messages`,
      whoYouAre: (await demo.people()).find((person) => person.aadObjectId === acting)!.fullLabel,
      stop: async () => {
        await server.close();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** A channel that is bound in the demo gets this week's post at once. */
const startOfWeek = (now: Date): Date => startOfDay(mondayOf(weekAt(now)));

const interrupted = new AbortController();

try {
  const env = { ...process.env, KANSENLIJN_MODE: 'demo' };
  const log = createLog({ level: readConfig(env).logLevel });
  const debug = (line: string): void => log.debug(line);
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const starting = startDemo(env, { loadDemo, startBot: (input) => startBot(log, input), print, log: debug, signal: interrupted.signal });
  // Listening from the first moment: who stops the demo while it starts must not leave a database behind.
  const stop = async (): Promise<void> => {
    interrupted.abort();
    await (await starting.catch(() => undefined))?.stop();
  };
  stopOnSignals({ stop, log: debug });
  await starting;
} catch (error) {
  if (!interrupted.signal.aborted) {
    const text = error instanceof ConfigError ? error.message : error instanceof AppError ? error.userText : `De demo kan niet starten. ${String(error)}`;
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}
