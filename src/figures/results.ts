import { domainLabel, instrumentLabel, schoolYearLabel, schoolYearsIn, type ResultCounts, type ResultDomain, type ResultMoment, type ResultPopulation } from '../policy/results/index.ts';
import type { Facts } from './facts.ts';
import type { AgreementFact, KindergartenFacts, ResultFact, SchoolFact } from './kindergarten-facts.ts';
import { noCluster, noNeighbourhood } from './labels.ts';
import type { Dimension, FigureRow, MeasureParams } from './types.ts';

/**
 * Kindergarten results by domain and instrument. Numbers of two instruments are never added
 * up, and what was measured with another instrument than was agreed stands apart from what was.
 */

/** `agreed`: by the agreed instrument; `apart`: by another; `none`: nothing was agreed. */
export type ResultStanding = 'agreed' | 'apart' | 'none';

/** One line: children of a population by one instrument. Texts are kept as they are when municipalities are added up. */
export interface ResultLine {
  readonly label: string;
  readonly standing: ResultStanding;
  readonly population: ResultPopulation;
  readonly numerator: number;
  readonly denominator: number;
  readonly all: { readonly numerator: number; readonly denominator: number };
  readonly schools: number;
  /** "80", or nothing where the schools of the line have different agreements or none. */
  readonly target: string;
  /** "fase 9 of hoger". */
  readonly level: string;
}

export interface ResultTally {
  readonly lines: readonly ResultLine[];
  readonly split?: readonly ResultLine[];
  /** Of all schools of the municipality together, for a school. */
  readonly others?: readonly ResultLine[];
  /** Schools with a result, and all there were. */
  readonly delivered: number;
  readonly expected: number;
  /** "2025-2026"; empty when no results lie in the period. */
  readonly year: string;
}

/** What a results measure is about: all domains or one, at one moment. */
export interface Subject { readonly moment: ResultMoment; readonly domain?: ResultDomain | undefined }

/** The latest school year whose results lie in the period. */
export const yearOf = ({ moment }: Subject, { from, until }: Pick<MeasureParams, 'from' | 'until'>): number | undefined => schoolYearsIn(moment, from, until).at(-1);

/** What holds for a school: the agreement of its board before that of the municipality. */
export function agreementOf({ agreements }: Pick<KindergartenFacts, 'agreements'>, boardId: string | undefined, of: Pick<ResultFact, 'schoolYear' | 'moment' | 'domain'>): AgreementFact | undefined {
  const own = agreements.filter(({ schoolYear, moment, domain }) => schoolYear === of.schoolYear && moment === of.moment && domain === of.domain);
  return own.find((one) => one.boardId !== undefined && one.boardId === boardId) ?? own.find((one) => one.boardId === undefined);
}

/** A result with the school and the agreement that make its line. */
interface Placed extends ResultCounts { readonly result: Omit<ResultFact, 'schoolId' | keyof ResultCounts>; readonly school: SchoolFact | undefined; readonly agreement: AgreementFact | undefined; readonly schools: number }

const standingOf = ({ result, agreement }: Placed): ResultStanding => (agreement === undefined ? 'none' : agreement.instrument === result.instrument ? 'agreed' : 'apart');
const populationOf = (placed: Placed): ResultPopulation => (standingOf(placed) === 'agreed' ? placed.agreement!.population : 've');

/** Of "another instrument" nobody knows which, so each school has a line of its own. */
function labelOf(placed: Placed): string {
  const { result: { domain, instrument }, school } = placed;
  const which = instrument === 'other' && school !== undefined ? `${instrumentLabel(instrument)} van ${school.school}` : instrumentLabel(instrument);
  return [domainLabel(domain), which, ...(populationOf(placed) === 'all' ? ['alle kinderen'] : []), ...(standingOf(placed) === 'apart' ? ['niet het afgesproken instrument'] : [])].join(', ');
}

const countsOf = ({ children, atLevel, veChildren, veAtLevel }: ResultCounts, population: ResultPopulation): { numerator: number; denominator: number } =>
  (population === 'all' ? { numerator: atLevel, denominator: children } : { numerator: veAtLevel, denominator: veChildren });

const same = (texts: readonly string[]): string => (new Set(texts).size === 1 ? texts[0]! : '');

function lineOf(label: string, placed: readonly Placed[]): ResultLine {
  const [first] = placed as [Placed];
  const population = populationOf(first);
  const sum = (of: ResultPopulation, part: 'numerator' | 'denominator'): number => placed.reduce((total, one) => total + countsOf(one, of)[part], 0);
  const agreed = placed.map((one) => (standingOf(one) === 'agreed' ? one.agreement : undefined));
  return {
    label, standing: standingOf(first), population, numerator: sum(population, 'numerator'), denominator: sum(population, 'denominator'),
    all: { numerator: sum('all', 'numerator'), denominator: sum('all', 'denominator') }, schools: placed.reduce((total, { schools }) => total + schools, 0),
    target: same(agreed.map((one) => (one ? String(one.targetPercent) : ''))), level: same(agreed.map((one) => one?.level ?? '')),
  };
}

