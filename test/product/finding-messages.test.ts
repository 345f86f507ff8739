import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat({ now: () => new Date('2026-11-22T10:00:00Z') }); });
afterAll(() => chat.close());

const say = async (person: PersonName, text: string, where: 'personal' | 'channel' = 'personal'): Promise<Shown> => (await chat.say(person, text, { where }))!;
const EVERYBODY = ['official', 'regional', 'reader', 'waterlelie', 'school', 'nurse'] as const;
const RECORDING = ['official', 'waterlelie', 'school', 'nurse'] as const;
/** All that a person typed between quotation marks in a text. */
const quoted = (text: string): string[] => [...text.matchAll(/“([^”]+)”/g)].map(([, words]) => words!);

describe('the weekly post and the reminders under "beheer"', () => {
  it('have a part of their own, from which the status, the settings and what waits are one press away', async () => {
    const admin = await say('official', 'beheer');
    expect(admin.buttons).toEqual(['Locaties en groepen', 'VE-plaatsen, doelen, afspraken', 'Aanbieders en scholen', 'Wijken', 'Rollen en wijzigingen', 'Weekpost en herinneringen']);
    const part = await chat.press('official', admin, 'Weekpost en herinneringen');
    expect(part.text).toContain('koppel dit kanaal aan');
    expect(part.buttons).toEqual(['Status weekpost', 'Weekpost instellen', 'Herinneringen', 'Menu', 'Beheer']);
    expect((await chat.press('official', part, 'Status weekpost')).text).toContain('Er is nog geen kanaal gekoppeld');
    expect((await chat.press('official', part, 'Weekpost instellen')).text).toContain('Er is nog geen kanaal gekoppeld');
    expect((await chat.press('official', part, 'Herinneringen')).text).toContain('Er wacht nu niets op u');
  });

  it('has the post on the menu of a region, which has no "beheer"', async () => {
    expect((await chat.press('regional', await say('regional', 'menu'), 'Status weekpost')).text).toContain('Er is nog geen kanaal gekoppeld');
  });
});

describe('the help', () => {
  it.each(EVERYBODY)('names only words that work for "%s"', async (person) => {
    const help = await say(person, 'help');
    const words = quoted(help.text).filter((text) => !/KL-…|^@|^zoals bekend|^\?/.test(text));
    expect(words.length).toBeGreaterThan(2);
    for (const text of words) expect((await say(person, text)).text, text).not.toMatch(/begrijp ik niet|hoort niet bij uw rol|geen herinneringen/);
  });

  it.each(RECORDING)('tells "%s" of reminders', async (person) => expect((await say(person, 'help')).text).toContain('“herinneringen”'));

  it.each(['regional', 'reader'] as const)('does not promise reminders to "%s", who gets none and is told so', async (person) => {
    expect((await say(person, 'help')).text).not.toContain('erinneringen');
    const card = await say(person, 'herinneringen');
    expect(card.text).toContain('Voor uw rol zijn er geen herinneringen');
    expect(card.buttons).toEqual(['Menu']);
  });

  it.each(['official', 'regional'] as const)('tells "%s" of the weekly post, in a channel how to bind it', async (person) => {
    expect((await say(person, 'help')).text).toContain('“status weekpost”');
    expect((await say(person, 'help', 'channel')).text).toContain('“koppel dit kanaal aan”');
  });

  it('tells a reader in a channel what can be asked below a post, and not how to bind', async () => {
    const help = await say('reader', 'help', 'channel');
    expect(help.text).toContain('“waarom?”');
    expect(help.text).not.toContain('koppel dit kanaal');
  });
});

describe('the words of the weekly post and the reminders', () => {
  const POST = ['weekpost', 'status weekpost', 'koppelingen', 'koppel', 'hoe koppel ik een kanaal?', 'kanaal koppelen', 'weekpost aan', 'weekpost uit', 'pauzeer', 'weekpost pauzeren', 'weekpost hervatten', 'weekpost stoppen', 'proefpost'];

  it.each(['official', 'regional'] as const)('lead "%s", who bound nothing yet, to how it is done', async (person) => {
    for (const text of POST) expect((await say(person, text)).text, text).toContain('@Kansenlijn koppel dit kanaal aan');
  });

  it.each(['reader', 'waterlelie', 'school', 'nurse'] as const)('lead "%s" to the municipality, with a way on', async (person) => {
    for (const text of POST) {
      const card = await say(person, text);
      expect(card.text, text).toMatch(/doet de gemeente|regelt de gemeente/);
      expect(card.buttons, text).toEqual(['Menu']);
    }
  });

  it.each(RECORDING)('"herinneringen" and its settings open for "%s"', async (person) => {
    for (const text of ['herinneringen', 'reminders']) expect((await say(person, text)).text, text).toMatch(/wacht/);
    for (const text of ['herinneringen instellen', 'herinneringen uit']) expect((await say(person, text)).buttons, text).toContain('Opslaan');
  });

  it('of a form say in a channel what to type where', async () => {
    expect((await say('official', 'weekpost instellen', 'channel')).text).toContain('Typ “weekpost instellen” in onze persoonlijke chat.');
  });
});
