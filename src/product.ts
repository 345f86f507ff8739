import type pg from 'pg';
import { unfitForApplication } from '../db/app-role.ts';
import { createDatabase } from '../db/database.ts';
import { signIdentity } from '../db/identity.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { openHandoverLink } from '../db/queries/open-handover-link.ts';
import { AppError } from './errors.ts';
import { handoverPage } from './handover/page.ts';
import type { HandoverPages } from './handover/types.ts';
import { policyOf } from './policy/municipalities/index.ts';
import { resolvePolicy } from './policy/engine/resolve.ts';
import type { IsoDate } from './policy/engine/types.ts';
import type { DemoRoles } from './turn/context.ts';
import { createFormKeys } from './turn/form-key.ts';
import { createHandleTurn } from './turn/handle-turn.ts';
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
}

export interface Readiness { readonly ready: boolean; readonly reasons: readonly string[] }

export interface Product {
  readonly handleTurn: HandleTurn;
  /** Pages behind the links for schools that are not on the bot. */
  readonly handoverPages: HandoverPages;
  /** Whether the database is reachable and its migrations are current. Never rejects. */
  readonly readiness: () => Promise<Readiness>;
}

/** The product without a channel: policies, database and dialogs, put together. */
export function createProduct({ pool, identityKey, fixedDay, demo, publicUrl }: ProductInput): Product {
  const handleTurn = createHandleTurn({
    database: createDatabase(pool, identityKey, publicUrl),
    formKeys: createFormKeys(identityKey),
    today: () => fixedDay ?? dutchDay(new Date()),
    policy(municipalityCode, day) {
      const policy = policyOf(municipalityCode);
      return policy && resolvePolicy(policy, day);
    },
    ...(demo ? { demo } : {}),
  });
  return { handleTurn, handoverPages: createHandoverPages(pool, identityKey), readiness: () => readiness(pool) };
}

const createHandoverPages = (pool: pg.Pool, identityKey: string): HandoverPages => ({
  async page(token) {
    const handover = await openHandoverLink(pool, identityKey, token, new Date());
    return handover && handoverPage(handover);
  },
});

/** The calendar day in the Netherlands at a moment. */
export function dutchDay(moment: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

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
