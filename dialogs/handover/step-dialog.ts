import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkFreeText, STEP_LABELS, stepMisfit, type LaterField, type StepName } from '../../src/policy/handover/index.ts';
import { LATER_FIELDS, REACTION_MAX, TALK_PARTICIPANTS } from '../../src/policy/handover/content.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type AnyDialog, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, chosenSeveral, isoDay, note, optional, required } from '../fields.ts';
import { notYours, recordChanged } from '../findings.ts';
import { noConsent } from './findings.ts';
import { everythingFacts, headFacts, overview } from './overview.ts';
import type { Handover } from './port.ts';
import { backButton, stepTitle } from './progress.ts';
import { handoverGone, hasConsent, isFresh, lockedHandover, openHandover, planSteps, sidesOf, stateOf } from './state.ts';

/** A form that records one step on a day, perhaps with a text about the child or who took part. */
export interface StepForm {
  readonly id: string;
  readonly step: StepName;
  readonly title: string;
  readonly intro: string;
  readonly dayLabel: string;
  readonly roles: AnyDialog['roles'];
  readonly submitTitle: string;
  /** A text about the child that goes with the step: only with consent. */
  readonly text?: { readonly field: LaterField; readonly required: boolean };
  readonly withParticipants?: boolean;
  /** Shows what is told so far above the fields. */
  readonly showsContent?: boolean;
  /** Another step that is over with this one, on the same day. */
  readonly also?: StepName;
}

const input = z.object({
  handover: required(chosenId('Open de overdracht opnieuw.')),
  onDate: required(isoDay('Vul de dag in.')),
  participants: optional(chosenSeveral('Kies wie erbij waren.')),
  text: note(REACTION_MAX),
});
type Answers = z.infer<typeof input>;

export const stepDialog = (step: StepForm): AnyDialog => defineDialog<Answers>({
  id: step.id, title: step.title, phrases: [], roles: step.roles, menuRoles: [],
  form: (context, values) => form(context, values, step),
  input,
  check: (context, answers) => check(context, answers, step),
  commit: (context, answers, confirmations) => commit(context, answers, step, confirmations),
});

async function form(context: DialogContext, values: FormValues, step: StepForm): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values)) {
    if (!handover) return handoverGone();
    const misfits = sidesOf(context, handover).map((side) => stepMisfit(stateOf(handover), step.step, side));
    if (misfits.every((misfit) => misfit !== undefined)) return overview(context, handover, misfits[0]?.text);
  }
  const consent = handover !== undefined && hasConsent(handover);
  return {
    kind: 'form',
    title: isLastCard(handover, step) ? stepTitle(step.id, consent) : step.title,
    intro: step.intro,
    facts: handover ? [...headFacts(handover), ...(step.showsContent ? await everythingFacts(context, handover) : [])] : [],
    fields: stepFields(step, consent || !isFresh(values)),
    hidden: { handover: values['handover'] ?? '' },
    defaults: { onDate: context.today },
    submitTitle: step.submitTitle,
    cancel: open('handover-view', 'Terug', { handover: values['handover'] ?? '', what: 'overview' }),
    moreButtons: handover && isLastCard(handover, step) ? backButton(step.id, handover) : [],
  };
}

/** For a school that began by itself, submitting is the last card of the form. */
const isLastCard = (handover: Handover | undefined, { step }: StepForm): boolean => handover?.startedBy === 'school' && step === 'completed';

function stepFields({ dayLabel, text, withParticipants }: StepForm, consent: boolean): Field[] {
  return [
    { kind: 'date', id: 'onDate', label: dayLabel, required: true },
    ...(withParticipants ? [{ kind: 'choice', id: 'participants', label: 'Wie waren erbij?', multiple: true, required: true, options: Object.entries(TALK_PARTICIPANTS).map(([value, label]) => ({ value, label })) } as const] : []),
    ...(text && consent ? [{ kind: 'text', id: 'text', label: LATER_FIELDS[text.field], maxLength: REACTION_MAX, multiline: true, required: text.required, hint: text.required ? 'Kort en zonder namen.' : 'Mag leeg blijven. Kort en zonder namen.' } as const] : []),
  ];
}

const planned = ({ step, also }: StepForm, { onDate }: Answers) => [{ step, onDate }, ...(also ? [{ step: also, onDate }] : [])];

async function check(context: DialogContext, answers: Answers, step: StepForm): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, answers.handover);
  if (!handover) return [recordChanged()];
  return inOrder([...planSteps(context, handover, planned(step, answers)).findings, ...checkMore(handover, answers, step)]);
}

function checkMore(handover: Handover, { text, participants }: Answers, step: StepForm): Finding[] {
  const unknown = (participants ?? []).filter((one) => !Object.hasOwn(TALK_PARTICIPANTS, one));
  return [
    ...(step.withParticipants && (participants === undefined || unknown.length > 0) ? [notYours('Kies wie bij het gesprek waren, uit de lijst.')] : []),
    ...(step.text?.required && text === undefined ? [notYours(`Vul in: ${LATER_FIELDS[step.text.field]}.`)] : []),
    ...(text !== undefined && !hasConsent(handover) ? [noConsent()] : []),
    ...(text !== undefined && step.text ? checkFreeText(LATER_FIELDS[step.text.field], text) : []),
  ];
}

async function commit(context: DialogContext, answers: Answers, step: StepForm, confirmations: readonly string[]): Promise<Receipt> {
  const { handovers } = context.ports;
  const handover = await openHandover(context, answers.handover);
  if (!handover) throw new RecordChangedError('handover');
  if (step.text && answers.text !== undefined) await handovers.saveContent(answers.handover, new Map([[step.text.field, answers.text]]));
  for (const one of planned(step, answers)) {
    const { side } = planSteps(context, (await openHandover(context, answers.handover)) ?? handover, [one]);
    await handovers.record(answers.handover, { ...one, side, confirmations, ...(step.withParticipants && one.step === step.step ? { participants: answers.participants ?? [] } : {}) });
  }
  return {
    title: STEP_LABELS[step.step],
    facts: [...headFacts(handover), { label: 'Op', value: dutchDay(answers.onDate) }],
    buttons: [open('handover-view', 'Bekijk deze overdracht', { handover: answers.handover, what: 'overview' }), MENU],
  };
}
