import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { DIGEST_TOPICS, type DigestTopic } from '../../src/digest/types.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { cannotManage } from '../admin/findings.ts';
import { MENU } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, chosenSeveral, isoDay, optional, present, required } from '../fields.ts';
import { comingMeeting, nextMeetingField, unlikelyMeeting } from './next-meeting.ts';
import type { ChannelBinding } from './port.ts';
import { bindingLabel, meetingLabel, momentLabel, topicOptions, topicsLabel, WEEKDAYS } from './words.ts';

/** Hours at which people read; a post at night would only be a noise. */
const HOURS = Array.from({ length: 12 }, (_, index) => String(index + 7));
const DAYS = WEEKDAYS.map((_, index) => String(index + 1));

const input = z.object({
  binding: required(chosenId('Kies het kanaal.')),
  weekday: required(chosenCode(DAYS, 'Kies de dag.')),
  hour: required(chosenCode(HOURS, 'Kies het uur.')),
  topics: optional(chosenSeveral('Kies wat erin staat.')),
  nextMeeting: optional(isoDay('Kies de datum van het volgende overleg.')),
});
type Answers = z.infer<typeof input>;

export const STATUS = { title: 'Status weekpost', verb: 'week-posts.open' } as const;

/** Those of which the settings can be changed. */
const openBindings = async (context: DialogContext): Promise<ChannelBinding[]> =>
  (await context.ports.bindings.list()).filter(({ state }) => state === 'active' || state === 'paused' || state === 'proposed');

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const bindings = await openBindings(context);
  const binding = bindings.length === 1 && !values['binding'] ? bindings[0] : bindings.find(({ id }) => id === values['binding']);
  if (bindings.length === 0) return { kind: 'notice', title: 'Er is nog geen kanaal gekoppeld', paragraphs: [HOW_TO_BIND], buttons: [MENU] };
  if (!binding) {
    return {
      kind: 'form', title: 'Weekpost instellen', intro: 'Van welk kanaal?',
      fields: [{ kind: 'choice', id: 'binding', label: 'Kanaal', required: true, options: bindings.map((each) => ({ value: each.id, label: bindingLabel(each) })) }],
      buttons: [{ title: 'Verder', verb: 'week-post-settings.open', withInputs: true, style: 'positive' }, MENU],
    };
  }
  return {
    kind: 'form',
    title: 'Weekpost instellen',
    intro: `Voor ${bindingLabel(binding)}. Het bereik en wat opvalt staan er altijd in.`,
    fields: fields(binding, context),
    hidden: { binding: binding.id },
    defaults: { weekday: String(binding.day), hour: String(binding.hour), topics: binding.topics.join(','), ...present('nextMeeting', comingMeeting(binding, context.today)) },
  };
}

export const HOW_TO_BIND = 'Ga naar het kanaal van de Regiegroep en typ daar: @Kansenlijn koppel dit kanaal aan, met de naam van uw gemeente erachter.';

const fields = (binding: ChannelBinding, context: DialogContext): Field[] => [
  { kind: 'choice', id: 'weekday', label: 'Dag', required: true, options: WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })) },
  { kind: 'choice', id: 'hour', label: 'Uur', required: true, options: HOURS.map((hour) => ({ value: hour, label: `${hour}.00 uur` })) },
  { kind: 'choice', id: 'topics', label: 'Ook in de post', options: topicOptions(), multiple: true, expanded: true },
  nextMeetingField(binding, context),
];

async function check(context: DialogContext, { binding, topics = [], nextMeeting }: Answers): Promise<readonly Finding[]> {
  const bindings = await openBindings(context);
  return inOrder([
    bindings.some(({ id }) => id === binding) ? undefined : cannotManage('Dit kanaal is niet meer gekoppeld, of niet door uw gemeente of regio.'),
    topics.every((topic) => DIGEST_TOPICS.some((known) => known === topic)) ? undefined : cannotManage('Kies de onderwerpen opnieuw uit de lijst.'),
    unlikelyMeeting(nextMeeting, context.today),
  ]);
}

async function commit(context: DialogContext, { binding: bindingId, weekday, hour, topics = [], nextMeeting }: Answers): Promise<Receipt> {
  const settings = { day: Number(weekday), hour: Number(hour), topics: DIGEST_TOPICS.filter((topic): topic is DigestTopic => topics.includes(topic)), nextMeeting };
  const binding = (await openBindings(context)).find(({ id }) => id === bindingId);
  if (!binding || !(await context.ports.bindings.change(bindingId, settings, context.today))) throw new RecordChangedError('binding of a channel');
  return {
    title: 'Weekpost ingesteld',
    facts: [
      { label: 'Kanaal', value: bindingLabel(binding) },
      { label: 'Wanneer', value: momentLabel(settings) },
      { label: 'Wat', value: topicsLabel(settings.topics) },
      ...(nextMeeting === undefined ? [] : [{ label: 'Volgend overleg', value: meetingLabel(nextMeeting, settings.topics) }]),
    ],
    buttons: [STATUS, MENU],
  };
}

export const weekPostSettingsDialog = defineDialog<Answers>({
  id: 'week-post-settings',
  title: 'Weekpost instellen',
  phrases: ['weekpost instellen', 'instellingen weekpost', 'weekpost wijzigen'],
  roles: ['official', 'regional'],
  menu: 'admin',
  form, input, check, commit,
});
