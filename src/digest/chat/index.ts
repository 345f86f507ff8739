import { z } from 'zod/v4';
import type { NoticeModel } from '../../../cards/models.ts';
import { isRealDay } from '../../policy/engine/days.ts';
import { actingAsLabel } from '../../turn/acting-as.ts';
import type { KnownContext } from '../../turn/context.ts';
import type { Feature } from '../../turn/feature.ts';
import { noticeReply } from '../../turn/replies.ts';
import type { Reply } from '../../turn/types.ts';
import { MENU } from '../../../dialogs/buttons.ts';
import { STATUS } from '../../../dialogs/week-post/settings.ts';
import { bindingLabel, momentLabel } from '../../../dialogs/week-post/words.ts';
import { bind, notice } from './bind.ts';
import { CHANGED, manage, settingsButton, type Change } from './manage.ts';
import { weekAt } from '../schedule.ts';
import { weekPostAsk } from './requests.ts';
import { status } from './status.ts';
import { trial, type Compose } from './trial.ts';

/** Binding a channel to the weekly post, and what an official may do with it, in words and by button. */
export interface WeekPostParts {
  readonly compose: Compose;
  /** From when posts are owed after a yes; absent: from that moment. */
  readonly owedFrom?: (now: Date) => Date;
}

export const createWeekPostFeature = ({ compose, owedFrom = (now) => now }: WeekPostParts): Feature => ({
  request: (text, { today }) => (weekPostAsk(text, today) ? text : undefined),
  async show(text, context) {
    const ask = weekPostAsk(text, context.today);
    if (!ask || ask.kind === 'status') return reply(await status(context), context);
    if (ask.kind === 'trial') return trial(compose, context);
    return reply(ask.kind === 'bind' ? await bind(ask.place, context) : await manage(ask, context), context);
  },
  actions: new Map([
    ...Object.entries(HANDLERS).map(([verb, handle]): [string, Action] => [verb, async (data, context) => reply(await handle(data, context), context)]),
    ['week-posts.trial', (data, context) => trial(compose, context, bindingIn(data))],
    ['week-post.confirm', async (data, context) => reply(await decide(data, { ...context, now: owedFrom(context.now) }, true), context)],
  ]),
});

type Action = (data: Readonly<Record<string, unknown>>, context: KnownContext) => Promise<Reply>;

type Handler = (data: Readonly<Record<string, unknown>>, context: KnownContext) => Promise<NoticeModel>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'week-posts.open': (data, context) => status(context, bindingIn(data)),
  'week-posts.bind': (data, context) => bind(z.string().max(200).catch('').parse(data['place']), context),
  'week-posts.end': (data, context) => change({ kind: 'end' }, data, context),
  'week-posts.resume': (data, context) => change({ kind: 'resume' }, data, context),
  'week-posts.pause': (data, context) => change({ kind: 'pause', until: pauseIn(data, context) }, data, context),
  'week-post.refuse': (data, context) => decide(data, context, false),
  'week-post.settle': settle,
};

/** Whoever acts is named, in a channel too: others read along. */
const reply = (model: NoticeModel, { person }: KnownContext): Reply => noticeReply({ ...model, actingAs: actingAsLabel(person.roles) });

const bindingIn = (data: Readonly<Record<string, unknown>>): string | undefined => z.uuid().safeParse(data['binding']).data;

function pauseIn(data: Readonly<Record<string, unknown>>, { today }: KnownContext): Extract<Change, { kind: 'pause' }>['until'] {
  const { until } = data;
  return typeof until === 'string' && isRealDay(until) && until > today ? { kind: 'day', day: until } : { kind: 'open' };
}

const change = (what: Change, data: Readonly<Record<string, unknown>>, context: KnownContext): Promise<NoticeModel> => {
  const binding = bindingIn(data);
  return binding === undefined ? Promise.resolve(CHANGED) : manage(what, context, binding);
};

async function decide(data: Readonly<Record<string, unknown>>, { ports: { bindings }, where, now }: KnownContext, isYes: boolean): Promise<NoticeModel> {
  if (where !== 'personal') return notice('Bevestigen doet u in onze persoonlijke chat', ['Er is niets gewijzigd.'], 'warning');
  const bindingId = bindingIn(data);
  const binding = (await bindings.list()).find(({ id }) => id === bindingId);
  if (!binding || !(await (isYes ? bindings.confirm(binding.id, now) : bindings.refuse(binding.id)))) return CHANGED;
  if (!isYes) return notice('Niet gekoppeld', [`${bindingLabel(binding)}: ik plaats hier niets.`]);
  return notice('Het kanaal is gekoppeld', [`${bindingLabel(binding)}: ik stel me nu voor in het kanaal en plaats er ${momentLabel(binding)} de weekpost.`], 'good', [settingsButton(binding), STATUS, MENU]);
}

const settleData = z.object({ message: z.uuid(), choice: z.enum(['arrived', 'resend']) });

async function settle(data: Readonly<Record<string, unknown>>, { ports, now }: KnownContext): Promise<NoticeModel> {
  const { message, choice } = settleData.safeParse(data).data ?? {};
  if (message === undefined || choice === undefined) return CHANGED;
  const told = (title: string, text: string, tone: NoticeModel['tone'] = 'good'): NoticeModel => notice(title, [text], tone, [STATUS, MENU]);
  switch (await ports.bindings.settle(message, choice, now, weekAt(now))) {
    case 'arrived': return told('Genoteerd', 'De weekpost van die week is aangekomen. Ik stuur hem niet nog eens.');
    case 'resent': return told('Ik stuur het opnieuw', 'Binnen een paar minuten. Staat het er dan twee keer, verwijder er dan een.');
    case 'late': return told('Die week is voorbij', 'Ik stuur de post van een eerdere week niet meer. De volgende komt vanzelf.', 'warning');
    case 'known': return told('Dit was al bekend', 'Er is niets gewijzigd.', 'plain');
    case 'forbidden': return CHANGED;
  }
}
