import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pendingMigrations } from '../../db/migrate.ts';
import { createPool } from '../../db/pool.ts';
import { unfitForApplication } from '../../db/app-role.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(() => Promise.all([one.drop(), other.drop()]));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('is migrated, and its application login is fit for row-level security', async () => {
    const pool = createPool(one.appUrl);
    expect(await pendingMigrations(pool)).toEqual([]);
    expect(await unfitForApplication(pool)).toEqual([]);
    await pool.end();
  });

  test('carries the identity key that it hands out', async () => {
    expect(await query(one.ownerUrl, "select convert_from(key, 'UTF8') as key from kansenlijn.identity_key")).toEqual([{ key: one.identityKey }]);
  });

  test('shares no rows with another', async () => {
    await query(one.ownerUrl, 'create table public.mine (n int)');
    await expect(query(other.ownerUrl, 'select from public.mine')).rejects.toMatchObject({ code: '42P01' });
  });

  test('is gone after the drop, with its login, even while somebody is connected', async () => {
    const third = await createTestDatabase();
    const client = new pg.Client({ connectionString: third.appUrl });
    client.on('error', () => {});
    await client.connect();
    await third.drop();
    await expect(query(third.ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
    const login = new URL(third.appUrl).username;
    expect(await query(one.ownerUrl, `select from pg_roles where rolname = '${login}'`)).toEqual([]);
    await client.end();
  });
});
