import { open } from '../../../dialogs/buttons.ts';
import type { ReminderFact } from '../../../dialogs/reminders/port.ts';
import { addDays, addMonths } from '../../policy/engine/days.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import { children, named, type ReminderKind } from './types.ts';

/** A child that a location knows has its first day recorded within a week. */
export const INTAKE_DAYS = 7;
/** Six weeks before the number of VE places ends there is time to agree on another; a month after it nobody will. */
export const CAPACITY_DAYS_AHEAD = 42;
export const CAPACITY_DAYS_AFTER = 31;

export const intakeKind: ReminderKind = {
  id: 'intake',
  title: 'Kinderen zonder vastgelegde start',
  role: 'childcare',
  waits: ({ birthDate, since }, { today }) => birthDate !== undefined && today < addMonths(birthDate, 48) && since !== undefined && addDays(since, INTAKE_DAYS) <= today,
  line: (facts) => `${children(facts.length)} ${facts.length === 1 ? 'is' : 'zijn'} bij uw locatie bekend, maar de start is nog niet vastgelegd: ${named(facts)}.`,
  button: (facts) => open('intake', 'Instroom melden', { child: facts[0]!.code! }),
  counted: (count) => (count === 1 ? '1 kind zonder vastgelegde start' : `${count} kinderen zonder vastgelegde start`),
};

/** First day of the month after next: who turns four before it does so next month at the latest. */
const afterNextMonth = (today: IsoDate): IsoDate => addMonths(`${today.slice(0, 8)}01`, 2);

export const turningFourKind: ReminderKind = {
  id: 'turning_four',
  title: 'Kinderen die 4 worden',
  role: 'childcare',
  waits: ({ birthDate }, { today }) => birthDate !== undefined && addMonths(birthDate, 48) < afterNextMonth(today),
  line(facts, { today }) {
    const already = facts.filter(({ birthDate }) => addMonths(birthDate!, 48) <= today).length;
    const remark = already === 0 ? '' : ` (${already} ${already === 1 ? 'is' : 'zijn'} het al)`;
    return `${children(facts.length)} ${facts.length === 1 ? 'wordt' : 'worden'} deze of volgende maand 4${remark}, en de laatste dag is nog niet gemeld: ${named(facts)}.`;
  },
  button: (facts) => (facts.length === 1 ? open('exit', 'Uitstroom melden', { placement: facts[0]!.subject, reason: 'school_at_4' }) : open('turning-four', 'Wie wordt 4?')),
  counted: (count) => (count === 1 ? '1 kind dat 4 wordt zonder laatste dag' : `${count} kinderen die 4 worden zonder laatste dag`),
};

export const deliveryKind: ReminderKind = {
  id: 'delivery',
  title: 'Een maand niets vastgelegd',
  role: 'childcare',
  waits: ({ since }, { today }) => since !== undefined && addMonths(since, 1) <= today,
  line: (facts) => `Voor ${places(facts)} is al een maand of langer geen instroom of uitstroom vastgelegd (laatst op ${dutchDay(facts[0]!.since!)}). Was er niets te melden? Stel dit dan een week uit.`,
  button: () => open('intake', 'Instroom melden'),
  counted: (count) => (count === 1 ? 'een maand niets vastgelegd' : `${count} keer een maand niets vastgelegd`),
};

const places = (facts: readonly ReminderFact[]): string => named(facts.map(({ code, ...fact }) => fact));

export const capacityKind: ReminderKind = {
  id: 'capacity',
  title: 'VE-plaatsen die aflopen',
  role: 'official',
  waits: ({ until }, { today }) => until !== undefined && addDays(until, -CAPACITY_DAYS_AHEAD) <= today && today < addDays(until, CAPACITY_DAYS_AFTER),
  line: (facts) => `Het aantal VE-plaatsen loopt af bij ${facts.slice(0, 5).map(({ place, until }) => `${place} (tot en met ${dutchDay(addDays(until!, -1))})`).join(', ')}. Leg vast wat daarna geldt.`,
  button: (facts) => open('ve-places', 'VE-plaatsen vastleggen', { location: facts[0]!.locationId!, from: facts[0]!.until! }),
  counted: (count) => `${count} keer VE-plaatsen die aflopen`,
};
