import { noticeCard } from '../../../cards/index.ts';
import { withNotice } from '../../../cards/week-post.ts';
import type { NoticeModel } from '../../../cards/models.ts';
import { MENU } from '../../../dialogs/buttons.ts';
import type { ChannelBinding } from '../../../dialogs/week-post/port.ts';
import { HOW_TO_BIND, STATUS } from '../../../dialogs/week-post/settings.ts';
import { bindingLabel, channelLabel, ownScopes } from '../../../dialogs/week-post/words.ts';
import type { KnownContext } from '../../turn/context.ts';
import { noticeReply } from '../../turn/replies.ts';
import type { Reply } from '../../turn/types.ts';
import { weekOf } from '../schedule.ts';
import type { OutgoingMessage, WeekPost, WeekPostRequest } from '../types.ts';
import { FOR_THE_MUNICIPALITY, notice } from './bind.ts';

/** Makes what a channel would get. */
export type Compose = (context: Pick<KnownContext, 'person' | 'ports' | 'policy'>, request: WeekPostRequest) => Promise<WeekPost>;

/**
 * The post of this week, to the official alone and as the channel would get it. In a channel
 * the answer would be seen by all, so there the official gets a button in the personal chat.
 */
export async function trial(compose: Compose, context: KnownContext, bindingId?: string): Promise<Reply> {
  if (ownScopes(context.person.roles).length === 0) return noticeReply(FOR_THE_MUNICIPALITY);
  const mine = (await context.ports.bindings.list()).filter(({ state }) => state !== 'dead');
  const here = context.channel ? mine.filter(({ conversationId }) => conversationId === context.channel!.id) : mine;
  const meant = bindingId === undefined ? here : mine.filter(({ id }) => id === bindingId);
  const [binding] = meant;
  if (!binding) return noticeReply(notice('Er is geen weekpost van u om te proberen', [context.channel ? 'Dit kanaal is niet door uw gemeente of regio gekoppeld.' : HOW_TO_BIND], 'warning', [STATUS, MENU]));
  if (meant.length > 1) return noticeReply(notice('Van welk kanaal?', ['U heeft er meer dan één.'], 'plain', meant.slice(0, 6).map((each) => trialButton(each, bindingLabel(each)))));
  if (context.where !== 'personal') return noticeReply(await later(binding, context));
  const { post, replies } = await compose(context, requestOf(binding, context));
  return { kind: 'card', card: withNotice(post.card, ['Proef van de weekpost', ...explained(binding, replies)]), summary: `Proef: ${post.summary}` };
}

const requestOf = ({ scope, topics, nextMeeting }: ChannelBinding, { today }: KnownContext): WeekPostRequest => ({ scope, week: weekOf(today), today, topics, nextMeeting });

/** Who sees it, and what it does not show: in the channel the details stand under it. */
function explained(binding: ChannelBinding, replies: readonly OutgoingMessage[]): string[] {
  const titles = replies.map(({ summary }) => summary.split(' · ')[0]!.toLowerCase());
  const details = titles.length === 0 ? '' : `, met als antwoorden eronder: ${titles.join(', ')}`;
  return [`Alleen u ziet dit. Zo zou de post vandaag in ${channelLabel(binding)} staan${details}.`];
}

const trialButton = ({ id }: ChannelBinding, title: string): NoticeModel['buttons'][number] => ({ title, verb: 'week-posts.trial', data: { binding: id } });

async function later(binding: ChannelBinding, context: KnownContext): Promise<NoticeModel> {
  const question = notice('Proef van de weekpost', [`Voor ${bindingLabel(binding)}. Alleen u ziet hem.`], 'plain', [trialButton(binding, 'Toon de proef')]);
  await context.ports.bindingMessages.tellMe(binding.id, weekOf(context.today), `trial ${context.now.toISOString().slice(0, 16)}`, { card: noticeCard(question), summary: question.title }, context.now);
  return notice('De proef krijgt u in onze persoonlijke chat', ['Binnen een paar minuten. In dit kanaal komt niets. Ziet u daar niets? Typ daar “stuur de weekpost als proef”.']);
}
