import type { Period } from '../question.ts';
import { addDays, dayOf, partsOf } from '../calendar.ts';
import { monthOf, monthWord } from '../day-patterns.ts';
import { scanDays } from '../days.ts';
import { blank } from '../fold.ts';
import { ordinals, relativePeriods } from '../lexicon.ts';
import { edges, recentWords, yearBefore } from '../lexicon/period-words.ts';
import { numberWords } from '../lexicon/splits.ts';
import { dayPeriod, monthPeriod, quarterPeriod } from '../make-period.ts';
import { inYear, namedYear, ofYear, periodPatterns, relativeWord, type FoundPeriod } from '../period-patterns.ts';
import { pattern, scan, type Groups, type Hit, type Pattern } from '../scan.ts';
import { addMonths, halfYearPeriod, periodAround, rangePeriod, shiftYears, weekOf, weekPeriod, weeksIn } from './make-periods.ts';

/** One stretch of days as it was written, before ranges and comparisons are made of several. */
export interface PeriodPiece {
  readonly period: Period;
  /** Part of it was filled in. */
  readonly assumed: boolean;
  /** Written without a year, so a year beside it may be its own. */
  readonly yearless: boolean;
  /** "vorig jaar" and "een jaar geleden": beside a shorter period the same period a year before. */
  readonly yearBefore: boolean;
  /** Says so in so many words: "dezelfde periode vorig jaar". */
  readonly samePeriod: boolean;
  /** "eind vorig jaar": one day of a longer period, which says little of what is counted over a period. */
  readonly edgeOf?: Period;
}

export type FoundPiece = PeriodPiece | { readonly problem: string };

const piece = (period: Period, more: Partial<PeriodPiece> = {}): PeriodPiece => ({ period, assumed: false, yearless: false, yearBefore: false, samePeriod: false, ...more });

function fromFound(found: FoundPeriod): FoundPiece {
  return found.kind === 'impossible' ? { problem: found.text } : piece(found.period, { assumed: found.assumed, yearless: found.assumed });
}

const asPieces = (patterns: readonly Pattern<FoundPeriod>[]): Pattern<FoundPiece>[] => patterns.map(({ regex, read }) => ({ regex, read: (groups, today) => {
  const found = read(groups, today);
  return found && fromFound(found);
} }));

const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const count = `(?<n>\\d{1,3}|${any(Object.keys(numberWords))})`;
const numberOf = (text: string | undefined): number => numberWords[text ?? ''] ?? Number(text);

function week(groups: Groups, today: string): FoundPiece {
  const number = Number(groups.n);
  const year = namedYear(groups.year, today);
  const most = weeksIn(year ?? partsOf(today).year);
  if (number < 1 || number > most) return { problem: `Er is geen week ${number}${year === undefined ? '' : ` in ${year}`}; het jaar heeft ${most} weken.` };
  if (year !== undefined) return piece(weekPeriod(year, number));
  const now = weekOf(today);
  return piece(weekPeriod(number <= now.week ? now.year : now.year - 1, number), { assumed: true, yearless: true });
}

function halfYear(groups: Groups, today: string): FoundPiece {
  const half = groups.n === undefined ? ordinals.indexOf(groups.spelled ?? '') + 1 : Number(groups.n);
  if (half < 1 || half > 2) return { problem: `Er is geen halfjaar ${half}; een jaar heeft er twee.` };
  const year = namedYear(groups.year, today);
  if (year !== undefined) return piece(halfYearPeriod(year, half));
  const found = inYear(undefined, today, (each) => ({ ...halfYearPeriod(each, half), kind: 'year' }));
  return found.kind === 'impossible' ? { problem: found.text } : piece(halfYearPeriod(partsOf(found.period.start).year, half), { assumed: true, yearless: true });
}

const days: Readonly<Record<string, number>> = { dag: 1, dagen: 1, week: 7, weken: 7 };
const months: Readonly<Record<string, number>> = { maand: 1, maanden: 1, kwartaal: 3, kwartalen: 3, jaar: 12, jaren: 12 };

/** "afgelopen 30 dagen" ends today, and today counts. */
function recent(groups: Groups, today: string): FoundPiece | undefined {
  const number = numberOf(groups.n);
  const unit = groups.unit ?? '';
  if (!(number >= 1 && number <= 400)) return undefined;
  const start = days[unit] === undefined ? addDays(addMonths(today, -number * (months[unit] ?? 1)), 1) : addDays(today, 1 - number * days[unit]);
  return piece(rangePeriod(start, today));
}

