import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUTTEN } from '../support/world.ts';
import { indicated, placed, quietDeliveries } from '../reminders/support.ts';
import { placedChild, sent } from './handover/steps.ts';
import { startChat, type Chat } from './chat.ts';

/** The day in these chats is Sunday 22-11-2026: one may look any day. */
let chat: Chat;
beforeAll(async () => {
  chat = await startChat();
  await quietDeliveries(chat.world);
});
afterAll(() => chat.close());

describe('a nurse with a backlog of ten', () => {
  const codes: string[] = [];
  beforeAll(async () => {
    for (let number = 0; number < 10; number += 1) codes.push((await indicated(chat.world, `2024-03-${String(number + 1).padStart(2, '0')}`, `2026-08-${String(number + 1).padStart(2, '0')}`)).code);
  });

  it('finds it under "herinneringen", with one button to the list', async () => {
    const card = (await chat.say('nurse', 'Herinneringen'))!;
    expect(card.text).toContain('Van 10 kinderen is 8 weken na de indicatie nog geen uitkomst vastgelegd');
    expect(card.text).toContain(`${codes[0]}, ${codes[1]}, ${codes[2]}, ${codes[3]}, ${codes[4]} en 5 andere`);
    expect(card.buttons).toEqual(['Uitkomsten vastleggen', 'Morgen weer', 'Later, of niet voor mij']);
  });

  it('presses once a child, and each time the rest comes back', async () => {
    const start = (await chat.say('nurse', 'herinneringen'))!;
    let card = await chat.press('nurse', start, 'Uitkomsten vastleggen');
    for (const [index, answer] of ['Plek aangeboden', 'Wachtlijst', 'Ouders zien nut niet', 'Geen reactie'].entries()) {
      expect(card.text).toContain(`nog ${10 - index}`);
      expect(card.text).toContain(codes[index]);
      card = await chat.press('nurse', card, answer);
      expect(card.text).toContain(`✓ Opgeslagen: ${codes[index]}`);
    }
    const stored = await chat.world.owner.query<{ kind: string; reasons: string[] }>('select kind, reasons from kansenlijn.guidance_outcome order by revision');
    expect(stored.rows).toEqual([{ kind: 'offer', reasons: [] }, { kind: 'non_reach', reasons: ['waiting_list'] }, { kind: 'non_reach', reasons: ['no_use_seen'] }, { kind: 'non_reach', reasons: ['no_answer'] }]);
  });

  it('stores once when the same card is pressed twice, whichever button', async () => {
    const card = (await chat.say('nurse', 'uitkomsten vastleggen'))!;
    await chat.press('nurse', card, 'Wachtlijst');
    const again = await chat.press('nurse', card, 'Plek aangeboden');
    expect(again.text).toContain('nog 5');
    expect((await chat.world.owner.query('select from kansenlijn.guidance_outcome')).rowCount).toBe(5);
  });

  it('has the whole form, filled in, for any other outcome', async () => {
    const card = (await chat.say('nurse', 'uitkomsten vastleggen'))!;
    const form = await chat.press('nurse', card, 'Andere uitkomst');
    expect(form.inputs).toMatchObject({ code: codes[5], onDate: '2026-11-22' });
  });

  it('puts one off for a week, and passes another on', async () => {
    const choose = await chat.press('nurse', (await chat.say('nurse', 'herinneringen'))!, 'Later, of niet voor mij');
    expect(choose.buttons).toEqual(['Morgen weer', 'Over een week', 'Niet voor mij', 'Deze soort uitzetten', 'Uitkomsten vastleggen', 'Terug']);
    const later = await chat.press('nurse', choose, 'Over een week', { subjects: choose.option('subjects', codes[5]!) });
    expect(later.text).toContain('Uitgesteld tot 29-11-2026.');
    expect(later.text).toContain('Van 4 kinderen');
    const list = await chat.press('nurse', later, 'Later, of niet voor mij');
    const passed = await chat.press('nurse', list, 'Niet voor mij', { subjects: list.option('subjects', codes[6]!) });
    expect(passed.text).toContain('1 herinnering gaat naar de volgende die het kan doen');
    expect(passed.text).toContain('Van 3 kinderen');
    const official = (await chat.say('official', 'herinneringen'))!;
    expect(official.text).toContain('Niemand neemt dit op bij Putten (1 indicatie zonder uitkomst).');
    expect(official.text).not.toMatch(/PU-/);
    expect(official.buttons).toContain('Iemand uitnodigen');
  });

  it('turns a kind off, sees that in the settings, and turns it on again', async () => {
    const choose = await chat.press('nurse', (await chat.say('nurse', 'herinneringen'))!, 'Later, of niet voor mij');
    const off = await chat.press('nurse', choose, 'Deze soort uitzetten');
    expect(off.text).toContain('“Indicaties zonder uitkomst” staat uit.');
    const settings = (await chat.say('nurse', 'herinneringen instellen'))!;
    expect(settings.inputs['on']!.split(',')).not.toContain('outcome');
    const saved = await chat.press('nurse', settings, 'Opslaan', { on: 'outcome,no_place' });
    expect(saved.text).toContain('Opgeslagen');
    expect(saved.inputs['on']).toBe('outcome,no_place');
    expect((await chat.say('nurse', 'herinneringen'))!.text).toContain('Van 3 kinderen');
  });

  it('puts everything off until tomorrow with one press', async () => {
    const rest = await chat.press('nurse', (await chat.say('nurse', 'herinneringen'))!, 'Morgen weer');
    expect(rest.text).toContain('Uitgesteld tot 23-11-2026.');
    expect(rest.text).toContain('Er wacht nu niets op u');
  });
});

