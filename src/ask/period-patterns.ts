import type { IsoDate } from '../policy/engine/types.ts';
import type { Period } from './question.ts';
import { firstYear, lastYear, partsOf } from './calendar.ts';
import { monthOf, monthWord, noLongNumber, shortYear, yearOf } from './day-patterns.ts';
import { ordinals, relativePeriods } from './lexicon.ts';
import { monthPeriod, quarterPeriod, schoolYearOf, schoolYearPeriod, yearPeriod } from './make-period.ts';
import { pattern, type Groups, type Pattern } from './scan.ts';

export type FoundPeriod =
  | { readonly kind: 'period'; readonly period: Period; readonly assumed: boolean }
  | { readonly kind: 'impossible'; readonly text: string };

const sure = (period: Period): FoundPeriod => ({ kind: 'period', period, assumed: false });
const impossible = (text: string): FoundPeriod => ({ kind: 'impossible', text });

export const relativeWord = Object.keys(relativePeriods).sort((a, b) => b.length - a.length).join('|');
const link = '(?:(?:van|in|uit|over) )?(?:het )?(?:jaar )?';
const yearText = `(?<year>\\d{4}|${shortYear}|(?:${relativeWord}) jaar)`;
export const ofYear = `(?:(?:[ ,]{1,2}| ?[-/] ?)${link}${yearText})?${noLongNumber}`;
/** A year that is written out before a quarter or month: "2024 Q1", "vorig jaar maart". */
const yearFirst = `(?<year>\\d{4}|(?:${relativeWord}) jaar)(?: in | |-|/)`;

/** `undefined` when no year was written. */
export function namedYear(text: string | undefined, today: IsoDate): number | undefined {
  const word = /^(\p{L}+) jaar$/u.exec(text ?? '')?.[1];
  return word === undefined ? yearOf(text) : partsOf(today).year + (relativePeriods[word] ?? 0);
}

const outOfRange = (year: number): FoundPeriod | undefined =>
  year < firstYear || year > lastYear ? impossible(`Het jaar ${year} klopt niet; noem een jaar van ${firstYear} tot en met ${lastYear}.`) : undefined;

/** With the named year, or the latest such period that has begun. */
export function inYear(year: number | undefined, today: IsoDate, make: (year: number) => Period): FoundPeriod {
  if (year !== undefined) return outOfRange(year) ?? sure(make(year));
  const thisYear = make(partsOf(today).year);
  return { kind: 'period', period: thisYear.start <= today ? thisYear : make(partsOf(today).year - 1), assumed: true };
}

function quarter(groups: Groups, today: IsoDate): FoundPeriod {
  const spelled = ordinals.indexOf(groups.spelled ?? '') + 1;
  const number = groups.n === undefined ? spelled : Number(groups.n);
  if (number < 1 || number > 4) return impossible(`Er is geen kwartaal ${number}; een jaar heeft er vier.`);
  return inYear(namedYear(groups.year, today), today, (year) => quarterPeriod(year, number));
}

function month(groups: Groups, today: IsoDate): FoundPeriod {
  const number = groups.n === undefined ? monthOf(groups.month) : Number(groups.n);
  if (number < 1 || number > 12) return impossible(`Er is geen maand ${number}; een jaar heeft er twaalf.`);
  return inYear(namedYear(groups.year, today), today, (year) => monthPeriod(year, number));
}

function schoolYear(groups: Groups): FoundPeriod {
  const from = yearOf(groups.from) ?? 0;
  const to = yearOf(groups.to) ?? from + 1;
  if (to !== from + 1) return impossible(`Schooljaar ${from}-${to} bestaat niet; een schooljaar loopt van 1 augustus tot en met 31 juli.`);
  return outOfRange(from) ?? { kind: 'period', period: schoolYearPeriod(from), assumed: groups.to === undefined };
}

/** Bare "24/25" and "2024-25": only when it can be no month. Bare "2024/2026" is two years or a typing error. */
function bareSchoolYear(groups: Groups): FoundPeriod | undefined {
  const from = yearOf(groups.from) ?? 0;
  const to = yearOf(groups.to) ?? 0;
  const canBeMonth = groups.to?.length === 2 && Number(groups.to) <= 12;
  return to === from + 1 && !canBeMonth ? schoolYear(groups) : undefined;
}

function relative({ which, unit }: Groups, today: IsoDate): FoundPeriod {
  const { year, month: thisMonth } = partsOf(today);
  const steps = relativePeriods[which ?? ''] ?? 0;
  if (unit === 'kwartaal') return sure(quarterPeriod(year, Math.ceil(thisMonth / 3) + steps));
  if (unit === 'maand') return sure(monthPeriod(year, thisMonth + steps));
  return sure(unit === 'jaar' ? yearPeriod(year + steps) : schoolYearPeriod(schoolYearOf(today) + steps));
}

const bareYear = (groups: Groups, today: IsoDate): FoundPeriod => inYear(namedYear(groups.year, today), today, yearPeriod);

/** Most specific first: what a pattern takes is gone for the next. Days were taken before. */
export const periodPatterns: readonly Pattern<FoundPeriod>[] = [
  pattern(`school ?jaar (?<from>\\d{4}|'?\\d{2}) ?[-/] ?(?<to>\\d{4}|'?\\d{2})`, schoolYear),
  pattern(`school ?jaar (?<from>\\d{4})`, schoolYear),
  pattern(`${yearFirst}(?:(?:q|k|kw) ?|kwartaal )(?<n>\\d{1,2})`, quarter),
  pattern(`${yearFirst}(?<month>${monthWord})\\.?`, month),
  pattern(`(?:q ?|k|kw ?|kwartaal ?)(?<n>\\d{1,2})${ofYear}`, quarter),
  pattern(`(?:(?<n>\\d{1,2})(?:e|ste|de)|(?<spelled>${ordinals.join('|')})) (?:kwartaal|kw)${ofYear}`, quarter),
  pattern(`maand (?<n>\\d{1,2})${ofYear}`, month),
  pattern(`(?<month>${monthWord})\\.?${ofYear}`, month),
  pattern(`(?<which>${relativeWord}) (?<unit>kwartaal|maand|schooljaar|jaar)`, relative),
  pattern(`(?<from>\\d{4}|\\d{2}) ?[-/] ?(?<to>\\d{4}|\\d{2})`, bareSchoolYear),
  pattern(`(?<year>\\d{4})-(?<n>\\d{2})`, month),
  pattern(`(?<n>\\d{1,2}) ?[-/] ?(?<year>\\d{4})`, month),
  pattern(`(?:kalender)?jaar (?<year>\\d{4}|'?\\d{2})`, bareYear),
  pattern(`(?<year>(?:19|20)\\d{2})`, bareYear),
];
