import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startChat, type Chat, type Shown } from './chat.ts';
import type { TurnOptions } from '../teams/driver.ts';
import { TENANT, type PersonName } from '../support/world.ts';

let chat: Chat;
const NOW = new Date('2026-11-22T10:00:00Z');
beforeAll(async () => { chat = await startChat({ now: () => NOW }); });
afterAll(() => chat.close());
beforeEach(async () => {
  await chat.world.owner.query('delete from kansenlijn.outbox; delete from kansenlijn.channel_binding');
});

const inChannel: TurnOptions = { where: 'channel' };
const say = async (person: PersonName, text: string, options?: TurnOptions): Promise<Shown> => (await chat.say(person, text, options))!;
const queued = async (): Promise<readonly { kind: string; subject: string; person: boolean; payload: string }[]> =>
  (await chat.world.owner.query<{ kind: string; subject: string; person: boolean; payload: string }>(`select kind, subject, person_id is not null as person, payload::text as payload from kansenlijn.outbox order by created_at`)).rows;
const state = async (): Promise<string | undefined> => (await chat.world.owner.query<{ state: string }>('select state from kansenlijn.channel_binding order by proposed_at desc limit 1')).rows[0]?.state;

/** Proposed in the channel and confirmed in the personal chat. */
async function bound(person: PersonName = 'official', place = 'Putten'): Promise<Shown> {
  await say(person, `koppel dit kanaal aan ${place}`, inChannel);
  return chat.press(person, await say(person, 'koppelingen'), 'Ja, koppelen');
}

describe('binding a channel', () => {
  it('is asked again in the personal chat, and nothing is posted before the yes', async () => {
    const card = await say('official', 'koppel dit kanaal aan Putten', inChannel);
    expect(card.text).toContain('bevestig de koppeling aan Putten');
    expect(await state()).toBe('proposed');
    expect(await queued()).toEqual([expect.objectContaining({ kind: 'notice', person: true, payload: expect.stringContaining('week-post.confirm') as string })]);
  });

  it('is done by the yes, which says when the post comes and how to change it', async () => {
    const card = await bound();
    expect(card.text).toContain('Het kanaal is gekoppeld');
    expect(card.text).toContain('elke maandag om 9.00 uur');
    expect(card.buttons).toEqual(['Instellen', 'Status weekpost', 'Menu']);
    expect((await say('official', 'status weekpost')).text).toContain('Volgende: 23-11-2026');
    expect(await state()).toBe('active');
  });

  it('is not done by a no, nor by a yes that is pressed in the channel or a second time', async () => {
    await say('official', 'koppel dit kanaal aan Putten', inChannel);
    const list = await say('official', 'koppelingen');
    expect((await chat.press('official', list, 'Ja, koppelen', {}, inChannel)).text).toContain('persoonlijke chat');
    expect(await state()).toBe('proposed');
    expect((await chat.press('official', list, 'Niet koppelen')).text).toContain('Niet gekoppeld');
    expect((await chat.press('official', list, 'Ja, koppelen')).text).toContain('intussen gewijzigd');
    expect(await state()).toBe('unbound');
  });

  it('is not for others than officials and regions, nor for a municipality of somebody else', async () => {
    for (const person of ['reader', 'waterlelie', 'school', 'nurse'] as const) expect((await say(person, 'koppel dit kanaal aan Putten', inChannel)).text).toContain('doet de gemeente');
    const card = await say('official', 'koppel dit kanaal aan Ermelo', inChannel);
    expect(card.text).toContain('geen gemeente of regio waarvoor u dit kunt doen');
    expect(card.buttons).toEqual(['Putten']);
    expect(await state()).toBeUndefined();
  });

  it('is only done in a channel', async () => {
    expect((await say('official', 'koppel dit kanaal aan Putten')).text).toContain('alleen in een kanaal');
    expect(await state()).toBeUndefined();
  });

  it('gives a channel one post: a second binding is refused, also of another municipality, without saying whose the first is', async () => {
    await bound();
    expect((await say('official', 'koppel dit kanaal aan Putten', inChannel)).text).toContain('al gekoppeld');
    const other = await say('officialErmelo', 'koppel dit kanaal aan Ermelo', inChannel);
    expect(other.text).toContain('al gekoppeld');
    expect(other.text).not.toContain('Putten');
  });

  it('warns of a shared channel before it is confirmed, and in its status', async () => {
    const shared = { ...inChannel, activity: { channelData: { tenant: { id: TENANT }, team: { id: '19:t@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2', name: 'Regiegroep', type: 'shared' } } } };
    expect((await say('official', 'koppel dit kanaal', shared)).text).toContain('gedeeld kanaal');
    expect((await queued())[0]!.payload).toContain('gedeeld kanaal');
    const status = await say('official', 'status weekpost');
    expect(status.text).toContain('gedeeld kanaal');
    expect(status.text).toContain('kanaal “Regiegroep”');
  });

  it('is for a region too', async () => {
    expect((await bound('regional', 'Noord-Veluwe')).text).toContain('Noord-Veluwe');
  });
});

