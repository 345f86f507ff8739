import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChat, type Chat } from '../chat.ts';
import { begin, CONTENT, fill, more, openAt, placedChild, prepare, programme, send, sent, steps, stored } from './steps.ts';

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

describe('a handover from preschool to school', () => {
  it('goes from the list to the feedback, with two people in turn', async () => {
    const code = await placedChild(chat);
    const list = (await chat.say('waterlelie', 'overdracht'))!;
    expect(list.text).toContain('Eén kind is aan de beurt');
    const first = await chat.press('waterlelie', list, 'Verder', { child: list.option('child', code) });
    expect(first.text).toContain('Stap 1 van 6 · School en toestemming');

    const second = await chat.press('waterlelie', first, 'Opslaan en verder', { school: first.option('school', 'De Lindeboom'), consent: 'consent_given', consentOn: '2026-11-20', consentHow: 'talk' });
    expect(second.text).toContain('Stap 2 van 6 · Programma en uren');
    expect(second.inputs).toMatchObject({ startedOn: '2025-06-15', hours: '16' });

    let card = await programme(chat, second);
    expect(card.text).toContain('Stap 3 van 6 · Taal en rekenen');
    for (const title of ['Stap 4 van 6', 'Stap 5 van 6', 'Stap 6 van 6']) {
      card = await fill(chat, card);
      expect(card.text).toContain(title);
    }
    for (const [field, value] of Object.entries(CONTENT)) if (!field.endsWith('_level')) expect(card.text).toContain(value);
    const receipt = await send(chat, card, { seenOn: '2026-11-21', reaction: 'zij vinden dat hij vooral vrolijk is' });
    expect(receipt.text).toContain('Overdracht verstuurd');
    expect(await steps(chat, code)).toEqual(['consent_given', 'prepared', 'seen_by_parents', 'sent']);

    const atSchool = (await chat.say('school', 'overdrachten'))!;
    const opened = await chat.press('school', atSchool, 'Openen', { handover: atSchool.option('handover', code) });
    expect(opened.text).toContain('De Waterlelie');
    const receive = await chat.press('school', opened, 'Ontvangst bevestigen');
    expect(receive.text).toContain('vertelt graag over dieren');
    expect(receive.text).toContain('vooral vrolijk');
    await chat.press('school', receive, 'Ontvangst bevestigen');

    const talk = await chat.press('waterlelie', await openAt(chat, 'waterlelie', code), 'Warm gesprek vastleggen');
    const told = await chat.press('waterlelie', talk, 'Vastleggen', { onDate: '2026-11-22', participants: 'childcare_worker,teacher,parents' });
    expect(told.text).toContain('Warm gesprek gevoerd');

    const complete = await chat.press('school', await openAt(chat, 'school', code), 'Aanvullen en indienen');
    await chat.press('school', complete, 'Indienen', { text: 'kennismaken in de klas op maandag' });
    const feedback = await chat.press('school', await openAt(chat, 'school', code), 'Terugkoppelen');
    await chat.press('school', feedback, 'Versturen', { text: 'de start gaat goed, hij wijst de weg' });

    const seen = await openAt(chat, 'waterlelie', code);
    expect(seen.text).toContain('de start gaat goed');
    expect(seen.text).toContain('pedagogisch medewerker, leerkracht, ouders');
    expect(await steps(chat, code)).toEqual(['consent_given', 'prepared', 'seen_by_parents', 'sent', 'received', 'talk_held', 'completed', 'feedback_given', 'closed']);
  });

  it('keeps nothing of what is told in receipts, answers, or the ledger', async () => {
    const code = await sent(chat);
    for (const table of ['submission', 'answer', 'handover_step', 'attempt', 'activity_seen']) {
      const { rows } = await chat.world.owner.query(`select * from ${table}`);
      for (const value of Object.values(CONTENT).filter((text) => text.length > 6)) expect(JSON.stringify(rows), table).not.toContain(value);
    }
    expect(Object.keys(await stored(chat, code))).toHaveLength(18);
  });

  it('shows nothing of it in a channel, to another school, to officials or to health', async () => {
    const code = await sent(chat);
    expect((await chat.say('school', `overdracht ${code}`, { where: 'channel' }))!.text).toContain('persoonlijke chat');
    expect(JSON.stringify((await openAt(chat, 'schoolErmelo', code)).raw)).not.toContain(code);
    for (const person of ['official', 'nurse', 'regional', 'reader'] as const) {
      const card = await chat.say(person, `overdracht ${code}`);
      for (const value of Object.values(CONTENT).filter((text) => text.length > 6)) expect(JSON.stringify(card!.raw)).not.toContain(value);
    }
  });
});