describe('childcare', () => {
  it('sees who turns 4 in one list, and each goes to the exit with its reason', async () => {
    const [first, second] = [await placed(chat.world, '2022-12-05', '2025-02-01', false), await placed(chat.world, '2022-12-31', '2025-02-01', false)];
    await placed(chat.world, '2023-01-01', '2025-02-01', false);
    const card = (await chat.say('waterlelie', 'herinneringen'))!;
    expect(card.text).toContain('2 kinderen worden deze of volgende maand 4, en de laatste dag is nog niet gemeld');
    const list = await chat.press('waterlelie', card, 'Wie wordt 4?');
    expect(list.text).toContain(`${first.code}: `);
    expect(list.text).toContain('wordt 4 op 31-12-2026');
    const exit = await chat.press('waterlelie', list, 'Uitstroom melden', { placement: list.option('placement', second.code) });
    expect(exit.inputs).toMatchObject({ placement: list.option('placement', second.code), reason: 'school_at_4' });
  });

  it('goes from a handover that is due to that child', async () => {
    const code = await placedChild(chat, '2022-11-30');
    const card = (await chat.say('waterlelie', 'herinneringen'))!;
    expect(card.text).toContain('De overdracht naar school is aan de beurt voor');
    const form = await chat.press('waterlelie', card, 'Overdracht');
    expect(form.text).toContain(code);
  });

  it('goes from a child without a first day to the intake, with that child chosen', async () => {
    const child = await chat.world.as('waterlelie', ({ ports }) => ports.children.register({ birthDate: '2024-05-01', municipalityCode: PUTTEN, locationId: '00000000-0000-4000-8000-000000000011' }));
    await chat.world.owner.query(`update kansenlijn.child_location set linked_at = '2026-11-01'`);
    const card = (await chat.say('waterlelie', 'herinneringen'))!;
    const form = await chat.press('waterlelie', card, 'Instroom melden');
    expect(form.inputs['child']).toBe(child.code);
  });
});

describe('a school', () => {
  it('goes from what was sent a week ago to confirming it', async () => {
    const code = await sent(chat);
    await chat.world.owner.query(`alter table kansenlijn.handover_step disable trigger user; update kansenlijn.handover_step set on_date = '2026-11-10'; alter table kansenlijn.handover_step enable trigger user`);
    const card = (await chat.say('school', 'herinneringen'))!;
    expect(card.text).toContain(`Eén overdracht is aan uw school verstuurd, en de ontvangst is nog niet bevestigd: ${code}`);
    const form = await chat.press('school', card, 'Ontvangst bevestigen');
    expect(form.text).toContain(code);
    await chat.press('school', form, 'Ontvangst bevestigen');
    expect((await chat.say('school', 'herinneringen'))!.text).not.toContain('nog niet bevestigd');
  });
});

describe('an official', () => {
  it('goes from VE places that end to the form of that location and day', async () => {
    await chat.world.owner.query(`alter table kansenlijn.ve_place_offer disable trigger user; update kansenlijn.ve_place_offer set valid = '[2023-01-01,2027-01-01)' where places = 2; alter table kansenlijn.ve_place_offer enable trigger user`);
    const card = (await chat.say('official', 'herinneringen'))!;
    expect(card.text).toContain('Het aantal VE-plaatsen loopt af bij De Bosrand (tot en met 31-12-2026).');
    const form = await chat.press('official', card, 'VE-plaatsen vastleggen');
    expect(form.text).toContain('De Bosrand');
    expect(form.inputs['from']).toBe('2027-01-01');
  });
});

describe('who has no business there', () => {
  it.each(['channel', 'group'] as const)('gets no code in a %s', async (where) => {
    const card = (await chat.say('waterlelie', 'herinneringen', { where }))!;
    expect(card.text).toContain('persoonlijke chat');
    expect(card.text).not.toMatch(/PU-/);
  });
  it('gets nothing of another with a forged subject or kind', async () => {
    const list = await chat.press('waterlelie', (await chat.say('waterlelie', 'herinneringen'))!, 'Later, of niet voor mij');
    const kind = list.buttons.includes('Niet voor mij') ? list : await chat.press('waterlelie', list, 'Verder');
    const answer = await chat.press('waterlelie', kind, 'Niet voor mij', { subjects: '00000000-0000-4000-8000-000000000999' });
    expect(answer.text).toContain('Er was niets meer om door te geven.');
    expect((await chat.world.owner.query(`select from kansenlijn.reminder_choice where subject like '%999'`)).rowCount).toBe(0);
  });
  it('is a reader: no reminders, and nothing to set', async () => {
    expect((await chat.say('reader', 'herinneringen'))!.text).toContain('Voor uw rol zijn er geen herinneringen');
    expect((await chat.say('reader', 'herinneringen instellen'))!.text).toContain('Voor uw rol zijn er geen herinneringen');
  });
});
