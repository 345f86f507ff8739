import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWeekPostFeature } from '../../src/digest/chat/index.ts';
import { noticeCard } from '../../cards/index.ts';
import type { WeekPostRequest } from '../../src/digest/types.ts';
import { startChat, type Chat, type Shown } from './chat.ts';
import type { TurnOptions } from '../teams/driver.ts';
import { TENANT, type PersonName } from '../support/world.ts';

const asked: WeekPostRequest[] = [];
const compose = async (_: unknown, request: WeekPostRequest) => {
  asked.push(request);
  return { post: { card: noticeCard({ title: 'De week in Putten', paragraphs: [], buttons: [] }), summary: 'De week' }, replies: [] };
};

let chat: Chat;
const NOW = new Date('2026-11-22T10:00:00Z');
beforeAll(async () => { chat = await startChat({ now: () => NOW, features: [createWeekPostFeature({ compose })] }); });
afterAll(() => chat.close());
beforeEach(async () => {
  asked.length = 0;
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
    expect((await say('official', 'stuur de weekpost nu als proef')).text).toContain('De week in Putten');
    expect(asked).toMatchObject([{ scope: { code: '0273' }, week: '2026-W47', isTrial: true }]);
    const before = await queued();
    expect((await say('official', 'stuur de weekpost nu als proef (alleen aan mij)', inChannel)).text).toContain('in onze persoonlijke chat');
    expect(asked).toHaveLength(1);
    expect(await queued()).toHaveLength(before.length + 1);
    expect((await queued()).at(-1)).toMatchObject({ kind: 'notice', person: true });
  });

  it('is set by a form: day, hour and topics', async () => {
    await bound();
    const form = await say('official', 'weekpost instellen');
    expect(form.inputs).toMatchObject({ weekday: '1', hour: '9' });
    const receipt = await chat.press('official', form, 'Opslaan', { weekday: '3', hour: '8', topics: 'flow,quality' });
    expect(receipt.text).toContain('elke woensdag om 8.00 uur');
    expect((await say('official', 'status weekpost')).text).toContain('Bereik, wat opvalt, instroom en uitstroom, kwaliteit van de registratie');
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
