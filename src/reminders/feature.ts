import type { FormModel } from '../../cards/models.ts';
import { MENU } from '../../dialogs/buttons.ts';
import type { ReminderKindId } from '../../dialogs/reminders/port.ts';
import { addDays } from '../policy/engine/days.ts';
import { dutchCount, dutchDay } from '../policy/engine/dutch.ts';
import { actingAsLabel } from '../turn/acting-as.ts';
import type { KnownContext } from '../turn/context.ts';
import type { Feature } from '../turn/feature.ts';
import { formReply, noticeReply } from '../turn/replies.ts';
import type { Reply } from '../turn/types.ts';
import { kindOf } from './kinds/index.ts';
import { overview } from './overview.ts';
import { chooseKind, distinctKinds, kindForm, settingsForm } from './settings.ts';
import { kindsFor, waitingFor, type Waiting } from './waiting.ts';

type Data = Readonly<Record<string, unknown>>;
type Handler = (data: Data, context: KnownContext) => Promise<Reply>;

const REQUEST = /^(?:mijn\s+)?((?:herinnering(?:en)?|reminders?)(?:\s+(?:instellen|uit(?:zetten)?|aan(?:zetten)?))?|taken|te doen|wat wacht er(?: op mij)?|wat moet ik doen)[.!?]*$/i;
const SETTINGS = /\s(?:instellen|uit(?:zetten)?|aan(?:zetten)?)$/i;

/** "Herinneringen": what waits now, later, not for me, and which kinds come. In the personal chat only. */
export const remindersFeature: Feature = {
  request: (text) => REQUEST.exec(text.trim().replace(/\s+/g, ' '))?.[1],
  show: (words, context) => personally(SETTINGS.test(words) ? showSettings : show)({}, context),
  actions: new Map(Object.entries({
    'reminders.open': show, 'reminders.later': later, 'reminders.not-mine': notMine, 'reminders.off': turnOff, 'reminders.settings': showSettings, 'reminders.set': set,
  }).map(([verb, handle]) => [verb, personally(handle)])),
};

function personally(handle: Handler): Handler {
  return async (data, context) => {
    if (context.where === 'personal') return handle(data, context);
    return noticeReply({ title: 'Dit doet u in de persoonlijke chat', paragraphs: ['Herinneringen noemen codes van kinderen en zijn van u alleen. Typ “herinneringen” in onze persoonlijke chat.'], buttons: [] });
  };
}

async function show(data: Data, context: KnownContext): Promise<Reply> {
  if (kindsFor(context.person).length === 0) return noRole(context);
  const waiting = await waitingFor(context);
  const chosen = ofKind(waiting, data['kind']);
  if (chosen) return formReply(kindForm(chosen, context));
  if (data['choose'] === undefined || waiting.length === 0) return noticeReply(overview(waiting, context));
  const kinds = distinctKinds(waiting);
  return kinds.length === 1 ? formReply(kindForm(kinds[0]!, context)) : formReply(chooseKind(waiting, context));
}

const ofKind = (waiting: readonly Waiting[], id: unknown): Waiting | undefined => waiting.find(({ kind }) => kind.id === id);

/** Of one kind what was chosen in its list, or all of it; without a kind everything that waits. What is not theirs is left out. */
function chosenFrom(waiting: readonly Waiting[], data: Data): { readonly kind: ReminderKindId; readonly subjects: string[] }[] {
  const typed = typeof data['subjects'] === 'string' ? data['subjects'].split(',').map((one) => one.trim()).filter(Boolean) : [];
  return waiting.filter(({ kind }) => data['kind'] === undefined || kind.id === data['kind']).flatMap(({ kind, facts }) => {
    const subjects = facts.map(({ subject }) => subject).filter((subject) => typed.length === 0 || typed.includes(subject));
    return subjects.length === 0 ? [] : [{ kind: kind.id, subjects }];
  });
}

async function later(data: Data, context: KnownContext): Promise<Reply> {
  const until = addDays(context.today, data['days'] === 7 || data['days'] === '7' ? 7 : 1);
  const chosen = chosenFrom(await waitingFor(context), data);
  for (const { kind, subjects } of chosen) await context.ports.reminders.snooze(kind, subjects, until);
  return showRest(chosen.length === 0 ? 'Er was niets meer om uit te stellen.' : `Uitgesteld tot ${dutchDay(until)}.`, context);
}

async function notMine(data: Data, context: KnownContext): Promise<Reply> {
  const chosen = kindOf(data['kind']) ? chosenFrom(await waitingFor(context), data) : [];
  for (const { kind, subjects } of chosen) await context.ports.reminders.notMine(kind, subjects);
  const count = chosen.reduce((total, { subjects }) => total + subjects.length, 0);
  return showRest(count === 0 ? 'Er was niets meer om door te geven.' : `${dutchCount(count, 'herinnering gaat', 'herinneringen gaan')} naar de volgende die het kan doen; is er niemand meer, dan naar de gemeente.`, context);
}

async function turnOff(data: Data, context: KnownContext): Promise<Reply> {
  const kind = kindsFor(context.person).find(({ id }) => id === data['kind']);
  if (kind) await context.ports.reminders.turn(kind.id, false);
  return showRest(kind ? `“${kind.title}” staat uit. Met “herinneringen instellen” zet u het weer aan.` : 'Deze soort ken ik niet. Er is niets gewijzigd.', context);
}

const showRest = async (notice: string, context: KnownContext): Promise<Reply> => noticeReply(overview(await waitingFor(context), context, notice));

async function showSettings(_: Data, context: KnownContext): Promise<Reply> {
  if (kindsFor(context.person).length === 0) return noRole(context);
  return settings(context);
}

async function settings(context: KnownContext, notice?: string): Promise<Reply> {
  const form: FormModel = settingsForm(context, await context.ports.reminders.off(), notice);
  return formReply(form);
}

const noRole = (context: KnownContext): Reply => noticeReply({
  title: 'Voor uw rol zijn er geen herinneringen', actingAs: actingAsLabel(context.person.roles), paragraphs: ['Herinneringen gaan naar wie iets kan vastleggen.'], buttons: [MENU],
});

async function set(data: Data, context: KnownContext): Promise<Reply> {
  const on = new Set(typeof data['on'] === 'string' ? data['on'].split(',').map((one) => one.trim()) : []);
  for (const { id } of kindsFor(context.person)) await context.ports.reminders.turn(id, on.has(id));
  return settings(context, '✓ Opgeslagen.');
}