describe('consent', () => {
  it('that is refused leaves the programme to be sent, in three steps, and nothing to be told', async () => {
    const code = await placedChild(chat);
    const second = await begin(chat, code, { consent: 'consent_refused' });
    expect(second.text).toContain('Stap 2 van 3');
    const last = await programme(chat, second);
    expect(last.text).toContain('Stap 3 van 3');
    expect(last.text).toContain('geen toestemming');
    expect(Object.keys(last.inputs)).toEqual(['seenOn', 'what']);
    await send(chat, last);
    const opened = await openAt(chat, 'school', code);
    expect(opened.text).toContain('Geweigerd');
    const view = await chat.press('school', opened, 'Inhoud bekijken');
    expect(view.text).toContain('Peuterplein');
    expect(view.text).toContain('geen toestemming van de ouders');
  });

  it('that is withdrawn later removes what was stored, after asking, and for both sides', async () => {
    const code = await sent(chat);
    const form = await more(chat, 'school', code, 'Toestemming wijzigen');
    const asked = await chat.press('school', form, 'Opslaan', { consent: 'consent_withdrawn', consentOn: '2026-11-22', consentHow: 'talk' });
    expect(asked.text).toContain('18 onderdelen');
    expect(Object.keys(await stored(chat, code))).toHaveLength(18);
    await chat.press('school', asked, 'Ja, toch opslaan');
    expect(await stored(chat, code)).toEqual({});
    expect((await steps(chat, code)).slice(-2)).toEqual(['consent_withdrawn', 'content_removed']);
    for (const who of ['school', 'waterlelie'] as const) {
      const view = await chat.press(who, await openAt(chat, who, code), 'Inhoud bekijken');
      expect(view.text).not.toContain('vertelt graag');
      expect(view.text).toContain('Peuterplein');
    }
  });

  it('without an answer yet can be sent after a question, and then tells nothing', async () => {
    const code = await placedChild(chat);
    const last = await prepare(chat, code, { consent: 'consent_asked' });
    const asked = await send(chat, last);
    expect(asked.text).toContain('nog geen antwoord van de ouders');
    expect((await chat.press('waterlelie', asked, 'Ja, toch opslaan')).text).toContain('Overdracht verstuurd');
  });

  it('is needed for a warm talk', async () => {
    const code = await sent(chat, { consent: 'consent_refused' });
    const opened = await openAt(chat, 'waterlelie', code);
    expect(opened.buttons).not.toContain('Warm gesprek vastleggen');
  });

  it('that was recorded by mistake can be undone with a reason, and takes away what was told', async () => {
    const code = await sent(chat);
    const form = await more(chat, 'waterlelie', code, 'Stap ongedaan maken');
    const asked = await chat.press('waterlelie', form, 'Ongedaan maken', { step: form.option('step', 'Toestemming gegeven'), why: 'verkeerd kind aangevinkt' });
    expect(asked.text).toContain('gewist');
    expect((await chat.press('waterlelie', asked, 'Ja, toch opslaan')).text).toContain('Ongedaan gemaakt');
    expect(await stored(chat, code)).toEqual({});
  });
});
