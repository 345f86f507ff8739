import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceUrlAllowed } from '../../src/teams/guard.ts';
import { ANNA, baseActivity, BRAM, startDriver, TENANT, type Driver } from './driver.ts';
import { recorder } from './cards.ts';

const { turns, handleTurn } = recorder();
let driver: Driver;
beforeAll(async () => (driver = await startDriver({ handleTurn, settings: { ALLOWED_TENANTS: TENANT } })));
afterAll(() => driver.close());
beforeEach(() => (turns.length = 0));

const post = (body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) => driver.request('/api/messages', { method: 'POST', headers, body });
const message = (changes: Record<string, unknown> = {}) => JSON.stringify({ ...baseActivity(driver.connector.serviceUrl), type: 'message', text: 'hoi', ...changes });
const counted = async (reason: string): Promise<number> => (await driver.metrics.rejected.get()).values.find(({ labels }) => labels.reason === reason)?.value ?? 0;

async function expectRejected(send: () => Promise<Response>, status: number, reason: string): Promise<void> {
  const before = await counted(reason);
  const response = await send();
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: reason });
  expect(await counted(reason)).toBe(before + 1);
  expect(turns).toEqual([]);
}

describe('a request that reaches no handler is answered with its reason and counted', () => {
  const cases: readonly (readonly [string, number, string, () => string])[] = [
    ['broken JSON', 400, 'invalid_json', () => '{"type":'],
    ['a bare string', 400, 'invalid_json', () => '"hoi"'],
    ['null', 400, 'invalid_json', () => 'null'],
    ['an empty body', 400, 'missing_field', () => ''],
    ['an array', 400, 'not_an_object', () => '[]'],
    ['an empty object', 400, 'missing_field', () => '{}'],
    ['a type that is no text', 400, 'missing_field', () => message({ type: 1 })],
    ['no sender', 400, 'missing_field', () => message({ from: null })],
    ['a sender without id', 400, 'missing_field', () => message({ from: { id: '' } })],
    ['no recipient', 400, 'missing_field', () => message({ recipient: undefined })],
    ['no conversation', 400, 'missing_field', () => message({ conversation: [] })],
    ['a conversation id that is an object', 400, 'missing_field', () => message({ conversation: { id: {} } })],
    ['no service URL', 400, 'missing_field', () => message({ serviceUrl: undefined })],
    ['an id without end', 400, 'missing_field', () => message({ from: { id: 'x'.repeat(3000) } })],
    ['another channel', 403, 'channel_not_allowed', () => message({ channelId: 'emulator' })],
    ['another tenant', 403, 'tenant_not_allowed', () => message({ conversation: { id: 'a' }, channelData: { tenant: { id: 'x' } } })],
    ['no tenant', 403, 'tenant_not_allowed', () => message({ conversation: { id: 'a' }, channelData: null })],
    ['two different tenants', 403, 'tenant_not_allowed', () => message({ channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } })],
    ['a service URL elsewhere', 403, 'service_url_not_allowed', () => message({ serviceUrl: 'https://evil.example/' })],
    ['a service URL that is none', 403, 'service_url_not_allowed', () => message({ serviceUrl: 'nonsense' })],
    ['more than 256 kB', 413, 'body_too_large', () => message({ text: 'x'.repeat(300_000) })],
  ];
  it.each(cases)('%s', async (_name, status, reason, body) => {
    await expectRejected(() => post(body()), status, reason);
  });

  it('another content type', async () => {
    await expectRejected(() => post(message(), { 'Content-Type': 'text/plain' }), 415, 'unsupported_media_type');
  });

  it('another method', async () => {
    await expectRejected(() => driver.request('/api/messages'), 405, 'method_not_allowed');
  });

  it('another path', async () => {
    await expectRejected(() => driver.request('/api/admin'), 404, 'not_found');
  });

  it('a foreign Host header, as a web page with a rebound name sends it to the demo', async () => {
    const status = await new Promise((resolve) => httpRequest({ port: driver.port, path: '/healthz', headers: { Host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end());
    expect(status).toBe(403);
  });
});

it('lets a text just below the size limit through to the handler', async () => {
  expect((await post(message({ text: 'x'.repeat(240_000) }))).status).toBe(200);
  expect(turns).toHaveLength(1);
});

it('takes the tenant from the channel data when the conversation has none, in any case', async () => {
  await driver.send({ type: 'message', text: 'hoi', conversation: { id: 'a', conversationType: 'personal' }, channelData: { tenant: { id: TENANT.toUpperCase() } } });
  expect(turns).toMatchObject([{ sender: { tenantId: TENANT } }]);
});

describe('the service URL in production', () => {
  const allowedServiceHosts = ['smba.trafficmanager.net', '*.botframework.com'];
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://europe.botframework.com/', true],
    ['http://smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://evilbotframework.com/', false],
    ['https://botframework.com/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user:pw@smba.trafficmanager.net/', false],
    ['http://127.0.0.1:3978/', false],
    ['file:///etc/passwd', false],
  ])('%s is allowed: %s', (serviceUrl, allowed) => {
    expect(serviceUrlAllowed(serviceUrl, { mode: 'serve', allowedServiceHosts })).toBe(allowed);
  });
});

describe('the rate limit', () => {
  it('is per person, answers 429 with a reason, and leaves the health paths alone', async () => {
    const limited = await startDriver({ handleTurn, settings: { RATE_LIMIT_PER_MINUTE: '2' } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push(await limited.say('hoi', { person: ANNA }));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(statuses[2]?.body).toEqual({ error: 'too_many_requests' });
    expect((await limited.say('hoi', { person: BRAM })).status).toBe(200);
    for (let count = 0; count < 5; count += 1) expect((await limited.request('/healthz')).status).toBe(200);
    expect(turns).toHaveLength(3);
    await limited.close();
  });
});
