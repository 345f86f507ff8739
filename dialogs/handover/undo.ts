import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkCorrection } from '../../src/policy/national/correction.ts';
import { consentOf, STEP_LABELS, undoMisfit } from '../../src/policy/handover/index.ts';
import { whyField } from '../correct.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, freeText, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { joined } from '../labels.ts';
import { contentWillGo } from './findings.ts';
import { headFacts, overview, stepLine } from './overview.ts';
import type { Handover, RecordedStep } from './port.ts';
import { handoverGone, hasConsent, isFresh, lockedHandover, openHandover, sidesOf, stateOf } from './state.ts';

const input = z.object({
  handover: required(chosenId('Open de overdracht opnieuw.')),
  step: required(chosenId('Kies de stap.')),
  why: required(freeText('Schrijf kort waarom u dit ongedaan maakt.')),
});
type Answers = z.infer<typeof input>;

/** Steps of the person's own side that nothing stands on, the latest first. */
const undoable = (context: DialogContext, handover: Handover): RecordedStep[] =>
  handover.steps.filter(({ step, side }) => sidesOf(context, handover).includes(side) && undoMisfit(stateOf(handover), step) === undefined).reverse();

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values) && !handover) return handoverGone();
  const steps = handover ? undoable(context, handover) : [];
  if (isFresh(values) && handover && steps.length === 0) return overview(context, handover, 'Er is nu geen stap die u ongedaan kunt maken.');
  const [only] = steps;
  return {
    kind: 'form',
    title: 'Stap ongedaan maken',
    intro: 'De stap telt dan niet meer mee. Dat hij er was, en waarom hij verviel, blijft bewaard.',
    facts: handover ? headFacts(handover) : [],
    fields: [
      ...(steps.length > 0 ? [{ kind: 'choice', id: 'step', label: 'Welke stap?', required: true, options: steps.map((step) => ({ value: step.versionId, label: joined(STEP_LABELS[step.step], stepLine(step)) })) } as const] : []),
      whyField('Waarom?'),
    ],
    hidden: { handover: values['handover'] ?? '' },
    defaults: steps.length === 1 && only ? { step: only.versionId } : {},
    submitTitle: 'Ongedaan maken',
    cancel: open('handover-view', 'Terug', { handover: values['handover'] ?? '', what: 'overview' }),
  };
}

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, answers.handover);
  const step = handover?.steps.find(({ versionId }) => versionId === answers.step);
  if (!handover || !step || !sidesOf(context, handover).includes(step.side)) return [recordChanged()];
  const left = handover.steps.filter((one) => one !== step);
  const removed = hasConsent(handover) && consentOf(left) !== 'given' ? (await context.ports.handovers.content(answers.handover)).size : 0;
  return inOrder([...checkCorrection({ reason: answers.why }), undoMisfit(stateOf(handover), step.step), removed > 0 ? contentWillGo(removed) : undefined]);
}

async function commit(context: DialogContext, { handover: id, step: versionId, why }: Answers): Promise<Receipt> {
  const handover = await openHandover(context, id);
  const step = handover?.steps.find((one) => one.versionId === versionId);
  if (!handover || !step || !(await context.ports.handovers.undo(versionId, why))) throw new RecordChangedError('step');
  return {
    title: `Ongedaan gemaakt: ${STEP_LABELS[step.step].toLowerCase()}`,
    facts: [{ label: 'Kind', value: handover.child.code }, { label: 'Stap', value: joined(STEP_LABELS[step.step], stepLine(step)) }, { label: 'Waarom', value: why }],
    buttons: [open('handover-view', 'Bekijk deze overdracht', { handover: id, what: 'overview' }), MENU],
  };
}

export const handoverUndoDialog = defineDialog<Answers>({
  id: 'handover-undo', title: 'Stap ongedaan maken', phrases: [], roles: ['childcare', 'school'], menuRoles: [], form, input, check, commit,
});
