import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

const codeIn = (card: Shown): string => /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];
const referenceIn = (card: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];

async function indicate(birthDate: string, issuedOn = '2026-11-20'): Promise<string> {
  const form = (await chat.say('nurse', 'indicatie'))!;
  return codeIn(await chat.press('nurse', form, 'Opslaan', { birthDate, issuedOn, grounds: 'child_development' }));
}

async function intakeForm(code: string, birthDate: string, start: string, more: Record<string, string> = {}): Promise<Shown> {
  const form = (await chat.say('waterlelie', 'instroom'))!;
  return chat.press('waterlelie', form, 'Opslaan', {
    code, birthDate, start, hours: '16', days: '4', group: form.option('group', 'Kikkers'), place: form.option('place', 'VE-plek'), ...more,
  });
}

describe('from indication to a figure that explains itself', () => {
  it('records an indication, an intake with a confirmation, an exit and a correction, and keeps the first figure for ever', async () => {
    const code = await indicate('2023-09-10', '2026-09-01');
    const before = (await chat.say('official', 'bereik'))!;
    expect(before.text).toContain('0 van 1 doelgroeppeuter');

    const asked = await intakeForm(code, '2023-09-10', '2026-09-15');
    expect(asked.text).toContain('Klopt dit?');
    expect(asked.text).toMatch(/68 dagen geleden/);
    const receipt = await chat.press('waterlelie', asked, 'Ja, toch opslaan');
    expect(receipt.text).toContain('Opgeslagen');
    expect((await chat.world.owner.query('select confirmations from placement')).rows).toEqual([{ confirmations: ['backdated'] }]);

    const reached = (await chat.say('official', 'bereik'))!;
    expect(reached.text).toContain('1 van 1 doelgroeppeuter');
    expect(reached.text).toContain('Doel: minstens 80%, streven 100%');
    const reference = referenceIn(reached);

    const exitForm = (await chat.say('waterlelie', `uitstroom ${code} verhuisd op 20 november`))!;
    expect(exitForm.inputs).toMatchObject({ lastDay: '2026-11-20', reason: 'moved' });
    expect(exitForm.inputs['placement']).not.toBe('');
    const exited = await chat.press('waterlelie', exitForm, 'Opslaan');
    expect(exited.text).toContain('Opgeslagen');
    expect((await chat.say('official', 'bereik'))!.text).toContain('0 van 1 doelgroeppeuter');

    const choose = (await chat.say('waterlelie', 'corrigeer'))!;
    const correction = await chat.press('waterlelie', choose, 'Corrigeren', { record: choose.option('record', 'Uitstroom') });
    expect(correction.inputs['lastDay']).toBe('2026-11-20');
    const corrected = await chat.press('waterlelie', correction, 'Correctie opslaan', { lastDay: '2026-12-18', why: 'later vertrokken' });
    expect(corrected.text).toContain('Opgeslagen');
    expect((await chat.say('official', 'bereik'))!.text).toContain('1 van 1 doelgroeppeuter');

    const again = (await chat.say('official', `toon berekening ${reference}`))!;
    expect(again.text).toContain('100% (1 van 1 doelgroeppeuter)');
    const first = (await chat.say('official', `toon berekening ${referenceIn(before)}`))!;
    expect(first.text).toContain('0% (0 van 1 doelgroeppeuter)');
    expect(first.text).toContain('Met wat nu bekend is, zou het zijn: 100% (1 van 1 doelgroeppeuter)');
  });

  it('reads "per 1 maart" as the last day before it, in the past when the future is too far, and says so', async () => {
    const code = await indicate('2023-12-12');
    await intakeForm(code, '2023-12-12', '2026-11-23');
    const form = (await chat.say('waterlelie', 'uitstroom verhuisd per 1 maart'))!;
    expect(form.inputs['lastDay']).toBe('2026-02-28');
    expect(form.text).toContain('gelezen als laatste dag 28-02-2026');
  });
});

