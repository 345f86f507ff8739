import type pg from 'pg';
import { unfitForApplication } from '../db/app-role.ts';
import { createConversations } from '../db/conversations.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { signIdentity } from '../db/identity.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { dayInNetherlands, startOfDay } from './dutch-time.ts';
import { AppError } from './errors.ts';
import { composeWeekPost } from './digest/content/index.ts';
import type { Conversations } from './digest/types.ts';
import type { ComposeWeekPost } from './digest/week-posts.ts';
import { openHandoverLink } from '../db/queries/open-handover-link.ts';
import { createExportLinks } from './export/link.ts';
import type { Exports } from './export/types.ts';
import { handoverPage } from './handover/page.ts';
import type { HandoverPages } from './handover/types.ts';
import { shippedPolicies } from './policy/municipalities/index.ts';
import type { PolicyRegistry } from './policy/municipalities/registry.ts';
import { remindersFeature } from './reminders/feature.ts';
import { resolvePolicy } from './policy/engine/resolve.ts';
import type { IsoDate, ResolvedPolicy } from './policy/engine/types.ts';
import type { DemoRoles } from './turn/context.ts';
import { createExports } from './turn/export-file.ts';
import { createFormKeys } from './turn/form-key.ts';
import type { Feature } from './turn/feature.ts';
import { createHandleTurn } from './turn/handle-turn.ts';
import { noteChannelEvent } from './digest/channel-events.ts';
import { createWeekPostFeature } from './digest/chat/index.ts';
import type { HandleTurn } from './turn/types.ts';

export interface ProductInput {
  readonly pool: pg.Pool;
  /** Signs identities towards the database, and the keys of forms. */
  readonly identityKey: string;
  /** A fixed day instead of the clock's; demo and tests only. */
  readonly fixedDay?: IsoDate | undefined;
  readonly demo?: DemoRoles | undefined;
  /** Base of links that people open; asked at each, because a demo learns its port when it listens. Absent: no links. */
  readonly publicUrl?: (() => string | undefined) | undefined;
  /** The clock; another in tests only. */
  readonly now?: () => Date;
  /** Absent: the municipalities that we ship. */
  readonly policies?: PolicyRegistry | undefined;
  /** From when posts are owed to a channel that is confirmed now; another moment in the demo only. */
  readonly owedFrom?: ((now: Date) => Date) | undefined;
  /** More parts with routes of their own; in tests only. */
  readonly features?: readonly Feature[];
}

export interface Readiness { readonly ready: boolean; readonly reasons: readonly string[] }

export interface Product {
  /** The policy of a municipality on a day; undefined when none is recorded. */
  readonly policy: (municipalityCode: string, day: IsoDate) => ResolvedPolicy | undefined;
  /** For the jobs of the clock. */
  readonly database: Database;
  /** The weekly post of a channel, as the person who confirmed it. */
  readonly composeWeekPost: ComposeWeekPost;
  /** Where the bot may speak first. */
  readonly conversations: Conversations;
  readonly handleTurn: HandleTurn;
  readonly now: () => Date;
  /** Downloads behind the links that the chat gives. */
  readonly exports: Exports;
  /** Pages behind the links for schools that are not on the bot. */
  readonly handoverPages: HandoverPages;
  /** Whether the database is reachable and its migrations are current. Never rejects. */
  readonly readiness: () => Promise<Readiness>;
}

/** The product without a channel: policies, database and dialogs, put together. */
export function createProduct({ pool, identityKey, fixedDay, demo, publicUrl, now = () => new Date(), policies = shippedPolicies, features = [], owedFrom }: ProductInput): Product {
  const database = createDatabase(pool, identityKey, publicUrl);
  const links = createExportLinks(identityKey, now);
  const policy = (municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined => {
    const found = policies.policyOf(municipalityCode);
    return found && resolvePolicy(found, day);
  };
  // On a fixed day the time of day goes on.
  const moment = (): Date => (fixedDay === undefined ? now() : new Date(startOfDay(fixedDay).getTime() + now().getTime() - startOfDay(dayInNetherlands(now())).getTime()));
  const formKeys = createFormKeys(identityKey);
  const compose: ComposeWeekPost = async ({ person, ports }, _identity, request) => {
    if (person === undefined) throw new Error('a weekly post is computed as somebody in office');
    return composeWeekPost({ ports, person, policy }, request);
  };
  const handleTurn = createHandleTurn({
    database,
    formKeys,
    today: () => fixedDay ?? dayInNetherlands(now()),
    now: moment,
    features: [remindersFeature, createWeekPostFeature({ compose: composeWeekPost, ...(owedFrom ? { owedFrom } : {}) }), ...features],
    channelEvent: (event) => noteChannelEvent(event, { database, now: moment }),
    policy,
    exportLinks() {
      const base = publicUrl?.();
      return base === undefined ? undefined : (link) => {
        const { token, validUntil } = links.issue(link);
        return { url: `${base}/export/${token}`, validUntil };
      };
    },
    ...(demo ? { demo } : {}),
  });
  return { database, now: moment, composeWeekPost: compose, policy, conversations: createConversations(database), handleTurn, exports: createExports({ database, links, now, policy }), handoverPages: createHandoverPages(pool, identityKey), readiness: () => readiness(pool) };
}

const createHandoverPages = (pool: pg.Pool, identityKey: string): HandoverPages => ({
  async page(token) {
    const handover = await openHandoverLink(pool, identityKey, token, new Date());
    return handover && handoverPage(handover);
  },
});

async function readiness(pool: pg.Pool): Promise<Readiness> {
  try {
    const pending = await pendingMigrations(pool);
    return { ready: pending.length === 0, reasons: pending.map((name) => `migration ${name} has not run`) };
  } catch {
    return { ready: false, reasons: ['the database cannot be reached'] };
  }
}

/**
 * Refuses a login that would walk past row-level security, and a key that the database
 * does not know: either would show people what is not theirs, or nothing at all.
 */
export async function assertFitDatabase(pool: pg.Pool, identityKey: string): Promise<void> {
  const unfit = await unfitForApplication(pool);
  if (unfit.length > 0) {
    throw new AppError({
      code: 'database-login-unfit',
      userText: `De databasegebruiker van DATABASE_URL is niet geschikt: ${unfit.join('; ')}. Gebruik een gebruiker die alleen lid is van kansenlijn_app (zie docs/operations.md).`,
      logText: `the database login is not fit for the application: ${unfit.join('; ')}`,
    });
  }
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select kansenlijn.enter($1, null)', [signIdentity({ tenantId: 'start', aadObjectId: 'start' }, 'person', identityKey)]);
  } catch (error) {
    throw new AppError({
      code: 'identity-key-unknown',
      userText: 'De database kent deze IDENTITY_KEY niet. Gebruik de sleutel waarmee “npm run kansenlijn -- migrate” is uitgevoerd, of voer dat opnieuw uit.',
      logText: 'the database does not accept identities signed with this IDENTITY_KEY',
      cause: error,
    });
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