function linesBy(placed: readonly Placed[], label: (one: Placed) => string): ResultLine[] {
  const labels = [...new Set(placed.map(label))].sort((a, b) => a.localeCompare(b, 'nl') || (a < b ? -1 : 1));
  return labels.map((one) => lineOf(one, placed.filter((each) => label(each) === one)));
}

function placedIn({ kindergarten }: Facts, subject: Subject, params: MeasureParams): Placed[] {
  const year = yearOf(subject, params);
  return kindergarten.results.filter(({ schoolYear, moment, domain }) => schoolYear === year && moment === subject.moment && (subject.domain === undefined || domain === subject.domain))
    .map((result) => {
      const school = kindergarten.schools.find(({ schoolId }) => schoolId === result.schoolId);
      return { ...result, result, school, agreement: agreementOf(kindergarten, school?.boardId, result), schools: 1 };
    });
}

function partOf({ school }: Placed, by: Dimension): string {
  if (by === 'board') return school?.board ?? '';
  if (by === 'neighbourhood') return school?.neighbourhood ?? noNeighbourhood;
  return by === 'cluster' ? school?.cluster ?? noCluster : school?.school ?? '';
}

/** Totals of the municipality by the agreement of the school that asks. */
function othersOf({ kindergarten }: Facts, subject: Subject, params: MeasureParams): ResultLine[] {
  const [school] = kindergarten.schools;
  const year = yearOf(subject, params);
  const totals = kindergarten.totals.filter(({ schoolYear, moment, domain }) => schoolYear === year && moment === subject.moment && (subject.domain === undefined || domain === subject.domain));
  return linesBy(totals.map((total) => ({ ...total, result: total, school, agreement: agreementOf(kindergarten, school?.boardId, total) })), labelOf);
}

/** Schools that existed on the day; a school that delivered counts whatever was recorded of it. */
export function expectedSchools({ kindergarten }: Facts, subject: Subject, params: MeasureParams): SchoolFact[] {
  const year = yearOf(subject, params);
  if (year === undefined) return [];
  const delivered = new Set(placedIn({ kindergarten } as Facts, { moment: subject.moment }, params).map(({ school }) => school?.schoolId));
  const end = `${year + 1}-07-31`;
  return kindergarten.schools.filter(({ schoolId, closedOn }) => delivered.has(schoolId) || closedOn === undefined || closedOn > end);
}

export function tallyResults(facts: Facts, subject: Subject, params: MeasureParams): ResultTally {
  const placed = placedIn(facts, subject, params);
  const by = params.breakdown;
  const several = new Set(placed.map(labelOf)).size > 1;
  const others = othersOf(facts, subject, params);
  const year = yearOf(subject, params);
  return {
    lines: linesBy(placed, labelOf),
    ...(by === undefined ? {} : { split: linesBy(placed, (one) => (several ? `${partOf(one, by)}: ${labelOf(one)}` : partOf(one, by))) }),
    ...(others.length === 0 ? {} : { others }),
    delivered: new Set(placed.map(({ school }) => school?.schoolId)).size, expected: expectedSchools(facts, subject, params).length,
    year: year === undefined ? '' : schoolYearLabel(year),
  };
}

/** The line that is the figure: the only one, or in one municipality the only one by the agreed instrument. */
export function mainLine(lines: readonly ResultLine[], { members }: Pick<MeasureParams, 'members'>): ResultLine | undefined {
  if (lines.length === 1) return lines[0];
  const agreed = lines.filter(({ standing }) => standing === 'agreed');
  return members === undefined && agreed.length === 1 ? agreed[0] : undefined;
}

/** What each school delivered; of a measure of one domain those of the figure count, others are listed with nothing. */
export function resultRows(facts: Facts, subject: Subject, params: MeasureParams): FigureRow[] {
  const placed = placedIn(facts, subject, params);
  const main = subject.domain === undefined ? undefined : mainLine(linesBy(placed, labelOf), params);
  return placed.map((one) => {
    const { result: { domain, instrument }, school, children, atLevel, veChildren, veAtLevel } = one;
    const counts = subject.domain === undefined || labelOf(one) === main?.label ? countsOf(one, populationOf(one)) : { numerator: 0, denominator: 0 };
    return {
      key: `${school?.schoolId} ${domain} ${instrument}`, ...counts, status: `${labelOf(one)}: VE ${veAtLevel} van ${veChildren}, alle ${atLevel} van ${children}`,
      school: school?.school, neighbourhood: school?.neighbourhood, cluster: school?.cluster,
    };
  });
}
