import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { stepMisfit, STEP_LABELS } from '../../src/policy/handover/index.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { complainAboutWay, CONSENT_ANSWERS, consentFields, consentShape, consentStep, type ConsentAnswer } from './consent-fields.ts';
import { contentWillGo } from './findings.ts';
import { headFacts, overview } from './overview.ts';
import type { Handover } from './port.ts';
import { resumeAt } from './progress.ts';
import { handoverGone, hasConsent, isEditor, isFresh, lockedHandover, openHandover, planSteps, sidesOf, stateOf } from './state.ts';

const input = z.object({ handover: required(chosenId('Open de overdracht opnieuw.')), ...consentShape }).superRefine(complainAboutWay);
type Answers = z.infer<typeof input>;

/** What parents can say now, after what they said before. */
function answersNow(context: DialogContext, handover: Handover): ConsentAnswer[] {
  const sides = sidesOf(context, handover);
  return (Object.keys(CONSENT_ANSWERS) as ConsentAnswer[]).filter((step) => sides.some((side) => stepMisfit(stateOf(handover), step, side) === undefined));
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values) && !handover) return handoverGone();
  const answers = handover ? answersNow(context, handover) : [];
  if (isFresh(values) && handover && answers.length === 0) return overview(context, handover, 'Aan de toestemming kan nu niets worden gewijzigd.');
  const [only] = answers;
  return {
    kind: 'form',
    title: 'Toestemming van de ouders',
    intro: 'Ouders mogen op elk moment terugkomen op hun antwoord. Trekken zij hun toestemming in, dan wordt wat over het kind is ingevuld gewist.',
    facts: handover ? headFacts(handover) : [],
    fields: consentFields(answers.length > 0 ? answers : (Object.keys(CONSENT_ANSWERS) as ConsentAnswer[])),
    hidden: { handover: values['handover'] ?? '' },
    defaults: { consentOn: context.today, ...(answers.length === 1 && only ? { consent: only } : {}) },
    cancel: open('handover-view', 'Terug', { handover: values['handover'] ?? '', what: 'overview' }),
  };
}

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, answers.handover);
  if (!handover) return [recordChanged()];
  const stored = answers.consent === 'consent_withdrawn' ? (await context.ports.handovers.content(answers.handover)).size : 0;
  return inOrder([...planSteps(context, handover, [{ step: answers.consent, onDate: answers.consentOn }]).findings, stored > 0 ? contentWillGo(stored) : undefined]);
}

async function commit(context: DialogContext, answers: Answers, confirmations: readonly string[]): Promise<Receipt> {
  const { handovers } = context.ports;
  const before = await openHandover(context, answers.handover);
  if (!before) throw new RecordChangedError('handover');
  const { side } = planSteps(context, before, [{ step: answers.consent, onDate: answers.consentOn }]);
  await handovers.record(answers.handover, { ...consentStep(answers), side, confirmations });
  const handover = (await openHandover(context, answers.handover)) ?? before;
  const values = { handover: answers.handover };
  const goOn = isEditor(context, handover) && hasConsent(handover) ? [open(resumeAt(handover, await handovers.content(answers.handover)), 'Verder invullen', values)] : [];
  return {
    title: STEP_LABELS[answers.consent],
    facts: [...headFacts(handover), { label: 'Op', value: dutchDay(answers.consentOn) }],
    buttons: [...goOn, open('handover-view', 'Bekijk deze overdracht', { ...values, what: 'overview' }), MENU],
  };
}

export const handoverConsentDialog = defineDialog<Answers>({
  id: 'handover-consent', title: 'Toestemming wijzigen', phrases: [], roles: ['childcare', 'school'], menuRoles: [], form, input, check, commit,
});
