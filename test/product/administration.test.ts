import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

const say = async (person: PersonName | 'stranger' | 'newcomer' | 'other', text: string, options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const codeIn = (card: Shown): string => /code [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];
const referenceIn = (card: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];

/** Opens a form by its phrase, fills it in and saves it. */
async function fill(text: string, title: string, inputs: Readonly<Record<string, string>> | ((form: Shown) => Record<string, string>)): Promise<Shown> {
  const form = await say('official', text);
  return chat.press('official', form, title, typeof inputs === 'function' ? inputs(form) : inputs);
}
/** Chooses in the first step, then fills in the second. */
async function choose(text: string, input: string, label: string, title: string, inputs: Readonly<Record<string, string>>): Promise<Shown> {
  const first = await say('official', text);
  const form = await chat.press('official', first, 'Verder', { [input]: first.option(input, label) });
  return chat.press('official', form, title, inputs);
}
async function invite(role: string, place: string, label: string): Promise<Shown> {
  const first = await say('official', 'uitnodigen');
  const form = await chat.press('official', first, 'Verder', { role });
  return chat.press('official', form, 'Uitnodiging maken', { place: form.option('place', place), label });
}

describe('the menu of an official', () => {
  it('has one button for all administration, which leads to every form within two presses', async () => {
    const menu = await say('official', 'menu');
    expect(menu.buttons).toEqual(['Bereik nu', 'Bereik vorig kwartaal', 'Capaciteit', 'Vrije plekken', 'Beheer', 'Corrigeren of intrekken']);
    const admin = await chat.press('official', menu, 'Beheer');
    const places = await chat.press('official', admin, 'Locaties en groepen');
    expect((await chat.press('official', places, 'Locatie toevoegen')).buttons).toContain('Toevoegen');
    expect((await say('waterlelie', 'menu')).buttons).not.toContain('Beheer');
  });
});

describe('from a new provider to a figure', () => {
  it('adds a provider, a location, a group and places; an invited worker places a child, and the figure counts it', async () => {
    expect((await fill('aanbieder toevoegen', 'Toevoegen', { kind: 'childcare', name: 'Bosuilen BV' })).text).toContain('Aanbieder toegevoegd');
    const location = await fill('locatie toevoegen', 'Toevoegen', (form) => ({ organisation: form.option('organisation', 'Bosuilen BV'), neighbourhood: form.option('neighbourhood', 'Centrum'), name: 'Het Nest', lrk: '900000007', openedOn: '2026-11-01' }));
    expect(location.text).toContain('Locatie toegevoegd');
    expect((await fill('groep toevoegen', 'Toevoegen', (form) => ({ location: form.option('location', 'Het Nest'), name: 'Uilskuikens', openedOn: '2026-11-01' }))).text).toContain('Groep toegevoegd');
    const numbers = await choose('ve-plaatsen vastleggen', 'location', 'Het Nest', 'Opslaan', { places: '8', from: '2026-11-01' });
    expect(numbers.text).toContain('8 VE-plaatsen');
    expect(numbers.text).toContain('vanaf 01-11-2026');

    const code = codeIn(await invite('childcare', 'Het Nest', 'groep Uilskuikens'));
    expect((await say('newcomer', code)).text).toContain('Welkom');
    const nurse = await say('nurse', 'indicatie');
    const child = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await chat.press('nurse', nurse, 'Opslaan', { birthDate: '2024-02-10', issuedOn: '2026-11-05', grounds: 'child_development' })).text)![0];
    const intake = await say('newcomer', 'instroom');
    const early = await chat.press('newcomer', intake, 'Opslaan', { code: child, birthDate: '2024-02-10', start: '2026-10-31', hours: '16', days: '4', group: intake.inputs['group'] || ID.waterlelieGroup, place: 've' });
    expect(early.text).toContain('Uilskuikens is open per 01-11-2026');
    const placed = await chat.press('newcomer', early, 'Opslaan', { start: '2026-11-21' });
    expect(placed.text).toContain('Opgeslagen');

    const capacity = await say('official', 'capaciteit');
    expect(capacity.text).toContain('Het Nest: 8');
    expect((await say('official', 'bezette plekken')).text).toContain('Het Nest: 1');
  });

  it('changes the number from a day on, keeps the old days, and corrects and withdraws it', async () => {
    const before = await say('official', 'capaciteit');
    expect((await choose('ve-plaatsen vastleggen', 'location', 'Het Nest', 'Opslaan', { places: '12', from: '2026-11-15' })).text).toContain('8 VE-plaatsen, van 01-11-2026 tot en met 14-11-2026');
    expect((await say('official', 'capaciteit')).text).toContain('Het Nest: 12');
    expect((await say('official', 'capaciteit 10 november 2026')).text).toContain('Het Nest: 8');

    const list = await say('official', 'corrigeer Het Nest');
    const form = await chat.press('official', list, 'Corrigeren', { record: list.option('record', 'vanaf 15-11-2026') });
    expect(form.inputs).toMatchObject({ places: '12', from: '2026-11-15' });
    expect((await chat.press('official', form, 'Correctie opslaan', { places: '10', why: 'Verkeerd geteld' })).text).toContain('12 VE-plaatsen, vanaf 15-11-2026');
    expect((await say('official', 'capaciteit')).text).toContain('Het Nest: 10');
    const again = await say('official', 'corrigeer Het Nest');
    const withdrawal = await chat.press('official', again, 'Intrekken', { record: again.option('record', 'vanaf 15-11-2026') });
    await chat.press('official', withdrawal, 'Intrekken', { why: 'Gaat niet door' });
    expect((await say('official', 'capaciteit')).text).toContain('geen aantal VE-plekken is vastgelegd: Het Nest');
    expect((await say('official', `toon berekening ${referenceIn(before)}`)).text).toContain('Het Nest: 8');
  });

  it('asks back for fewer places than are taken, and refuses to close where a child is placed', async () => {
    const first = await choose('ve-plaatsen vastleggen', 'location', 'Het Nest', 'Opslaan', { places: '0', from: '2026-11-22' });
    expect(first.text).toContain('is 1 VE-plaats bezet, meer dan de 0');
    expect((await chat.press('official', first, 'Ja, toch opslaan')).text).toContain('0 VE-plaatsen');
    const closing = await choose('locatie wijzigen', 'item', 'Het Nest', 'Opslaan', { closedOn: '2026-12-01' });
    expect(closing.text).toContain('nog 1 kind geplaatst');
  });
});

