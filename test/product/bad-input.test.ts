import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardProblems } from '../../cards/index.ts';
import type { Card } from '../../cards/types.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

const stored = async (): Promise<string> => {
  const { rows } = await chat.world.owner.query<{ state: string }>(`select concat_ws(',', (select count(*) from child), (select count(*) from indication),
    (select count(*) from placement), (select count(*) from guidance_outcome), (select count(*) from submission)) as state`);
  return rows[0]!.state;
};

/** Every answer: Dutch card without faults, no trace of our insides, and a way on. */
function expectDecent(card: Shown | undefined): void {
  expect(card).toBeDefined();
  expect(cardProblems(card!.raw as unknown as Card)).toEqual([]);
  expect(JSON.stringify(card!.raw)).not.toMatch(/node_modules|\bat \w+ \(|SQLSTATE|syntax error|undefined|\[object/);
}

async function indicationForm(): Promise<Shown> {
  return (await chat.say('nurse', 'indicatie'))!;
}
const indication = { birthDate: '2024-02-10', issuedOn: '2026-11-20', grounds: 'child_development' };

describe('typed text that cannot be used', () => {
  it.each([
    ['bereik 30 februari', /30 februari/],
    ['bereik Q5', /kwartaal/i],
    ['bereik 2031', /begint pas op 01-01-2031/],
    ['bereik maand 13', /13/],
    ['bereik jongens', /jongens/],
    ['bereik in Amsterdam', /Amsterdam/],
    ['toon berekening KL-2222-2222', /ken ik niet/],
    ['asdf qwer', /begrijp ik niet/],
    [`'; drop table child; --`, /volg geen opdrachten/],
    ['<at>Iedereen</at> [x](http://evil)', /volg geen opdrachten/],
    ['code 2222-2222-2222', /werkt niet/],
  ])('answers "%s" with a clear sentence and no figure', async (text, said) => {
    const card = await chat.say('official', text);
    expectDecent(card);
    expect(card!.text).toMatch(said);
    expect(card!.text).not.toMatch(/\d+%/);
    expect(card!.buttons.length).toBeGreaterThan(0);
  });

  it('answers 20.000 characters and control characters', async () => {
    expect((await chat.say('official', 'a'.repeat(20_000)))!.text).toContain('te lang');
    expectDecent(await chat.say('official', 'be\u0000re\u001bik'));
  });

  it('shows what was not understood as plain text', async () => {
    const card = (await chat.say('official', 'bereik <at>Jan</at> [x](http://evil.example)'))!;
    expect(JSON.stringify(card.raw)).not.toContain('<at>');
    expect(card.text).not.toMatch(/\]\(http/);
  });
});

describe('a form with what cannot be', () => {
  it.each([
    ['a birth date that does not exist', { birthDate: '2024-02-30' }],
    ['no birth date', { birthDate: '' }],
    ['a date of issue in the future', { issuedOn: '2026-11-23' }],
    ['a ground that is not the municipality’s', { grounds: 'financial_trouble' }],
    ['no grounds', { grounds: '' }],
    ['a child that is four already', { birthDate: '2022-11-20' }],
    ['text of 20.000 characters as a code', { code: 'x'.repeat(20_000) }],
    ['SQL as a code', { code: `PU-4KX7'; drop table child` }],
    ['an unknown child', { code: 'PU-4KX7-9TM9' }],
    ['a neighbourhood of nowhere', { neighbourhood: '00000000-0000-4000-8000-00000000ffff' }],
    ['a municipality of somebody else', { municipality: '0233' }],
  ])('stores nothing for %s, and keeps what was typed', async (_, wrong) => {
    const before = await stored();
    const form = await indicationForm();
    const answer = await chat.press('nurse', form, 'Opslaan', { ...indication, ...wrong });
    expectDecent(answer);
    expect(answer.text).not.toContain('Opgeslagen');
    expect(await stored()).toBe(before);
    const typed: Record<string, string> = { ...indication, ...wrong };
    if (typed['birthDate'] && answer.inputs['birthDate'] !== undefined) expect(answer.inputs['birthDate']).toBe(typed['birthDate']);
    expect(answer.buttons.some((title) => title === 'Opslaan' || title === 'Verder')).toBe(true);
  });

  it('goes on after the mistake was mended, in the same card', async () => {
    const wrong = await chat.press('nurse', await indicationForm(), 'Opslaan', { ...indication, grounds: '' });
    const receipt = await chat.press('nurse', wrong, 'Opslaan', { grounds: 'child_development' });
    expect(receipt.text).toContain('Opgeslagen');
  });

  it('escapes what people typed', async () => {
    const code = /PU-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await chat.press('nurse', await indicationForm(), 'Opslaan', { ...indication, birthDate: '2024-02-11' })).text)![0];
    const form = (await chat.say('nurse', `toeleiding ${code}`))!;
    const note = 'zie [hier](http://evil.example) <at>Jan</at> **vet**';
    const receipt = await chat.press('nurse', form, 'Opslaan', { onDate: '2026-11-21', kind: 'non_reach', reasons: 'other', note });
    expectDecent(receipt);
    expect(JSON.stringify(receipt.raw)).not.toMatch(/<at>|[^\\]\]\(http/);
    expect((await chat.world.owner.query('select note from guidance_outcome')).rows).toEqual([{ note }]);
  });
});

