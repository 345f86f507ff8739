import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID } from '../support/world.ts';
import { child, placed, SMALL_WORLD } from './small-world.ts';
import type { PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await startChat();
  await chat.world.owner.query(SMALL_WORLD);
});
afterAll(() => chat.close());

const ask = async (person: PersonName, text: string, options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const referenceIn = (card: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];

const ANSWERS: readonly (readonly [question: string, ...lines: string[]])[] = [
  ['bereik', 'Bereik · Putten', '50,0%', '2 van 4 doelgroeppeuters'],
  ['bereik per wijk', 'Bereik · per wijk · Putten', 'Centrum: 2 van 2 (100%)', 'Wijk onbekend: 0 van 2 (0%)'],
  ['bereik per locatie', 'De Heidehof: 1', 'De Waterlelie: 1'],
  ['hoeveel doelgroeppeuters zijn er?', 'Doelgroeppeuters · Putten', '4', 'Bereikt in de gemeente: 1', 'Onbekend: 1'],
  ['bereik volgens de inspectie', '66,7%', '2 van 3 doelgroeppeuters', 'Daardoor telt de Inspectie 1 peuter minder: 3 in plaats van 4.'],
  ['niet bereikt', 'Niet bereikt · Putten', 'Financieel: 1', 'Praktisch, bijvoorbeeld te ver weg: 1', 'samen 2 redenen bij 1 kind'],
  ['waarom zijn kinderen niet bereikt?', 'Niet bereikt · per reden · Putten', 'van 4 doelgroeppeuters'],
  ['hoeveel peuters onbekend', 'Onbekend · Putten', 'van 4 doelgroeppeuters'],
  ['elders geplaatst', 'Elders geplaatst · Putten', 'De Heidehof: 1'],
  ['aantal indicaties', 'Ontwikkeling van het kind: 3', 'Situatie van de ouders: 2', 'samen 5 gronden bij 4 kinderen'],
  ['bezette plekken', 'Bezette plekken · Putten', 'van 18 plekken', 'De Waterlelie: 1'],
  ['bezetting per aanbieder', '5,6%', 'Stichting Peuterplein: 6,3% (1 van 16)', 'Kinderopvang Heideroos: 0% (0 van 2)'],
  ['capaciteit per aanbieder', 'Kinderopvang Heideroos: 2', 'Stichting Peuterplein: 16'],
  ['instroom 2026', 'Instroom · Putten', '2026, van 01-01-2026 tot en met 22-11-2026', '2 plaatsingen begonnen'],
  ['instroom Q2', 'Kwartaal 2 van 2026, van 01-04-2026 tot en met 30-06-2026', '0 plaatsingen begonnen'],
  ['uitstroom Q2', '1 plaatsing geëindigd', 'Verhuisd: 1'],
  ['uitstroom Q3', '1 plaatsing geëindigd', 'Naar de basisschool (4 jaar): 1'],
  ['uitstroom augustus 2026', '1 plaatsing geëindigd'],
  ['uitstroom september 2026', '0 plaatsingen geëindigd'],
  ['uitstroom?', '2026, van 01-01-2026', '2 plaatsingen geëindigd'],
  ['vroegtijdige uitstroom 2026', '1 van 2 geëindigde plaatsingen', 'Verhuisd: 1'],
  ['gemiddelde startleeftijd Q1', '30,0 maanden', 'over 2 plaatsingen'],
];

describe('every measure in chat', () => {
  it.each(ANSWERS.map(([question, ...lines]) => [question, lines] as const))('answers "%s" with %j', async (question, lines) => {
    const { text } = await ask('official', question);
    for (const line of lines) expect(text).toContain(line);
    expect(text).toContain('Definitie: ');
    expect(text).toContain('Referentie KL-');
  });
});

describe('a word that is a form and a figure', () => {
  it('opens the form for who may fill it, also with a period behind it', async () => {
    for (const text of ['instroom', 'instroom Q2', 'instroom 2026']) expect((await ask('bosrand', text)).buttons, text).toContain('Opslaan');
  });
  it('is a question with a question mark, of the own location', async () => {
    const { text } = await ask('bosrand', 'uitstroom Q2 2026?');
    expect(text).toContain('Uitstroom · De Bosrand');
    expect(text).toContain('1 plaatsing geëindigd');
  });
  it('is a question of who has no such form, unless it stands alone', async () => {
    for (const person of ['official', 'nurse'] as const) expect((await ask(person, 'instroom Q1 2026')).text).toContain('Instroom · Putten');
    expect((await ask('official', 'uitstroom')).text).not.toContain('plaatsing');
    expect((await ask('official', 'uitstroom PU-4KX7-9TM9 verhuisd')).text).not.toContain('geëindigd');
  });
});

describe('a split that says nothing', () => {
  it('is explained, with those that do', async () => {
    const card = await ask('official', 'bereik per reden');
    expect(card.text).toContain('“Bereik” kan niet per reden worden uitgesplitst.');
    const why = card.buttons.find((title) => title.startsWith('Niet bereikt'))!;
    expect((await chat.press('official', card, why)).text).toContain('Niet bereikt · per reden · Putten');
  });
});

describe('a button on an answer', () => {
  it('asks the next figure, also one whose word opens a form', async () => {
    const early = await ask('bosrand', 'vroegtijdige uitstroom 2026');
    expect(early.text).toContain('Vroegtijdige uitstroom · De Bosrand');
    const next = await chat.press('bosrand', early, 'Uitstroom');
    expect(next.text).toContain('Uitstroom · De Bosrand');
    expect(next.text).toContain('2026, van 01-01-2026');
  });
});

describe('small numbers', () => {
  it('are not shown to a reader or in a channel, nor is a split', async () => {
    for (const question of ['uitstroom Q2 2026', 'vroegtijdige uitstroom Q2 2026', 'instroom 2026', 'niet bereikt?', 'onbekend', 'elders geplaatst', 'aantal indicaties', 'bezette plekken', 'bezetting per locatie', 'bereik volgens de inspectie', 'gemiddelde startleeftijd Q1']) {
      const shown = [await ask('reader', question), await ask('official', question, { where: 'channel' })];
      for (const { text } of shown) {
        expect(text, question).toMatch(/niet getoond|^<[59]$|^\d+-\d+%?$/m);
        expect(text, question).not.toMatch(/: [1-4]$/m);
      }
    }
  });

  it('of places are told of today only, where two days beside each other would say who came', async () => {
    const today = await ask('reader', 'vrije plekken');
    expect(today.text).toMatch(/van \d+ plekken vrij/);
    for (const question of ['vrije plekken 1 mei 2026', 'bezette plekken Q1 2026', 'bezetting vorig jaar', 'vrije plekken 1 oktober 2026 zoals bekend op 1 november 2026']) {
      for (const refused of [await ask('reader', question), await ask('official', question, { where: 'channel' })]) {
        expect(refused.text, question).toContain('alleen van vandaag');
        expect(refused.text, question).not.toContain('Referentie');
      }
    }
    const refused = await ask('reader', 'vrije plekken 1 mei 2026');
    expect((await chat.press('reader', refused, 'Vrije plekken vandaag')).text).toMatch(/van \d+ plekken vrij/);
    // An official asks it exactly, and its reference opens nothing for the reader either.
    const exact = await ask('official', 'vrije plekken 1 mei 2026');
    const reference = /KL-\w{4}-\w{4}/.exec(exact.text)![0];
    expect((await ask('reader', `toon berekening ${reference}`)).text).toContain('ken ik niet');
    expect((await ask('official', `toon berekening ${reference}`)).text).toContain('Opnieuw berekend');
  });

  it('lead on by buttons to figures that are told, not to a refusal', async () => {
    for (const question of ['bereik', 'bereik Q1 2026', 'niet bereikt', 'vrije plekken', 'bezetting', 'uitstroom 2026', 'vroegtijdige uitstroom Q3 2026', 'overdrachten', 'overdrachten te laat Q3 2026', 'gemiddelde startleeftijd', 'instroom Q1 2026']) {
      const answer = await ask('reader', question);
      const buttons = answer.buttons.filter((title) => !['Menu', 'Exporteren'].includes(title));
      expect(buttons.length, question).toBeGreaterThan(0);
      for (const title of buttons) {
        const { text } = await chat.press('reader', answer, title);
        expect(text, `${question}: ${title}`).not.toMatch(/alleen van vandaag|geven we de instroom niet/);
      }
    }
    // What this year's part quarter does not tell, the last whole one does.
    expect((await chat.press('reader', await ask('reader', 'uitstroom 2026'), 'Vorig heel kwartaal')).text).toMatch(/Kwartaal 3 van 2026[^]*\n(<\d+|\d+-\d+)\n/);
  });

  it('are exact behind a reference from a channel for who has the right, and never say to others what they would be now', async () => {
    const told = await ask('official', 'bereik', { where: 'channel' });
    expect(told.text).not.toMatch(/\(\d+ van \d+/);
    const reference = /KL-\w{4}-\w{4}/.exec(told.text)![0];
    const opened = (await ask('official', `toon berekening ${reference}`)).text;
    expect(opened).toMatch(/\(\d+ van \d+ doelgroeppeuters\)/);
    expect(opened).toContain('Met wat nu bekend is');
    for (const protectedText of [(await ask('reader', `toon berekening ${reference}`)).text, (await ask('official', `toon berekening ${reference}`, { where: 'channel' })).text]) {
      expect(protectedText).toContain('Opnieuw berekend');
      expect(protectedText).not.toMatch(/Met wat nu bekend is|\(\d+ van \d+ doelgroeppeuters\)/);
    }
  });
  it('none are not asked by who has no part in them', async () => {
    expect((await ask('bosrand', 'niet bereikt?')).text).toContain('hoort niet bij uw rol');
    expect((await ask('school', 'instroom?')).text).not.toContain('plaatsing');
  });
});

describe('a reference, after all that came later', () => {
  it('is computed again to the digit after exits, corrections and withdrawals, with what it would be now', async () => {
    const before = [];
    for (const [question] of ANSWERS) {
      const card = await ask('official', question);
      before.push({ question, reference: referenceIn(card), value: card.text.split('\n')[3]! });
    }
    await chat.world.owner.query(`set search_path = kansenlijn, public;
      update placement set closing = 'exited' where child_id = '${child(1)}';
      insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason) values ${placed(1, 'waterlelie', '[2026-02-02,2026-06-01)', 'other_provider')};
      update guidance_outcome set closing = 'withdrawn'; update indication set closing = 'withdrawn' where child_id = '${child(4)}';
      update ve_place_offer set closing = 'withdrawn' where location_id = '${ID.bosrand}';`);
    for (const { question, reference, value } of before) {
      const { text } = await ask('official', `toon berekening ${reference}`);
      expect(text, question).toContain(`: ${value}`);
      expect(text, question).not.toContain('Let op');
      expect(text, question).toMatch(/Met wat nu bekend is/);
    }
    expect((await ask('official', `toon berekening ${before.find(({ question }) => question === 'uitstroom Q2')!.reference}`)).text).toContain('zou het zijn: 2 (2 plaatsingen geëindigd)');
    expect((await ask('official', 'bereik')).text).toContain('1 van 3 doelgroeppeuters');
  });

  it('still computes an answer that was given before figures could be split', async () => {
    await chat.world.owner.query(`set search_path = kansenlijn, public;
      insert into answer (reference, person_id, protected, measure, measure_version, municipality_code, reference_date, params, revision, known_at, counts)
      select 'KL-2222-2222', id, false, 'reach', 1, '0273', '2026-11-22', '{"windowStartMonths": 24, "placeName": "Putten", "period": {"kind": "day", "start": "2026-11-22", "endExclusive": "2026-11-23", "label": "22-11-2026"}}',
        (select revision from ledger_clock), 'infinity', '{"total": 3, "reachedHere": 0, "reachedElsewhere": 1, "notReached": 0, "unknown": 2}' from person where aad_object_id = 'official-putten';`);
    const { text } = await ask('official', 'toon berekening KL-2222-2222');
    expect(text).toContain('33,3% (1 van 3 doelgroeppeuters)');
    expect(text).not.toContain('Let op');
  });
});
