/** Kindergarten results: what they are told by, when they are taken, and what the rules say. */
export { checkResults, type DomainResult, type ResultCounts, type ResultFacts } from './check-results.ts';
export {
  DOMAINS, domainLabel, INSTRUMENTS, instrumentLabel, MOMENTS, momentLabel, POPULATIONS, populationLabel, populationWords, schoolYearLabel,
  type ResultDomain, type ResultMoment, type ResultPopulation,
} from './lists.ts';
export { isInSeason, schoolYearInSeason } from './season.ts';
export { bornFor, dayOfResults, latestSchoolYear, schoolYearsIn } from './school-years.ts';
