import { ID, PUTTEN } from '../../support/world.ts';
import type { Chat, Shown } from '../chat.ts';

/** What people do in a handover, as the tests of the whole line need it. */
export const CONTENT = {
  language_level: '2', language_strong: 'vertelt graag over dieren', language_helps: 'plaatjes erbij', arithmetic_level: '3', arithmetic_strong: 'telt tot tien', arithmetic_helps: 'samen tellen',
  motor_level: '4', motor_strong: 'klimt overal op', motor_helps: 'ruimte buiten', social_emotional_level: '3', social_emotional_strong: 'speelt met iedereen', social_emotional_helps: 'vaste plek in de kring',
  interests: 'treinen', home: 'spreekt thuis pools', approach: 'rustig aankondigen', concerns: 'slaapt slecht', professionals: 'logopedist', instrument: 'KIJK!',
} as const;
export type Field = keyof typeof CONTENT;

/** An indicated child on a VE place of De Waterlelie. */
export async function placedChild(chat: Chat, birthDate = '2022-12-10'): Promise<string> {
  const child = await chat.world.as('nurse', async ({ ports }) => {
    const made = await ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum });
    await ports.indications.record({ childId: made.childId, issuedOn: '2025-02-01', organisationId: ID.jgz, grounds: ['child_development'], confirmations: [] });
    return made;
  });
  await chat.world.as('waterlelie', async ({ ports }) => {
    await ports.children.link(child.code, birthDate, ID.waterlelie);
    await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2025-06-15', confirmations: [] });
  });
  return child.code;
}

export type Consent = 'consent_given' | 'consent_refused' | 'consent_asked';
export interface Begin { readonly consent?: Consent; readonly school?: string; readonly otherSchool?: string }

/** Step 1: ends at the card of the programme. */
export async function begin(chat: Chat, code: string, { consent = 'consent_given', school = 'De Lindeboom', otherSchool }: Begin = {}): Promise<Shown> {
  const form = (await chat.say('waterlelie', `overdracht ${code}`))!;
  return chat.press('waterlelie', form, 'Opslaan en verder', {
    ...(otherSchool === undefined ? { school: form.option('school', school) } : { otherSchool }), consent, consentOn: '2026-11-20', ...(consent === 'consent_asked' ? {} : { consentHow: 'talk' }),
  });
}

export const programme = (chat: Chat, card: Shown): Promise<Shown> => chat.press('waterlelie', card, 'Opslaan en verder', { programme: 'Peuterplein' });

/** Fills the fields that a card has and goes on. */
export function fill(chat: Chat, card: Shown, who: 'waterlelie' | 'school' = 'waterlelie', over: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const known = Object.fromEntries(Object.entries({ ...CONTENT, ...over }).filter(([field]) => field in card.inputs));
  return chat.press(who, card, 'Opslaan en verder', known);
}

/** From the first card to the last one, with everything filled in. */
export async function prepare(chat: Chat, code: string, start: Begin = {}): Promise<Shown> {
  let card = await programme(chat, await begin(chat, code, start));
  if ((start.consent ?? 'consent_given') !== 'consent_given') return card;
  for (let step = 0; step < 3; step += 1) card = await fill(chat, card);
  return card;
}

export async function send(chat: Chat, card: Shown, inputs: Readonly<Record<string, string>> = {}): Promise<Shown> {
  return chat.press('waterlelie', card, 'Opslaan', { what: 'send', ...inputs });
}

/** A prepared and sent handover, open for the school. */
export async function sent(chat: Chat, start: Begin & { readonly birthDate?: string } = {}): Promise<string> {
  const code = await placedChild(chat, start.birthDate);
  const last = await prepare(chat, code, start);
  const given = (start.consent ?? 'consent_given') === 'consent_given';
  let card = await send(chat, last, given ? { seenOn: '2026-11-22' } : {});
  if (card.buttons.includes('Ja, toch opslaan')) card = await chat.press('waterlelie', card, 'Ja, toch opslaan');
  if (!card.text.includes('Overdracht verstuurd')) throw new Error(`not sent: ${card.text}`);
  return code;
}

export const openAt = async (chat: Chat, who: 'waterlelie' | 'school' | 'schoolErmelo', code: string): Promise<Shown> => (await chat.say(who, `overdracht ${code}`))!;
export const more = async (chat: Chat, who: 'waterlelie' | 'school', code: string, button: string): Promise<Shown> =>
  chat.press(who, await chat.press(who, await openAt(chat, who, code), 'Meer…'), button);

export const stored = async (chat: Chat, code: string): Promise<Record<string, string>> => {
  const { rows } = await chat.world.owner.query<{ field: string; value: string }>(
    'select t.field, t.value from handover_content t join handover h on h.id = t.handover_id join child c on c.id = h.child_id where c.code = $1', [code]);
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
};
export const steps = async (chat: Chat, code: string): Promise<string[]> => {
  const { rows } = await chat.world.owner.query<{ step: string }>(
    'select s.step from handover_step s join handover h on h.id = s.handover_id join child c on c.id = h.child_id where c.code = $1 and s.closed_revision is null order by s.sequence', [code]);
  return rows.map(({ step }) => step);
};
