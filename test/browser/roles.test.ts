import { describe, expect, test } from 'vitest';
import { PLAYGROUND_MEMBERS, PLAYGROUND_TEAM } from '../../src/demo/identity.ts';
import { useSession } from './session.ts';

const session = useSession();

describe('the menu of each role', () => {
  test('the demo begins as the official, and its welcome is a menu', async () => {
    await session.chat.screenshot('welkom');
    expect(await session.chat.lastCard()).toContain('Rol: Beleidsadviseur · Putten\nWaarmee kan ik helpen?');
  });

  test('"wissel van rol" offers the demo people, and every one can be reached', async () => {
    const { chat } = session;
    await chat.say('wissel van rol');
    await chat.screenshot('wissel-van-rol');
    const first = await chat.buttons();
    expect(first.at(-1)).toBe('Meer…');
    await chat.press('Meer…');
    const second = await chat.buttons();
    expect([...first, ...second].filter((title) => title !== 'Meer…')).toHaveLength(8);
  });

  test.each([
    ['Gemeente · Putten', 'Beleidsadviseur · Putten', ['Beheer', 'Bereik nu', 'Bereik vorig kwartaal', 'Capaciteit', 'Vrije plekken']],
    ['Kinderopvang Bosuil', 'Pedagogisch medewerker · De Bosuil', ['Instroom melden', 'Uitstroom melden', 'Corrigeren of intrekken', 'Vrije plekken']],
    ['JGZ', 'Jeugdgezondheidszorg · JGZ Veluwerand, Putten', ['Indicatie afgeven', 'Toeleiding vastleggen', 'Codes samenvoegen', 'Corrigeren of intrekken']],
    ['Regio', 'Regionaal beleidsadviseur · Noord-Veluwe', ['Bereik nu', 'Capaciteit', 'Vrije plekken']],
    ['Regiegroep', 'Lid Regiegroep · Putten', ['Bereik nu', 'Capaciteit']],
    ['School', 'Intern begeleider · Basisschool De Heidebloem', []],
  ])('%s', async (words, role, expected) => {
    const { chat } = session;
    expect(await chat.say(`wissel van rol ${words}`)).toContain(`U bent nu: ${role}`);
    const menu = await chat.press('Menu');
    await chat.screenshot(`menu-${words.replace(/\W+/g, '-')}`);
    expect(menu).toContain(`Rol: ${role}`);
    const buttons = await chat.buttons();
    if (buttons.includes('Meer…')) {
      await chat.press('Meer…');
      buttons.push(...(await chat.buttons()));
    }
    for (const title of [...expected, 'Wissel van rol']) expect(buttons).toContain(title);
  });
});

describe('what a role may not', () => {
  test('a form of another role is refused, with a way on', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Gemeente');
    const card = await chat.say('instroom');
    await chat.screenshot('niet-uw-rol');
    expect(card).toContain('Dit hoort niet bij uw rol');
    expect(await chat.buttons()).toEqual(['Menu']);
  });

  test('a reader sees reach with small numbers protected, and no computation', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Regiegroep');
    const card = await chat.say('bereik');
    await chat.screenshot('bereik-lezer');
    expect(card).toContain('Aantallen kinderen staan hier in klassen');
    expect(card).not.toMatch(/\n[1-4]\n/);
    expect(await chat.buttons()).not.toContain('Toon berekening');
  });

  test('childcare sees its own free places and no reach of the municipality', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    expect(await chat.say('bereik')).not.toMatch(/\d%/);
    await chat.screenshot('bereik-opvang');
    expect(await chat.say('vrije plekken')).toContain('De Krachtpatsers');
    await chat.screenshot('vrije-plekken-opvang');
  });
});

describe('somebody whom the bot does not know', () => {
  const [stranger] = PLAYGROUND_MEMBERS;

  test('gets an explanation and no data; with an invitation, exactly that role', async () => {
    const { chat } = session;
    expect(await chat.sayAs(stranger!, 'bereik Q1 2024')).toContain('Ik ken u nog niet.');
    await chat.screenshot('onbekend');
    expect(await chat.sayAs(stranger!, 'code ABCD-EFGH-JKLM')).toContain('Deze code werkt niet');
    await chat.screenshot('code-werkt-niet');

    await chat.say('wissel van rol Gemeente');
    await chat.say('uitnodigen');
    await chat.screenshot('uitnodigen-rol');
    await chat.choose('Rol', 'Lid Regiegroep');
    await chat.press('Verder');
    await chat.screenshot('uitnodigen');
    const receipt = await chat.press('Uitnodiging maken');
    await chat.screenshot('uitnodigen-ontvangst');
    const [typed] = /code [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt) ?? [];

    expect(await chat.sayAs(stranger!, typed!)).toContain('Welkom, uw rol staat klaar');
    await chat.screenshot('code-gebruikt');
    expect(await chat.sayAs(stranger!, 'bereik')).toContain('Aantallen kinderen staan hier in klassen');
    expect(await chat.sayAs(PLAYGROUND_MEMBERS[1]!, typed!)).toContain('Deze code werkt niet');
  });
});

describe('in a channel', () => {
  const [channel] = PLAYGROUND_TEAM.channels;
  const entry = `${PLAYGROUND_TEAM.name} - ${channel.name}`;

  test('a form is refused and a figure is protected, also for who sees it exactly elsewhere', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    await chat.openConversation(entry, 'first');
    await chat.screenshot('kanaal-welkom');
    const declined = await chat.mention('instroom');
    await chat.screenshot('kanaal-formulier');
    expect(declined).toContain('Dit doet u in de persoonlijke chat');
    expect(await chat.buttons()).toEqual([]);

    await chat.openConversation('Personal Chat');
    await chat.say('wissel van rol Gemeente');
    await chat.openConversation(entry);
    const figure = await chat.mention('bereik');
    await chat.screenshot('kanaal-bereik');
    expect(figure).toContain('Aantallen kinderen staan hier in klassen');
  });
});
