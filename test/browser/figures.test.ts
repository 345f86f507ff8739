import { describe, expect, test } from 'vitest';
import { useSession } from './session.ts';
import { reference } from './texts.ts';

const session = useSession();

describe('an official asks on', () => {
  let first = '';

  test('a figure comes with its parts, and a next question is one press away', async () => {
    const { chat } = session;
    first = reference(await chat.say('bereik Q1 2024'));
    const split = await chat.press('Per locatie');
    expect(split).toContain('Bereik · per locatie · Putten');
    expect(await chat.press('Zonder uitsplitsing')).toContain('26 van 31 doelgroeppeuters');
  });

  test('the computation gives the same figure again, and says what changed since', async () => {
    const { chat } = session;
    const card = await chat.press('Waarom dit getal');
    expect(card).toContain('83,9%');
    expect(await chat.say(`verschil ${first}`)).toContain(`Verschil ${first}`);
    expect(await chat.say('toon berekening')).toContain('Van welk cijfer?');
  });

  test('a follow-up says that it is one, and keeps the year', async () => {
    const { chat } = session;
    await chat.say('bereik Q1 2024');
    const card = await chat.say('en Q2?');
    expect(card).toContain('Kwartaal 2 van 2024');
    expect(card).toContain('Vervolg op uw vorige vraag');
  });

  test.each([
    ['bereik per kwartaal in 2026', 'Bereik · per kwartaal · Putten'],
    ['bereik Q1 2026 tegenover Q3 2026', 'Kwartaal 1 van 2026 tegenover kwartaal 3 van 2026'],
    ['waar is nog plek', 'Vrije plekken · per locatie · Putten'],
    ['bereik en capaciteit', 'Capaciteit · Putten'],
    ['ontwikkeling bereik per kwartaal in 2025', '0\n20\n40\n60\n80\nK1'],
    ['bereik per maand in 2025', 'Januari 2025 tot en met december 2025'],
    ['bereik per jaar', '75\n100\n2023'],
    ['bezetting per locatie', 'De Krachtpatsers: 100'],
    ['overdrachten', '8 van 11 kinderen'],
    ['over te dragen kinderen 2026', '11 kinderen'],
    ['welke scholen missen nog een overdracht', 'School niet bekend\n2 van 2'],
    ['overdrachten te laat', 'Te laat is: op of na de leeftijd van 4 jaar.'],
    ['overdrachten met toestemming per school', 'Basisschool Het Kompas\n3 van 3'],
    ['overdrachten geweigerd', '2 van 8 kinderen'],
    ['hoe vroeg wordt er overgedragen per school', 'over 8 kinderen'],
    ['aandeel warm gesprek per locatie', '5 van 8 kinderen'],
    ['terugkoppeling', '3 van 8 kinderen'],
    ['overdrachten per kwartaal in 2026', 'Overgedragen kinderen · per kwartaal · Putten'],
    ['overdrachten per programma', 'Piramide'],
  ])('"%s" is drawn, also at the width of a phone', async (question, expected) => {
    const { chat } = session;
    expect(await chat.say(question)).toContain(expected);
    await chat.screenshot(`antwoord-${question.replace(/\W+/g, '-')}`);
    expect((await chat.buttons()).length).toBeLessThanOrEqual(6);
  });

  test('a question that can be read in several ways is asked back, and a press answers it', async () => {
    const { chat } = session;
    await chat.say('plekken');
    expect(await chat.buttons()).toEqual(expect.arrayContaining(['Vrije plekken', 'Capaciteit']));
    expect(await chat.press('Vrije plekken')).toContain('Vrije plekken · Putten');
    expect(await chat.press('Exporteren')).toContain('Vrije plekken · Putten');
    expect(await chat.buttons()).toEqual(expect.arrayContaining(['Excel', 'CSV']));
  });

  test('a reader sees in which range handovers of a quarter lie', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Regiegroep');
    expect(await chat.say('overdrachten kwartaal 3')).toContain('<5');
    await chat.screenshot('antwoord-overdrachten-lezer');
  });
});
