import { open } from '../../../dialogs/buttons.ts';
import { OUTCOME_WEEKS } from '../../../dialogs/guidance-backlog.ts';
import type { ReminderFact } from '../../../dialogs/reminders/port.ts';
import { addDays, addMonths } from '../../policy/engine/days.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import { children, named, type Judging, type ReminderKind } from './types.ts';

/** Four weeks after an offer the child has a place, or there is a reason why not. */
export const PLACE_WEEKS = 4;
const PRESCHOOL_ENDS_MONTHS = 48;

const notYetFour = ({ birthDate }: ReminderFact, today: IsoDate): boolean => birthDate !== undefined && today < addMonths(birthDate, PRESCHOOL_ENDS_MONTHS);
const waitedWeeks = ({ since }: ReminderFact, weeks: number, today: IsoDate): boolean => since !== undefined && addDays(since, weeks * 7) <= today;

export const outcomeKind: ReminderKind = {
  id: 'outcome',
  title: 'Indicaties zonder uitkomst',
  role: 'health',
  waits: (fact, { today }) => notYetFour(fact, today) && waitedWeeks(fact, OUTCOME_WEEKS, today),
  line: (facts) => `Van ${children(facts.length)} is ${OUTCOME_WEEKS} weken na de indicatie nog geen uitkomst vastgelegd: ${named(facts)}. De oudste indicatie is van ${dutchDay(facts[0]!.since!)}.`,
  button: (facts) => (facts.length === 1 ? open('guidance', 'Uitkomst vastleggen', { code: facts[0]!.code! }) : open('guidance-backlog', 'Uitkomsten vastleggen')),
  counted: (count) => (count === 1 ? '1 indicatie zonder uitkomst' : `${count} indicaties zonder uitkomst`),
};

/** Old enough for the municipality's window; where none was laid down every child with an indication is. */
function inWindow({ birthDate, municipalityCode }: ReminderFact, { today, policy }: Judging): boolean {
  const start = policy(municipalityCode, today)?.windowStartMonths?.value;
  return start === undefined || (birthDate !== undefined && addMonths(birthDate, start) <= today);
}

export const noPlaceKind: ReminderKind = {
  id: 'no_place',
  title: 'Doelgroeppeuters zonder plek',
  role: 'health',
  waits: (fact, judging) => notYetFour(fact, judging.today) && inWindow(fact, judging) && waitedWeeks(fact, PLACE_WEEKS, judging.today),
  line: (facts) => `${children(facts.length)} met een aanbod van ${PLACE_WEEKS} weken of langer geleden ${facts.length === 1 ? 'heeft' : 'hebben'} nog geen VE-plek: ${named(facts)}.`,
  button: (facts) => open('guidance', 'Toeleiding vastleggen', { code: facts[0]!.code! }),
  counted: (count) => (count === 1 ? '1 doelgroeppeuter met een aanbod en zonder plek' : `${count} doelgroeppeuters met een aanbod en zonder plek`),
};
