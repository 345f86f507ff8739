import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, type ServeConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { serve } from '../src/main.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.drop());

const GUID = '11111111-1111-4111-8111-111111111111';

function settings(changes: Record<string, string> = {}): Record<string, string> {
  return {
    PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.appUrl, IDENTITY_KEY: database.identityKey, ALLOWED_TENANTS: GUID,
    MICROSOFT_APP_ID: GUID, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: GUID, ...changes,
  };
}
const start = (changes: Record<string, string> = {}): ReturnType<typeof serve> => serve(readConfig(settings(changes)) as ServeConfig, createLog({ level: 'silent' }));

describe('npm run serve', () => {
  it('is ready on a migrated database, refuses what is not signed, and stops', async () => {
    const { port, stop } = await start();
    const url = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, reasons: [] });
    const activity = {
      type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/', from: { id: '29:x', aadObjectId: GUID }, recipient: { id: '28:b' },
      conversation: { id: 'a:1', tenantId: GUID, conversationType: 'personal' }, channelData: { tenant: { id: GUID } }, text: 'bereik',
    };
    const answer = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity) });
    expect(answer.status).toBe(401);
    await stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('refuses the owner’s login, which would walk past row-level security', async () => {
    await expect(start({ DATABASE_URL: database.ownerUrl })).rejects.toMatchObject({ code: 'database-login-unfit' });
  });

  it('refuses a key that the database does not know', async () => {
    await expect(start({ IDENTITY_KEY: 'another key of more than thirty-two characters' })).rejects.toMatchObject({ code: 'identity-key-unknown' });
  });

  it.each([
    ['without credentials', { MICROSOFT_APP_ID: '', MICROSOFT_APP_PASSWORD: '' }],
    ['with a typing error in the type', { MICROSOFT_APP_TYPE: 'SingelTenant' }],
    ['with a fixed day', { KANSENLIJN_TODAY: '2026-11-22' }],
    ['in demo mode with credentials', { KANSENLIJN_MODE: 'demo' }],
  ])('ends with a reason and without a stack %s', async (_, changes) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: { PATH: process.env['PATH'], ...settings(changes) }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => { said += String(data); });
    const [code] = await once(child, 'exit') as [number];
    expect(code).toBe(1);
    expect(said).toContain('De instellingen kloppen niet');
    expect(said).not.toMatch(/\bat .*:\d+:\d+|secret/);
  });
});