function relativeUnit(groups: Groups, today: string): FoundPiece {
  const unit = groups.unit === 'week' ? 'week' : 'half-year';
  return piece(periodAround(today, unit, relativePeriods[groups.which ?? ''] ?? 0));
}

const lastOfYear: Readonly<Record<string, (year: number) => Period>> = {
  kwartaal: (year) => periodAround(`${year}-12-31`, 'quarter'), maand: (year) => periodAround(`${year}-12-31`, 'month'), week: (year) => weekPeriod(year, weeksIn(year)), halfjaar: (year) => halfYearPeriod(year, 2),
};
const lastUnits: Readonly<Record<string, 'quarter' | 'month' | 'week' | 'half-year' | 'year' | 'school-year'>> = { kwartaal: 'quarter', maand: 'month', week: 'week', halfjaar: 'half-year', jaar: 'year', schooljaar: 'school-year' };

/** "het laatste kwartaal" alone is the last one that is over; "van 2025" the last of that year. */
function last(groups: Groups, today: string): FoundPiece | undefined {
  const unit = groups.unit ?? '';
  const year = namedYear(groups.year, today);
  const ofThat = lastOfYear[unit];
  if (year !== undefined) return ofThat === undefined ? undefined : piece(ofThat(year));
  const kind = lastUnits[unit];
  return kind === undefined ? undefined : piece(periodAround(today, kind, -1), { assumed: true });
}

const tillIncluded = ' ?(?:t/m|tot en met|tm|-) ?';
const quarterName = '(?:q|k|kw|kwartaal)';

/** "Q1 t/m Q3 2025", "1e t/m 3e kwartaal". */
function quarters(groups: Groups, today: string): FoundPiece {
  const [a, b] = [Number(groups.a ?? groups.c), Number(groups.b)];
  if (a > b) return { problem: `Kwartaal ${b} komt voor kwartaal ${a}; noem het eerste kwartaal als eerste.` };
  const found = inYear(namedYear(groups.year, today), today, (year) => ({ ...quarterPeriod(year, a), endExclusive: quarterPeriod(year, b).endExclusive }));
  if (found.kind === 'impossible') return { problem: found.text };
  return piece(rangePeriod(found.period.start, addDays(found.period.endExclusive, -1)), { assumed: found.assumed, yearless: found.assumed });
}

/** "1 t/m 15 maart". */
function daysOfMonth(groups: Groups, today: string): FoundPiece {
  const month = monthOf(groups.month);
  const year = namedYear(groups.year, today);
  const [a, b] = [Number(groups.a), Number(groups.b)];
  const begun = year ?? (monthPeriod(partsOf(today).year, month).start <= today ? partsOf(today).year : partsOf(today).year - 1);
  const [from, to] = [dayOf({ year: begun, month, day: a }), dayOf({ year: begun, month, day: b })];
  if (from === undefined || to === undefined || to < from) return { problem: `${a} tot en met ${b} ${groups.month ?? ''} bestaat niet.` };
  return piece(rangePeriod(from, to), { assumed: year === undefined, yearless: year === undefined });
}

/** "eerste drie maanden van 2026". */
function firstMonths(groups: Groups, today: string): FoundPiece | undefined {
  const number = numberOf(groups.n);
  const year = namedYear(groups.year, today) ?? partsOf(today).year;
  if (!(number >= 1 && number <= 12)) return undefined;
  return piece(rangePeriod(`${year}-01-01`, addDays(monthPeriod(year, number + 1).start, -1)), { assumed: groups.year === undefined, yearless: groups.year === undefined });
}

