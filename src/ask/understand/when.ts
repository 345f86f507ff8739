import type { Period } from '../question.ts';
import type { Span } from '../types.ts';
import { addDays } from '../calendar.ts';
import { formatDay } from '../numbers.ts';
import type { Hit } from '../scan.ts';
import { isComparing, isPadding, linkBetween, prefixBefore, tillNowAfter, type Link } from './links.ts';
import { rangePeriod, shiftYears } from './make-periods.ts';
import { findPieces, type FoundPiece, type PeriodPiece } from './period-pieces.ts';

/** What a question says about time. */
export interface WhenReading {
  /** In the order of the text; two or more are compared. */
  readonly periods: readonly PeriodPiece[];
  /** Compared with what the question speaks of by itself: "t.o.v. vorig jaar". */
  readonly againstDefault: boolean;
  /** Several periods and no word that says how they belong together. */
  readonly loose: boolean;
  /** "tot maart" may or may not include March: the two readings. */
  readonly doubt?: readonly [Period, Period];
  readonly knownOn?: string;
  /** Dutch sentence: impossible, or not begun. */
  readonly problem?: string;
  readonly spans: readonly Span[];
  /** Of the periods themselves, to see whether places stand between them. */
  readonly periodSpans: readonly Span[];
}

interface Item {
  readonly piece: PeriodPiece;
  readonly span: Span;
  readonly doubt?: readonly [Period, Period];
}

type PieceHit = Hit<PeriodPiece>;

const lastDay = (period: Period): string => addDays(period.endExclusive, -1);
const yearOf = (period: Period): number => Number(period.start.slice(0, 4));
const inYearOf = (piece: PeriodPiece, year: number): PeriodPiece => ({ ...piece, period: shiftYears(piece.period, year - yearOf(piece.period)), assumed: false, yearless: false });

/** "jan t/m mrt 2025": the year that one of the two has is meant for both. */
function shareYear(first: PeriodPiece, second: PeriodPiece): readonly [PeriodPiece, PeriodPiece] {
  if (first.yearless && !second.yearless && !second.yearBefore && second.period.kind !== 'range' && second.period.kind !== 'year' && second.period.kind !== 'school-year') return [inYearOf(first, yearOf(second.period)), second];
  if (second.yearless && !first.yearless && first.period.kind !== 'year' && first.period.kind !== 'school-year') return [first, inYearOf(second, yearOf(first.period))];
  return [first, second];
}

function rangeOf(first: PieceHit, second: PieceHit, link: Link, start: number): Item | string {
  const [begin, to] = shareYear(first.value, second.value);
  // "van oktober t/m maart" without a year runs over new year.
  const overNewYear = begin.yearless && to.yearless && begin.period.start > to.period.start;
  const from = overNewYear ? { ...begin, period: shiftYears(begin.period, -1) } : begin;
  const excluded = addDays(to.period.start, -1);
  const last = link === 'range-excluding' && to.period.kind === 'day' ? excluded : lastDay(to.period);
  if (last < from.period.start) return `${formatDay(last)} ligt voor ${formatDay(from.period.start)}; noem de eerste dag als eerste.`;
  const period = rangePeriod(from.period.start, last);
  const doubtful = link === 'range-excluding' && to.period.kind !== 'day' && excluded >= from.period.start;
  return {
    piece: { period, assumed: from.assumed || to.assumed, yearless: false, yearBefore: false, samePeriod: false },
    span: [start, second.span[1]],
    ...(doubtful ? { doubt: [period, rangePeriod(from.period.start, excluded)] as const } : {}),
  };
}

