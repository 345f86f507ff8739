import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { FAULT_TEXT } from '../../src/teams/application.ts';
import { recorder, textReply } from './cards.ts';
import { cardOf, startDriver, type Driver } from './driver.ts';

const SECRET = 'Jan de Vries, PU-4KX7';
let fault: unknown;
const { handleTurn } = recorder(() => {
  throw fault;
});
const lines: string[] = [];
const destination = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
let driver: Driver;
beforeAll(async () => (driver = await startDriver({ handleTurn, log: createLog({ level: 'trace', destination }) })));
afterAll(() => driver.close());
beforeEach(() => {
  lines.length = 0;
  driver.connector.reset();
  fault = new Error(`invalid input: ${SECRET}`, { cause: new Error(SECRET) });
});

describe('a handler that throws', () => {
  it('is answered in Dutch after a message, without the error', async () => {
    const { status, body, replies } = await driver.say('hoi');
    expect([status, body]).toEqual([200, undefined]);
    expect(replies).toMatchObject([{ text: FAULT_TEXT, textFormat: 'plain' }]);
    expect(JSON.stringify(replies)).not.toMatch(/invalid input|at .*\.ts/);
  });

  it('is answered in Dutch after a press, with a button that keeps what was typed', async () => {
    const { status, body, replies } = await driver.press('intake.save', { note: SECRET, key: 'k1' });
    expect([status, replies]).toEqual([200, []]);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(cardOf(body)).toMatchObject({
      fallbackText: FAULT_TEXT,
      body: [{ text: FAULT_TEXT }, {}],
      actions: [{ type: 'Action.Execute', verb: 'intake.save', data: { note: SECRET, key: 'k1' }, fallback: { data: { note: SECRET, key: 'k1', verb: 'intake.save' } } }],
    });
  });

  it('is answered with the sentence alone when what was typed does not fit into a button', async () => {
    expect((await driver.press('x', { note: 'n'.repeat(7_900) })).body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect((await driver.press('x', { note: 'n'.repeat(8_000) })).body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: FAULT_TEXT });
  });

  it('is answered with a sentence after an Action.Submit, which leaves the form as it is', async () => {
    expect((await driver.submit('x', { note: 'a' })).replies).toMatchObject([{ text: FAULT_TEXT }]);
  });

  it('is answered with its own sentence when the fault was foreseen', async () => {
    fault = new AppError({ code: 'database-unreachable', userText: 'De database is even niet bereikbaar.', logText: 'database is away' });
    expect((await driver.say('hoi')).replies).toMatchObject([{ text: 'De database is even niet bereikbaar.' }]);
    expect(cardOf((await driver.press('x')).body)).toMatchObject({ fallbackText: 'De database is even niet bereikbaar.' });
    expect(lines.join('')).toMatch(/"code":"database-unreachable"/);
  });

  it.each([undefined, null, 'text', 7])('even with %s', async (thrown) => {
    fault = thrown;
    expect(cardOf((await driver.press('x')).body)).toMatchObject({ fallbackText: FAULT_TEXT });
  });

  it('says nothing after an installation, for which nobody waits', async () => {
    expect(await driver.install()).toMatchObject({ status: 200, replies: [] });
  });

  it('is logged with the request id and a code, and without anything personal', async () => {
    const response = await driver.request('/api/messages', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await driver.say(SECRET);
    await driver.press('x', { note: SECRET });
    const log = lines.join('');
    expect(log).toMatch(/"level":"error".*"requestId":"[0-9a-f-]{36}".*"code":"unexpected".*"msg":"turn failed"/);
    expect(log).not.toMatch(/Jan|PU-4KX7|Somebody|aaaaaaaa-0000/);
  });

  it('does not stop the next turn', async () => {
    await driver.say('hoi');
    expect((await driver.say('hoi')).replies).toHaveLength(1);
  });
});

it('a channel that refuses the apology does not make the turn fail again', async () => {
  driver.connector.script({ status: 403 });
  expect(await driver.say('hoi')).toMatchObject({ status: 200, replies: [] });
  expect(lines.join('')).toContain('fault not delivered');
});

it('personal fields are censored even when code logs them by mistake', () => {
  const log = createLog({ level: 'info', destination });
  log.info({ text: SECRET, sender: SECRET, turn: { data: SECRET, name: SECRET }, err: Object.assign(new Error(SECRET), { code: '22P02' }) }, 'careless');
  expect(lines.join('')).not.toContain('Jan');
  expect(lines.join('')).toContain('"code":"22P02"');
});

it('an answer that cannot be delivered is no reason to claim that nothing was stored', async () => {
  const working = await startDriver({ handleTurn: async () => [textReply('Opgeslagen.')] });
  working.connector.script({ status: 500 });
  expect(await working.say('hoi')).toMatchObject({ status: 200, replies: [] });
  expect(working.connector.calls).toHaveLength(1);
  await working.close();
});