const half = 'half ?jaar|helft';
/** Before the shared patterns, which would take "2025" out of "week 12 2025". */
const ownPatterns: readonly Pattern<FoundPiece>[] = [
  pattern(`(?:${any(yearBefore)})`, (_, today) => piece(shiftYears(dayPeriod(today), -1), { yearBefore: true, samePeriod: true })),
  pattern(`(?:in )?(?:de |het )?(?:${any(recentWords)}) ${count} (?<unit>dagen|weken|maanden|kwartalen|jaar|jaren)`, recent),
  pattern(`${quarterName} ?(?<a>[1-4])${tillIncluded}${quarterName}? ?(?<b>[1-4])${ofYear}`, quarters),
  pattern(`(?<c>[1-4])(?:e|ste|de)${tillIncluded}(?:het )?(?<b>[1-4])(?:e|ste|de) (?:kwartaal|kw)${ofYear}`, quarters),
  pattern(`(?<a>\\d{1,2})${tillIncluded}(?<b>\\d{1,2}) (?<month>${monthWord})${ofYear}`, daysOfMonth),
  pattern(`(?:de )?eerste ${count} maanden${ofYear}`, firstMonths),
  pattern('(?:begin|start) van het (?<unit>jaar|schooljaar|kwartaal)(?! ?\\d)', ({ unit }, today) => piece(dayPeriod(periodAround(today, lastUnits[unit ?? ''] ?? 'year').start), { edgeOf: periodAround(today, lastUnits[unit ?? ''] ?? 'year') })),
  pattern(`(?:het |de )?laatste (?<unit>kwartaal|maand|week|halfjaar|jaar|schooljaar)${ofYear}`, last),
  pattern(`(?:week|wk|weeknr|weeknummer) ?(?<n>\\d{1,2})${ofYear}`, week),
  pattern(`(?<year>\\d{4})(?:-| )?(?:w|wk|week) ?(?<n>\\d{1,2})`, week),
  pattern(`(?<which>${relativeWord}) (?<unit>week|half ?jaar)`, relativeUnit),
  pattern(`(?:(?<n>\\d)(?:e|ste|de)?|(?<spelled>${ordinals.join('|')})) (?:${half})${ofYear}`, halfYear),
  pattern(`(?:h ?|half ?jaar )(?<n>[12])${ofYear}`, halfYear),
];

const lastYearPattern: Pattern<FoundPiece> = pattern('(?<which>vorig|vorige|afgelopen) jaar', (groups, today) => piece(periodAround(today, 'year', relativePeriods[groups.which ?? ''] ?? -1), { yearBefore: true }));
const shared = asPieces(periodPatterns);
/** Of the shared patterns these take "vorig jaar" along with a quarter or a month, so they look first. */
const withTheirYear = 8;
const ordered = [...ownPatterns, ...shared.slice(0, withTheirYear), lastYearPattern, ...shared.slice(withTheirYear)];

/** These have days or numbers in them, so they look before single days do. */
const beforeDays = 7;

const edgeBefore = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:aan|op|per|at|in) )?(?:het |the )?(?<edge>${any(Object.keys(edges))})(?: van| of)?(?: het| de)? $`, 'u');

function edgeDay(period: Period, edge: 'first' | 'last' | 'middle'): string {
  if (edge === 'first') return period.start;
  const length = Math.round((Date.parse(period.endExclusive) - Date.parse(period.start)) / 86_400_000);
  // Half way a year is 1 July: the middle is a month's first day where that comes near.
  if (edge === 'middle') return period.kind === 'year' ? `${period.start.slice(0, 4)}-07-01` : addDays(period.start, Math.floor(length / 2));
  return addDays(period.endExclusive, -1);
}

function withEdge(text: string, hit: Hit<FoundPiece>): Hit<FoundPiece> {
  if ('problem' in hit.value || hit.value.period.kind === 'day') return hit;
  const match = edgeBefore.exec(text.slice(Math.max(0, hit.span[0] - 40), hit.span[0]));
  const edge = edges[match?.groups?.edge ?? ''];
  if (match === null || edge === undefined) return hit;
  const whole = hit.value.period;
  return { span: [hit.span[0] - match[0].length, hit.span[1]], value: { ...hit.value, yearBefore: false, period: dayPeriod(edgeDay(whole, edge)), assumed: hit.value.assumed || edge === 'middle', edgeOf: whole } };
}

/** All stretches of days in a prepared text, in order. */
export function findPieces(text: string, today: string): Hit<FoundPiece>[] {
  const early = scan(text, ordered.slice(0, beforeDays), today);
  const dayHits = scanDays(blank(text, early.map(({ span }) => span)), today, 'begun').map(({ span, value }): Hit<FoundPiece> => ({
    span,
    value: value.kind === 'impossible' ? { problem: value.text } : piece(dayPeriod(value.day), { assumed: value.assumed, yearless: value.assumed }),
  }));
  const rest = blank(text, [...early, ...dayHits].map(({ span }) => span));
  const longer = scan(rest, ordered.slice(beforeDays), today).map((hit) => withEdge(text, hit));
  return [...early, ...dayHits, ...longer].sort((a, b) => a.span[0] - b.span[0]);
}
