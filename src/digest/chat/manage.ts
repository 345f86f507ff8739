import type { Button, NoticeModel } from '../../../cards/models.ts';
import { MENU, open } from '../../../dialogs/buttons.ts';
import type { ChannelBinding } from '../../../dialogs/week-post/port.ts';
import { HOW_TO_BIND, STATUS } from '../../../dialogs/week-post/settings.ts';
import { bindingLabel, momentLabel, ownScopes } from '../../../dialogs/week-post/words.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import type { KnownContext } from '../../turn/context.ts';
import { FOR_THE_MUNICIPALITY, notice } from './bind.ts';
import type { PauseUntil } from './requests.ts';

/** What can be done with one binding. */
export type Change = { readonly kind: 'end' } | { readonly kind: 'resume' } | { readonly kind: 'pause'; readonly until: PauseUntil };

/** Does it with the binding that is meant; with several, asks which. */
export async function manage(change: Change, context: KnownContext, bindingId?: string): Promise<NoticeModel> {
  if (ownScopes(context.person.roles).length === 0) return FOR_THE_MUNICIPALITY;
  if (change.kind === 'pause' && change.until.kind === 'unclear') return notice('Tot wanneer?', ['Schrijf een dag die nog komt, hoogstens een jaar vooruit, bijvoorbeeld: pauzeer tot 5 januari. Er is niets gewijzigd.'], 'warning');
  const fitting = (await meant(context, bindingId)).filter((binding) => fits(change, binding));
  const [binding] = fitting;
  if (!binding) return nothingFits(change, context);
  return fitting.length === 1 ? apply(change, binding, context) : chooseOne(change, fitting);
}

/** In a channel that channel's own; elsewhere all of the person's own. */
async function meant(context: KnownContext, bindingId: string | undefined): Promise<readonly ChannelBinding[]> {
  const mine = await context.ports.bindings.list();
  if (bindingId !== undefined) return mine.filter((binding) => binding.id === bindingId);
  return context.channel ? mine.filter(({ conversationId }) => conversationId === context.channel!.id) : mine;
}

function fits({ kind }: Change, { state }: ChannelBinding): boolean {
  switch (kind) {
    case 'end': return state !== 'proposed';
    case 'pause': return state === 'active' || state === 'paused';
    case 'resume': return state === 'paused' || state === 'dead';
  }
}

const NOTHING: Readonly<Record<Change['kind'], string>> = {
  end: 'Er is geen koppeling van u om te stoppen', pause: 'Er is geen weekpost van u om te pauzeren', resume: 'Er is geen weekpost van u die gepauzeerd is',
};

const nothingFits = ({ kind }: Change, context: KnownContext): NoticeModel => notice(NOTHING[kind], [
  context.channel ? 'Dit kanaal is niet door uw gemeente of regio gekoppeld, of dit kan nu niet.' : HOW_TO_BIND, 'Er is niets gewijzigd.',
], 'warning', [STATUS, MENU]);

const chooseOne = (change: Change, bindings: readonly ChannelBinding[]): NoticeModel => notice('Welk kanaal bedoelt u?', ['U heeft er meer dan één.'], 'plain', bindings.slice(0, 6).map((binding): Button => ({
  title: bindingLabel(binding), verb: `week-posts.${change.kind}`,
  data: { binding: binding.id, ...(change.kind === 'pause' && change.until.kind === 'day' ? { until: change.until.day } : {}) },
})));

async function apply(change: Change, binding: ChannelBinding, context: KnownContext): Promise<NoticeModel> {
  const { bindings } = context.ports;
  const label = bindingLabel(binding);
  const { id } = binding;
  switch (change.kind) {
    case 'end': return done(await bindings.unbind(id), 'De weekpost is gestopt', [`${label}: ik plaats hier niets meer. Wat er al stond, blijft staan.`]);
    case 'resume': return done(await bindings.resume(id, context.now), 'De weekpost gaat weer door', [`${label}: ${momentLabel(binding)}.`]);
    case 'pause': {
      const until = change.until.kind === 'day' ? change.until.day : undefined;
      return done(await bindings.pause(id, until), 'De weekpost is gepauzeerd', [until === undefined ? `${label}: tot u “hervat” typt.` : `${label}: tot ${dutchDay(until)}. Daarna gaat hij vanzelf weer door.`], [resumeButton(binding)]);
    }
  }
}

const resumeButton = ({ id }: ChannelBinding): Button => ({ title: 'Hervatten', verb: 'week-posts.resume', data: { binding: id } });
export const settingsButton = ({ id }: ChannelBinding): Button => open('week-post-settings', 'Instellen', { binding: id });

function done(isDone: boolean, title: string, paragraphs: readonly string[], buttons: readonly Button[] = []): NoticeModel {
  return isDone ? notice(title, paragraphs, 'good', [...buttons, STATUS, MENU]) : CHANGED;
}

export const CHANGED: NoticeModel = notice('Dit is intussen gewijzigd', ['Er is niets gewijzigd. Bekijk de status en probeer het opnieuw.'], 'warning', [STATUS, MENU]);
