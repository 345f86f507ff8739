import type { MeasureId } from '../../src/figures/types.ts';
import type { Answer, Line, Question } from './ask.ts';
import { dayBefore, daysFrom, monthsOld, plusMonths, type Day } from './calendar.ts';
import { indicationsOf, isThereOn, placementsOf } from './child.ts';
import { linesOf, sumOf } from './lines.ts';
import { onceEach, onVePlaces, total, type Placed } from './places.ts';
import type { Records } from './records.ts';
import { targetsOf } from './targets.ts';
import { EXIT_LABELS } from './world.ts';

type Reading = (records: Records, question: Question) => Answer;

const isIn = (day: Day, { from, day: last }: Question): boolean => from <= day && day <= last;
const lastDay = ({ end }: Placed): Day | undefined => end && dayBefore(end);

/** VE placements that began in the period; told under two codes of one child, it is one. */
function intakesOf(records: Records, question: Question): Placed[] {
  return onceEach(onVePlaces(records, question).filter(({ start }) => isIn(start, question)), ({ one, at, start }) => `${one} ${at.id} ${start}`);
}

/** VE placements whose last day was in the period. */
function exitsOf(records: Records, question: Question): Placed[] {
  const ended = onVePlaces(records, question).filter((placement) => placement.end !== undefined && isIn(lastDay(placement)!, question));
  return onceEach(ended, ({ one, at, end }) => `${one} ${at.id} ${end!}`);
}

/** By reason, unless another split is asked. */
function exitCounts(exits: readonly Placed[], { split }: Question): Answer {
  const counts = exits.map(({ at, group, reason }) => ({ at, group, numerator: 1, denominator: 0, label: EXIT_LABELS[reason!]! }));
  return split === undefined || split === 'reason' ? { ...sumOf(counts), lines: linesOf(counts) } : total(counts, split);
}

const isEarly = ({ end, birth }: Placed): boolean => birth !== undefined && end !== undefined && end < plusMonths(birth, 48);

/** Children on a VE place on a day of the period, each once: where it is at the end, otherwise where it left last. */
function usersOf(records: Records, question: Question): Placed[] {
  const there = onVePlaces(records, question).filter(({ start, end }) => start <= question.day && (end === undefined || end > question.from));
  const rank = (placement: Placed): string => `${isThereOn(placement, question.day) ? 1 : 0} ${placement.end ?? '9999'} ${placement.start} ${placement.at.name}`;
  const users = new Map<string, Placed>();
  for (const placement of there) {
    const before = users.get(placement.one);
    if (before === undefined || rank(placement) > rank(before)) users.set(placement.one, placement);
  }
  return [...users.values()];
}

function used(records: Records, question: Question): Answer {
  const users = usersOf(records, question).filter((user) => user.birth !== undefined
    && indicationsOf(records, user.codes).some(({ from, until }) => from <= question.day && (until === undefined || until > question.from)));
  const counts = users.map((user) => ({ at: user.at, group: user.group, numerator: 1, denominator: 0, label: isThereOn(user, question.day) ? 'Nog geplaatst' : 'Gestopt' }));
  return question.split === undefined || question.split === 'reason' ? { ...sumOf(counts), lines: linesOf(counts) } : total(counts, question.split);
}

/** Days from the first indication to the first day on a VE place anywhere; undefined when this is not that day, or it came before the indication. */
function guidanceDays(records: Records, { codes, start, birth }: Placed): number | undefined {
  if (birth === undefined) return undefined;
  const issued = indicationsOf(records, codes).map(({ from }) => from).sort()[0];
  const began = placementsOf(records, codes).filter(({ ve }) => ve).map((placement) => placement.start).sort()[0];
  return issued === undefined || issued > start || began !== start ? undefined : daysFrom(issued, start);
}

const READINGS: Partial<Record<MeasureId, Reading>> = {
  intakes: (records, question) => total(intakesOf(records, question).map(({ at, group }) => ({ at, group, numerator: 1, denominator: 0 })), question.split ?? 'location'),
  exits: (records, question) => exitCounts(exitsOf(records, question), question),
  'early-exits': (records, question) => {
    const exits = exitsOf(records, question);
    return { ...exitCounts(exits.filter(isEarly), question), denominator: exits.length };
  },
  'start-age': (records, question) => total(intakesOf(records, question).flatMap(({ at, group, birth, start }) =>
    (birth === undefined ? [] : [{ at, group, numerator: monthsOld(birth, start), denominator: 1 }])), question.split),
  'guidance-time': (records, question) => total(intakesOf(records, question).flatMap((intake, _, all) => {
    const days = guidanceDays(records, intake);
    const atFirst = !all.some((other) => other.one === intake.one && other.start === intake.start && `${other.at.name} ${other.at.id}` < `${intake.at.name} ${intake.at.id}`);
    return days === undefined || !atFirst ? [] : [{ at: intake.at, group: intake.group, numerator: days, denominator: 1 }];
  }), question.split),
  used,
  'other-reasons': (records, question) => {
    const { scope, day, split } = question;
    const exits = exitsOf(records, question).map(({ at, group, reason }) => ({ at, group, numerator: reason === 'other' ? 1 : 0, denominator: 1 }));
    // Why a child is not reached is known of a municipality, not of one of its providers or locations.
    const children = scope.kind === 'municipality' ? targetsOf(records, scope.code, day, 0, question.sees).filter(({ standing, reasons }) => standing === 'notReached' && reasons.length > 0) : [];
    const nonReach = children.map(({ reasons }) => ({ numerator: reasons.includes('other') ? 1 : 0, denominator: reasons.length }));
    if (split !== undefined && split !== 'reason') {
      return { ...sumOf([...exits, ...nonReach]), lines: linesOf([...total(exits, split).lines, ...nonReach.map((child) => ({ ...child, label: 'Niet geplaatst' }))]) };
    }
    const byWhat: Line[] = [...exits.map((exit) => ({ ...exit, label: 'Uitstroom' })), ...nonReach.map((child) => ({ ...child, label: 'Niet bereikt' }))];
    return { ...sumOf([...exits, ...nonReach]), lines: linesOf(byWhat) };
  },
};

/** Figures about what happened in a period. */
export const periodAnswer = (records: Records, question: Question): Answer | undefined => READINGS[question.measure]?.(records, question);
