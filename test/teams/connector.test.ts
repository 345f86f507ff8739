import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitBefore } from '../../src/teams/connector-policy.ts';
import { cardReply, recorder, textReply } from './cards.ts';
import { startDriver, type Driver } from './driver.ts';

const TIMING = { deadlineMs: 400, invokeDeadlineMs: 150, retryBaseMs: 10, retryMaxWaitMs: 2_000, maxRetries: 3 };
const { handleTurn } = recorder((turn) => (turn.kind === 'action' ? [cardReply('kaart'), textReply('daarna')] : [textReply('antwoord')]));
let driver: Driver;
beforeAll(async () => (driver = await startDriver({ handleTurn, timing: TIMING })));
afterAll(() => driver.close());
beforeEach(() => driver.connector.reset());

const statuses = (): number[] => driver.connector.calls.map(({ status }) => status);
async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const startedAt = performance.now();
  return [await work(), performance.now() - startedAt];
}

describe('a channel that is busy', () => {
  it.each([429, 412])('gets the message again after %s without Retry-After', async (status) => {
    driver.connector.script({ status }, { status });
    expect((await driver.say('hoi')).replies).toMatchObject([{ text: 'antwoord' }]);
    expect(statuses()).toEqual([status, status, 200]);
  });

  it('gets the time that it asks for', async () => {
    const patient = await startDriver({ handleTurn, timing: { ...TIMING, deadlineMs: 5_000 } });
    patient.connector.script({ status: 429, headers: { 'Retry-After': '1' } });
    const [{ replies }, elapsedMs] = await timed(() => patient.say('hoi'));
    expect(replies).toHaveLength(1);
    expect(elapsedMs).toBeGreaterThanOrEqual(995);
    await patient.close();
  });

  it('is not waited for beyond the deadline', async () => {
    driver.connector.script({ status: 429, headers: { 'Retry-After': '60' } });
    const [{ status, replies }, elapsedMs] = await timed(() => driver.say('hoi'));
    expect([status, replies, statuses()]).toEqual([200, [], [429]]);
    expect(elapsedMs).toBeLessThan(300);
  });

  it('is given up after three repetitions', async () => {
    driver.connector.script(...Array.from({ length: 9 }, () => ({ status: 429 })));
    await driver.say('hoi');
    expect(statuses()).toEqual([429, 429, 429, 429]);
  });
});

describe('a channel that may have posted the message', () => {
  it.each([500, 502, 503, 504, 408, 403, 404])('does not get it twice after %s', async (status) => {
    driver.connector.script({ status });
    expect(await driver.say('hoi')).toMatchObject({ status: 200, replies: [] });
    expect(statuses()).toEqual([status]);
  });

  it('and then hangs does not hang the turn', async () => {
    driver.connector.script({ hang: true });
    const [{ status }, elapsedMs] = await timed(() => driver.say('hoi'));
    expect([status, statuses()]).toEqual([200, [0]]);
    expect(elapsedMs).toBeGreaterThanOrEqual(390);
    expect(elapsedMs).toBeLessThan(2_000);
  });

  it('and then hangs does not keep the answer to a press from coming in time', async () => {
    driver.connector.script({ hang: true });
    const [{ body }, elapsedMs] = await timed(() => driver.press('x'));
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(elapsedMs).toBeLessThan(380);
  });

  it('is counted as not delivered', async () => {
    driver.connector.script({ status: 403 });
    await driver.say('hoi');
    const { values } = await driver.metrics.turns.get();
    expect(values.find(({ labels }) => labels.outcome === 'unsent' && labels.kind === 'message')?.value).toBeGreaterThan(0);
  });
});

describe('the wait before a repetition', () => {
  const timing = { retryBaseMs: 500, retryMaxWaitMs: 5_000 };
  it('doubles, with jitter, and has a ceiling', () => {
    expect([0, 1, 2, 3, 4].map((retry) => waitBefore(retry, undefined, timing, () => 0))).toEqual([500, 1000, 2000, 4000, 5000]);
    expect(waitBefore(0, undefined, timing, () => 0.5)).toBe(750);
  });
  it('is what Retry-After says, in seconds or as a date', () => {
    expect(waitBefore(0, '2', timing, () => 0)).toBe(2000);
    expect(waitBefore(0, new Date(Date.now() + 3_000).toUTCString(), timing, () => 0)).toBeGreaterThan(1_000);
    expect(waitBefore(0, 'Wed, 21 Oct 2015 07:28:00 GMT', timing, () => 0)).toBe(0);
  });
  it('is never negative, endless or not a number, whatever the header says', () => {
    fc.assert(fc.property(fc.nat(10), fc.option(fc.oneof(fc.string(), fc.integer().map(String)), { nil: undefined }), (retry, header) => {
      const waitMs = waitBefore(retry, header, timing);
      expect(waitMs >= 0 && waitMs <= timing.retryMaxWaitMs).toBe(true);
    }));
  });
});
