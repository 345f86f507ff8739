import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkFreeText, hasStep, LATER_FIELDS, REACTION_MAX } from '../../src/policy/handover/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, isoDay, note, optional, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { noAnswerYet, noConsent } from './findings.ts';
import { everythingFacts, headFacts } from './overview.ts';
import type { Handover } from './port.ts';
import { backButton, stepTitle } from './progress.ts';
import { consentState, handoverGone, hasConsent, isEditor, isFresh, lockedHandover, openHandover, planSteps, stateOf, stopButton, type PlannedStep } from './state.ts';

/** The last card for childcare: look it over, let the parents see it, send. */
const input = z.object({
  handover: required(chosenId('Open de overdracht opnieuw.')),
  seenOn: optional(isoDay('Vul in wanneer de ouders het zagen.')),
  reaction: note(REACTION_MAX),
  what: required(chosenCode(['send', 'keep'], 'Kies wat er moet gebeuren.')),
}).superRefine(({ seenOn, reaction }, context) => {
  if (reaction !== undefined && seenOn === undefined) context.addIssue({ code: 'custom', path: ['seenOn'], message: 'Vul ook in op welke dag de ouders het zagen.' });
});
type Answers = z.infer<typeof input>;

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values) && (!handover || !isEditor(context, handover))) return handoverGone();
  const consent = handover !== undefined && hasConsent(handover);
  return {
    kind: 'form',
    title: stepTitle('handover-send', consent),
    intro: consent ? 'Kijk dit na, het liefst samen met de ouders. Na het versturen ziet de school precies dit.' : 'Zonder toestemming gaat alleen dit mee naar de school.',
    facts: handover ? [...headFacts(handover), ...(await everythingFacts(context, handover))] : [],
    // What was typed stays to be seen, also when a colleague was first.
    fields: [...(handover && hasStep(handover, 'seen_by_parents') && isFresh(values) ? [] : seenFields(consent || values['reaction'] !== undefined)), whatField(handover)],
    hidden: { handover: values['handover'] ?? '' },
    defaults: { what: 'send' },
    cancel: stopButton(values['handover']),
    moreButtons: handover ? backButton('handover-send', handover) : [],
  };
}

/** What parents say is theirs: it is written down once, and undoing that they saw it takes it away. */
const seenFields = (consent: boolean): Field[] => [
  { kind: 'date', id: 'seenOn', label: 'Gezien door de ouders op', hint: consent ? 'Nodig om te versturen.' : 'Mag leeg blijven.' },
  ...(consent ? [{ kind: 'text', id: 'reaction', label: LATER_FIELDS.parents_reaction, maxLength: REACTION_MAX, multiline: true, hint: 'In hun eigen woorden; mag leeg blijven. Niemand kan dit later wijzigen.' } as const] : []),
];

const whatField = (handover: Handover | undefined): Field => ({
  kind: 'choice', id: 'what', label: 'Wat wilt u doen?', required: true,
  options: [
    { value: 'send', label: handover?.schoolName === undefined ? 'Versturen (kies eerst een school in stap 1)' : `Versturen aan ${handover.schoolName}` },
    { value: 'keep', label: 'Alleen bewaren, nog niet versturen' },
  ],
});

/** Parents saw what was prepared: so it was ready on that day. */
function planned(handover: Handover, { seenOn, what }: Answers, today: string): PlannedStep[] {
  // Sent by a colleague in between: that is what has to be said.
  if (hasStep(handover, 'sent')) return [{ step: 'sent', onDate: today }];
  return [
    ...(hasStep(handover, 'prepared') ? [] : [{ step: 'prepared', onDate: seenOn !== undefined && seenOn < today ? seenOn : today } as const]),
    ...(seenOn === undefined ? [] : [{ step: 'seen_by_parents', onDate: seenOn } as const]),
    ...(what === 'send' ? [{ step: 'sent', onDate: today } as const] : []),
  ];
}

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, answers.handover);
  if (!handover) return [recordChanged()];
  const consent = consentState(handover);
  return inOrder([
    ...planSteps(context, handover, planned(handover, answers, context.today)).findings,
    answers.reaction !== undefined && consent !== 'given' ? noConsent() : undefined,
    ...(answers.reaction === undefined ? [] : checkFreeText(LATER_FIELDS.parents_reaction, answers.reaction)),
    answers.what === 'send' && (consent === 'none' || consent === 'asked') ? noAnswerYet() : undefined,
  ]);
}

async function commit(context: DialogContext, answers: Answers, confirmations: readonly string[]): Promise<Receipt> {
  const { handovers } = context.ports;
  const handover = await openHandover(context, answers.handover);
  if (!handover) throw new RecordChangedError('handover');
  if (answers.reaction !== undefined) await handovers.saveContent(answers.handover, new Map([['parents_reaction', answers.reaction]]));
  for (const { step, onDate } of planned(handover, answers, context.today)) {
    await handovers.record(answers.handover, { step, onDate, side: 'childcare', ...(step === 'sent' ? { confirmations } : {}) });
  }
  return answers.what === 'send' ? sentReceipt(context, handover) : keptReceipt(handover, answers);
}

function sentReceipt({ today }: DialogContext, handover: Handover): Receipt {
  const byLink = stateOf(handover).route === 'link';
  return {
    title: 'Overdracht verstuurd',
    facts: [
      ...headFacts(handover),
      { label: 'Verstuurd', value: dutchDay(today) },
      { label: 'Hoe nu verder', value: byLink ? 'Deze school gebruikt Kansenlijn nog niet. Maak een link, en geef die zelf aan de school.' : 'De school ziet de overdracht bij “overdrachten”.' },
    ],
    buttons: [
      ...(byLink ? [open('handover-link', 'Link voor de school', { handover: handover.handoverId })] : []),
      open('handover', 'Bekijk deze overdracht', { handover: handover.handoverId }), open('handover', 'Volgend kind'), MENU,
    ],
  };
}

const keptReceipt = (handover: Handover, { seenOn }: Answers): Receipt => ({
  title: 'Overdracht bewaard, nog niet verstuurd',
  facts: [...headFacts(handover), ...(seenOn === undefined ? [] : [{ label: 'Gezien door de ouders', value: dutchDay(seenOn) }])],
  buttons: [open('handover', 'Bekijk deze overdracht', { handover: handover.handoverId }), open('handover', 'Volgend kind'), MENU],
});

export const handoverSendDialog = defineDialog<Answers>({
  id: 'handover-send', title: 'Overdracht versturen', phrases: [], roles: ['childcare'], menuRoles: [], form, input, check, commit,
});
