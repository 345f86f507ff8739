import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, Turn } from '../../src/turn/types.ts';
import { FAULT_TEXT, UNUSABLE_TEXT } from '../../src/teams/application.ts';
import { aCard, cardReply, recorder, textReply } from './cards.ts';
import { ANNA, BRAM, cardOf, startDriver, TENANT, type Driver } from './driver.ts';

let answer: (turn: Turn) => readonly Reply[] | Promise<readonly Reply[]>;
const { turns, handleTurn } = recorder((turn) => answer(turn));
let driver: Driver;
beforeAll(async () => (driver = await startDriver({ handleTurn })));
afterAll(() => driver.close());
beforeEach(() => {
  turns.length = 0;
  driver.connector.reset();
  answer = () => [textReply('gehoord')];
});

const heard = async (text: unknown, fields: Record<string, unknown> = {}): Promise<unknown> => {
  await driver.send({ type: 'message', text, ...fields });
  return turns.at(-1);
};

describe('a message', () => {
  it('becomes a turn with the sender, the place and a request id, and is answered in plain text', async () => {
    const { status, body, replies, activityId } = await driver.say('  bereik   Q1? ');
    const requestId = turns[0]?.requestId ?? '';
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(turns).toEqual([{ kind: 'message', text: 'bereik Q1?', activityId, conversationId: 'a:personal', where: 'personal', sender: ANNA, requestId }]);
    expect([status, body]).toEqual([200, undefined]);
    expect(replies).toMatchObject([{ type: 'message', text: 'gehoord', textFormat: 'plain', recipient: { id: `29:${ANNA.aadObjectId}` } }]);
  });

  it('is answered with a card and the text of its notification', async () => {
    answer = () => [cardReply('26 van 31'), textReply('en nog iets')];
    const { replies } = await driver.say('bereik');
    expect(replies).toMatchObject([{ summary: 'Samenvatting: 26 van 31' }, { text: 'en nog iets' }]);
    expect(cardOf(replies[0])).toEqual(aCard('26 van 31'));
    expect(JSON.stringify(driver.connector.calls)).not.toContain('"refresh"');
  });

  it('is answered with nothing when there is nothing to say', async () => {
    answer = () => [];
    expect(await driver.say('dank u')).toMatchObject({ status: 200, replies: [] });
  });

  it.each([['personal', 'personal'], ['channel', 'channel'], ['group', 'group']] as const)('knows that it is in a %s conversation', async (where, expected) => {
    await driver.say('hoi', { where });
    expect(turns).toMatchObject([{ where: expected }]);
  });

  it.each([undefined, 'meeting', 7])('treats conversation type %s as a group, where nothing of one child is shown', async (conversationType) => {
    await driver.say('hoi', { activity: { conversation: { id: 'x', tenantId: TENANT, conversationType } } });
    expect(turns).toMatchObject([{ where: 'group' }]);
  });

  it('of an anonymous participant has a sender without a directory id', async () => {
    await driver.say('hoi', { person: { tenantId: TENANT } });
    expect(turns[0]?.sender).toEqual({ tenantId: TENANT });
  });

  it('keeps its id when it is sent again, so that the product can recognise it', async () => {
    await driver.say('hoi', { activityId: 'same' });
    await driver.say('hoi', { activityId: 'same' });
    expect(turns.map(({ activityId }) => activityId)).toEqual(['same', 'same']);
  });

  it('without an id of its own gets one', async () => {
    await driver.send({ type: 'message', text: 'hoi', id: undefined });
    expect(turns[0]?.activityId).toBe(turns[0]?.requestId);
  });
});

describe('odd text', () => {
  it.each([
    ['no text', undefined, ''],
    ['null', null, ''],
    ['a number', 42, ''],
    ['an object', { a: 1 }, ''],
    ['control characters', 'be\u0000re\u0007ik\u001b Q1', 'bereik Q1'],
    ['characters that turn the reading direction', 'bereik\u202e Q1\u200b', 'bereik Q1'],
    ['half a surrogate pair', 'bereik \ud83d', 'bereik'],
    ['line ends and tabs', 'bereik\r\n\tQ1', 'bereik Q1'],
    ['entities that Teams leaves', 'bereik&nbsp;Q1 &amp;lt; 3', 'bereik Q1 &lt; 3'],
    ['an emoji', 'dank 🙂', 'dank 🙂'],
  ])('with %s', async (_name, text, expected) => {
    expect(await heard(text)).toMatchObject({ kind: 'message', text: expected });
  });

  it('of 20.000 characters arrives whole, and of more is cut there', async () => {
    expect(await heard('a'.repeat(20_000))).toMatchObject({ text: 'a'.repeat(20_000) });
    expect(await heard('b'.repeat(20_001))).toMatchObject({ text: 'b'.repeat(20_000) });
  });
});