describe('card data that our card did not send', () => {
  it.each<[string, (data: Record<string, unknown>) => unknown]>([
    ['no key', (data) => ({ ...data, formKey: undefined })],
    ['a made-up key', (data) => ({ ...data, formKey: '00000000-0000-4000-8000-000000000000.aaaaaaaaaaaaaaaaaaaaaa' })],
    ['a key that is an object', (data) => ({ ...data, formKey: { $gt: '' } })],
    ['null', () => null],
    ['a list', () => [1, 2]],
    ['a text', () => 'indication'],
    ['inputs of other types', (data) => ({ ...data, birthDate: { year: 2024 }, grounds: ['child_development'], issuedOn: 20261120 })],
    ['missing inputs', (data) => ({ formKey: data['formKey'] })],
    ['a confirmation of everything', (data) => ({ ...data, ...indication, issuedOn: '2026-11-30', confirmed: 'issued-in-future.00000000,backdated' })],
  ])('stores nothing for %s', async (_, spoil) => {
    const before = await stored();
    const form = await indicationForm();
    const { verb, data } = form.button('Opslaan');
    const exchange = await chat.driver.press(verb, spoil({ ...data }), { person: { tenantId: 'test-tenant', aadObjectId: 'health-putten' } });
    expect(exchange.status).toBe(200);
    expect(JSON.stringify(exchange.body)).not.toMatch(/Opgeslagen|node_modules/);
    expect(await stored()).toBe(before);
  });

  it('ignores fields that no form has', async () => {
    const receipt = await chat.press('nurse', await indicationForm(), 'Opslaan', { ...indication, birthDate: '2024-03-01', recorded_by: 'someone', __proto__: 'x', revision: '1' });
    expect(receipt.text).toContain('Opgeslagen');
  });

  it.each(['unknown.submit', 'constructor', '__proto__.open', 'toString', 'indication', 'indication.drop', ''])('answers the unknown verb "%s"', async (verb) => {
    const exchange = await chat.driver.press(verb, {}, { person: { tenantId: 'test-tenant', aadObjectId: 'health-putten' } });
    expect(exchange.status).toBe(200);
    expect(JSON.stringify(exchange.body)).toMatch(/ken ik niet meer|werkt niet meer/);
  });

  it('does not store the card of another person', async () => {
    const before = await stored();
    const form = await indicationForm();
    for (const other of ['nurseErmelo', 'official', 'waterlelie', 'newcomer'] as const) {
      expect((await chat.press(other, form, 'Opslaan', indication)).text).not.toContain('Opgeslagen');
    }
    expect(await stored()).toBe(before);
  });

  it.each(['instroom', 'uitstroom', 'uitnodigen'])('refuses "%s" to the wrong role, in words', async (phrase) => {
    const card = await chat.say('nurse', phrase);
    expectDecent(card);
    expect(card!.text).toContain('hoort niet bij uw rol');
  });

  it('says that a card is from before a correction', async () => {
    await chat.press('nurse', await indicationForm(), 'Opslaan', { ...indication, birthDate: '2024-04-04' });
    const choose = (await chat.say('nurse', 'corrigeer'))!;
    const record = choose.option('record', 'Indicatie');
    const [first, second] = [await chat.press('nurse', choose, 'Corrigeren', { record }), await chat.press('nurse', choose, 'Corrigeren', { record })];
    expect((await chat.press('nurse', first, 'Correctie opslaan', { issuedOn: '2026-11-19', why: 'typefout' })).text).toContain('Opgeslagen');
    const late = await chat.press('nurse', second, 'Correctie opslaan', { issuedOn: '2026-11-18', why: 'typefout' });
    expectDecent(late);
    expect(late.text).not.toContain('Opgeslagen');
    expect(late.text).toMatch(/gewijzigd/);
  });
});

describe('in a channel', () => {
  it('opens no form, stores no form, and offers the personal chat', async () => {
    const before = await stored();
    expect((await chat.say('nurse', 'indicatie', { where: 'channel' }))!.text).toContain('persoonlijke chat');
    const form = await indicationForm();
    expect((await chat.press('nurse', form, 'Opslaan', indication, { where: 'channel' })).text).toContain('persoonlijke chat');
    expect((await chat.say('newcomer', 'code 2222-2222-2222', { where: 'channel' }))!.text).toContain('persoonlijke chat');
    expect(await stored()).toBe(before);
  });

  it('protects figures, whoever asks, and an exact reference too', async () => {
    const exact = (await chat.say('official', 'bereik'))!;
    expect(exact.text).toMatch(/van \d+ doelgroeppeuter/);
    const inChannel = (await chat.say('official', 'bereik', { where: 'channel' }))!;
    expect(inChannel.text).toMatch(/niet getoond|<5/);
    const reference = /KL-\w{4}-\w{4}/.exec(exact.text)![0];
    expect((await chat.say('official', `toon berekening ${reference}`, { where: 'channel' }))!.text).toMatch(/niet getoond|<5/);
    expect((await chat.say('reader', `toon berekening ${reference}`))!.text).toMatch(/niet getoond|<5/);
    expect((await chat.say('officialErmelo', `toon berekening ${reference}`))!.text).toContain('ken ik niet');
  });
});

describe('somebody who is not known', () => {
  it.each(['bereik', 'instroom', 'menu', 'help', 'toon berekening KL-2222-2222', 'wissel van rol'])('gets an explanation and no data for "%s"', async (text) => {
    const card = await chat.say('stranger', text);
    expectDecent(card);
    expect(card!.text).toContain('Ik ken u nog niet');
  });

  it('is told apart from an anonymous participant', async () => {
    const exchange = await chat.driver.say('bereik', { person: { tenantId: 'test-tenant' } });
    expect(JSON.stringify(exchange.replies)).toContain('niet herkennen');
  });
});
