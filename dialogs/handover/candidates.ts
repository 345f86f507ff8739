import { addDays } from '../../src/policy/engine/days.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { handoverTiming, momentsFor, type HandoverTiming, type Urgency } from '../../src/policy/handover/index.ts';
import { parseChildCode } from '../../src/ask/child-code.ts';
import { MENU, open } from '../buttons.ts';
import type { DialogContext, View } from '../dialog.ts';
import { joined } from '../labels.ts';
import type { HandoverCandidate } from './port.ts';

const SHOWN = 25;
/** Children who come soon are listed too: childcare plans the talk with the parents ahead. */
const AHEAD_DAYS = 31;

export interface TimedCandidate extends HandoverCandidate { readonly timing: HandoverTiming }

/** Children with their moments, by the municipality of the location; most urgent first. */
export async function timedCandidates(context: DialogContext): Promise<TimedCandidate[]> {
  const { today, ports } = context;
  const timed = (await ports.handovers.candidates(today)).flatMap((candidate) => {
    const moments = momentsFor(context.policy(candidate.municipalityCode, today), today);
    const { child: { birthDate }, withVeOrCare, doneOn } = candidate;
    return moments ? [{ ...candidate, timing: handoverTiming({ birthDate, withVeOrCare, ...(doneOn === undefined ? {} : { doneOn }) }, moments.value, today) }] : [];
  });
  return timed.sort((a, b) => (a.timing.lateOn < b.timing.lateOn ? -1 : a.timing.lateOn > b.timing.lateOn ? 1 : a.child.code < b.child.code ? -1 : 1));
}

const isOver = ({ steps }: HandoverCandidate): boolean => steps.includes('closed');
const isOpen = (one: TimedCandidate, today: string): boolean =>
  !isOver(one) && (one.handoverId !== undefined || (one.timing.urgency !== 'done' && one.timing.dueOn <= addDays(today, AHEAD_DAYS)));

const WORDS: Readonly<Record<Urgency, (timing: HandoverTiming) => string>> = {
  late: ({ lateOn }) => `⚠ TE LAAT, 4 jaar op ${dutchDay(lateOn)}`,
  reminder: ({ lateOn }) => `! bijna te laat, 4 jaar op ${dutchDay(lateOn)}`,
  due: ({ lateOn }) => `nu voorbereiden, 4 jaar op ${dutchDay(lateOn)}`,
  not_yet: ({ dueOn }) => `vanaf ${dutchDay(dueOn)}`,
  done: () => 'verstuurd',
  done_late: () => 'verstuurd, te laat',
};

const stage = ({ handoverId, steps }: HandoverCandidate): string | undefined => {
  if (handoverId === undefined || steps.includes('sent')) return undefined;
  return steps.includes('completed') ? 'ingediend door de school' : 'begonnen';
};

const candidateLabel = (one: TimedCandidate): string => joined(one.child.code, one.child.ownReference, WORDS[one.timing.urgency](one.timing), stage(one));

/** Which child: those that are due, late ones marked; the ones that were sent after them. */
export async function chooseCandidate(context: DialogContext, notice?: string): Promise<View> {
  const all = (await timedCandidates(context)).filter((one) => isOpen(one, context.today));
  const isSent = ({ timing }: TimedCandidate): boolean => timing.urgency === 'done' || timing.urgency === 'done_late';
  const listed = [...all.filter((one) => !isSent(one)), ...all.filter(isSent)].slice(0, SHOWN);
  if (listed.length === 0) return nobodyDue(notice);
  const late = listed.filter(({ timing }) => timing.urgency === 'late').length;
  return {
    kind: 'form',
    title: 'Overdracht naar school',
    intro: [notice, intro(listed.filter((one) => !isSent(one)).length, late), 'Een ander kind? Typ “overdracht” met de code.'].filter(Boolean).join(' '),
    fields: [{ kind: 'choice', id: 'child', label: 'Kind', required: true, placeholder: 'Kies een kind', options: listed.map((one) => ({ value: one.childId, label: candidateLabel(one) })) }],
    ...(listed.length === 1 && listed[0] ? { defaults: { child: listed[0].childId } } : {}),
    buttons: [{ title: 'Verder', verb: 'handover.open', withInputs: true, style: 'positive' }, ...schoolButton(context), MENU],
  };
}

/** Who works at a school too finds its handovers beside. */
const schoolButton = ({ grants }: DialogContext) => (grants.some(({ role }) => role === 'school') ? [open('handovers', 'Van uw school')] : []);

function intro(due: number, late: number): string {
  const children = due === 1 ? 'Eén kind is aan de beurt' : `${due} kinderen zijn aan de beurt`;
  return due === 0 ? 'Er is geen kind aan de beurt.' : `${children}${late === 0 ? '' : `, ${late} te laat`}. Het meest dringende staat bovenaan.`;
}

const nobodyDue = (notice?: string): View => ({
  kind: 'notice',
  title: 'Geen kinderen aan de beurt',
  paragraphs: [...(notice === undefined ? [] : [notice]), 'Bij uw locatie is nu voor geen enkel kind een overdracht nodig. Wilt u toch beginnen, typ dan “overdracht” met de code van het kind.'],
  buttons: [open('intake', 'Instroom melden'), MENU],
});

/** The child that was chosen, or whose code was typed. */
export async function candidateOf({ ports, today }: DialogContext, { child, code }: { child?: string | undefined; code?: string | undefined }): Promise<HandoverCandidate | undefined> {
  const typed = parseChildCode(code ?? '');
  return (await ports.handovers.candidates(today)).find((one) => (child !== undefined ? one.childId === child : typed.kind === 'code' && one.child.code === typed.code));
}
