import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProduct } from '../../../src/product.ts';
import { PEOPLE, TENANT } from '../../support/world.ts';
import { cardOf, startDriver } from '../../teams/driver.ts';
import { Shown, startChat, TODAY, type Chat } from '../chat.ts';
import { begin, CONTENT, fill, more, openAt, placedChild, prepare, programme, send, sent, steps, stored } from './steps.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

const codeIn = (card: Shown): string => /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];
const beginAtSchool = async (inputs: Record<string, string>): Promise<Shown> =>
  chat.press('school', (await chat.say('school', 'overdracht beginnen'))!, 'Opslaan en verder', { consent: 'consent_given', consentOn: '2026-11-20', consentHow: 'form', ...inputs });

describe('a school that begins by itself', () => {
  it('fills in and submits a handover for a child with a code; childcare takes part and reads the feedback', async () => {
    const code = await placedChild(chat, '2022-12-11');
    const second = await beginAtSchool({ code, birthDate: '2022-12-11' });
    expect(second.text).toContain('Stap 2 van 6');
    expect(second.text).toContain(code);
    let card = await chat.press('school', second, 'Opslaan en verder', { programme: 'Peuterplein', startedOn: '2025-06-15', hours: '16' });
    for (let step = 0; step < 3; step += 1) card = await fill(chat, card, 'school');
    expect(card.text).toContain('Stap 6 van 6 · Nakijken en indienen');
    expect((await chat.press('school', card, 'Indienen')).text).toContain('ingediend door de school');

    const list = (await chat.say('waterlelie', 'overdracht'))!;
    const seen = await chat.press('waterlelie', list, 'Verder', { child: list.option('child', code) });
    expect(seen.text).toContain('De school is deze overdracht zelf begonnen');
    expect(seen.buttons).not.toContain('Inhoud bekijken');
    expect(JSON.stringify(seen.raw)).not.toContain(CONTENT.interests);
    const joined = await chat.press('waterlelie', await chat.press('waterlelie', seen, 'Meedoen'), 'Meedoen');
    expect(joined.text).toContain('Uw locatie doet mee');
    expect((await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Inhoud bekijken')).text).toContain(CONTENT.interests);

    const feedback = await chat.press('school', await openAt(chat, 'school', code), 'Terugkoppelen');
    await chat.press('school', feedback, 'Versturen', { text: 'hij voelt zich thuis in de klas' });
    expect((await openAt(chat, 'waterlelie', code)).text).toContain('hij voelt zich thuis');
  });

  it('makes a new code for a child without one, and sees no more of it than code and birth date', async () => {
    const second = await beginAtSchool({ birthDate: '2022-10-05' });
    const code = codeIn(second);
    expect(second.text).toContain(`De nieuwe code van het kind is ${code}`);
    const seen = await chat.world.as('school', async ({ ports }) => ports.children.byCode(code));
    expect(seen).toBeUndefined();
    expect((await openAt(chat, 'school', code)).text).toContain('Geboren: 05-10-2022');
  });

  it('asks about an age at which nobody goes to school', async () => {
    expect((await beginAtSchool({ birthDate: '2016-10-05' })).text).toContain('Klopt de datum?');
    expect((await beginAtSchool({ birthDate: '2027-01-05' })).text).toContain('toekomst');
  });

  it('says of a wrong code and of a wrong birth date the same, and stops guessing after five', async () => {
    const code = await placedChild(chat, '2022-12-12');
    const wrongDay = await beginAtSchool({ code, birthDate: '2022-12-13' });
    const wrongCode = await beginAtSchool({ code: 'PU-9QN9-F37P', birthDate: '2022-12-12' });
    for (const card of [wrongDay, wrongCode]) expect(card.text).toContain('Deze code en geboortedatum horen niet bij elkaar');
    expect(wrongDay.inputs['code']).toBe(code);
    for (let attempt = 0; attempt < 3; attempt += 1) await beginAtSchool({ code: 'PU-9QN9-F37P', birthDate: '2022-12-12' });
    expect((await beginAtSchool({ code, birthDate: '2022-12-12' })).text).toContain('te vaak');
    await chat.world.owner.query(`delete from attempt`);
  });

  it('is told when childcare is at work on it, and when it has it already', async () => {
    const code = await placedChild(chat, '2022-12-14');
    await begin(chat, code);
    expect((await beginAtSchool({ code, birthDate: '2022-12-14' })).text).toContain('nog niet aan uw school verstuurd');
    const other = await sent(chat, { birthDate: '2022-12-15' });
    expect((await beginAtSchool({ code: other, birthDate: '2022-12-15' })).text).toContain('hebt u al een overdracht');
  });
});

describe('a school that is not on the bot', () => {
  const linkOf = (card: Shown): string => card.inputs['copyable']!;
  const path = (url: string): string => new URL(url).pathname;

  it('gets a page to print through a link, which is in no receipt, and every opening is on record', async () => {
    const code = await sent(chat, { school: 'De Wilg', birthDate: '2022-12-16' });
    const form = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Link voor de school');
    const made = await chat.press('waterlelie', form, 'Doorgaan', { what: 'make' });
    const response = await chat.driver.request(path(linkOf(made)));
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const value of Object.values(CONTENT).filter((text) => text.length > 1)) expect(html).toContain(value);
    expect(html).toContain(code);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const { rows } = await chat.world.owner.query('select served from handover_link_opening');
    expect(rows).toEqual([{ served: true }]);
    const again = await chat.press('waterlelie', form, 'Doorgaan', { what: 'make' });
    expect(again.text).toContain('Link gemaakt');
    expect(JSON.stringify(again.raw)).not.toContain('/overdracht/');
    const receipts = await chat.world.owner.query('select receipt from submission');
    expect(JSON.stringify(receipts.rows)).not.toContain('/overdracht/');
  });

  it('loses it when childcare revokes the link, takes the handover back, or makes another', async () => {
    const code = await sent(chat, { school: 'De Wilg', birthDate: '2022-12-17' });
    const open = async (): Promise<Shown> => chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Link voor de school');
    const first = linkOf(await chat.press('waterlelie', await open(), 'Doorgaan', { what: 'make' }));
    const second = linkOf(await chat.press('waterlelie', await open(), 'Doorgaan', { what: 'make' }));
    expect((await chat.driver.request(path(first))).status).toBe(404);
    expect((await chat.driver.request(path(second))).status).toBe(200);
    const listed = await open();
    expect(listed.text).toContain('1 keer geopend');
    await chat.press('waterlelie', listed, 'Doorgaan', { what: 'revoke' });
    expect((await chat.driver.request(path(second))).status).toBe(404);
    const third = linkOf(await chat.press('waterlelie', await open(), 'Doorgaan', { what: 'make' }));
    const undo = await more(chat, 'waterlelie', code, 'Stap ongedaan maken');
    await chat.press('waterlelie', undo, 'Ongedaan maken', { step: undo.option('step', 'Verstuurd'), why: 'toch een andere school' });
    expect((await chat.driver.request(path(third))).status).toBe(404);
  });

  it('gets nothing for a link that was changed, is junk, or has run out', async () => {
    const code = await sent(chat, { school: 'De Wilg', birthDate: '2022-12-18' });
    const form = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Link voor de school');
    const url = path(linkOf(await chat.press('waterlelie', form, 'Doorgaan', { what: 'make' })));
    const [id, expires, signature] = url.replace('/overdracht/', '').split('.') as [string, string, string];
    for (const token of ['x', `${id}.${Number(expires) + 1}.${signature}`, `${id}.${expires}.${'0'.repeat(64)}`, `${id}.${expires}`, '%00', "';drop table child;--"]) {
      expect((await chat.driver.request(`/overdracht/${token}`)).status, token).toBeGreaterThanOrEqual(400);
    }
    await chat.world.owner.query(`update handover_link set expires_at = clock_timestamp() - interval '1 second' where id = $1`, [id]);
    const late = await chat.driver.request(url);
    expect(late.status).toBe(404);
    expect(await late.text()).toContain('Deze link werkt niet');
  });

  it('can be one that is in no list, and childcare records for it that it arrived', async () => {
    const code = await placedChild(chat, '2022-12-19');
    const last = await prepare(chat, code, { otherSchool: 'De Zonnewijzer, Harderwijk' });
    expect((await send(chat, last, { seenOn: '2026-11-22' })).text).toContain('Maak een link');
    const receive = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Ontvangst bevestigen');
    await chat.press('waterlelie', receive, 'Ontvangst bevestigen');
    expect((await openAt(chat, 'waterlelie', code)).buttons).toContain('Afsluiten');
  });
});

describe('a child that goes to a school in another municipality', () => {
  it('is received there, while officials of there see no content', async () => {
    const code = await sent(chat, { school: 'De Beuk, Ermelo', birthDate: '2022-12-20' });
    const opened = await openAt(chat, 'schoolErmelo', code);
    expect((await chat.press('schoolErmelo', opened, 'Ontvangst bevestigen')).text).toContain(CONTENT.interests);
    expect((await openAt(chat, 'school', code)).text).not.toContain(code);
  });
});

describe('two people at once', () => {
  it('both record the talk: one wins, the other is told and gets back what was typed', async () => {
    const code = await sent(chat, { birthDate: '2022-12-21' });
    const atCare = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Warm gesprek vastleggen');
    const receive = await chat.press('school', await openAt(chat, 'school', code), 'Ontvangst bevestigen');
    await chat.press('school', receive, 'Ontvangst bevestigen');
    const atSchool = await chat.press('school', await openAt(chat, 'school', code), 'Warm gesprek vastleggen');
    const inputs = { onDate: '2026-11-22', participants: 'teacher' };
    const both = await Promise.all([chat.press('waterlelie', atCare, 'Vastleggen', inputs), chat.press('school', atSchool, 'Vastleggen', inputs)]);
    const [told] = both.filter((card) => card.text.includes('is al vastgelegd'));
    expect(both.filter((card) => card.text.includes('Opgeslagen'))).toHaveLength(1);
    expect(told!.inputs).toMatchObject(inputs);
    expect((await steps(chat, code)).filter((step) => step === 'talk_held')).toHaveLength(1);
  });

  it('two colleagues send the same handover: it goes once, and the other is told', async () => {
    const code = await placedChild(chat, '2022-12-31');
    await prepare(chat, code);
    const cards = [1, 2].map(async () => chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Verder waar u was'));
    const both = await Promise.all((await Promise.all(cards)).map((card) => send(chat, card, { seenOn: '2026-11-22', reaction: 'van de ouders' })));
    expect(both.filter((card) => card.text.includes('Overdracht verstuurd'))).toHaveLength(1);
    const [told] = both.filter((card) => !card.text.includes('Overdracht verstuurd'));
    expect(told!.text).toContain('“Verstuurd aan de school” is al vastgelegd op 22-11-2026');
    expect(told!.inputs).toMatchObject({ seenOn: '2026-11-22', reaction: 'van de ouders' });
    expect((await steps(chat, code)).filter((step) => step === 'sent')).toHaveLength(1);
  });

  it('the school submits while childcare takes the handover back: nothing half is stored, and the text comes back', async () => {
    const code = await sent(chat, { birthDate: '2022-12-22' });
    const receive = await chat.press('school', await openAt(chat, 'school', code), 'Ontvangst bevestigen');
    const undo = await more(chat, 'waterlelie', code, 'Stap ongedaan maken');
    await chat.press('waterlelie', undo, 'Ongedaan maken', { step: undo.option('step', 'Verstuurd'), why: 'verkeerde school' });
    const late = await chat.press('school', receive, 'Ontvangst bevestigen', { onDate: '2026-11-22' });
    expect(late.text).toContain('Dit kan zo niet worden opgeslagen');
    expect(late.inputs['onDate']).toBe('2026-11-22');
    expect(await steps(chat, code)).not.toContain('received');
  });

  it('two colleagues fill in the same card: the second is asked first, and nothing typed is lost', async () => {
    const code = await placedChild(chat, '2022-12-23');
    const card = await programme(chat, await begin(chat, code));
    await fill(chat, card, 'waterlelie', { language_strong: 'van de eerste' });
    const again = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Verder waar u was');
    expect(again.text).toContain('Stap 4 van 6');
    const late = { ...card.button('Opslaan en verder') };
    const exchange = await chat.driver.press(late.verb, { ...late.data, formKey: again.button('Vorige stap') ? late.data['formKey'] : '', language_strong: 'van de tweede' }, { person: { tenantId: TENANT, aadObjectId: PEOPLE.waterlelie } });
    // The same form that was stored: its next step comes again, and what is stored stays.
    expect(new Shown(exchange, cardOf(exchange.body) as never).text).toContain('Stap 4 van 6');
    expect((await stored(chat, code))['language_strong']).toBe('van de eerste');

    const one = await chat.press('waterlelie', again, 'Vorige stap');
    const two = await chat.press('waterlelie', again, 'Vorige stap');
    expect(one.inputs['language_strong']).toBe('van de eerste');
    await chat.press('waterlelie', one, 'Opslaan en verder', { language_strong: 'van de derde' });
    const asked = await chat.press('waterlelie', two, 'Opslaan en verder', { language_strong: 'van de vierde' });
    expect(asked.text).toContain('Een collega heeft dit onderdeel ook ingevuld');
    expect(asked.inputs['language_strong']).toBe('van de vierde');
    await chat.press('waterlelie', asked, 'Ja, toch opslaan');
    expect((await stored(chat, code))['language_strong']).toBe('van de vierde');
  });

  it('consent is withdrawn while a colleague fills in: it is not stored, and what was typed comes back', async () => {
    const code = await placedChild(chat, '2022-12-24');
    const card = await programme(chat, await begin(chat, code));
    const consent = await more(chat, 'waterlelie', code, 'Toestemming wijzigen');
    await chat.press('waterlelie', consent, 'Opslaan', { consent: 'consent_withdrawn', consentOn: '2026-11-22', consentHow: 'talk' });
    const refused = await fill(chat, card);
    expect(refused.text).toContain('Zonder toestemming');
    expect(refused.inputs['language_strong']).toBe(CONTENT.language_strong);
    expect(await stored(chat, code)).toEqual({});
  });
});

describe('a step out of order', () => {
  it('is refused with the reason: sending before the parents saw it, and without a school', async () => {
    const code = await placedChild(chat, '2022-12-25');
    const refused = await send(chat, await prepare(chat, code));
    expect(refused.text).toContain('de ouders zien eerst wat er over hun kind in staat');
    const other = await placedChild(chat, '2022-12-26');
    const form = (await chat.say('waterlelie', `overdracht ${other}`))!;
    const last = await programme(chat, await chat.press('waterlelie', form, 'Opslaan en verder', { consent: 'consent_refused', consentOn: '2026-11-20', consentHow: 'digital' }));
    expect((await send(chat, last)).text).toContain('Kies eerst de school');
  });
  it('is refused when an old card is used: completing before it was received', async () => {
    const code = await sent(chat, { birthDate: '2022-12-27' });
    const receive = await chat.press('school', await openAt(chat, 'school', code), 'Ontvangst bevestigen');
    const handover = receive.button('Ontvangst bevestigen').data['handover'];
    const exchange = await chat.driver.press('handover-complete.open', { handover }, { person: { tenantId: TENANT, aadObjectId: PEOPLE.school } });
    expect(new Shown(exchange, cardOf(exchange.body) as never).text).toContain('kan pas na “Ontvangen door de school”');
  });
  it('is refused for a number of the citizen, a phone number, and asked for what looks like a name', async () => {
    const code = await placedChild(chat, '2022-12-28');
    const card = await programme(chat, await begin(chat, code));
    expect((await fill(chat, card, 'waterlelie', { language_strong: 'bsn 111222333' })).text).toContain('burgerservicenummer');
    expect((await fill(chat, card, 'waterlelie', { language_helps: 'bel 06-12345678' })).text).toContain('telefoonnummer');
    const asked = await fill(chat, card, 'waterlelie', { language_strong: 'speelt met Fatima' });
    expect(asked.text).toContain('lijkt “Fatima” een naam');
    expect((await chat.press('waterlelie', asked, 'Ja, toch opslaan')).text).toContain('Stap 4 van 6');
  });
});

describe('a restart in the middle', () => {
  it('goes on where it was, in a new process, and with a card of before it', async () => {
    const code = await placedChild(chat, '2022-12-29');
    const card = await fill(chat, await programme(chat, await begin(chat, code)));
    expect(card.text).toContain('Stap 4 van 6');
    const product = createProduct({ pool: chat.world.pool, identityKey: chat.world.test.identityKey, fixedDay: TODAY });
    const driver = await startDriver({ handleTurn: product.handleTurn });
    try {
      const person = { tenantId: TENANT, aadObjectId: PEOPLE.waterlelie };
      const { replies: [reply] } = await driver.say(`overdracht ${code}`, { person });
      const resume = (cardOf(reply)!['actions'] as { title: string; verb: string; data: Record<string, unknown> }[]).find(({ title }) => title === 'Verder waar u was')!;
      const resumed = await driver.press(resume.verb, resume.data, { person });
      expect(JSON.stringify(cardOf(resumed.body))).toContain('Stap 4 van 6');
      const { verb, data } = card.button('Opslaan en verder');
      const stored5 = await driver.press(verb, { ...data, motor_strong: 'klimt' }, { person });
      expect(JSON.stringify(cardOf(stored5.body))).toContain('Stap 5 van 6');
    } finally {
      await driver.close();
    }
    expect((await stored(chat, code))['motor_strong']).toBe('klimt');
  });
});

describe('text as long and as odd as it can be', () => {
  it.each([['signs that cards escape', '\\'], ['letters of three bytes', '界'], ['markdown', '*']])('of %s fits on every card, and stands on the page as it was typed', async (_, sign) => {
    const code = await placedChild(chat, '2022-12-30');
    const long = Object.fromEntries(Object.entries(CONTENT).map(([field, value]) => [field, field.endsWith('_level') ? value : sign.repeat(300)]));
    let card = await programme(chat, await begin(chat, code, { school: 'De Wilg' }));
    for (let step = 0; step < 3; step += 1) card = await fill(chat, card, 'waterlelie', long);
    expect(card.text).toContain('Stap 6 van 6');
    await send(chat, card, { seenOn: '2026-11-22', reaction: sign.repeat(500) });
    const seen = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Inhoud bekijken');
    expect(Buffer.byteLength(JSON.stringify(seen.raw))).toBeLessThan(25 * 1024);
    const form = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Link voor de school');
    const made = await chat.press('waterlelie', form, 'Doorgaan', { what: 'make' });
    expect(await (await chat.driver.request(new URL(made.inputs['copyable']!).pathname)).text()).toContain(sign.repeat(500));
  });
});
