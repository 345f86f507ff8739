import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createAppLogin } from '../../db/app-role.ts';
import { createDatabase, dropDatabase, withDatabase } from './server.ts';

export interface TestDatabase {
  /** Owner of the schema: sees and may do everything. For fixtures and checks. */
  readonly ownerUrl: string;
  /** The application's login, under row-level security. */
  readonly appUrl: string;
  /** Signs identities for this database. */
  readonly identityKey: string;
  /** Ends all connections and removes the database with its login. */
  drop(): Promise<void>;
}

/** A migrated, empty database of its own; make one for each test file and drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, identityKey } = inject('testServer');
  const name = `kansenlijn_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(adminUrl, name, template);
  const ownerUrl = withDatabase(adminUrl, name);
  const appUrl = await createAppLogin(ownerUrl);
  const login = decodeURIComponent(new URL(appUrl).username);
  return { ownerUrl, appUrl, identityKey, drop: () => dropDatabase(adminUrl, name, login) };
}
