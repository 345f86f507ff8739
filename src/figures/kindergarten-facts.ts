import type { IsoDate } from '../policy/engine/types.ts';
import type { ResultCounts, ResultDomain, ResultMoment, ResultPopulation } from '../policy/results/index.ts';

/** What figures of kindergarten results count: counts of schools, nothing of one child. */

export interface SchoolFact {
  readonly schoolId: string;
  readonly school: string;
  readonly board: string;
  readonly boardId: string;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  /** First day on which it no longer exists. */
  readonly closedOn?: IsoDate | undefined;
}

interface Taken { readonly schoolYear: number; readonly moment: ResultMoment; readonly domain: ResultDomain; readonly instrument: string }

export interface ResultFact extends Taken, ResultCounts { readonly schoolId: string }

/** Of one board, or of all schools of the municipality. */
export interface AgreementFact extends Taken {
  readonly boardId?: string | undefined;
  readonly population: ResultPopulation;
  readonly level: string;
  readonly targetPercent: number;
}

/** Of all schools of the municipality together; read for a school, which sees no other school. */
export interface TotalFact extends Taken, ResultCounts { readonly schools: number }

/** Of all schools to which a provider handed over; without a provider to which anybody did who is asked for. */
export interface PreparedFact {
  readonly provider?: string | undefined;
  readonly handedOver: number;
  readonly schools: number;
  readonly schoolYear: number;
  readonly domain: ResultDomain;
  readonly instrument: string;
  readonly veChildren: number;
  readonly veAtLevel: number;
}

export interface KindergartenFacts {
  readonly schools: readonly SchoolFact[];
  readonly results: readonly ResultFact[];
  readonly agreements: readonly AgreementFact[];
  readonly totals: readonly TotalFact[];
  readonly prepared: readonly PreparedFact[];
}

export const noKindergarten: KindergartenFacts = { schools: [], results: [], agreements: [], totals: [], prepared: [] };

/** Those of some schools; what was agreed holds for each of them. */
export function kindergartenOf(facts: KindergartenFacts, isMeant: (school: SchoolFact) => boolean): KindergartenFacts {
  const schools = facts.schools.filter(isMeant);
  const ids = new Set(schools.map(({ schoolId }) => schoolId));
  return { ...noKindergarten, agreements: facts.agreements, schools, results: facts.results.filter(({ schoolId }) => ids.has(schoolId)) };
}
