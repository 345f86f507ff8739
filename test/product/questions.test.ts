import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';
import { child, indication, placed, SMALL_WORLD } from './small-world.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await startChat();
  await chat.world.owner.query(SMALL_WORLD);
});
afterAll(() => chat.close());

let conversations = 0;
/** In a conversation of its own, unless one is named: a question before it would be followed up. */
const ask = async (text: string, person: PersonName = 'official', conversation = `c${(conversations += 1)}`, where?: 'channel'): Promise<Shown> =>
  (await chat.say(person, text, { conversationId: conversation, ...(where ? { where } : {}) }))!;

describe('a figure of a part', () => {
  it('is of a neighbourhood, a provider, a location or a group', async () => {
    expect((await ask('bereik Centrum')).text).toContain('2 van 2 doelgroeppeuters');
    expect((await ask('capaciteit Stichting Peuterplein')).text).toContain('Capaciteit · Stichting Peuterplein');
    expect((await ask('capaciteit bij Peuterplein')).text).toMatch(/Capaciteit · Stichting Peuterplein[\s\S]*\n16\n/);
    expect((await ask('vrije plekken De Waterlelie')).text).toContain('15 van 16 plekken vrij');
    expect((await ask('geplaatste kinderen groep Kikkers')).text).toContain('1 kind op een VE-plek');
  });

  it('is explained where it means nothing, with what does', async () => {
    const card = await ask('bereik Peuterplein');
    expect(card.text).toContain('Dat zegt hier niets');
    expect(card.buttons.length).toBeGreaterThan(1);
  });

  it('is refused for a name that is not the asker’s, without saying whether it exists', async () => {
    const [existing, invented] = [await ask('vrije plekken De Heidehof'), await ask('vrije plekken De Zonnebloem')];
    expect(existing.text.replace('Heidehof', 'X')).toBe(invented.text.replace('Zonnebloem', 'X'));
  });
});

describe('a series', () => {
  it('gives the figure for each step that has begun, and the period as a whole', async () => {
    const { text } = await ask('uitstroom per kwartaal in 2026');
    expect(text).toContain('Uitstroom · per kwartaal · Putten');
    expect(text).toContain('2 plaatsingen geëindigd');
    expect(text).toContain('Kwartaal 2 van 2026: 1');
    expect(text).toContain('Kwartaal 3 van 2026: 1');
    expect(text).not.toContain('Kwartaal 1 van 2027');
  });

  it('speaks of the last day of each step for a figure of a day', async () => {
    const { text } = await ask('bereik per kwartaal in 2026');
    expect(text).toMatch(/Kwartaal 4 van 2026: 50,0% \(2 van 4\)/);
  });

  it('keeps the order of time, also of a figure whose places come with the largest first', async () => {
    const { text } = await ask('vrije plekken per maand in 2026');
    const months = [...text.matchAll(/(Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September) 2026: /g)].map(([, month]) => month);
    expect(months.slice(0, 9)).toEqual(['Januari', 'Februari', 'Maart', 'April', 'Mei', 'Juni', 'Juli', 'Augustus', 'September']);
  });
});

describe('a comparison', () => {
  it('of two periods gives both and the difference', async () => {
    const { text } = await ask('uitstroom Q1 tegenover Q2');
    expect(text).toContain('0 tegenover 1');
    expect(text).toMatch(/Kwartaal 1 van 2026 is 1 lager dan kwartaal 2 van 2026/);
  });

  it('of two places gives each, and its reference computes both again', async () => {
    const card = await ask('vergelijk de vrije plekken van De Waterlelie en De Bosrand');
    expect(card.text).toContain('15 tegenover 2');
    const again = await ask(`toon berekening ${/KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0]}`);
    expect(again.text).toContain('15 tegenover 2');
    expect(again.text).not.toContain('Let op');
  });
});

describe('two figures in one question', () => {
  it('are both answered, each with its own reference', async () => {
    const card = await ask('bereik en capaciteit');
    expect(card.text).toContain('50,0%');
    expect(card.text).toContain('Capaciteit · Putten');
    expect(card.text.match(/Referentie KL-/g)).toHaveLength(2);
    expect(card.buttons).toEqual(['Bereik', 'Capaciteit', 'Menu']);
  });
});

describe('a region', () => {
  it('is answered as a whole, with each member by its own definition', async () => {
    const { text } = await ask('capaciteit', 'regional');
    expect(text).toContain('Capaciteit · Noord-Veluwe');
    expect(text).toMatch(/\n26\n/);
    expect(text).toContain('Ermelo: 8');
    expect(text).toContain('Putten: 18');
  });

  it('says whose definition is not on record, and counts the others', async () => {
    const { text } = await ask('bereik', 'regional');
    expect(text).toContain('2 van 4 doelgroeppeuters');
    expect(text).toContain('Niet meegeteld, omdat geen beginleeftijd is vastgelegd: Ermelo.');
  });

  it('keeps a reference that only who may see each member can compute again', async () => {
    const reference = /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ask('capaciteit', 'regional')).text)![0];
    expect((await ask(`toon berekening ${reference}`, 'regional')).text).toContain('26 (op 3 locaties)');
    for (const person of ['official', 'officialErmelo', 'reader', 'waterlelie'] as const) expect((await ask(`toon berekening ${reference}`, person)).text, person).toContain('ken ik niet');
  });

  it('asks for one municipality in a channel', async () => {
    expect((await ask('capaciteit', 'regional', 'channel-1', 'channel')).buttons).toEqual(['Ermelo', 'Putten', 'Menu']);
  });
});

