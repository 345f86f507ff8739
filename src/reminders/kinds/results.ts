import { open } from '../../../dialogs/buttons.ts';
import type { ReminderFact } from '../../../dialogs/reminders/port.ts';
import { addMonths } from '../../policy/engine/days.ts';
import { momentLabel, schoolYearLabel, type ResultMoment } from '../../policy/results/index.ts';
import { named, type ReminderKind } from './types.ts';

/** A month after results can be taken they are asked for; half a year after it the season is over. */
export const RESULTS_FROM_MONTHS = 1;
export const RESULTS_UNTIL_MONTHS = 6;

const occasion = ({ subject }: ReminderFact): { readonly school: string; readonly moment: ResultMoment; readonly schoolYear: string } => {
  const [school = '', moment = '', schoolYear = ''] = subject.split(':');
  return { school, moment: moment as ResultMoment, schoolYear };
};
const words = (fact: ReminderFact): string => `${momentLabel(occasion(fact).moment).toLowerCase()} in schooljaar ${schoolYearLabel(Number(occasion(fact).schoolYear))}`;

export const resultsKind: ReminderKind = {
  id: 'results',
  title: 'Kleuterresultaten invullen',
  role: 'school',
  waits: ({ since }, { today }) => since !== undefined && addMonths(since, RESULTS_FROM_MONTHS) <= today && today < addMonths(since, RESULTS_UNTIL_MONTHS),
  line: (facts) => `De kleuterresultaten van ${named([...new Map(facts.map((fact) => [fact.placeId, fact])).values()])} zijn nog niet ingevuld: ${[...new Set(facts.map(words))].join(', ')}.`,
  button: (facts) => open('results-entry', 'Kleuterresultaten invullen', { ...occasion(facts[0]!) }),
  counted: (count) => (count === 1 ? 'kleuterresultaten nog niet ingevuld' : `${count} keer kleuterresultaten nog niet ingevuld`),
};