describe('what can be done with a bound channel', () => {
  it('pauses until a day, says when it goes on, and goes on before it', async () => {
    await bound();
    expect((await say('official', 'pauzeer de weekpost tot 05-01-2027')).text).toContain('tot 05-01-2027');
    expect((await say('official', 'status weekpost')).text).toContain('gepauzeerd tot 05-01-2027');
    expect((await say('official', 'hervat')).text).toContain('gaat weer door');
    expect(await state()).toBe('active');
  });

  it('asks for the day again when it is no day to come, and changes nothing', async () => {
    await bound();
    expect((await say('official', 'pauzeer tot gisteren')).text).toContain('Tot wanneer?');
    expect(await state()).toBe('active');
  });

  it('stops for good in the channel itself', async () => {
    await bound();
    expect((await say('official', 'ontkoppel', inChannel)).text).toContain('is gestopt');
    expect(await state()).toBe('unbound');
    expect((await say('official', 'hervat', inChannel)).text).toContain('geen weekpost van u die gepauzeerd is');
  });

  it('shows a trial to the official alone, and in the channel a way to it', async () => {
    await bound();
    const shown = (await say('official', 'stuur de weekpost nu als proef')).text;
    expect(shown).toContain('Week 47 · Putten');
    expect(shown).toContain('Proef van de weekpost');
    expect(shown).toContain('Alleen u ziet dit.');
    expect(shown).toMatch(/Zo zou de post vandaag in het kanaal staan, met als antwoorden eronder: .*afspraken/);
    const before = await queued();
    expect((await say('official', 'stuur de weekpost nu als proef (alleen aan mij)', inChannel)).text).toContain('in onze persoonlijke chat');
    expect(await queued()).toHaveLength(before.length + 1);
    expect((await queued()).at(-1)).toMatchObject({ kind: 'notice', person: true });
  });

  it('has references behind which each finds what belongs to its role', async () => {
    await bound();
    const shown = (await say('official', 'stuur de weekpost nu als proef')).text;
    const [reference] = /KL-\w{4}-\w{4}/.exec(shown)!;
    expect((await say('official', reference)).text).toContain('Bereik · Putten: geen.');
    for (const forReader of [await say('reader', reference), await say('official', reference, inChannel)]) {
      expect(forReader.text).toContain('Bereik · Putten: niet getoond (<5 van <9 doelgroeppeuters).');
    }
    expect((await say('officialErmelo', reference)).text).toContain('ken ik niet');
  });

  it('is set by a form: day, hour and topics', async () => {
    await bound();
    const form = await say('official', 'weekpost instellen');
    expect(form.inputs).toMatchObject({ weekday: '1', hour: '9' });
    const receipt = await chat.press('official', form, 'Opslaan', { weekday: '3', hour: '8', topics: 'flow,quality' });
    expect(receipt.text).toContain('elke woensdag om 8.00 uur');
    expect((await say('official', 'status weekpost')).text).toContain('Bereik, wat opvalt, instroom en uitstroom, kwaliteit van de registratie');
  });

  it('tells the next meeting that the official records: from today on, for a year at most', async () => {
    await bound();
    const form = await say('official', 'weekpost instellen');
    expect(JSON.stringify(form.exchange)).toContain('Volgend overleg: VVE-werkgroep');
    expect(form.text).toContain('Leeg: in de post staat alleen hoe vaak het is afgesproken.');
    for (const day of ['2026-11-21', '2027-11-23']) {
      const refused = await chat.press('official', form, 'Opslaan', { nextMeeting: day });
      expect(refused.text, day).toContain('kies een dag vanaf vandaag tot en met 22-11-2027');
      expect(refused.inputs, day).toMatchObject({ nextMeeting: day });
    }
    for (const [day, shown] of [['2026-11-22', '22-11-2026'], ['2027-11-22', '22-11-2027']] as const) {
      expect((await chat.press('official', await say('official', 'weekpost instellen'), 'Opslaan', { nextMeeting: day })).text).toContain(`Volgend overleg: ${shown}`);
      expect((await say('official', 'status weekpost')).text).toContain(`Volgend overleg: ${shown}`);
    }
    expect((await say('official', 'stuur de weekpost nu als proef')).text).toContain('Volgend overleg: maandag 22-11-2027 (VVE-werkgroep');
    const again = await say('official', 'weekpost instellen');
    expect(again.inputs).toMatchObject({ nextMeeting: '2027-11-22' });
    const { topics } = again.inputs as { topics: string };
    const without = await chat.press('official', again, 'Opslaan', { topics: topics.replace(',meetings', '') });
    expect(without.text).toContain('niet in de post: “Volgend overleg” staat uit');
  });

  it('forgets a next meeting that is over or taken out', async () => {
    await bound();
    await chat.world.owner.query(`update kansenlijn.channel_binding set next_meeting = '2026-11-21'`);
    expect((await say('official', 'status weekpost')).text).not.toContain('Volgend overleg: ');
    const form = await say('official', 'weekpost instellen');
    expect(form.inputs['nextMeeting'] ?? '').toBe('');
    expect((await chat.press('official', form, 'Opslaan')).text).toContain('Weekpost ingesteld');
    expect((await chat.world.owner.query('select next_meeting from kansenlijn.channel_binding')).rows).toEqual([{ next_meeting: null }]);
  });

  it('is not seen or changed by an official of another municipality', async () => {
    await bound();
    expect((await say('officialErmelo', 'koppelingen')).text).toContain('Er is nog geen kanaal gekoppeld');
    const { rows } = await chat.world.owner.query<{ id: string }>('select id from kansenlijn.channel_binding');
    const button = { verb: 'week-posts.end', data: { binding: rows[0]!.id } };
    const { body } = await chat.driver.press(button.verb, button.data, { person: { tenantId: TENANT, aadObjectId: 'official-ermelo' } });
    expect(JSON.stringify(body)).toContain('geen koppeling van u');
    expect(await state()).toBe('active');
  });

  it('says of an unknown outcome what to look at, and sends again only when the official says so', async () => {
    await bound();
    await chat.world.owner.query(`insert into kansenlijn.outbox (binding_id, week, kind, conversation_id, state, not_before, payload, attempted_at)
      select id, '2026-W47', 'post', conversation_id, 'unknown', now(), '{"card": {}, "summary": "x"}', now() from kansenlijn.channel_binding`);
    const card = await say('official', 'status weekpost');
    expect(card.text).toContain('niet zeker of het is aangekomen');
    expect((await chat.press('official', card, 'Opnieuw sturen')).text).toContain('stuur het opnieuw');
    expect((await chat.press('official', card, 'Wel aangekomen')).text).toContain('al bekend');
  });

  it.each(['<script>', '00000000-0000-4000-8000-000000000000', ''])('takes no notice of a button for "%s"', async (binding) => {
    const { body } = await chat.driver.press('week-post.confirm', { binding }, { person: { tenantId: TENANT, aadObjectId: 'official-putten' } });
    expect(JSON.stringify(body)).toContain('intussen gewijzigd');
  });
});

