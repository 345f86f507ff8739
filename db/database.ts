import type pg from 'pg';
import { z } from 'zod/v4';
import type { Person, Ports } from '../dialogs/ports.ts';
import { AppError } from '../src/errors.ts';
import { type IdentityClaims, SERVICE, signIdentity } from './identity.ts';
import { createPorts } from './ports.ts';
import { createServicePorts, type ServiceSession } from './service.ts';
import { prepared, type Session } from './session.ts';

/** What a turn gets: who is there and the ports, in one transaction. */
export interface TurnSession {
  /** Absent for somebody without any role here. */
  readonly person?: Person;
  readonly ports: Ports;
}

export type TurnResult<T> = { readonly fresh: true; readonly value: T } | { readonly fresh: false };

export interface Database {
  /**
   * Runs `work` in one transaction as the sender. With an activity id that was handled
   * before, nothing runs and `fresh` is false. `work` may run twice: when another
   * transaction won a race, the second run sees what the first one could not.
   */
  inTurn<T>(sender: IdentityClaims, activityId: string | undefined, work: (session: TurnSession) => Promise<T>): Promise<TurnResult<T>>;
  /** Runs `work` in one transaction as the product itself, for the jobs of the clock. Runs once: a job comes again by itself. */
  asService<T>(work: (session: ServiceSession) => Promise<T>): Promise<T>;
}

const grantSchema = z.object({
  id: z.string(),
  role: z.enum(['childcare', 'health', 'school', 'official', 'regional', 'reader']),
  locationId: z.string().nullish(), locationName: z.string().nullish(),
  schoolId: z.string().nullish(), schoolName: z.string().nullish(),
  organisationId: z.string().nullish(), organisationName: z.string().nullish(),
  municipalityCode: z.string().nullish(), municipalityName: z.string().nullish(),
  regionId: z.string().nullish(), regionName: z.string().nullish(),
  regionMunicipalities: z.array(z.object({ code: z.string(), name: z.string() })).nullish(),
}).transform((grant) => Object.fromEntries(Object.entries(grant).filter(([, value]) => value !== null && value !== undefined)) as unknown as Person['roles'][number]);

const entrySchema = z.object({ fresh: z.boolean(), personId: z.uuid().nullable(), roles: z.array(grantSchema) });

/** serialization_failure, deadlock_detected, exclusion_violation, unique_violation: somebody else was first. */
const LOST_A_RACE = new Set(['40001', '40P01', '23P01', '23505']);

export function createDatabase(pool: pg.Pool, identityKey: string, publicUrl?: () => string | undefined): Database {
  const settings = { identityKey, publicUrl };
  return {
    async inTurn(sender, activityId, work) {
      try {
        return await runTurn(pool, settings, sender, activityId, work);
      } catch (error) {
        if (!LOST_A_RACE.has(sqlState(error))) throw error;
        return runTurn(pool, settings, sender, activityId, work);
      }
    },
    asService: (work) => inTransaction(pool, ENTER_SERVICE, [signIdentity(SERVICE, 'service', identityKey)], (client, _entry, unawaited) => work(serviceSession(client, settings, unawaited))),
  };
}

type SessionSettings = Pick<Session, 'identityKey' | 'publicUrl'>;

const ENTER = 'select kansenlijn.enter($1::text, $2::text) as entry';
const ENTER_SERVICE = 'select kansenlijn.enter_service($1::text) as entry';
const SET_IDENTITY = `select set_config('kansenlijn.identity', $1, true)`;

function runTurn<T>(
  pool: pg.Pool, settings: SessionSettings, sender: IdentityClaims, activityId: string | undefined, work: (session: TurnSession) => Promise<T>,
): Promise<TurnResult<T>> {
  return inTransaction(pool, ENTER, [signIdentity(sender, 'person', settings.identityKey), activityId ?? null], async (client, raw, unawaited): Promise<TurnResult<T>> => {
    const entry = entrySchema.parse(raw);
    return entry.fresh ? { fresh: true, value: await work(turnSession(client, settings, sender, entry, unawaited)) } : { fresh: false };
  });
}

async function inTransaction<T>(
  pool: pg.Pool, enter: string, values: unknown[], work: (client: pg.PoolClient, entry: unknown, unawaited: Promise<unknown>[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [, { rows }] = await Promise.all([client.query('begin'), client.query<{ entry: unknown }>(prepared(enter, values))]);
    const unawaited: Promise<unknown>[] = [];
    const result = await work(client, rows[0]?.entry, unawaited);
    const commit = client.query('commit').catch((error: unknown) => { throw commitUncertain(error); });
    const [{ command }] = await Promise.all([commit, ...unawaited]);
    // The server ends a transaction in which a statement failed without storing it, and calls that a success.
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => { broken = rollbackError; });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The jobs' side of a transaction; see `service.ts`. */
function serviceSession(client: pg.PoolClient, settings: SessionSettings, unawaited: Promise<unknown>[]): ServiceSession {
  const session: Session = { client, personId: null, ...settings, beforeCommit: (statement) => defer(statement, unawaited), asAggregate: () => Promise.reject(new Error('a service reads no figures')) };
  return {
    ...createServicePorts(session),
    async actAs(person, work) {
      const { rows } = await client.query<{ entry: unknown }>(prepared(ENTER, [signIdentity(person, 'person', settings.identityKey), null]));
      const mine: Promise<unknown>[] = [];
      const result = await work(turnSession(client, settings, person, entrySchema.parse(rows[0]?.entry), mine));
      await Promise.all(mine);
      await client.query(SET_IDENTITY, [signIdentity(SERVICE, 'service', settings.identityKey)]);
      return result;
    },
  };
}

function defer(statement: Promise<unknown>, unawaited: Promise<unknown>[]): void {
  // When the work fails first, nobody looks at it any more.
  statement.catch(() => undefined);
  unawaited.push(statement);
}

function turnSession(
  client: pg.PoolClient, settings: SessionSettings, sender: IdentityClaims, entry: z.infer<typeof entrySchema>, unawaited: Promise<unknown>[],
): TurnSession {
  const session: Session = {
    client,
    personId: entry.personId,
    ...settings,
    beforeCommit: (statement) => defer(statement, unawaited),
    asAggregate: async () => {
      await client.query(SET_IDENTITY, [signIdentity(sender, 'aggregate', settings.identityKey)]);
    },
  };
  const ports = createPorts(session);
  return entry.personId && entry.roles.length > 0 ? { person: { personId: entry.personId, roles: entry.roles }, ports } : { ports };
}

/** The server may have committed although its answer did not arrive; the form's key makes trying again safe. */
function commitUncertain(cause: unknown): AppError {
  return new AppError({
    code: 'commit-uncertain',
    userText: 'Het is niet zeker of dit is opgeslagen, want de registratie viel net weg. Probeer het over een minuut opnieuw: dubbel opslaan kan niet.',
    logText: 'the answer to a commit did not arrive',
    cause,
  });
}

/** SQLSTATE of a PostgreSQL error, or an empty text. */
export function sqlState(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
