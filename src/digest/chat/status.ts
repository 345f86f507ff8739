import type { Button, NoticeModel } from '../../../cards/models.ts';
import { MENU } from '../../../dialogs/buttons.ts';
import type { SentMessage } from '../../../dialogs/week-post/messages.ts';
import type { ChannelBinding } from '../../../dialogs/week-post/port.ts';
import { comingMeeting } from '../../../dialogs/week-post/next-meeting.ts';
import { HOW_TO_BIND } from '../../../dialogs/week-post/settings.ts';
import { bindingLabel, meetingLabel, momentLabel, ownScopes, stateLabel, topicsLabel } from '../../../dialogs/week-post/words.ts';
import { dayInNetherlands } from '../../dutch-time.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import type { KnownContext } from '../../turn/context.ts';
import { nextDue } from '../next-due.ts';
import { decisionButtons, FOR_THE_MUNICIPALITY, notice } from './bind.ts';
import { settingsButton } from './manage.ts';

/** Most messages that one card lists. */
const MAX_MESSAGES = 6;

/** "Status weekpost": the channels of one's own municipalities and regions; of one of them what was sent. */
export async function status(context: KnownContext, bindingId?: string): Promise<NoticeModel> {
  if (ownScopes(context.person.roles).length === 0) return FOR_THE_MUNICIPALITY;
  const mine = await context.ports.bindings.list();
  const here = context.channel ? mine.filter(({ conversationId }) => conversationId === context.channel!.id) : mine;
  const chosen = bindingId === undefined ? here : mine.filter((binding) => binding.id === bindingId);
  const [binding] = chosen;
  if (!binding) return notice(context.channel ? 'Dit kanaal krijgt geen weekpost van u' : 'Er is nog geen kanaal gekoppeld', [context.channel ? 'Typ “koppel dit kanaal aan”, met de naam van uw gemeente of regio erachter.' : HOW_TO_BIND]);
  return chosen.length === 1 ? one(binding, await context.ports.bindingMessages.of(binding.id), context) : several(chosen);
}

function several(bindings: readonly ChannelBinding[]): NoticeModel {
  return {
    title: 'Weekpost: uw kanalen',
    paragraphs: [],
    facts: bindings.map((binding) => ({ label: bindingLabel(binding), value: stateLabel(binding) })),
    buttons: [...bindings.slice(0, 5).map((binding): Button => ({ title: bindingLabel(binding), verb: 'week-posts.open', data: { binding: binding.id } })), MENU],
  };
}

function one(binding: ChannelBinding, messages: readonly SentMessage[], { now, today }: KnownContext): NoticeModel {
  const meeting = comingMeeting(binding, today);
  const unknown = messages.find(({ state }) => state === 'unknown');
  return {
    title: `Weekpost: ${bindingLabel(binding)}`,
    tone: binding.state === 'dead' || unknown ? 'warning' : 'plain',
    paragraphs: [
      ...(binding.shared ? ['Dit is een gedeeld kanaal: ook mensen van andere teams of organisaties lezen mee.'] : []),
      ...(binding.state === 'dead' ? ['Kansenlijn is uit dit kanaal gehaald of het kanaal bestaat niet meer. Voeg de app weer toe aan het team en kies “Opnieuw proberen”.'] : []),
      ...(messages.length === 0 ? ['Er is nog niets geplaatst.'] : []),
      ...(binding.state === 'active' ? ['Helemaal stoppen? Typ “ontkoppel”.'] : []),
    ],
    facts: [
      { label: 'Stand', value: stateLabel(binding) },
      { label: 'Wanneer', value: momentLabel(binding) },
      ...(binding.state === 'active' ? [{ label: 'Volgende', value: dutchDay(dayInNetherlands(nextDue(binding, now))) }] : []),
      { label: 'Wat', value: topicsLabel(binding.topics) },
      ...(meeting === undefined ? [] : [{ label: 'Volgend overleg', value: meetingLabel(meeting, binding.topics) }]),
      ...messageFacts(messages),
    ],
    buttons: [...(unknown ? settleButtons(unknown) : []), ...stateButtons(binding), MENU],
  };
}

const KINDS: Readonly<Record<SentMessage['kind'], string>> = { post: 'Weekpost', reply: 'Toelichting', introduction: 'Kennismaking', trial: 'Proef', notice: 'Bericht aan u' };
const STATES: Readonly<Record<SentMessage['state'], string>> = {
  pending: 'wacht', sending: 'wordt verzonden', sent: 'geplaatst', unknown: 'niet zeker of het is aangekomen', failed: 'niet gelukt', gone: 'niet gelukt: kanaal niet bereikbaar', skipped: 'overgeslagen',
};

const moment = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

const labelOf = ({ kind, week }: SentMessage): string => (week === undefined || kind === 'introduction' ? KINDS[kind] : `${KINDS[kind]} week ${Number(week.slice(-2))}`);

/** Newest first. What went the same way is one line: the answers under one post. */
function messageFacts(messages: readonly SentMessage[]): { label: string; value: string }[] {
  const together = new Map<string, SentMessage[]>();
  for (const message of messages) {
    const key = `${labelOf(message)} ${message.state}`;
    together.set(key, [...(together.get(key) ?? []), message]);
  }
  return [...together.values()].slice(0, MAX_MESSAGES).map((same) => {
    const [{ state, since }] = same as [SentMessage];
    return { label: labelOf(same[0]!), value: `${same.length > 1 ? `${same.length} keer ` : ''}${STATES[state]} (${moment.format(since)})` };
  });
}

const settleButtons = ({ id }: SentMessage): Button[] => [
  { title: 'Wel aangekomen', verb: 'week-post.settle', data: { message: id, choice: 'arrived' } },
  { title: 'Opnieuw sturen', verb: 'week-post.settle', data: { message: id, choice: 'resend' } },
];

function stateButtons(binding: ChannelBinding): Button[] {
  const act = (title: string, verb: string): Button => ({ title, verb, data: { binding: binding.id } });
  switch (binding.state) {
    case 'proposed': return [...decisionButtons(binding.id)];
    case 'active': return [settingsButton(binding), act('Proef aan mij', 'week-posts.trial'), act('Pauzeren', 'week-posts.pause')];
    case 'paused': return [act('Hervatten', 'week-posts.resume'), settingsButton(binding), act('Ontkoppelen', 'week-posts.end')];
    case 'dead': return [act('Opnieuw proberen', 'week-posts.resume'), act('Ontkoppelen', 'week-posts.end')];
    case 'unbound': return [];
  }
}
