import { resolve } from 'node:path';
import { createAppLogin } from '../../db/app-role.ts';
import { DatabaseInUse, startEmbedded, type EmbeddedDatabase } from '../../db/embedded.ts';
import { openDataFolder } from '../../db/embedded/data-folder.ts';
import { keptSecret } from '../../db/embedded/secret.ts';
import { migrate } from '../../db/migrate.ts';
import { takeOwnerLock } from '../../db/owner-lock.ts';
import { readConfig, type DemoConfig } from '../config.ts';
import { banner } from './banner.ts';
import { demoPath } from './files.ts';
import { DEMO_TENANT_ID } from './identity.ts';
import { loadOnce } from './loaded.ts';
import { announceDemo } from './running.ts';
import { startPlayground } from './playground.ts';
import { assertPortFree, assertPortsDiffer } from './ports.ts';
import { createTeardown, type Teardown } from './teardown.ts';
import { createTimer } from './timer.ts';

export interface BotInput {
  readonly config: DemoConfig;
  /** The application's restricted login. */
  readonly databaseUrl: string;
  /** The owner's login: only the demo lends it, to list the demo people. */
  readonly ownerUrl: string;
  readonly identityKey: string;
}

export interface RunningBot {
  /** Address of its POST /api/messages, with the port that it really got. */
  readonly messagesUrl: string;
  /** As whom the Playground's user acts now, for the banner. */
  readonly whoYouAre: string;
  /** Finishes the turns in flight, then closes its connections. */
  readonly stop: () => Promise<void>;
}

/** What the composition is made of; the last two can be replaced in tests. */
export interface DemoParts {
  readonly loadDemo: (target: { ownerUrl: string; tenantId: string }) => Promise<unknown>;
  readonly startBot: (input: BotInput) => Promise<RunningBot>;
  /** Text for the person who started. */
  readonly print: (text: string) => void;
  /** Debug lines, in English. */
  readonly log: (line: string) => void;
  /** Aborted when the person stops the demo before it runs: no further step is begun. */
  readonly signal?: AbortSignal;
  readonly startDatabase?: typeof startEmbedded;
  readonly startPlayground?: typeof startPlayground;
}

export interface RunningDemo {
  readonly botUrl: string;
  readonly playgroundUrl?: string;
  /** The owner's login, for tools that work beside the demo. */
  readonly ownerUrl: string;
  /** Playground, then bot, then database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the demo from nothing: database, schema, demo data, bot, Playground. What was
 * started is stopped again when a later step fails. Rejects with ConfigError or AppError.
 */
export async function startDemo(env: NodeJS.ProcessEnv, parts: DemoParts): Promise<RunningDemo> {
  const config = demoOnly(env);
  await assertPorts(config);
  const teardown = createTeardown(parts.log);
  try {
    return await compose(config, parts, teardown);
  } catch (problem) {
    await teardown.run();
    throw problem;
  }
}

async function compose(config: DemoConfig, parts: DemoParts, teardown: Teardown): Promise<RunningDemo> {
  const timed = createTimer(parts.log, parts.signal);
  const dataDir = resolve(config.dataDir);
  await openDataFolder(dataDir);
  const identityKey = config.identityKey ?? (await keptSecret(demoPath(dataDir, 'identityKey')));
  const { ownerUrl } = await timed('database', () => openDatabase(config, dataDir, parts, teardown));
  await timed('migrations', () => migrate({ ownerUrl, identityKey }));
  const databaseUrl = await timed('login', () => createAppLogin(ownerUrl));
  await timed('demo data', () => loadOnce(dataDir, ownerUrl, async () => void (await parts.loadDemo({ ownerUrl, tenantId: DEMO_TENANT_ID }))));
  teardown.add('announcement', await announceDemo(dataDir, { ownerUrl, identityKey, tenantId: DEMO_TENANT_ID }));
  const bot = await timed('bot', () => parts.startBot({ config, databaseUrl, ownerUrl, identityKey }));
  teardown.add('bot', () => bot.stop());
  const playgroundUrl = await timed('playground', () => openPlayground(config, bot.messagesUrl, dataDir, parts, teardown));
  timed.total();
  const facts = { playgroundUrl, botUrl: bot.messagesUrl, whoYouAre: bot.whoYouAre, dataDir, today: config.today && dutchDay(config.today) };
  parts.print(banner({ ...facts, database: config.databaseUrl ? 'own' : 'embedded' }));
  return { botUrl: bot.messagesUrl, ...(playgroundUrl && { playgroundUrl }), ownerUrl, stop: () => teardown.run() };
}

function demoOnly(env: NodeJS.ProcessEnv): DemoConfig {
  const config = readConfig({ ...env, KANSENLIJN_MODE: 'demo' });
  if (config.mode !== 'demo') throw new Error('not a demo configuration');
  return config;
}

async function assertPorts({ port, host, playground, playgroundPort }: DemoConfig): Promise<void> {
  await assertPortFree(port, host, 'PORT');
  if (!playground) return;
  assertPortsDiffer(port, playgroundPort);
  await assertPortFree(playgroundPort, undefined, 'PLAYGROUND_PORT');
}

async function openDatabase(config: DemoConfig, dataDir: string, parts: DemoParts, teardown: Teardown): Promise<Pick<EmbeddedDatabase, 'ownerUrl'>> {
  if (config.databaseUrl) {
    const lock = await takeOwnerLock(config.databaseUrl, (problem) => parts.log(`the owner lock was lost: ${problem.message}`));
    if (!lock) throw new DatabaseInUse('de database van DATABASE_URL');
    teardown.add('owner lock', () => lock.release());
    return { ownerUrl: config.databaseUrl };
  }
  const database = await (parts.startDatabase ?? startEmbedded)({ dataDir, log: parts.log });
  teardown.add('database', () => database.stop());
  return database;
}

async function openPlayground(config: DemoConfig, botUrl: string, dataDir: string, parts: DemoParts, teardown: Teardown): Promise<string | undefined> {
  if (!config.playground) return undefined;
  const start = parts.startPlayground ?? startPlayground;
  const playground = await start({ port: config.playgroundPort, botUrl, cwd: demoPath(dataDir, 'playground'), log: parts.log });
  teardown.add('playground', () => playground.stop());
  return playground.url;
}

function dutchDay(isoDay: string): string {
  return isoDay.split('-').reverse().join('-');
}
