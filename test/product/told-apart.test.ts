import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayPeriod, quarterPeriod, yearPeriod } from '../../src/ask/make-period.ts';
import type { Question, Scope } from '../../src/ask/question.ts';
import { MEASURE_IDS } from '../../src/figures/types.ts';
import { compose, withoutReferences } from '../digest/compose.ts';
import { ID, PEOPLE, TENANT, type PersonName } from '../support/world.ts';
import { cardOf, type TurnOptions } from '../teams/driver.ts';
import { startChat, TODAY, type Chat } from './chat.ts';
import { ONE_WORLD, OTHER_WORLD, SECOND_GROUP, told, type Numbers } from './told-worlds.ts';

/**
 * Two worlds with other numbers of children in the same bands. Whoever gets bands asks both the
 * same, also what no button asks, and gets the same: then no answer depends on a number itself.
 */
let chats: readonly Chat[];
const startWith = async (numbers: Numbers): Promise<Chat> => {
  const chat = await startChat();
  await chat.world.owner.query(told(numbers));
  return chat;
};
beforeAll(async () => { chats = [await startWith(ONE_WORLD), await startWith(OTHER_WORLD)]; });
afterAll(async () => { for (const chat of chats) await chat.close(); });

const as = (person: PersonName, where: TurnOptions['where'] = 'personal'): TurnOptions => ({ where, person: { tenantId: TENANT, aadObjectId: PEOPLE[person] } });
const press = async (chat: Chat, verb: string, data: unknown, options: TurnOptions): Promise<string> => JSON.stringify(cardOf((await chat.driver.press(verb, data, options)).body) ?? null);
const referenceIn = (card: string): string | undefined => /KL-\w{4}-\w{4}/.exec(card)?.[0];

/** Without what differs between any two answers: the reference, when it was given, and addresses. */
const bare = (card: string): string => card.replaceAll('\u200b', '').replace(/KL-\w{4}-\w{4}/g, 'KL').replace(/kl-\w{4}-\w{4}/g, 'kl').replace(/\d\d-\d\d-\d{4} \d\d:\d\d/g, 'toen').replace(/tot \d\d:\d\d uur/g, 'tot straks').replace(/"url":"[^"]*"/g, '"url"');

/** What both worlds answer, where that is not the same. */
async function apart(ask: (chat: Chat) => Promise<string>): Promise<readonly string[]> {
  const answers = [];
  for (const chat of chats) answers.push(bare(await ask(chat)));
  return answers[0] === answers[1] ? [] : answers;
}

const asked = (question: Question, options: TurnOptions) => (chat: Chat): Promise<string> => press(chat, 'ask.exact', { question }, options);

const period = (of: ReturnType<typeof dayPeriod>): Question['when'] => ({ kind: 'period', period: of, assumed: false });
const YEAR = yearPeriod(2026);
const WHENS: readonly Question['when'][] = [
  period(dayPeriod(TODAY)), period(dayPeriod('2026-05-01')), period(quarterPeriod(2026, 3)), { kind: 'series', period: YEAR, assumed: false, step: 'month' }, { kind: 'series', period: YEAR, assumed: false, step: 'quarter' },
  { kind: 'comparison', periods: [quarterPeriod(2026, 2), quarterPeriod(2026, 3)] },
];
const scope = (kind: Scope['kind'], id: string): Scope => ({ kind, id, name: 'x' });
const PARTS = [scope('location', ID.waterlelie), scope('location', ID.bosrand), scope('group', SECOND_GROUP), scope('group', ID.bosrandGroup), scope('provider', ID.otherProvider), scope('neighbourhood', ID.centrum), scope('school', ID.school)];

