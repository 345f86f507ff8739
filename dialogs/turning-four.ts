import { z } from 'zod/v4';
import { addMonths } from '../src/policy/engine/days.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import { MENU, open } from './buttons.ts';
import { defineDialog, type DialogContext, type View } from './dialog.ts';
import { joined } from './labels.ts';
import type { Placement } from './ports.ts';

const FOUR = 48;
const fourOn = ({ child }: Placement): string => addMonths(child.birthDate, FOUR);

/** Who turns four this month or next, or already is, without a last day; the eldest first. */
async function form({ ports, today }: DialogContext): Promise<View> {
  const afterNextMonth = addMonths(`${today.slice(0, 8)}01`, 2);
  const turning = (await ports.placements.withoutExit()).filter((one) => fourOn(one) < afterNextMonth).sort((a, b) => (fourOn(a) < fourOn(b) ? -1 : 1));
  const [first] = turning;
  if (!first) return { kind: 'notice', title: 'Geen laatste dagen te melden', tone: 'good', paragraphs: ['Bij uw locatie wordt deze en volgende maand niemand 4 van wie de laatste dag nog niet is gemeld.'], buttons: [MENU] };
  return {
    kind: 'form',
    title: 'Wie wordt 4?',
    intro: 'Deze kinderen worden deze of volgende maand 4, of zijn het al. Hun laatste dag is nog niet gemeld. Kies een kind.',
    facts: turning.map((one) => ({ label: one.child.code, value: joined(one.child.ownReference, one.group.name, `${fourOn(one) <= today ? '4 sinds' : 'wordt 4 op'} ${dutchDay(fourOn(one))}`) })),
    fields: [{ kind: 'choice', id: 'placement', label: 'Kind', required: true, placeholder: 'Kies een kind', options: turning.map((one) => ({ value: one.versionId, label: one.child.code })) }],
    defaults: { placement: first.versionId },
    buttons: [{ title: 'Uitstroom melden', verb: 'exit.open', withInputs: true, style: 'positive', data: { reason: 'school_at_4' } }, open('handover', 'Overdrachten'), MENU],
  };
}

/** Only shows and chooses: the exit has a form of its own. */
export const turningFourDialog = defineDialog<never>({
  id: 'turning-four',
  title: 'Wie wordt 4?',
  phrases: ['wie wordt 4', 'wie worden 4', 'bijna 4', 'wordt 4'],
  roles: ['childcare'],
  menuRoles: [],
  form,
  input: z.never(),
  check: async () => [],
  commit: async () => { throw new Error('turning-four stores nothing'); },
});