describe('a target', () => {
  it('stands with the figure from its day on, in place of the one that came with the product', async () => {
    expect((await say('official', 'bereik')).text).toContain('Doel: minstens 80%, streven 100%');
    const receipt = await fill('doel vastleggen', 'Opslaan', { measure: 'reach', atLeast: '95', from: '2026-11-10', source: 'Raadsbesluit 2026-44' });
    expect(receipt.text).toContain('minstens 95%');
    for (const person of ['official', 'nurse'] as const) expect((await say(person, 'bereik')).text, person).toContain('Doel: minstens 95%');
    expect((await say('official', 'bereik 9 november 2026')).text).toContain('Doel: minstens 80%, streven 100%');
    expect((await say('officialErmelo', 'bereik')).text).not.toContain('95%');
  });
});

describe('roles', () => {
  it('are listed by their label, and what is revoked shows nothing from then on', async () => {
    const list = await say('official', 'rollen Het Nest');
    expect(list.text).toContain('Het Nest · groep Uilskuikens · sinds');
    expect((await say('newcomer', 'instroom')).buttons).toContain('Opslaan');
    const receipt = await choose('rol intrekken', 'grant', 'groep Uilskuikens', 'Intrekken', { why: 'Uit dienst' });
    expect(receipt.text).toContain('Rol ingetrokken');
    for (const text of ['instroom', 'uitstroom', 'capaciteit', 'menu']) expect((await say('newcomer', text)).text).toContain('Ik ken u nog niet');
    expect((await say('official', 'rollen Het Nest')).text).toContain('geen rol gevonden');
  });
  it('are changed with a code that is shown once', async () => {
    const first = await say('official', 'rol wijzigen');
    const second = await chat.press('official', first, 'Verder', { grant: first.option('grant', 'Lid Regiegroep') });
    const form = await chat.press('official', second, 'Verder', { newRole: 'official' });
    const receipt = await chat.press('official', form, 'Rol wijzigen', { label: 'team Jeugd', why: 'Andere baan' });
    expect((await say('reader', 'bereik')).text).toContain('Ik ken u nog niet');
    expect((await chat.press('official', form, 'Rol wijzigen', { label: 'team Jeugd', why: 'Andere baan' })).text).not.toMatch(/code [0-9A-Z]{4}-/);
    expect((await say('reader', codeIn(receipt))).text).toContain('Welkom');
    expect((await say('reader', 'rollen Putten')).text).toContain('team Jeugd');
  });
});

