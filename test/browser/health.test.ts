import { beforeAll, describe, expect, test } from 'vitest';
import { useSession } from './session.ts';
import { childCode } from './texts.ts';

const session = useSession();

/** An indication without a code: the child is new and gets one. */
async function indicate(): Promise<string> {
  const { chat } = session;
  await chat.say('indicatie geboren 9 juli 2024');
  expect(await chat.value('Geboortedatum')).toBe('9 juli 2024');
  await chat.tick('Gronden', 'Situatie van de ouders');
  return childCode(await chat.press('Opslaan'));
}

describe('what youth health care records', () => {
  let first = '';
  let second = '';

  test('the outcome of guidance, with reasons, from a sentence', async () => {
    const { chat } = session;
    await chat.say('wissel van rol JGZ');
    first = await indicate();
    await chat.say(`weigering ${first} wachtlijst`);
    await chat.screenshot('toeleiding-zin');
    expect(await chat.value('Code van het kind')).toBe(first);
    await chat.tick('Redenen', 'Praktisch');
    const receipt = await chat.press('Opslaan');
    await chat.screenshot('toeleiding-ontvangst');
    expect(receipt).toContain('Toeleiding vastgelegd');
    expect(receipt).toContain('Plek geweigerd');
    expect(receipt).toMatch(/Wachtlijst bij een locatie; Praktisch/);
    expect(await chat.say('bereik')).toContain('29 van 37');
  });

  test('two codes of one child become one, and two again when that was wrong', async () => {
    const { chat } = session;
    second = await indicate();
    await chat.screenshot('indicatie-mogelijk-dubbel');
    expect(await chat.say('bereik')).toContain('29 van 38');

    await chat.say(`samenvoegen ${second} ${first}`);
    await chat.screenshot('samenvoegen');
    expect(await chat.press('Samenvoegen')).toContain('Codes samengevoegd');
    await chat.screenshot('samenvoegen-ontvangst');
    expect(await chat.say('bereik')).toContain('29 van 37');

    await chat.say('corrigeer');
    await chat.choose('Wat is er vastgelegd?', 'Samenvoeging');
    await chat.press('Intrekken');
    await chat.fill('Waarom trekt u dit in?', 'Het blijken toch twee kinderen te zijn.');
    await chat.screenshot('intrekken');
    expect(await chat.press('Intrekken')).toContain('Samenvoeging ingetrokken');
    await chat.screenshot('intrekken-ontvangst');
    expect(await chat.say('bereik')).toContain('29 van 38');
  });

  test('an indication that was a mistake is withdrawn, and the child no longer counts', async () => {
    const { chat } = session;
    await chat.say(`corrigeer ${second}`);
    expect(await chat.chosen('Wat is er vastgelegd?')).toContain(`Indicatie ${second}`);
    await chat.press('Intrekken');
    await chat.fill('Waarom trekt u dit in?', 'Dubbel ingevoerd.');
    expect(await chat.press('Intrekken')).toContain('Indicatie ingetrokken');
    expect(await chat.say('bereik')).toContain('29 van 37');
  });
});

describe('the other figures', () => {
  beforeAll(async () => void (await session.chat.say('wissel van rol Gemeente')));

  test.each([
    ['capaciteit', 'Capaciteit · Putten'],
    ['vrije plekken', 'Vrije plekken · Putten'],
    ['capaciteit maart 2024', 'Maart 2024, peildatum 31-03-2024'],
    ['bereik vorig kwartaal', 'Kwartaal 3 van 2026, peildatum 30-09-2026'],
    ['help', 'Zo werkt Kansenlijn'],
  ])('%s', async (question, expected) => {
    const { chat } = session;
    const card = await chat.say(question);
    await chat.screenshot(`vraag-${question.replace(/\W+/g, '-')}`);
    expect(card).toContain(expected);
  });

  test('somebody of a region gets the figure of the region, with what is not in it, and of a municipality by its name', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Regio');
    const region = await chat.say('bereik Q1 2024');
    await chat.screenshot('regio-bereik');
    expect(region).toContain('Bereik · Noord-Veluwe');
    expect(region).toContain('Niet meegeteld, omdat geen beginleeftijd is vastgelegd: Ermelo.');
    const member = await chat.say('bereik Q1 2024 Putten');
    await chat.screenshot('regio-bereik-gemeente');
    expect(member).toContain('Bereik · Putten');
    expect(member).toContain('26 van 31');
  });
});