describe('a follow-up', () => {
  it('changes one part of the question before it, and says so', async () => {
    await ask('uitstroom Q3 2026?', 'official', 'f1');
    const { text } = await ask('en Q2?', 'official', 'f1');
    expect(text).toContain('Uitstroom · Putten');
    expect(text).toContain('Kwartaal 2 van 2026');
    expect(text).toContain('Vervolg op uw vorige vraag');
    expect((await ask('per locatie', 'official', 'f1')).text).toContain('Uitstroom · per locatie · Putten');
    expect((await ask('bereik', 'official', 'f1')).text).not.toContain('Vervolg');
  });

  it('is of one person in one conversation, for half an hour', async () => {
    await ask('uitstroom Q3 2026?', 'official', 'f2');
    expect((await ask('en Q2?', 'nurse', 'f2')).text).not.toContain('Uitstroom · Putten');
    expect((await ask('en Q2?', 'official', 'f3')).text).not.toContain('Uitstroom · Putten');
    await chat.world.owner.query(`update kansenlijn.last_question set asked_at = asked_at - interval '31 minutes'`);
    expect((await ask('en Q2?', 'official', 'f2')).text).not.toContain('Uitstroom · Putten');
  });
});

describe('what was known then', () => {
  it('leaves out what was recorded later, and is kept with the reference', async () => {
    await chat.world.owner.query(`set search_path = kansenlijn, public;
      insert into child (id, code) values ('${child(7)}', 'PU-AAA7-AAAA');
      insert into child_detail (child_id, birth_date, municipality_code, valid) values ('${child(7)}', '2023-02-01', '0273', '[2023-02-01,)');
      insert into indication (version_id, child_id, valid) values ('${indication(7)}', '${child(7)}', '[2025-06-01,)');
      insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason) values ${placed(7, 'bosrand', '[2025-08-01,)')};
      -- As if the indication had been recorded in February and the placement only in March.
      alter table indication disable trigger all; alter table placement disable trigger all; alter table child_detail disable trigger all;
      update child_detail set known_from = '2025-06-02' where child_id = '${child(7)}';
      update indication set known_from = '2026-02-10' where child_id = '${child(7)}';
      update placement set known_from = '2026-03-05' where child_id = '${child(7)}';
      alter table indication enable trigger all; alter table placement enable trigger all; alter table child_detail enable trigger all;`);
    const then = await ask('bereik 1-1-2026 zoals bekend op 26-2-2026');
    expect(then.text).toContain('Peildatum 01-01-2026, zoals bekend op 26-02-2026');
    expect(then.text).toContain('0 van 1 doelgroeppeuter');
    expect((await ask('bereik 1-1-2026')).text).toContain('1 van 1 doelgroeppeuter');
    expect((await ask('bereik 1-1-2026 zoals bekend op 5-3-2026')).text).toContain('1 van 1 doelgroeppeuter');
    const again = await ask(`toon berekening ${/KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(then.text)![0]}`);
    expect(again.text).toContain('0% (0 van 1 doelgroeppeuter). Opnieuw berekend zoals bekend op 26-02-2026');
    expect(again.text).not.toContain('Let op');
  });

  it('is no day to come, nor one before the day that the figure speaks of', async () => {
    expect((await ask('bereik 1-1-2026 zoals bekend op 1-12-2026')).text).toMatch(/toekomst/);
    expect((await ask('bereik 1-3-2026 zoals bekend op 26-2-2026')).text).toMatch(/toekomst/);
  });
});

describe('a question from a card', () => {
  const press = async (question: unknown, person: PersonName = 'official'): Promise<string> => {
    const { body } = await chat.driver.press('ask.exact', { question }, { person: { tenantId: 'test-tenant', aadObjectId: person === 'official' ? 'official-putten' : person } });
    return JSON.stringify(body);
  };
  const day = { kind: 'day', start: '2026-11-22', endExclusive: '2026-11-23', label: '22-11-2026' };
  const question = (scope: unknown): unknown => ({ measures: ['reach'], when: { kind: 'period', period: day, assumed: true }, scopes: [scope] });

  it('gives no more than the person may see, whatever stands in it', async () => {
    expect(await press(question({ kind: 'municipality', id: '0273', name: 'Putten' }))).toContain('doelgroeppeuters');
    for (const scope of [{ kind: 'municipality', id: '0233', name: 'Putten' }, { kind: 'region', id: 'noord-veluwe', name: 'Putten' }, { kind: 'neighbourhood', id: ID.ermelo, name: 'x' }]) {
      expect(await press(question(scope)), JSON.stringify(scope)).not.toContain('doelgroeppeuters');
    }
  });

  it('is refused when it is no question', async () => {
    for (const wrong of [null, 'bereik', { measures: [] }, { measures: ['reach'] }, { ...question({ kind: 'municipality', id: '0273', name: 'Putten' }) as object, split: 'code' }]) expect(await press(wrong)).toContain('Dat begrijp ik niet');
  });
});
