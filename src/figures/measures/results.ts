import { domainLabel, momentLabel, type ResultDomain, type ResultMoment } from '../../policy/results/index.ts';
import { defineMeasure } from '../define.ts';
import { resultRows, tallyResults, type ResultTally, type Subject } from '../results.ts';
import { exactResults, safeResults } from '../results-figure.ts';
import type { Measure, MeasureId, MeasureText } from '../types.ts';

const shared = {
  version: 1,
  unit: 'kinderen',
  source: 'Aantallen die scholen zelf opgaven, en resultaatafspraken van de gemeente',
  periodKind: 'period',
  seenBy: ['school', 'health', 'official', 'regional', 'reader'],
  protectedFor: ['health'],
  breakdowns: ['school', 'board', 'neighbourhood', 'cluster'],
  reads: ['kindergarten'],
  parts: ['school', 'neighbourhood', 'cluster'],
  ranked: false,
} as const satisfies Partial<MeasureText>;

const apart = 'Instrumenten worden nooit opgeteld; wat met een ander instrument is gemeten dan is afgesproken, staat apart.';

function resultsMeasure(id: MeasureId, title: string, names: readonly string[], subject: Subject, related: readonly MeasureId[]): Measure {
  const what = subject.domain === undefined ? 'per domein' : `voor ${domainLabel(subject.domain).toLowerCase()}`;
  return defineMeasure<ResultTally>({
    ...shared, id, title, names, related,
    definition: `Het deel van de VE-kinderen, of van alle kinderen als dat is afgesproken, dat ${momentLabel(subject.moment).toLowerCase()} op of boven het afgesproken niveau zit, ${what}; van het laatste schooljaar in de periode. ${apart}`,
    rows: (facts, params) => resultRows(facts, subject, params),
    count: (facts, params) => tallyResults(facts, subject, params),
    exact: (tally, params) => exactResults(subject, tally, params),
    safe: (tally, params) => safeResults(subject, tally, params),
  });
}

const domainMeasure = (id: MeasureId, domain: ResultDomain, names: readonly string[]): Measure =>
  resultsMeasure(id, `Kleuterresultaten ${domainLabel(domain).toLowerCase()}`, names, { moment: 'end_group_2', domain }, ['results', 'results-missing']);
const momentMeasure = (id: MeasureId, moment: ResultMoment, names: readonly string[]): Measure =>
  resultsMeasure(id, `Kleuterresultaten ${momentLabel(moment).toLowerCase()}`, names, { moment }, ['results']);

/** All domains at the end of group 2, each domain of it, and the other moments. */
export const RESULTS_MEASURES: readonly Measure[] = [
  resultsMeasure('results', 'Kleuterresultaten', ['kleuterresultaten', 'resultaten eind groep 2'], { moment: 'end_group_2' }, ['results-language', 'results-missing', 'results-group-1']),
  domainMeasure('results-language', 'language', ['resultaten taal', 'kleuterresultaten taal']),
  domainMeasure('results-arithmetic', 'arithmetic', ['resultaten rekenen', 'kleuterresultaten rekenen']),
  domainMeasure('results-motor', 'motor', ['resultaten motoriek', 'kleuterresultaten motoriek']),
  domainMeasure('results-social', 'social', ['resultaten sociaal-emotioneel', 'kleuterresultaten sociaal-emotioneel']),
  momentMeasure('results-group-1', 'end_group_1', ['resultaten eind groep 1']),
  momentMeasure('results-start-group-3', 'start_group_3', ['resultaten start groep 3']),
];