describe('mentions', () => {
  const mention = (text: unknown) => ({ type: 'mention', text, mentioned: { id: '28:bot' } });
  it('are taken out wherever the entity says, each time', async () => {
    expect(await heard('<at>Kansenlijn</at> bereik <at>Kansenlijn</at> Q1', { entities: [mention('<at>Kansenlijn</at>')] })).toMatchObject({ text: 'bereik Q1' });
  });
  it('that no entity names are text that somebody typed', async () => {
    expect(await heard('<at>Kansenlijn</at> bereik')).toMatchObject({ text: '<at>Kansenlijn</at> bereik' });
  });
  it.each([['null', null], ['text', 'mention'], ['an object', {}], ['a list with null', [null, 3, 'x', []]], ['no text', [mention(undefined)]], ['null text', [mention(null)]], ['empty text', [mention('')]]])(
    'with entities that are %s do no harm',
    async (_name, entities) => {
      expect(await heard('bereik Q1', { entities })).toMatchObject({ text: 'bereik Q1' });
    },
  );
});

describe('a button', () => {
  it('by invoke hands over verb and data, and the first reply replaces the card in the response', async () => {
    answer = () => [cardReply('Opgeslagen'), textReply('daarna')];
    const { status, body, replies } = await driver.press('intake.save', { group: 'g1', note: 'a\u0000b\nc', verb: 'x', msteams: {} });
    expect(turns).toMatchObject([{ kind: 'action', verb: 'intake.save', invoke: true }]);
    expect(turns[0]).toHaveProperty('data', { group: 'g1', note: 'ab\nc' });
    expect([status, body]).toEqual([200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard('Opgeslagen') }]);
    expect(body).not.toHaveProperty('value.refresh');
    expect(replies).toMatchObject([{ text: 'daarna' }]);
  });

  it('by invoke can be answered with a text, which leaves the card', async () => {
    answer = () => [textReply('Dit mag u niet.')];
    expect((await driver.press('x')).body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Dit mag u niet.' });
  });

  it('by invoke is answered even when the product has nothing to say', async () => {
    answer = () => [];
    expect(await driver.press('x')).toMatchObject({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message' } });
  });

  it('by Action.Submit is the same turn, answered with a new message', async () => {
    answer = () => [cardReply('Opgeslagen')];
    const { body, replies } = await driver.submit('intake.save', { group: 'g1', msteams: { feedback: {} } });
    expect(turns).toMatchObject([{ kind: 'action', verb: 'intake.save', data: { group: 'g1' }, invoke: false }]);
    expect(body).toBeUndefined();
    expect(cardOf(replies[0])).toEqual(aCard('Opgeslagen'));
  });

  it.each([['null', null], ['text', 'x'], ['a list', []], ['no action', {}], ['a null action', { action: null }], ['no verb', { action: { data: {} } }], ['a verb that is no text', { action: { verb: { a: 1 } } }], ['an endless verb', { action: { verb: 'v'.repeat(201) } }], ['data that are a list', { action: { verb: 'x', data: [1] } }]])(
    'whose value is %s reaches no handler and says so',
    async (_name, value) => {
      const { status, body } = await driver.send({ type: 'invoke', name: 'adaptiveCard/action', value });
      expect([status, body]).toEqual([200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: UNUSABLE_TEXT }]);
      expect(turns).toEqual([]);
    },
  );

  it('without data has empty data', async () => {
    await driver.press('menu', null);
    expect(turns).toMatchObject([{ kind: 'action', verb: 'menu', data: {} }]);
  });

  it.each([['null', null], ['a list', [1]], ['an object without verb', { group: 'g1' }]])('by Action.Submit with value %s is an empty message', async (_name, value) => {
    expect(await heard(undefined, { value })).toMatchObject({ kind: 'message', text: '' });
  });

  it('cannot reach the prototype of our objects, nor nest without end', async () => {
    const deep = JSON.parse('{"d":'.repeat(60) + '1' + '}'.repeat(60)) as unknown;
    await driver.press('x', { ...(JSON.parse('{"__proto__":{"admin":true}}') as object), deep });
    const data = (turns[0] as Extract<Turn, { kind: 'action' }>).data;
    expect(data['admin']).toBeUndefined();
    expect(JSON.stringify(data).match(/"d":/g)?.length).toBeLessThan(8);
  });
});

describe('everything else', () => {
  it('installing the app is a turn, once: the conversation update that comes along is not', async () => {
    answer = () => [cardReply('Welkom')];
    expect((await driver.install()).replies).toHaveLength(1);
    await driver.send({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await driver.send({ type: 'installationUpdate', action: 'add-upgrade' });
    expect(turns.map(({ kind }) => kind)).toEqual(['installed']);
  });

  it.each(['task/fetch', 'composeExtension/query', 'fileConsent/invoke', 'message/submitAction', 'somethingNew', undefined, null])('the invoke %s gets a harmless 200', async (name) => {
    expect(await driver.send({ type: 'invoke', name, value: null })).toMatchObject({ status: 200, body: undefined, replies: [] });
    expect(turns).toEqual([]);
  });

  it.each(['messageReaction', 'messageUpdate', 'event', 'typing', 'endOfConversation', 'somethingNew'])('the activity %s gets 200 and nothing happens', async (type) => {
    expect(await driver.send({ type, name: 'application/vnd.microsoft/readReceipt', value: null })).toMatchObject({ status: 200, replies: [] });
    expect(turns).toEqual([]);
  });

  it('the sender cannot choose another way of delivery', async () => {
    expect(await driver.say('hoi', { activity: { deliveryMode: 'expectReplies' } })).toMatchObject({ status: 200, body: undefined, replies: [{ text: 'gehoord' }] });
  });
});

it('parallel turns of two people get their own answers', async () => {
  answer = async (turn) => {
    await new Promise((resolve) => setTimeout(resolve, turn.sender.aadObjectId === ANNA.aadObjectId ? 30 : 5));
    return [textReply(`voor ${turn.sender.aadObjectId}: ${turn.kind === 'message' ? turn.text : ''}`)];
  };
  const questions = Array.from({ length: 20 }, (_, index) => ({ person: index % 2 === 0 ? ANNA : BRAM, text: `vraag ${index}` }));
  const exchanges = await Promise.all(questions.map(({ person, text }) => driver.say(text, { person })));
  exchanges.forEach(({ replies }, index) => expect(replies).toMatchObject([{ text: `voor ${questions[index]?.person.aadObjectId}: vraag ${index}` }]));
  expect(driver.connector.sent().every(({ text }) => text !== FAULT_TEXT)).toBe(true);
});

describe('what happens to a channel', () => {
  const event = async (fields: Record<string, unknown>): Promise<Turn | undefined> => {
    await driver.send(fields, { where: 'channel' });
    return turns.at(-1);
  };
  const channelData = (more: Record<string, unknown>): Record<string, unknown> => ({ tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' }, ...more });

  it('is a turn when the app is taken out, with the team', async () => {
    expect(await event({ type: 'installationUpdate', action: 'remove' })).toMatchObject({ kind: 'removed', what: 'team', channel: { id: '19:channel@thread.tacv2', teamId: '19:team@thread.tacv2', isShared: false } });
  });

  it('is a turn when the channel is deleted or gets another name, and not otherwise', async () => {
    expect(await event({ type: 'conversationUpdate', channelData: channelData({ eventType: 'channelDeleted' }) })).toMatchObject({ kind: 'removed', what: 'channel' });
    const renamed = channelData({ eventType: 'channelRenamed', channel: { id: '19:channel@thread.tacv2', name: 'Regiegroep\u0000 VVE ' } });
    expect(await event({ type: 'conversationUpdate', channelData: renamed })).toMatchObject({ kind: 'renamed', channel: { name: 'Regiegroep VVE' } });
    const before = turns.length;
    await event({ type: 'conversationUpdate', channelData: channelData({ eventType: 'channelCreated' }) });
    expect(turns).toHaveLength(before);
  });

  it('tells a shared channel from one of a single team', async () => {
    const shared = await event({ type: 'message', text: 'hoi', channelData: channelData({ channel: { id: '19:x@thread.tacv2', type: 'shared' } }) });
    expect(shared).toMatchObject({ kind: 'message', channel: { isShared: true } });
    expect(await event({ type: 'message', text: 'hoi' })).toMatchObject({ channel: { isShared: false } });
  });

  it('is answered with nothing when it is no turn of a person', async () => {
    answer = () => [];
    expect((await driver.send({ type: 'installationUpdate', action: 'remove' }, { where: 'channel' })).replies).toEqual([]);
  });
});
