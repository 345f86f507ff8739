import type { Button } from '../../cards/models.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import {
  CONSENT_WAYS, CONTENT_FIELDS, CONTENT_LABELS, hasStep, LEVELS, STEP_LABELS, stepMisfit, TALK_PARTICIPANTS, type ConsentWay, type ContentField, type StepName, type TalkParticipant,
} from '../../src/policy/handover/index.ts';
import { MENU, open } from '../buttons.ts';
import type { DialogContext, NoticeView } from '../dialog.ts';
import { hoursLabel, joined } from '../labels.ts';
import type { Handover, HandoverContent, Programme, RecordedStep } from './port.ts';
import { resumeAt } from './progress.ts';
import { consentState, hasConsent, isEditor, sidesOf, stateOf } from './state.ts';

type Facts = { readonly label: string; readonly value: string }[];

const CONSENT_LINES = {
  none: 'Nog niet gevraagd', asked: 'Gevraagd, nog geen antwoord', given: 'Gegeven', refused: 'Geweigerd: alleen programma, start en uren', withdrawn: 'Ingetrokken: alleen programma, start en uren',
} as const;

/** Who, where and the consent, on top of every view of a handover. */
export function headFacts(handover: Handover): Facts {
  return [
    { label: 'Kind', value: joined(handover.child.code, handover.child.ownReference) },
    { label: 'Geboren', value: dutchDay(handover.child.birthDate) },
    { label: 'Van', value: handover.locationName ?? 'Geen kinderopvang; de school is zelf begonnen' },
    { label: 'Naar', value: handover.schoolName ?? 'Nog niet gekozen' },
    { label: 'Toestemming', value: CONSENT_LINES[consentState(handover)] },
  ];
}

export function stepLine({ onDate, how, participants }: RecordedStep): string {
  const way = how !== undefined && how in CONSENT_WAYS ? ` (${CONSENT_WAYS[how as ConsentWay].toLowerCase()})` : '';
  const people = participants.map((one) => TALK_PARTICIPANTS[one as TalkParticipant]?.toLowerCase() ?? one).join(', ');
  return `${dutchDay(onDate)}${way}${people === '' ? '' : `, met ${people}`}`;
}

export const stepFacts = ({ steps }: Handover): Facts => steps.map((step) => ({ label: STEP_LABELS[step.step], value: stepLine(step) }));

export function programmeFacts(programme: Programme | undefined): Facts {
  if (!programme) return [];
  return [
    { label: 'VE-programma', value: programme.programme },
    { label: 'Gestart', value: dutchDay(programme.startedOn) },
    { label: 'Laatste dag', value: programme.endedOn === undefined ? 'Komt nog' : dutchDay(programme.endedOn) },
    { label: 'Uren', value: hoursLabel(programme.hoursPerWeek) },
  ];
}

export const contentValue = (field: ContentField, value: string): string => (field.endsWith('_level') ? LEVELS[value] ?? value : value);
export const contentFacts = (content: HandoverContent): Facts =>
  CONTENT_FIELDS.flatMap((field) => (content.has(field) ? [{ label: CONTENT_LABELS[field], value: contentValue(field, content.get(field)!) }] : []));

/** The dialog that records a step, and the words on its button; in the order in which they are offered. */
const STEP_BUTTONS: readonly (readonly [StepName, string, string])[] = [
  ['received', 'handover-receive', 'Ontvangst bevestigen'],
  ['completed', 'handover-complete', 'Aanvullen en indienen'],
  ['talk_held', 'handover-talk', 'Warm gesprek vastleggen'],
  ['feedback_given', 'handover-feedback', 'Terugkoppelen'],
  ['closed', 'handover-close', 'Afsluiten'],
];

/** What can be done now, most likely first: at most four, with the menu and the rest beside them. */
function nextButtons(context: DialogContext, handover: Handover, content: HandoverContent): Button[] {
  const values = { handover: handover.handoverId };
  const state = stateOf(handover);
  const sides = sidesOf(context, handover);
  const editing = isEditor(context, handover);
  const link = state.route === 'link' && hasStep(state, 'sent') && !hasStep(state, 'withdrawn') && sides.includes('childcare');
  return [
    ...(editing ? [open(resumeAt(handover, content), 'Verder waar u was', values)] : []),
    ...(link ? [open('handover-link', 'Link voor de school', values)] : []),
    ...(handover.startedBy === 'school' && handover.locationId === undefined && sides.length === 0 ? [open('handover-join', 'Meedoen', values)] : []),
    ...STEP_BUTTONS.filter(([step]) => !(editing && step === 'completed') && sides.some((side) => stepMisfit(state, step, side) === undefined))
      .map(([, dialog, title]) => open(dialog, title, values)),
  ];
}

/** A handover: how far it is and what can be done. What is told about the child is one step further. */
export async function overview(context: DialogContext, handover: Handover, notice?: string): Promise<NoticeView> {
  const content = await context.ports.handovers.content(handover.handoverId);
  const values = { handover: handover.handoverId };
  const isOwn = sidesOf(context, handover).length > 0;
  const canRead = isOwn && (handover.hasProgramme || content.size > 0);
  const feedback = content.get('feedback');
  return {
    kind: 'notice',
    title: `Overdracht ${handover.child.code}`,
    paragraphs: [...(notice === undefined ? [] : [notice]), ...(isOwn ? [] : ['De school is deze overdracht zelf begonnen. Doet uw locatie mee, dan ziet u wat erin staat en kan de school aan u terugkoppelen.'])],
    facts: [...headFacts(handover), ...stepFacts(handover), ...(feedback === undefined ? [] : [{ label: CONTENT_LABELS.feedback, value: feedback }])],
    buttons: [
      ...nextButtons(context, handover, content).slice(0, 3),
      ...(canRead ? [open('handover-view', 'Inhoud bekijken', values)] : []),
      ...(isOwn ? [open('handover-more', 'Meer…', values)] : []),
      MENU,
    ],
  };
}

/** Tier B as it is on record, or why it is not there. */
export async function everythingFacts({ ports }: DialogContext, handover: Handover): Promise<Facts> {
  const told = contentFacts(await ports.handovers.content(handover.handoverId));
  const programme = programmeFacts(await ports.handovers.programme(handover.handoverId));
  const nothing = hasConsent(handover) ? 'Nog niets ingevuld' : 'Niets: er is geen toestemming van de ouders';
  return [...programme, ...(told.length > 0 ? told : [{ label: 'Over het kind', value: nothing }])];
}