/** One period with what stands before it: "sinds 1 augustus", "t/m juni". */
function single(text: string, hit: PieceHit, today: string): Item {
  const before = prefixBefore(text, hit.span[0]);
  const till = tillNowAfter(text, hit.span[1]);
  const { period } = hit.value;
  const span: Span = [before?.start ?? hit.span[0], till ?? hit.span[1]];
  if (period.start <= today && (before?.prefix === 'since' || till !== undefined)) return { piece: { ...hit.value, period: rangePeriod(period.start, today), yearless: false, yearBefore: false }, span };
  const firstDay = `${period.start.slice(0, 4)}-01-01`;
  // "voor 1 maart" is for that day, or before it.
  if (period.kind === 'day' && period.start > firstDay && /(?<![\p{L}])(?:voor|before) $/u.test(text.slice(0, hit.span[0]))) return { piece: hit.value, span, doubt: [period, rangePeriod(firstDay, addDays(period.start, -1))] };
  if (before?.prefix === 'until' && period.kind !== 'year') return { piece: { ...hit.value, period: rangePeriod(firstDay, lastDay(period)), assumed: true }, span };
  if (before?.prefix === 'until-excluding' && period.kind !== 'year' && period.start > firstDay) {
    const without = rangePeriod(firstDay, addDays(period.start, -1));
    return { piece: { ...hit.value, period: without, assumed: true }, span, ...(period.kind === 'day' ? {} : { doubt: [rangePeriod(firstDay, lastDay(period)), without] as const }) };
  }
  const consumed = before !== undefined && ['moment', 'from', 'versus'].includes(before.prefix);
  return { piece: hit.value, span: [consumed ? before.start : hit.span[0], span[1]] };
}

/** "vorig jaar het derde kwartaal" and "het derde kwartaal in 2025" are one period. */
function withOwnYears(text: string, hits: readonly PieceHit[]): PieceHit[] {
  const merged: PieceHit[] = [];
  for (const hit of hits) {
    const last = merged.at(-1);
    const near = last !== undefined && isPadding(text.slice(last.span[1], hit.span[0]));
    if (near && last.value.period.kind === 'year' && hit.value.yearless && hit.value.edgeOf === undefined) merged[merged.length - 1] = { span: [last.span[0], hit.span[1]], value: inYearOf(hit.value, yearOf(last.value.period)) };
    else if (near && hit.value.period.kind === 'year' && last.value.yearless) merged[merged.length - 1] = { span: [last.span[0], hit.span[1]], value: inYearOf(last.value, yearOf(hit.value.period)) };
    else merged.push(hit);
  }
  return merged;
}

function futureText({ kind, label, start }: Period): string {
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return kind === 'day' ? `${label} ligt in de toekomst; daarover zijn nog geen cijfers.` : `${name} begint pas op ${formatDay(start)}; daarover zijn nog geen cijfers.`;
}

interface Combined {
  readonly items: readonly Item[];
  readonly links: readonly (Link | undefined)[];
  readonly problem?: string;
}

/** Ranges are made first; what is left is one period, or several that are compared. */
function combine(text: string, hits: readonly PieceHit[], today: string): Combined {
  const comparing = isComparing(text);
  const items: Item[] = [];
  const links: (Link | undefined)[] = [];
  for (let index = 0; index < hits.length; index += 1) {
    const [hit, next] = [hits[index], hits[index + 1]];
    if (hit === undefined) break;
    const before = prefixBefore(text, hit.span[0]);
    const link = next === undefined ? undefined : linkBetween(text.slice(hit.span[1], next.span[0]), comparing);
    const isRange = link === 'range' || link === 'range-excluding' || (link === 'and' && before?.prefix === 'between' && !comparing);
    if (next !== undefined && isRange) {
      const made = rangeOf(hit, next, link === 'and' ? 'range' : link, before !== undefined && before.prefix !== 'known' ? before.start : hit.span[0]);
      if (typeof made === 'string') return { items, links, problem: made };
      items.push(made);
      index += 1;
      const following = hits[index + 1];
      links.push(following === undefined ? undefined : linkBetween(text.slice(next.span[1], following.span[0]), comparing));
    } else {
      items.push(single(text, hit, today));
      links.push(link);
    }
  }
  return { items, links };
}

