import { DOMAINS, type ResultMoment } from '../policy/results/index.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import type { KindergartenFacts } from './kindergarten-facts.ts';
import { agreementOf } from './results.ts';

/**
 * Names of the schools from which nothing came of what was agreed with them for a moment and
 * school year. As for a reminder: a school without an agreement owes nothing, and one that
 * has closed can no longer be asked.
 */
export function schoolsWithout(facts: KindergartenFacts, moment: ResultMoment, schoolYear: number, day: IsoDate): string[] {
  const delivered = new Set(facts.results.filter((one) => one.moment === moment && one.schoolYear === schoolYear).map(({ schoolId }) => schoolId));
  return facts.schools
    .filter(({ schoolId, boardId, closedOn }) => !delivered.has(schoolId) && (closedOn === undefined || closedOn > day)
      && DOMAINS.some(({ code: domain }) => agreementOf(facts, boardId, { schoolYear, moment, domain }) !== undefined))
    .map(({ school }) => school);
}
