import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setImmediate as nextTick } from 'node:timers/promises';
import { baseActivity, type Person } from '../../teams/driver.ts';
import type { FakeConnector, SentActivity } from '../../teams/fake-connector.ts';
import type { BotProcess } from './bots.ts';

/** What is typed, by whom, and what a right answer looks like. */
export interface Conversation {
  readonly text: string;
  readonly person: Person;
  /** Whether this is the answer that was asked for; a fast error is no result. */
  readonly isAnswer: (reply: SentActivity) => boolean;
}

/** Node's own client on kept connections: it costs a fraction of `fetch`, and that cost is in both bots' times. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const REPLY_WITHIN_MS = 5_000;

/**
 * Milliseconds from the POST until the bot's HTTP answer is complete and its reply has
 * arrived at the connector, whichever is later. Throws when either is not what it must be.
 */
export async function takeTurn(bot: BotProcess, connector: FakeConnector, conversation: Conversation): Promise<number> {
  const activityId = randomUUID();
  const body = JSON.stringify({
    ...baseActivity(connector.serviceUrl, { person: conversation.person, activityId }), type: 'message', text: conversation.text, textFormat: 'plain',
  });
  const startedAt = performance.now();
  const status = await post(bot.port, body);
  while (connector.sent(activityId).length === 0 && performance.now() - startedAt < REPLY_WITHIN_MS) await nextTick();
  const elapsedMs = performance.now() - startedAt;
  const [reply, ...more] = connector.sent(activityId);
  if (status !== 200 || !reply || more.length > 0 || !conversation.isAnswer(reply)) {
    throw new Error(`${bot.name}: HTTP ${status}, ${reply ? JSON.stringify(reply).slice(0, 500) : 'no reply'}, ${more.length} further replies`);
  }
  return elapsedMs;
}

function post(port: number, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers }, (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject).resume();
    });
    sent.on('error', reject).end(body);
  });
}

/** Turns one after the other; their times in milliseconds. */
export async function takeBlock(bot: BotProcess, connector: FakeConnector, conversation: Conversation, turns: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await takeTurn(bot, connector, conversation));
  connector.reset();
  return times;
}

/** Turns a second with `lanes` people who each ask again as soon as they are answered. */
export async function throughput(bot: BotProcess, connector: FakeConnector, conversation: Conversation, lanes: number, turns: number): Promise<number> {
  let left = turns;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await takeTurn(bot, connector, conversation);
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const elapsedMs = performance.now() - startedAt;
  connector.reset();
  return turns / (elapsedMs / 1000);
}