/** "Q1 en Q2 2025" are both of 2025, but "Q1 t.o.v. Q1 2025" is this year's against that. */
function sharedUnlessSame(piece: PeriodPiece, last: PeriodPiece): PeriodPiece {
  const [shared] = shareYear(piece, last);
  return shared.period.label === last.period.label ? piece : shared;
}

/** "Q3 t.o.v. vorig jaar" is the same quarter a year before; a year shared by a list is meant for each. */
function compared(items: readonly Item[], links: readonly (Link | undefined)[]): PeriodPiece[] {
  const pieces: PeriodPiece[] = [];
  items.forEach(({ piece }, index) => {
    const previous = pieces.at(-1);
    const shorter = previous !== undefined && previous.period.kind !== 'year' && previous.period.kind !== 'school-year';
    if (previous !== undefined && piece.yearBefore && (piece.samePeriod || (shorter && links[index - 1] === 'versus'))) pieces.push({ ...piece, period: shiftYears(previous.period, -1) });
    else pieces.push(piece);
  });
  const lastPiece = pieces.at(-1);
  return lastPiece === undefined ? pieces : pieces.map((piece) => (piece === lastPiece ? piece : sharedUnlessSame(piece, lastPiece)));
}

function distinct(pieces: readonly PeriodPiece[]): PeriodPiece[] {
  return pieces.filter((piece, index) => pieces.findIndex((other) => other.period.label === piece.period.label) === index);
}

function readKnown(text: string, hits: readonly Hit<FoundPiece>[]): { readonly hit: Hit<FoundPiece>; readonly start: number } | undefined {
  for (const hit of hits) {
    const before = prefixBefore(text, hit.span[0]);
    if (before?.prefix === 'known') return { hit, start: before.start };
  }
  return undefined;
}

/** Link words between periods that belong together, so that no word of them counts as unread. */
function linkSpans(items: readonly Item[], links: readonly (Link | undefined)[]): Span[] {
  return items.slice(0, -1).flatMap((item, index): Span[] => {
    const next = items[index + 1];
    return next !== undefined && links[index] !== undefined ? [[item.span[1], next.span[0]]] : [];
  });
}

/** Reads the time in a prepared question; names of places are `|` in it. */
export function readWhen(text: string, today: string): WhenReading {
  const found = findPieces(text, today);
  const known = readKnown(text, found);
  const rest = found.filter((hit) => hit !== known?.hit);
  const knownSpans: Span[] = known === undefined ? [] : [[known.start, known.hit.span[1]]];
  const wrong = [...rest, ...(known ? [known.hit] : [])].flatMap(({ value }) => ('problem' in value ? [value.problem] : []));
  const none = { periods: [], againstDefault: false, loose: false, periodSpans: [] };
  if (wrong[0] !== undefined) return { ...none, problem: wrong[0], spans: found.map(({ span }) => span) };
  const hits = withOwnYears(text, rest.flatMap(({ span, value }) => ('problem' in value ? [] : [{ span, value }])));
  const { items, links, problem } = combine(text, hits, today);
  const spans = [...items.map(({ span }) => span), ...linkSpans(items, links), ...knownSpans];
  if (problem !== undefined) return { ...none, problem, spans: found.map(({ span }) => span) };
  const periods = distinct(compared(items, links));
  const [first] = items;
  const knownOn = known !== undefined && !('problem' in known.hit.value) ? known.hit.value.period : undefined;
  const future = [...periods.map(({ period }) => period), ...(knownOn ? [knownOn] : [])].find(({ start }) => start > today);
  const doubt = items.find((item) => item.doubt !== undefined)?.doubt;
  return {
    periods,
    againstDefault: items.length === 1 && first !== undefined && hits[0] !== undefined && prefixBefore(text, hits[0].span[0])?.prefix === 'versus',
    loose: periods.length > 1 && links.slice(0, -1).some((link) => link === undefined),
    ...(doubt ? { doubt } : {}),
    ...(knownOn === undefined ? {} : { knownOn: lastDay(knownOn) }),
    ...(future === undefined ? {} : { problem: futureText(future) }),
    spans,
    periodSpans: items.map(({ span }) => span),
  };
}
