import { noticeCard } from '../../../cards/index.ts';
import type { NoticeModel } from '../../../cards/models.ts';
import { MENU } from '../../../dialogs/buttons.ts';
import { ownScopes, UNNAMED } from '../../../dialogs/week-post/words.ts';
import type { KnownContext } from '../../turn/context.ts';
import { weekOf } from '../schedule.ts';
import type { DigestScope } from '../types.ts';

/**
 * "Koppel dit kanaal aan IJsselstein": a proposal that its maker confirms in the personal
 * chat, so that nobody in a channel can make the bot post there on somebody else's account.
 */
export async function bind(place: string, context: KnownContext): Promise<NoticeModel> {
  const scopes = ownScopes(context.person.roles);
  if (scopes.length === 0) return notice('Een kanaal koppelen doet de gemeente', ['Alleen een beleidsadviseur van de gemeente of een medewerker van de regio kan de weekpost aan een kanaal koppelen. Er is niets gewijzigd.'], 'warning');
  if (context.where !== 'channel' || !context.channel) return notice('Dit kan alleen in een kanaal', ['Ga naar het kanaal van de Regiegroep en typ daar: @Kansenlijn koppel dit kanaal aan, met de naam van uw gemeente erachter.'], 'warning');
  const scope = scopeNamed(place, scopes);
  if (!scope) return which(place, scopes);
  const { id: conversationId, name, teamId, isShared } = context.channel;
  const proposed = await context.ports.bindings.propose({ scope, conversationId, channelName: name ?? UNNAMED, shared: isShared, ...(teamId === undefined ? {} : { teamId }) });
  if (proposed.outcome === 'taken') return notice('Dit kanaal is al gekoppeld', ['Een kanaal krijgt één weekpost. Typ hier “status weekpost” om te zien van wie, of “ontkoppel” als u die gemeente of regio bent. Er is niets gewijzigd.'], 'warning');
  const summary = `Koppel ik ${name ?? UNNAMED} aan ${scope.name}?`;
  await context.ports.bindingMessages.tellMe(proposed.id, weekOf(context.today), 'proposal', { card: noticeCard(question(proposed.id, scope, name, isShared)), summary }, context.now);
  return asked(scope, isShared);
}

/** The question in the personal chat; only there it can be answered. */
const question = (id: string, scope: DigestScope, name: string | undefined, isShared: boolean): NoticeModel => ({
  title: `Koppel ik ${name === undefined ? UNNAMED : `kanaal “${name}”`} aan ${scope.name}?`,
  paragraphs: [
    'Dan plaats ik daar elke week hoe het ervoor staat. Kleine aantallen zijn beschermd; over één kind staat er nooit iets.',
    ...(isShared ? ['Let op: dit is een gedeeld kanaal. Ook mensen van andere teams of organisaties lezen mee.'] : []),
  ],
  buttons: decisionButtons(id),
});

export const decisionButtons = (binding: string): NoticeModel['buttons'] => [
  { title: 'Ja, koppelen', verb: 'week-post.confirm', data: { binding }, style: 'positive' }, { title: 'Niet koppelen', verb: 'week-post.refuse', data: { binding } },
];

const asked = (scope: DigestScope, isShared: boolean): NoticeModel => notice(`Nog één stap: bevestig de koppeling aan ${scope.name}`, [
  'Ik vraag het u in onze persoonlijke chat. Ziet u daar niets? Open die chat en typ “koppelingen”.',
  ...(isShared ? ['Let op: dit is een gedeeld kanaal. Ook mensen van andere teams of organisaties lezen hier mee.'] : []),
  'Tot u bevestigt, plaats ik hier niets.',
]);

function which(place: string, scopes: readonly DigestScope[]): NoticeModel {
  const names = scopes.map(({ name }) => name);
  const wrong = place === '' ? [] : [`“${place.slice(0, 60)}” is geen gemeente of regio waarvoor u dit kunt doen.`];
  return {
    title: 'Aan welke gemeente of regio?', tone: 'warning',
    paragraphs: [...wrong, `Voor u kan het met ${listed(names)}. Er is nog niets gewijzigd.`],
    buttons: scopes.slice(0, 5).map(({ name }) => ({ title: name, verb: 'week-posts.bind', data: { place: name } })),
  };
}

function scopeNamed(place: string, scopes: readonly DigestScope[]): DigestScope | undefined {
  const wanted = plain(place);
  if (wanted === '') return scopes.length === 1 ? scopes[0] : undefined;
  const found = scopes.filter(({ name }) => plain(name) === wanted || plain(name).replace(/^(?:gemeente|regio) /, '') === wanted);
  return found.length === 1 ? found[0] : undefined;
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
export const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} of ${names.at(-1)!}`);

export function notice(title: string, paragraphs: readonly string[], tone: NoticeModel['tone'] = 'plain', buttons: NoticeModel['buttons'] = [MENU]): NoticeModel {
  return { title, tone, paragraphs, buttons };
}

/** To whoever may not do anything with the post: nothing was changed, and whom to ask. */
export const FOR_THE_MUNICIPALITY: NoticeModel = notice('De weekpost regelt de gemeente', [
  'Elke week staat in het kanaal van de Regiegroep hoe het ervoor staat. Vragen over de post stelt u in dat kanaal, of aan de beleidsadviseur van uw gemeente.',
]);
