import { open } from '../../../dialogs/buttons.ts';
import type { ReminderFact } from '../../../dialogs/reminders/port.ts';
import { isInSeason, momentLabel, schoolYearLabel, type ResultMoment } from '../../policy/results/index.ts';
import { named, type ReminderKind } from './types.ts';

const occasion = ({ subject }: ReminderFact): { readonly school: string; readonly moment: ResultMoment; readonly schoolYear: string } => {
  const [school = '', moment = '', schoolYear = ''] = subject.split(':');
  return { school, moment: moment as ResultMoment, schoolYear };
};
const words = (fact: ReminderFact): string => `${momentLabel(occasion(fact).moment).toLowerCase()} in schooljaar ${schoolYearLabel(Number(occasion(fact).schoolYear))}`;

export const resultsKind: ReminderKind = {
  id: 'results',
  title: 'Kleuterresultaten invullen',
  role: 'school',
  waits: ({ since }, { today }) => since !== undefined && isInSeason(since, today),
  line: (facts) => `De kleuterresultaten van ${named([...new Map(facts.map((fact) => [fact.placeId, fact])).values()])} zijn nog niet ingevuld: ${[...new Set(facts.map(words))].join(', ')}.`,
  button: (facts) => open('results-entry', 'Kleuterresultaten invullen', { ...occasion(facts[0]!) }),
  counted: (count) => (count === 1 ? 'kleuterresultaten nog niet ingevuld' : `${count} keer kleuterresultaten nog niet ingevuld`),
};