describe.each(MEASURE_IDS)('%s, in two worlds of the same bands', (measure) => {
  it('is told a reader in the same words, at any time, of any part and in any split', async () => {
    for (const when of WHENS) expect(await apart(asked({ measures: [measure], when, scopes: [] }, as('reader')))).toEqual([]);
    for (const part of PARTS) for (const when of [WHENS[0]!, WHENS[2]!]) expect(await apart(asked({ measures: [measure], when, scopes: [part] }, as('reader')))).toEqual([]);
    for (const split of ['location', 'reason', 'municipality'] as const) expect(await apart(asked({ measures: [measure], when: WHENS[0]!, scopes: [], split, order: 'largest', limit: 1 }, as('reader')))).toEqual([]);
    expect(await apart(asked({ measures: [measure], when: WHENS[1]!, scopes: [], knownOn: '2026-11-20' }, as('reader')))).toEqual([]);
  });

  it('is told a channel in the same words, whoever asks, and handovers the youth health care', async () => {
    for (const person of ['official', 'regional', 'waterlelie', 'school'] as const) for (const scopes of [[], [PARTS[1]!]]) expect(await apart(asked({ measures: [measure], when: WHENS[0]!, scopes }, as(person, 'channel')))).toEqual([]);
    if (measure.startsWith('handover')) for (const when of WHENS) expect(await apart(asked({ measures: [measure], when, scopes: [] }, as('nurse')))).toEqual([]);
  });

  it('says no more behind the reference of an exact answer', async () => {
    for (const when of [WHENS[0]!, WHENS[3]!]) {
      const references = new Map<Chat, string | undefined>();
      for (const chat of chats) references.set(chat, referenceIn(await press(chat, 'ask.exact', { question: { measures: [measure], when, scopes: [] } }, as('official'))));
      // The clock of the database is not that of the test; what was asked today may be opened.
      for (const chat of chats) await chat.world.owner.query('update kansenlijn.answer set asked_at = $1', [`${TODAY}T10:00:00Z`]);
      for (const options of [as('reader'), as('official', 'channel')]) for (const words of ['toon berekening', 'verschil', 'exporteer'])
        expect(await apart((chat) => press(chat, 'ask', { question: `${words} ${references.get(chat)}` }, options)), words).toEqual([]);
    }
  });
});

describe('two worlds of the same bands', () => {
  it('get the same weekly post', async () => {
    const posts = [];
    for (const { world } of chats) posts.push(withoutReferences(await compose(world, { person: 'official', scope: { kind: 'municipality', code: '0273', name: 'Putten' }, today: '2026-11-23' })));
    expect(posts[0]).toBe(posts[1]);
  });

  it('get the same answer in a channel to what goes on from a question of the personal chat', async () => {
    expect(await apart(async ({ driver }) => {
      await driver.say('bezette plekken per locatie', as('official'));
      await driver.say('bereik', as('official', 'channel'));
      return JSON.stringify((await driver.say('en per locatie?', as('official', 'channel'))).replies.map(cardOf));
    })).toEqual([]);
  });

  it('are told apart by who may: the test can fail', async () => {
    for (const measure of ['reach', 'taken-places', 'free-places', 'exits', 've-places'] as const) expect(await apart(asked({ measures: [measure], when: WHENS[measure === 'exits' ? 2 : 0]!, scopes: [] }, as('official'))), measure).toHaveLength(2);
  });
});

describe('an exact answer about places of another day', () => {
  const recalled = async (person: PersonName, question: Question): Promise<readonly string[]> => {
    const [chat] = chats as [Chat];
    const reference = referenceIn(await press(chat, 'ask.exact', { question }, as(person)))!;
    await chat.world.owner.query('update kansenlijn.answer set asked_at = $1', [`${TODAY}T10:00:00Z`]);
    const open = (options: TurnOptions): Promise<string> => press(chat, 'ask', { question: `toon berekening ${reference}` }, options);
    expect(await open(as(person))).toContain('Opnieuw berekend');
    return [await open(as('reader')), await open(as(person, 'channel'))];
  };

  it('opens nothing for a reader or a channel, also when it was told beside that of today', async () => {
    for (const when of [WHENS[3]!, { kind: 'comparison', periods: [dayPeriod(TODAY), dayPeriod('2026-05-01')] } as const])
      for (const card of await recalled('official', { measures: ['free-places'], when, scopes: [] })) expect(card).toContain('ken ik niet');
  });

  it('opens nothing in a channel of a region either, where that of today does', async () => {
    const region = { measures: ['free-places'], scopes: [scope('region', 'noord-veluwe')] } as const;
    expect((await recalled('regional', { ...region, when: period(dayPeriod('2026-05-01')) }))[1]).toContain('ken ik niet');
    expect((await recalled('regional', { ...region, when: WHENS[0]! }))[1]).toContain('Opnieuw berekend');
  });
});
