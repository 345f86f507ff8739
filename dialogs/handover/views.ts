import { z } from 'zod/v4';
import { CONSENT_STEPS, stepMisfit, undoMisfit } from '../../src/policy/handover/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, type AnyDialog, type DialogContext, type View } from '../dialog.ts';
import type { FormValues } from '../../cards/models.ts';
import { everythingFacts, headFacts, overview } from './overview.ts';
import type { Handover } from './port.ts';
import { handoverGone, isEditor, openHandover, sidesOf, stateOf } from './state.ts';

/** A conversation that only shows something: there is nothing to send back. */
function viewDialog(id: string, title: string, view: (context: DialogContext, handover: Handover, values: FormValues) => Promise<View>): AnyDialog {
  return defineDialog<never>({
    id, title, phrases: [], roles: ['childcare', 'school'], menuRoles: [],
    async form(context, values) {
      const handover = await openHandover(context, values['handover']);
      return handover ? view(context, handover, values) : handoverGone();
    },
    input: z.never(),
    check: async () => [],
    commit: async () => { throw new Error(`${id} stores nothing`); },
  });
}

/** What is told, for the two sides only; or how far the handover is. */
export const handoverViewDialog = viewDialog('handover-view', 'Overdracht bekijken', async (context, handover, { what }) => {
  if (what === 'stopped') return overview(context, handover, 'U bent gestopt. Wat u in eerdere stappen opsloeg, is bewaard; wat u in de laatste stap typte niet.');
  if (what === 'overview' || sidesOf(context, handover).length === 0) return overview(context, handover);
  const values = { handover: handover.handoverId };
  return {
    kind: 'notice',
    title: `Inhoud van de overdracht ${handover.child.code}`,
    paragraphs: [],
    facts: [...headFacts(handover), ...(await everythingFacts(context, handover))],
    buttons: [
      ...(isEditor(context, handover) ? [open('handover-programme', 'Wijzigen', { ...values, edit: 'yes' })] : []),
      open('handover-view', 'Stappen bekijken', { ...values, what: 'overview' }), MENU,
    ],
  };
});

/** What is seldom needed. */
export const handoverMoreDialog = viewDialog('handover-more', 'Overdracht: meer', async (context, handover) => {
  const values = { handover: handover.handoverId };
  const state = stateOf(handover);
  const fits = (step: Parameters<typeof stepMisfit>[1]): boolean => sidesOf(context, handover).some((side) => stepMisfit(state, step, side) === undefined);
  const undoable = handover.steps.some(({ step, side }) => sidesOf(context, handover).includes(side) && undoMisfit(state, step) === undefined);
  return {
    kind: 'notice',
    title: `Overdracht ${handover.child.code}: meer`,
    paragraphs: ['Kies wat u wilt doen.'],
    facts: headFacts(handover),
    buttons: [
      ...(CONSENT_STEPS.some(fits) ? [open('handover-consent', 'Toestemming wijzigen', values)] : []),
      ...(isEditor(context, handover) && handover.startedBy === 'childcare' ? [open('handover', 'School wijzigen', { ...values, edit: 'yes' })] : []),
      ...(undoable ? [open('handover-undo', 'Stap ongedaan maken', values)] : []),
      ...(fits('withdrawn') ? [open('handover-withdraw', 'Hele overdracht intrekken', values)] : []),
      open('handover-view', 'Terug', { ...values, what: 'overview' }), MENU,
    ],
  };
});
