import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { HandleTurn } from '../../src/turn/types.ts';
import { recorder, textReply } from './cards.ts';
import { startDriver } from './driver.ts';

const { handleTurn } = recorder();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('health', () => {
  it('is 200 as long as the process answers, also when it is not ready', async () => {
    const driver = await startDriver({ handleTurn, readiness: async () => ({ ready: false, reasons: ['database_unreachable'] }) });
    const [health, ready] = [await driver.request('/healthz'), await driver.request('/readyz')];
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reasons: ['database_unreachable'] }]);
    await driver.close();
  });

  it('is ready when the product says so, and not when asking fails', async () => {
    let fails = false;
    const driver = await startDriver({ handleTurn, readiness: async () => (fails ? Promise.reject(new Error('password authentication failed for user "app"')) : { ready: true, reasons: [] }) });
    expect((await driver.request('/readyz')).status).toBe(200);
    fails = true;
    const response = await driver.request('/readyz');
    expect([response.status, await response.json()]).toEqual([503, { ready: false, reasons: ['readiness_check_failed'] }]);
    await driver.close();
  });
});

describe('metrics', () => {
  it('are shown to this machine in the demo, without a single id', async () => {
    const driver = await startDriver({ handleTurn });
    await driver.say('hoi');
    const text = await (await driver.request('/metrics')).text();
    expect(text).toContain('kansenlijn_turns_total{kind="message",outcome="ok"} 1');
    expect(text).not.toMatch(/aaaaaaaa|1111-4111/);
    await driver.close();
  });

  it('are not shown through a proxy, nor when they are off', async () => {
    const driver = await startDriver({ handleTurn });
    expect((await driver.request('/metrics', { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status).toBe(404);
    await driver.close();
    const off = await startDriver({ handleTurn, settings: { METRICS: 'off' } });
    expect((await off.request('/metrics')).status).toBe(404);
    await off.close();
  });
});

it('says nothing about what it is built with', async () => {
  const driver = await startDriver({ handleTurn });
  const { headers } = await driver.request('/healthz');
  expect(headers.get('x-powered-by')).toBeNull();
  await driver.close();
});

it('a taken port is a clear Dutch message with a way out', async () => {
  const first = await startDriver({ handleTurn });
  const second = startDriver({ handleTurn, settings: { PORT: String(first.port) } });
  await expect(second).rejects.toBeInstanceOf(AppError);
  const error: unknown = await second.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'port-in-use' });
  expect((error as AppError).userText).toMatch(new RegExp(`^Poort ${first.port} is al in gebruik.*PORT=\\d+ npm start$`));
  await first.close();
});

describe('a graceful stop', () => {
  function slowBot(delayMs: number): { readonly started: Promise<void>; readonly handleTurn: HandleTurn } {
    let begin: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begin = resolve));
    return { started, handleTurn: async () => (begin(), await pause(delayMs), [textReply('klaar')]) };
  }

  it('finishes the turn in flight, and accepts no other', async () => {
    const bot = slowBot(200);
    const driver = await startDriver({ handleTurn: bot.handleTurn });
    const turn = driver.press('x');
    await bot.started;
    const closed = driver.close();
    await expect(fetch(`${driver.url}/healthz`)).rejects.toThrow();
    expect(await turn).toMatchObject({ status: 200, body: { value: 'klaar' } });
    await closed;
  });

  it('does not wait longer than its deadline', async () => {
    const bot = slowBot(3_000);
    const driver = await startDriver({ handleTurn: bot.handleTurn });
    const turn = driver.press('x').catch(() => 'cut off');
    await bot.started;
    const startedAt = performance.now();
    await driver.close(100);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(await turn).toBe('cut off');
  });

  it('can be asked for twice', async () => {
    const driver = await startDriver({ handleTurn });
    await driver.close();
    await expect(driver.close()).resolves.toBeUndefined();
  });
});
