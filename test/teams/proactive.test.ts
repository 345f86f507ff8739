import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noticeCard } from '../../cards/index.ts';
import { readConfig } from '../../src/config.ts';
import type { ConversationReference, OutgoingMessage, Sender } from '../../src/digest/types.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openChannel } from '../../src/teams/channel.ts';
import { createSender } from '../../src/teams/proactive.ts';
import { createRemember } from '../../src/teams/remember.ts';
import { FakeConnector } from './fake-connector.ts';
import { startDriver, TENANT } from './driver.ts';

const log = createLog({ level: 'silent' });
const config = readConfig({ KANSENLIJN_MODE: 'demo', PORT: '0' });
const message: OutgoingMessage = { card: noticeCard({ title: 'Weekpost', paragraphs: ['Iets.'], buttons: [] }), summary: 'Weekpost. Iets.' };
let connector: FakeConnector;
let sender: Sender;

const reference = (conversationId: string, serviceUrl: string): ConversationReference => ({ conversationId, kind: conversationId.startsWith('19:') ? 'channel' : 'personal', tenantId: TENANT, serviceUrl, botId: '28:bot' });

beforeAll(async () => {
  connector = await FakeConnector.start();
  const adapter = await openChannel({ config, metrics: createMetrics(), timing: { deadlineMs: 400, retryBaseMs: 1, retryMaxWaitMs: 5, maxRetries: 1 } });
  const find = async (id: string): Promise<ConversationReference | undefined> =>
    (id === 'unknown' ? undefined : reference(id, id === 'elsewhere' ? 'https://evil.example/' : id === 'nobody' ? 'http://127.0.0.1:1/' : connector.serviceUrl));
  sender = createSender({ adapter, config, conversations: { find }, log });
});
afterEach(() => connector.reset());
afterAll(() => connector?.close());

describe('speaking first', () => {
  it('posts the card with the text of its notification, once', async () => {
    expect(await sender.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'sent', activityId: expect.stringMatching(/^sent-/) as string });
    expect(connector.sent()).toMatchObject([{ type: 'message', summary: 'Weekpost. Iets.' }]);
    expect(connector.calls).toHaveLength(1);
    expect(connector.calls[0]).toMatchObject({ path: '/v3/conversations/19%3Ac/activities', conversationId: '19:c' });
  });

  it('replies in the thread of a post, also when it is given the thread of a turn', async () => {
    await sender.send({ conversationId: '19:c;messageid=9', replyToId: '17' }, message);
    expect(connector.calls[0]).toMatchObject({ conversationId: '19:c;messageid=17', activityId: '17' });
  });

  it('replaces a message', async () => {
    expect(await sender.update({ conversationId: 'a:1' }, '17', message)).toEqual({ kind: 'sent', activityId: '17' });
    expect(connector.calls[0]).toMatchObject({ operation: 'updateActivity', activityId: '17' });
  });

  it.each([
    [403, { kind: 'gone', status: 403 }], [404, { kind: 'gone', status: 404 }],
    [400, { kind: 'failed', status: 400 }], [413, { kind: 'failed', status: 413 }],
    [500, { kind: 'unknown' }], [502, { kind: 'unknown' }],
  ])('tells what a %i means, after one attempt', async (status, outcome) => {
    connector.script({ status });
    expect(await sender.send({ conversationId: '19:c' }, message)).toEqual(outcome);
    expect(connector.calls).toHaveLength(1);
  });

  it.each([429, 412])('tells that nothing was posted after a lasting %i, with the wait when there is one', async (status) => {
    connector.script({ status }, { status });
    expect(await sender.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'retry' });
    connector.script({ status, headers: { 'Retry-After': '60' } }, { status, headers: { 'Retry-After': '60' } });
    expect(await sender.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'retry', afterMs: 60_000 });
    expect(connector.sent()).toEqual([]);
  });

  it('does not know about a message whose answer never came, although it was delivered', async () => {
    connector.script({ status: 200, delayMs: 900 });
    expect(await sender.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'unknown' });
    expect(connector.sent()).toHaveLength(1);
  });

  it('does not take for unsent what may have been posted, when the framework fails after the channel answered', async () => {
    const real = await openChannel({ config, metrics: createMetrics() });
    const failing = Object.assign(Object.create(real) as typeof real, {
      async continueConversationAsync(...[appId, to, act]: Parameters<typeof real.continueConversationAsync>): Promise<void> {
        await real.continueConversationAsync(appId, to, act);
        throw new Error('while ending the turn');
      },
    });
    const find = async (id: string): Promise<ConversationReference> => reference(id, connector.serviceUrl);
    const late = createSender({ adapter: failing, config, conversations: { find }, log });
    connector.script({ status: 500 });
    expect(await late.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'unknown' });
    expect(await late.send({ conversationId: '19:c' }, message)).toMatchObject({ kind: 'sent' });
    const nowhere = createSender({ adapter: failing, config, conversations: { find: async () => { throw new Error('no database'); } }, log });
    expect(await nowhere.send({ conversationId: '19:c' }, message)).toEqual({ kind: 'retry' });
  });

  it('knows that nothing was posted where nobody listens, where it never was, and where it may not go', async () => {
    expect(await sender.send({ conversationId: 'nobody' }, message)).toEqual({ kind: 'retry' });
    expect(await sender.send({ conversationId: 'unknown' }, message)).toEqual({ kind: 'gone', status: 404 });
    expect(await sender.send({ conversationId: 'elsewhere' }, message)).toEqual({ kind: 'failed', status: 403 });
  });
});

describe('remembering', () => {
  it('keeps a conversation from a turn without its thread, once an hour, and a failure is no fault of the turn', async () => {
    const kept: ConversationReference[] = [];
    let now = 10_000_000;
    const remember = createRemember({ remember: async (each) => { kept.push(each); if (kept.length === 1) throw new Error('away'); } }, () => now);
    const driver = await startDriver({ handleTurn: async () => [{ kind: 'text', text: 'ja' }], remember });
    try {
      for (let turn = 0; turn < 3; turn += 1) expect((await driver.say('hoi', { where: 'channel' })).replies).toHaveLength(1);
      expect(kept).toHaveLength(2);
      now += 3_600_001;
      await driver.say('hoi', { where: 'channel' });
      expect(kept).toHaveLength(3);
      expect(kept[2]).toEqual({ conversationId: '19:channel@thread.tacv2', kind: 'channel', tenantId: TENANT, serviceUrl: driver.connector.serviceUrl, botId: '28:bot', teamId: '19:team@thread.tacv2', channelId: '19:channel@thread.tacv2' });
      await driver.say('hoi');
      expect(kept[3]).toMatchObject({ kind: 'personal', conversationId: 'a:personal', aadObjectId: expect.any(String) as string });
    } finally {
      await driver.close();
    }
  });
});