describe('what was changed', () => {
  it('is told to an official of the municipality, with before, after, why and by whom', async () => {
    const { text } = await say('official', 'wijzigingen');
    expect(text).toContain('Rol ingetrokken: Putten · rol: Lid Regiegroep · reden: Andere baan · door u');
    expect(text).toContain('Doel toegevoegd');
    expect(text).toContain('VE-plaatsen ingetrokken: Het Nest');
    expect(text).toContain('aantal: 12 → 10');
    expect((await say('officialErmelo', 'wijzigingen')).text).toContain('nog niets gewijzigd');
  });
});

describe('who has no business there', () => {
  it.each(['stranger', 'waterlelie', 'nurse', 'regional', 'school'] as const)('%s opens none of it', async (person) => {
    for (const text of ['beheer', 'locatie toevoegen', 've-plaatsen vastleggen', 'rollen', 'wijzigingen', 'doel vastleggen', 'rol intrekken']) {
      expect((await say(person, text)).text, text).toMatch(/hoort niet bij uw rol|Ik ken u nog niet/);
    }
  });
  it('nor does an official in a channel', async () => {
    expect((await say('official', 'beheer', { where: 'channel' })).text).toContain('persoonlijke chat');
  });
  it('another municipality’s official sees and changes nothing of this one, also with a card that was made for somebody else', async () => {
    expect((await say('officialErmelo', 'locatie wijzigen')).text).not.toContain('Waterlelie');
    const form = await say('official', 'locatie wijzigen');
    const details = await chat.press('official', form, 'Verder', { item: form.option('item', 'De Waterlelie') });
    expect((await chat.press('officialErmelo', details, 'Opslaan', { name: 'Gekaapt' })).text).toContain('kan niet worden opgeslagen');
    const own = await say('officialErmelo', 'locatie wijzigen');
    const forged = await chat.press('officialErmelo', own, 'Verder', { item: ID.waterlelie });
    expect(forged.buttons).toContain('Verder');
    expect((await chat.world.owner.query(`select from kansenlijn.location where name = 'Gekaapt'`)).rowCount).toBe(0);
  });
});

describe('a form that is pressed twice', () => {
  it('adds one location, and makes one number of places', async () => {
    const form = await say('official', 'locatie toevoegen');
    const inputs = { organisation: form.option('organisation', 'Heideroos'), name: 'De Tweeling', openedOn: '2026-11-22' };
    const [one, two] = await Promise.all([chat.press('official', form, 'Toevoegen', inputs), chat.press('official', form, 'Toevoegen', inputs)]);
    expect([one.text, two.text]).toEqual([one.text, one.text]);
    expect((await chat.world.owner.query(`select from kansenlijn.location where name = 'De Tweeling'`)).rowCount).toBe(1);
    const first = await say('official', 've-plaatsen vastleggen');
    const second = await chat.press('official', first, 'Verder', { location: first.option('location', 'De Tweeling') });
    await Promise.all([chat.press('official', second, 'Opslaan', { places: '6' }), chat.press('official', second, 'Opslaan', { places: '6' })]);
    expect((await chat.world.owner.query(`select from kansenlijn.ve_place_offer o join kansenlijn.location l on l.id = o.location_id where l.name = 'De Tweeling'`)).rowCount).toBe(1);
  });
  it('by two officials at once from two forms adds one of the two, and tells the other why', async () => {
    const forms = [await say('official', 'groep toevoegen'), await say('official', 'groep toevoegen')];
    const location = forms[0]!.option('location', 'De Tweeling');
    const cards = await Promise.all(forms.map((form) => chat.press('official', form, 'Toevoegen', { location, name: 'Samen' })));
    expect(cards.map(({ text }) => text.includes('Groep toegevoegd')).sort()).toEqual([false, true]);
    expect(cards.some(({ text }) => text.includes('al een groep met de naam Samen'))).toBe(true);
  });
});
