import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { recorder, textReply } from './cards.ts';
import { ANNA, BRAM, startDriver, TENANT, type Driver, type TurnOptions } from './driver.ts';
import { startTokenService, withMetadata, type TokenService } from './token-service.ts';

const APP_ID = '33333333-3333-4333-8333-333333333333';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const SERVE = {
  KANSENLIJN_MODE: 'serve',
  HOST: '127.0.0.1',
  DATABASE_URL: 'postgres://app@127.0.0.1/x',
  IDENTITY_KEY: 'k'.repeat(32),
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_PASSWORD: 'secret',
  MICROSOFT_APP_TENANT_ID: TENANT,
  ALLOWED_TENANTS: TENANT,
  RATE_LIMIT_PER_MINUTE: '3',
};

const { turns, handleTurn } = recorder((turn) => (turn.kind === 'action' ? [textReply('gehoord')] : []));
let tokens: TokenService;
let driver: Driver;
beforeAll(async () => {
  // The framework writes each refused token to the console.
  vi.spyOn(console, 'error').mockReturnValue();
  tokens = await startTokenService(APP_ID, SERVICE_URL);
});
beforeEach(async () => {
  turns.length = 0;
  driver = await startDriver({ handleTurn, settings: SERVE, authentication: tokens.authentication });
  return () => driver.close();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await tokens.close();
});

const press = (authorization: string | undefined, turn: TurnOptions = {}) =>
  driver.press('x', {}, { ...turn, activity: { serviceUrl: SERVICE_URL, ...turn.activity }, ...(authorization === undefined ? {} : { headers: { Authorization: authorization } }) });
const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

describe('with authentication on', () => {
  it('a valid token reaches the handler', async () => {
    expect(await press(tokens.token())).toMatchObject({ status: 200, body: { value: 'gehoord' } });
    expect(turns).toHaveLength(1);
  });

  const refused: readonly (readonly [string, () => string | undefined])[] = [
    ['no token', () => undefined],
    ['garbage', () => 'Bearer garbage'],
    ['garbage in three parts', () => 'Bearer a.b.c'],
    ['another scheme', () => 'Basic dXNlcjpwdw=='],
    ['another audience', () => tokens.token({ aud: '44444444-4444-4444-8444-444444444444' })],
    ['another issuer', () => tokens.token({ iss: 'https://evil.example' })],
    ['an expired token', () => tokens.token({ exp: soon(-600) })],
    ['a token from the future', () => tokens.token({ nbf: soon(600) })],
    ['an unknown key', () => tokens.token({}, { header: { kid: 'key-2' } })],
    ['another signature', () => tokens.token({}, { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey })],
    ['no signature', () => tokens.token({}, { header: { alg: 'none' } })],
    ['a token for another service URL', () => tokens.token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ];
  it.each(refused)('%s gets 401 with a reason only, and reaches no handler', async (_name, authorization) => {
    expect(await press(authorization())).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
    expect(turns).toEqual([]);
  });

  it.each([
    ['another tenant', { conversation: { id: 'a', tenantId: '99999999-9999-4999-8999-999999999999' }, channelData: {} }, 'tenant_not_allowed'],
    ['no tenant', { conversation: { id: 'a' }, channelData: {} }, 'tenant_not_allowed'],
    ['a service URL elsewhere', { serviceUrl: 'https://evil.example/' }, 'service_url_not_allowed'],
    ['a service URL on this machine', { serviceUrl: 'http://127.0.0.1:9/' }, 'service_url_not_allowed'],
  ])('a valid token with %s gets 403', async (_name, activity, error) => {
    expect(await press(tokens.token(), { activity })).toMatchObject({ status: 403, body: { error } });
    expect(turns).toEqual([]);
  });

  it('a valid token without a service URL gets 400, where the framework would skip its check', async () => {
    expect(await press(tokens.token(), { activity: { serviceUrl: undefined } })).toMatchObject({ status: 400 });
  });

  it('nobody can use up the turns of another person with requests that are not signed', async () => {
    for (let count = 0; count < 10; count += 1) expect((await press(undefined)).status).toBe(401);
    expect((await press(tokens.token())).status).toBe(200);
  });

  it('the rate limit counts each authenticated person apart', async () => {
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await press(tokens.token(), { person: ANNA })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await press(tokens.token(), { person: BRAM })).status).toBe(200);
  });

  it('metrics are not shown unless asked for', async () => {
    expect((await driver.request('/metrics')).status).toBe(404);
  });
});

it('a token service that is away is 503, not an accepted request', async () => {
  const cut = await startDriver({ handleTurn, settings: SERVE, authentication: withMetadata('http://127.0.0.1:9/meta') });
  const exchange = await cut.press('x', {}, { activity: { serviceUrl: SERVICE_URL }, headers: { Authorization: tokens.token() } });
  expect(exchange).toMatchObject({ status: 503, body: { error: 'authentication_unavailable' } });
  expect(turns).toEqual([]);
  await cut.close();
});

describe('the adapter', () => {
  it('checks tokens in production, for both kinds of registration, and none in the demo', async () => {
    const managed = { ...SERVE, MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_PASSWORD: '' };
    for (const env of [SERVE, managed]) expect(await (await createAdapter(readConfig(env))).credentialsFactory.isAuthenticationDisabled()).toBe(false);
    expect(await (await createAdapter(readConfig({ KANSENLIJN_MODE: 'demo' }))).credentialsFactory.isAuthenticationDisabled()).toBe(true);
  });

  it('refuses to start when the framework would not authenticate in production', async () => {
    const config = readConfig(SERVE);
    if (config.mode !== 'serve') throw new Error('not production');
    const typo = { ...config, bot: { appType: 'SingelTenant' as 'SingleTenant', appId: '', tenantId: TENANT, password: 'secret' } };
    await expect(createAdapter(typo)).rejects.toMatchObject({ code: 'authentication-mismatch' });
  });
});
