import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { parseChildCode } from '../../src/ask/child-code.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { hasStep, stepMisfit } from '../../src/policy/handover/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, type DialogContext, type View } from '../dialog.ts';
import { joined } from '../labels.ts';
import { overview } from './overview.ts';
import type { Handover } from './port.ts';
import { handoverGone, openHandover, stateOf } from './state.ts';

const SHOWN = 40;

/** What the school has to do, most pressing first; what is over comes last. */
const TASKS: readonly (readonly [string, (handover: Handover) => boolean])[] = [
  ['te ontvangen', (one) => fits(one, 'received')],
  ['zelf begonnen, nog in te dienen', (one) => one.startedBy === 'school' && !hasStep(one, 'completed')],
  ['aan te vullen en in te dienen', (one) => fits(one, 'completed')],
  ['terug te koppelen', (one) => fits(one, 'feedback_given')],
  ['af te sluiten', (one) => fits(one, 'closed')],
  ['klaar', () => true],
];
const fits = (handover: Handover, step: 'received' | 'completed' | 'feedback_given' | 'closed'): boolean => stepMisfit(stateOf(handover), step, 'school') === undefined;
const taskOf = (handover: Handover): number => TASKS.findIndex(([, is]) => is(handover));

const label = (handover: Handover): string => joined(handover.child.code, `geboren ${dutchDay(handover.child.birthDate)}`, handover.locationName, TASKS[taskOf(handover)]?.[0]);

async function form(context: DialogContext, values: FormValues): Promise<View> {
  if (values['handover']) {
    const handover = await openHandover(context, values['handover']);
    return handover ? overview(context, handover) : handoverGone();
  }
  const typed = parseChildCode(values['code'] ?? '');
  const [named] = typed.kind === 'code' ? await atWork(context, typed.code) : [];
  if (named) return overview(context, named);
  const all = await atWork(context);
  if (all.length === 0) return nothingYet();
  const sorted = [...all].sort((a, b) => taskOf(a) - taskOf(b) || (a.child.code < b.child.code ? -1 : 1)).slice(0, SHOWN);
  const toDo = all.filter((one) => taskOf(one) < TASKS.length - 1).length;
  return {
    kind: 'form',
    title: 'Overdrachten',
    intro: toDo === 0 ? 'Alles is gedaan.' : `${toDo === 1 ? 'Bij één kind is' : `Bij ${toDo} kinderen is`} iets te doen. Dat staat bovenaan.`,
    fields: [{ kind: 'choice', id: 'handover', label: 'Kind', required: true, placeholder: 'Kies een kind', options: sorted.map((one) => ({ value: one.handoverId, label: label(one) })) }],
    ...(sorted.length === 1 && sorted[0] ? { defaults: { handover: sorted[0].handoverId } } : {}),
    buttons: [{ title: 'Openen', verb: 'handovers.open', withInputs: true, style: 'positive' }, open('handover-begin', 'Overdracht beginnen'), MENU],
  };
}

const atWork = async ({ ports }: DialogContext, code?: string): Promise<Handover[]> => (await ports.handovers.ofSchool(code)).filter((one) => !hasStep(one, 'withdrawn'));

const nothingYet = (): View => ({
  kind: 'notice',
  title: 'Nog geen overdrachten',
  paragraphs: ['Er is nog niets aan uw school verstuurd. Wacht u op een kind, dan kunt u ook zelf een overdracht beginnen: met de code van het kind, of zonder.'],
  buttons: [open('handover-begin', 'Overdracht beginnen'), MENU],
});

/** Only shows and chooses: what is stored has forms of its own. */
export const handoversDialog = defineDialog<never>({
  id: 'handovers',
  title: 'Overdrachten',
  phrases: [],
  roles: ['school'],
  menuRoles: [],
  form,
  input: z.never(),
  check: async () => [],
  commit: async () => { throw new Error('handovers stores nothing'); },
});
