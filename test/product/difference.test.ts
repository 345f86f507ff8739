import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';
import { child, indication, placed, SMALL_WORLD } from './small-world.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await startChat();
  await chat.world.owner.query(SMALL_WORLD);
});
afterAll(() => chat.close());

const ask = async (text: string, person: PersonName = 'official', options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const referenceOf = async (question: string, person?: PersonName): Promise<string> => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ask(question, person)).text)![0];
const sql = (text: string): Promise<unknown> => chat.world.owner.query(`set search_path = kansenlijn, public; ${text}`);
const insertPlacement = (values: string, change: string): string =>
  `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, change) values ${values.replace(/\)$/, `, '${change}')`)};`;

describe('what changed since a figure was given', () => {
  it('is nothing when nothing happened', async () => {
    const { text } = await ask(`verschil ${await referenceOf('bereik')}`);
    expect(text).toContain('50,0% (2 van 4 doelgroeppeuters)');
    expect(text).toContain('Er is sindsdien niets veranderd dat voor dit cijfer telt.');
  });

  it('is told by cause, with counts that add up to the difference', async () => {
    const reach = await referenceOf('bereik');
    const exits = await referenceOf('hoeveel uitstroom 2026');
    // Child 4 was placed in September, and that comes in now; child 1 left in June; the indication of child 3 is withdrawn.
    await sql(insertPlacement(placed(4, 'bosrand', '[2026-09-07,)'), 'recorded'));
    await sql(`update placement set closing = 'exited' where child_id = '${child(1)}' and closed_revision is null; ${insertPlacement(placed(1, 'waterlelie', '[2026-02-02,2026-06-01)', 'moved'), 'exited')}`);
    await sql(`update indication set closing = 'withdrawn', closing_reason = 'dubbel' where version_id = '${indication(3)}'`);

    const difference = await ask(`verschil ${reach}`);
    expect(difference.text).toContain('50,0% (2 van 4 doelgroeppeuters). Met wat nu bekend is: 66,7% (2 van 3 doelgroeppeuters).');
    expect(difference.text).toContain('Instroom later vastgelegd: teller +1, noemer 0 (1 kind)');
    expect(difference.text).toContain('Uitstroom verwerkt: teller -1, noemer 0 (1 kind)');
    expect(difference.text).toContain('Indicatie ingetrokken: teller 0, noemer -1 (1 kind)');
    expect(difference.text).toContain('Samen: teller 0, noemer -1');
    expect((await ask(`wat is er veranderd sinds ${exits}?`)).text).toContain('Uitstroom verwerkt: +1 (1 kind)');
  });

  it('names an import, a correction and a change of places', async () => {
    const free = await referenceOf('vrije plekken');
    await sql(`update ve_place_offer set closing = 'corrected' where location_id = '${ID.bosrand}' and closed_revision is null;
      insert into ve_place_offer (location_id, places, valid, change) values ('${ID.bosrand}', 6, '[2023-01-01,)', 'corrected');`);
    const { text } = await ask(`verschil ${free}`);
    expect(text).toContain('Aantal VE-plekken gewijzigd: teller +4, noemer +4');
    expect(text).toContain('Samen: teller +4, noemer +4');
  });

  it('tells policy apart from records', async () => {
    const reference = await referenceOf('bereik');
    // As if the figure had been given when the window began at 2,5 years.
    await sql(`update answer set params = jsonb_set(params, '{request,whole,places,0,windowStartMonths}', '30'), counts = '{"total": 2, "reachedHere": 0, "reachedElsewhere": 1, "notReached": 0, "unknown": 1}' where reference = '${reference}'`);
    const { text } = await ask(`verschil ${reference}`);
    expect(text).toContain('Beleid gewijzigd: beginleeftijd Putten van 2 jaar en 6 maanden naar 2 jaar: teller');
    expect(text).toMatch(/Samen: teller \+?\d+, noemer \+\d+/);
  });

  it('is not shown of a protected figure, nor to who may not see the figure', async () => {
    const reference = await referenceOf('bereik', 'reader');
    expect((await ask(`verschil ${reference}`, 'reader')).text).toContain('een verschil zou een klein aantal kunnen verraden');
    expect((await ask(`verschil ${await referenceOf('bereik')}`, 'officialErmelo')).text).toContain('Deze referentie ken ik niet');
    expect((await ask(`verschil ${await referenceOf('bereik')}`, 'official', { where: 'channel' })).text).toContain('een verschil zou een klein aantal kunnen verraden');
    expect((await ask('verschil KL-2222-2222')).text).toContain('Deze referentie ken ik niet');
  });
});

describe('the reconciliation of the records', () => {
  it('shows what adds up, and the codes behind what does not', async () => {
    await sql(`${insertPlacement(`('${child(5)}', '${ID.bosrand}', '${ID.bosrandGroup}', true, 16, 4, '[2026-10-01,)', null)`, 'recorded')}`);
    const { text } = await ask('controle');
    expect(text).toContain('Controle · Putten');
    expect(text).toContain('2026, tot en met 22-11-2026');
    expect(text).toContain('✓ Bereikt, niet bereikt en onbekend zijn samen alle doelgroeppeuters.');
    expect(text).toMatch(/✗ Geen kind van 4 jaar of ouder staat nog op een VE-plek\..*Het gaat om: PU-AAA5-AAAA, De Bosrand\./);
  });

  it('reads a period, and asks back about words that it does not know', async () => {
    expect((await ask('controle Putten 2025')).text).toContain('2025, tot en met 31-12-2025');
    expect((await ask('controle Ermelo')).text).toContain('Dit begrijp ik hier niet: “ermelo”');
    expect((await ask('controle Q5')).text).toContain('Er is geen kwartaal 5');
    expect((await ask('controle', 'regional')).buttons).toContain('Putten');
  });

  it('is for officials, in the personal chat', async () => {
    expect((await ask('controle', 'bosrand')).text).toContain('voor beleidsadviseurs');
    expect((await ask('controle', 'reader')).text).toContain('voor beleidsadviseurs');
    expect((await ask('controle', 'official', { where: 'channel' })).text).toContain('noemt codes van kinderen');
  });
});