describe('what happens to the channel', () => {
  const ofTeams: TurnOptions = { ...inChannel, person: { tenantId: TENANT, aadObjectId: 'somebody-of-the-team' } };
  it('follows it to its new name', async () => {
    await bound();
    await chat.driver.send({ type: 'conversationUpdate', channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2', name: 'Overleg VVE' }, eventType: 'channelRenamed' } }, ofTeams);
    expect((await say('official', 'status weekpost')).text).toContain('kanaal “Overleg VVE”');
  });

  it('ends the posts when the app is taken out, tells the official, and goes on when it is back', async () => {
    await bound();
    await chat.driver.send({ type: 'installationUpdate', action: 'remove' }, ofTeams);
    expect(await state()).toBe('dead');
    expect((await queued()).at(-1)).toMatchObject({ kind: 'notice', payload: expect.stringContaining('kan het kanaal niet meer bereiken') as string });
    const status = await say('official', 'status weekpost');
    expect(status.text).toContain('kan hier niet meer plaatsen');
    await chat.press('official', status, 'Opnieuw proberen');
    expect(await state()).toBe('active');
  });

  it('does not end the posts of another channel of the team when one is deleted', async () => {
    await bound();
    await chat.driver.send({ type: 'conversationUpdate', channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:other@thread.tacv2' }, eventType: 'channelDeleted' } }, ofTeams);
    expect(await state()).toBe('active');
  });
});

describe('the thread of a post', () => {
  const thread: TurnOptions = { where: 'channel', conversationId: '19:channel@thread.tacv2;messageid=1700000000001' };
  const posted = (): Promise<unknown> => chat.world.owner.query(`insert into kansenlijn.outbox (binding_id, week, kind, conversation_id, state, not_before, activity_id, sent_at)
    select id, '2026-W47', 'post', conversation_id, 'sent', now(), '1700000000001', now() from kansenlijn.channel_binding`);

  it('answers a question without a subject about the reach of the post, also to who asked nothing before, protected', async () => {
    await bound();
    await posted();
    const card = await say('reader', 'per maand?', thread);
    expect(card.text).toContain('Bereik');
    expect(card.text).toContain('Vervolg op de weekpost: Bereik');
    expect(card.text).not.toContain('uitsplitsing');
    expect(JSON.stringify(card.exchange.replies.at(-1))).toContain('messageid=1700000000001');
    expect((await say('reader', 'per kwartaal?', thread)).text).toContain('Vervolg op uw vorige vraag: Bereik');
    const why = await say('official', 'waarom?', thread);
    expect(why.text).toContain('Vervolg op de weekpost: Niet bereikt · 22-11-2026 (aangevuld) · Putten (aangevuld).');
    expect(why.text).not.toMatch(/PU-/);
  });

  it('of a region tells each member its municipalities, and asks which when it is about periods', async () => {
    await bound('regional', 'Noord-Veluwe');
    await posted();
    // Ermelo laid down no window, without which there is no reach.
    expect((await say('regional', 'waarom?', thread)).text).toContain('Niet bereikt · Putten');
    const places = await say('regional', 'vrije plekken', thread);
    expect(places.text).toContain('Vrije plekken · Ermelo en Putten');
    const asked = await say('regional', 'bezette plekken per locatie', thread);
    expect(asked.text).toContain('Voor welke gemeente');
    const [reference] = /KL-\w{4}-\w{4}/.exec(places.text)!;
    expect((await say('regional', `toon berekening ${reference}`, thread)).text).toContain('Opnieuw berekend');
    expect((await say('reader', `toon berekening ${reference}`)).text).toContain('ken ik niet');
  });

  it('is no thread of a post when no post began it: then the subject is asked for', async () => {
    await bound();
    await posted();
    const other = { ...thread, conversationId: '19:channel@thread.tacv2;messageid=1700000000002' };
    expect((await say('reader', 'waarom?', other)).text).toContain('Redenen waarvan?');
  });
});
