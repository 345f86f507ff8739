import { open } from '../../../dialogs/buttons.ts';
import type { ReminderFact } from '../../../dialogs/reminders/port.ts';
import { addDays, addMonths } from '../../policy/engine/days.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import { handoverTiming, momentsFor, type HandoverTiming, type StepName } from '../../policy/handover/index.ts';
import { children, named, type Judging, type ReminderKind } from './types.ts';

/** A school has a week to confirm what it was sent, and two weeks after that to submit. */
export const RECEIVE_DAYS = 7;
export const COMPLETE_DAYS = 14;
/** Feedback is asked when the child has been at school for six weeks. */
export const FEEDBACK_DAYS_AFTER_FOUR = 42;
/** Half a year after the fourth birthday the moment has passed; figures keep saying that it was late. */
const LATE_UNTIL_MONTHS = 6;

/** By the moments that the municipality of the location agreed. */
export function timingOf({ birthDate, withVeOrCare = false, doneOn, municipalityCode }: ReminderFact, { today, policy }: Judging): HandoverTiming | undefined {
  const moments = momentsFor(policy(municipalityCode, today), today);
  if (moments === undefined || birthDate === undefined) return undefined;
  return handoverTiming({ birthDate, withVeOrCare, ...(doneOn === undefined ? {} : { doneOn }) }, moments.value, today);
}

const URGENT = new Set(['due', 'reminder', 'late']);

export const handoverDueKind: ReminderKind = {
  id: 'handover_due',
  title: 'Overdrachten naar school',
  role: 'childcare',
  waits(fact, judging) {
    const timing = timingOf(fact, judging);
    return timing !== undefined && URGENT.has(timing.urgency) && judging.today < addMonths(timing.lateOn, LATE_UNTIL_MONTHS);
  },
  line(facts, judging) {
    const urgencies = facts.map((fact) => timingOf(fact, judging)?.urgency);
    const late = urgencies.filter((urgency) => urgency === 'late').length;
    const nearly = urgencies.filter((urgency) => urgency === 'reminder').length;
    const remark = [late > 0 ? `${late} te laat` : '', nearly > 0 ? `${nearly} bijna te laat` : ''].filter(Boolean).join(', ');
    return `De overdracht naar school is aan de beurt voor ${children(facts.length)}${remark === '' ? '' : ` (${remark})`}: ${named(oldestFirst(facts))}.`;
  },
  button: (facts) => open('handover', 'Overdracht', { child: oldestFirst(facts)[0]!.subject }),
  counted: (count) => (count === 1 ? '1 overdracht naar school' : `${count} overdrachten naar school`),
};

const oldestFirst = (facts: readonly ReminderFact[]): ReminderFact[] => [...facts].sort((a, b) => ((a.birthDate ?? '') < (b.birthDate ?? '') ? -1 : 1));

const has = ({ steps = [] }: ReminderFact, ...wanted: StepName[]): boolean => wanted.some((step) => steps.includes(step));

export const handoverReceivedKind: ReminderKind = {
  id: 'handover_received',
  title: 'Overdrachten te ontvangen',
  role: 'school',
  waits: (fact, { today }) => fact.bySchool !== true && !has(fact, 'received', 'completed', 'closed', 'withdrawn') && fact.since !== undefined && addDays(fact.since, RECEIVE_DAYS) <= today,
  line: (facts) => `${facts.length === 1 ? 'Eén overdracht is' : `${facts.length} overdrachten zijn`} aan uw school verstuurd, en de ontvangst is nog niet bevestigd: ${named(facts)}. De oudste is van ${dutchDay(facts[0]!.since!)}.`,
  button: (facts) => open('handover-receive', 'Ontvangst bevestigen', { handover: facts[0]!.subject }),
  counted: (count) => (count === 1 ? '1 overdracht te ontvangen' : `${count} overdrachten te ontvangen`),
};

export const handoverCompletedKind: ReminderKind = {
  id: 'handover_completed',
  title: 'Overdrachten aan te vullen en in te dienen',
  role: 'school',
  waits: (fact, { today }) => fact.bySchool !== true && !has(fact, 'completed', 'closed', 'withdrawn') && fact.since !== undefined && addDays(fact.since, COMPLETE_DAYS) <= today,
  line: (facts) => `${facts.length === 1 ? 'Eén overdracht is' : `${facts.length} overdrachten zijn`} ontvangen, maar nog niet aangevuld en ingediend: ${named(facts)}.`,
  button: (facts) => open('handover-complete', 'Aanvullen en indienen', { handover: facts[0]!.subject }),
  counted: (count) => (count === 1 ? '1 overdracht in te dienen' : `${count} overdrachten in te dienen`),
};

export const feedbackKind: ReminderKind = {
  id: 'feedback',
  title: 'Terugkoppeling aan de kinderopvang',
  role: 'school',
  waits: (fact, { today }) => fact.hasLocation === true && fact.birthDate !== undefined && has(fact, 'completed') && !has(fact, 'feedback_given', 'closed', 'withdrawn')
    && addDays(addMonths(fact.birthDate, 48), FEEDBACK_DAYS_AFTER_FOUR) <= today,
  line: (facts) => `De kinderopvang wacht op uw terugkoppeling over de start op school van ${children(facts.length)}: ${named(facts)}.`,
  button: (facts) => open('handover-feedback', 'Terugkoppelen', { handover: facts[0]!.subject }),
  counted: (count) => (count === 1 ? '1 terugkoppeling' : `${count} terugkoppelingen`),
};