describe('a submission that comes twice', () => {
  it('stores once and answers the same receipt: double click, re-sent invoke, and the Action.Submit fallback', async () => {
    const code = await indicate('2023-10-10');
    const form = (await chat.say('waterlelie', 'instroom'))!;
    const inputs = { code, birthDate: '2023-10-10', start: '2026-11-23', hours: '16', days: '4', group: form.option('group', 'Kikkers'), place: form.option('place', 'VE-plek') };
    const [one, two] = await Promise.all([chat.press('waterlelie', form, 'Opslaan', inputs), chat.press('waterlelie', form, 'Opslaan', inputs)]);
    expect(one.text).toContain('Opgeslagen');
    expect(two.text).toBe(one.text);
    const { verb, data } = form.button('Opslaan');
    const person = { tenantId: 'test-tenant', aadObjectId: 'childcare-waterlelie' };
    const fallback = await chat.driver.submit(verb, { ...data, ...inputs }, { person });
    expect(fallback.replies).toHaveLength(1);
    const { rows } = await chat.world.owner.query(`select from placement p join child c on c.id = p.child_id where c.code = $1`, [code]);
    expect(rows).toHaveLength(1);
  });

  it('answers a message once, however often the channel sends it', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await chat.say('official', 'bereik', { activityId: 'same' });
    expect(chat.driver.connector.sent('same')).toHaveLength(1);
  });

  it('welcomes once in a conversation', async () => {
    const person = { tenantId: 'test-tenant', aadObjectId: 'official-putten' };
    expect((await chat.driver.install({ person })).replies).toHaveLength(1);
    expect((await chat.driver.install({ person })).replies).toHaveLength(0);
  });
});

describe('an own reference', () => {
  it('is kept at the intake and shown to the own organisation only', async () => {
    const code = await indicate('2023-12-24');
    await intakeForm(code, '2023-12-24', '2026-11-23', { ownReference: 'klant 4711' });
    const own = (await chat.say('waterlelie', 'uitstroom'))!;
    expect(JSON.stringify(own.raw)).toContain('klant 4711');
    for (const other of ['nurse', 'official', 'regional', 'bosrand'] as const) {
      const seen = await chat.world.as(other, ({ ports }) => ports.children.byCode(code));
      expect(seen?.ownReference).toBeUndefined();
    }
  });
});

describe('two people at the same place', () => {
  it('explains the overlap to who comes second, and keeps what was typed', async () => {
    const code = await indicate('2023-11-11');
    await intakeForm(code, '2023-11-11', '2026-11-23');
    const form = (await chat.say('ermelo', 'instroom'))!;
    const refused = await chat.press('ermelo', form, 'Opslaan', {
      code, birthDate: '2023-11-11', start: '2026-11-24', hours: '16', days: '4', group: form.option('group', 'Hommels'), place: form.option('place', 'VE-plek'),
    });
    expect(refused.text).toContain('Dit kan zo niet worden opgeslagen');
    expect(refused.text).toContain('een andere locatie');
    expect(refused.text).not.toContain('Waterlelie');
    expect(refused.inputs).toMatchObject({ code, birthDate: '2023-11-11', start: '2026-11-24', hours: '16', days: '4' });
  });
});

describe('an invitation', () => {
  it('goes from an official to a stranger, who then has the role; its code is kept nowhere', async () => {
    expect((await chat.say('newcomer', 'bereik'))!.text).toContain('Ik ken u nog niet');
    let form = (await chat.say('official', 'uitnodigen'))!;
    form = await chat.press('official', form, 'Verder', { role: form.option('role', 'Pedagogisch') });
    const receipt = await chat.press('official', form, 'Uitnodiging maken', { place: form.option('place', 'Bosrand') });
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.text)![0];
    expect((await chat.say('newcomer', `code ${code.toLowerCase()}`))!.text).toContain('uw rol staat klaar');
    expect((await chat.say('newcomer', 'menu'))!.text).toContain('De Bosrand');
    expect((await chat.say('other', `code ${code}`))!.text).toContain('Deze code werkt niet');
    const { rows } = await chat.world.owner.query<{ receipt: unknown }>(`select receipt from submission where dialog = 'invite'`);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});
