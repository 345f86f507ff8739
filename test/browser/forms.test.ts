import { beforeAll, describe, expect, test } from 'vitest';
import { useSession } from './session.ts';
import { childCode } from './texts.ts';

const session = useSession();

describe('a form that cannot be stored as it is', () => {
  let code = '';

  test('says at the field what is wrong, and keeps what was typed', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Bosuil');
    await chat.say('instroom per 30 februari');
    await chat.screenshot('instroom-onmogelijke-dag');
    expect(await chat.lastCard()).toContain('30 februari bestaat niet.');
    expect(await chat.value('Startdatum')).toBe('');
    await chat.choose('Soort plek', 'Gewone');
    await chat.fill('Startdatum', '2026-11-23');
    await chat.fill('Uren per week', 'veel');
    await chat.choose('Dagen per week', '2');
    const card = await chat.press('Opslaan');
    await chat.screenshot('instroom-veldfouten');
    expect(card).toContain('Nog niet opgeslagen\nKijk nog even naar: Uren per week.');
    expect(card).toContain('⚠ Vul de uren per week in als een getal');
    expect(await chat.value('Uren per week')).toBe('veel');
    expect(await chat.value('Startdatum')).toBe('23 november 2026');
    expect(await chat.value('Dagen per week')).toBe('2');
    expect(await chat.chosen('Soort plek')).toBe('Gewone plek (zonder VE)');
    expect(await chat.press('Annuleren')).toContain('Er is niets opgeslagen.');
  });

  test('an indication from after the start blocks a VE place; with another day it is asked and stored', async () => {
    const { chat } = session;
    await chat.say('wissel van rol JGZ');
    await chat.say('indicatie geboren 4 maart 2024');
    await chat.tick('Gronden', 'Situatie van de ouders');
    code = childCode(await chat.press('Opslaan'));

    await chat.say('wissel van rol Krachtpatsers');
    await chat.say(`instroom ${code} per 2 november 16 uur 4 dagen`);
    await chat.fill('Geboortedatum', '2024-03-04');
    await chat.choose('Soort plek', 'VE-plek');
    const blocked = await chat.press('Opslaan');
    await chat.screenshot('instroom-geblokkeerd');
    expect(blocked).toContain('Dit kan zo niet worden opgeslagen\nVoor een VE-plek is een indicatie nodig');
    expect(blocked).toContain('Bron: ');
    expect(await chat.buttons()).toEqual(['Opslaan', 'Annuleren']);
    expect(await chat.value('Geboortedatum')).toBe('4 maart 2024');
    expect(await chat.value('Uren per week')).toBe('16');
    expect(await chat.chosen('Soort plek')).toContain('VE-plek');

    await chat.fill('Startdatum', '2026-11-23');
    expect(await chat.press('Opslaan')).toContain('Klopt dit?');
    expect(await chat.press('Ja, toch opslaan')).toContain('Door u bevestigd');
  });

  test('a code of nobody shows nothing about any child', async () => {
    const { chat } = session;
    await chat.say(`instroom ${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
    await chat.screenshot('instroom-code-fout');
    expect(await chat.lastCard()).toContain('is geen geldige code van een kind');
    // A child's own code with another birth date says only that the two do not fit.
    await chat.say('wissel van rol Bosuil');
    await chat.say(`instroom ${code} per 23 november 16 uur 4 dagen`);
    await chat.fill('Geboortedatum', '2024-03-05');
    await chat.choose('Soort plek', 'VE-plek');
    const card = await chat.press('Opslaan');
    await chat.screenshot('instroom-code-en-datum');
    expect(card).toContain('Dit kan zo niet worden opgeslagen');
    expect(card).not.toMatch(/04-03-2024|Krachtpatsers|indicatie is/);
  });

  test('pressing twice stores once', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Bosuil');
    await chat.say('instroom per 23 november 8 uur 2 dagen');
    await chat.fill('Geboortedatum', '2024-05-06');
    await chat.choose('Soort plek', 'Gewone');
    const receipt = await chat.pressTwice('Opslaan');
    expect(receipt).toContain('Instroom vastgelegd');
    const fresh = childCode(receipt);
    await chat.say('corrigeer');
    const recorded = await chat.options('Wat is er vastgelegd?');
    expect(recorded.filter((record) => record.startsWith(`Plaatsing ${fresh}`))).toHaveLength(1);
  });
});

describe('what people type in a note', () => {
  test('is shown as typed: no link, no bold, no mention', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Bosuil');
    await chat.say('uitstroom anders per 1 december');
    await chat.screenshot('uitstroom-anders');
    const note = 'zie [dit](http://example.org) **nu** <at>Robin</at> & <b>';
    const [child] = await chat.options('Kind');
    await chat.choose('Kind', child!);
    await chat.fill('Toelichting', note);
    const receipt = await chat.press('Opslaan');
    await chat.screenshot('uitstroom-toelichting');
    expect(receipt).toContain(note);
  });
});

describe('a question that cannot be answered', () => {
  beforeAll(async () => void (await session.chat.say('wissel van rol Gemeente')));

  test.each([
    ['bereik Q5', 'Deze periode kan ik niet gebruiken'],
    ['bereik 30 februari 2026', 'Deze periode kan ik niet gebruiken'],
    ['bereik 2031', 'Deze periode kan ik niet gebruiken'],
    ['bereik van Atlantis', 'Dat begrijp ik niet'],
    ['toon berekening KL-2222-2222', 'Deze referentie ken ik niet'],
  ])('%s gets a reason and a way on, and no figure', async (question, title) => {
    const { chat } = session;
    const card = await chat.say(question);
    await chat.screenshot(`vraag-${question.replace(/\W+/g, '-')}`);
    expect(card).toContain(title);
    expect(card).not.toMatch(/\d%/);
    expect((await chat.buttons()).length).toBeGreaterThan(0);
  });

  test('a message of 20.000 characters is refused in a sentence', async () => {
    expect(await session.chat.say('bereik '.repeat(2_858))).toContain('Uw bericht is te lang');
  });
});
