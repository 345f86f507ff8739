import { catalogue } from '../../figures/catalogue.ts';
import { schoolsWithout } from '../../figures/late-results.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import { MOMENTS, momentLabel, schoolYearInSeason, schoolYearLabel, type ResultMoment } from '../../policy/results/index.ts';
import type { Told } from './gather.ts';
import type { Line } from './lines.ts';
import type { Counting } from './read.ts';
import { someNames } from './some-names.ts';

/** Schools that still owe their kindergarten results of one moment. Names of schools; nothing of children, nor how many. */
export interface LateResults { readonly moment: ResultMoment; readonly schoolYear: number; readonly schools: readonly string[] }

/** Nothing outside the season, and nothing of a moment for which all have delivered or nothing was agreed. */
export async function readLateResults({ municipality, context }: Counting, today: IsoDate): Promise<LateResults[]> {
  const expected = MOMENTS.flatMap(({ code: moment }) => {
    const schoolYear = schoolYearInSeason(moment, today);
    return schoolYear === undefined ? [] : [{ moment, schoolYear }];
  });
  if (expected.length === 0) return [];
  // As all that goes to a channel: in the capacity that sees totals only, and no child.
  await context.ports.figures.asAggregate();
  const { facts } = await context.ports.figures.kindergarten({ municipalityCode: municipality.code });
  return expected
    .map(({ moment, schoolYear }) => ({ moment, schoolYear, schools: schoolsWithout(facts, moment, schoolYear, today) }))
    .filter(({ schools }) => schools.length > 0);
}

export const resultsLines = ({ lateResults = [] }: Pick<Told, 'lateResults'>): Line[] => lateResults.map(({ moment, schoolYear, schools }) => (
  { label: `Zonder resultaten ${momentLabel(moment).toLowerCase()}`, value: `${someNames(schools)} (${schoolYearLabel(schoolYear)})` }));

const { title, definition } = catalogue.get('results-missing');
export const RESULTS_REMARKS: readonly string[] = [
  `${title}: ${definition}`,
  'Genoemd zijn scholen waarvoor een resultaatafspraak geldt, vanaf een maand nadat er gemeten kan worden tot een half jaar daarna. Eén domein is genoeg om geleverd te hebben.',
  'Gemeente en regio zien alle scholen met “scholen zonder resultaten”, in onze persoonlijke chat.',
];
