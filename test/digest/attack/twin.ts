import { bandOf } from '../../../src/figures/release-bands.ts';
import { addDays, addMonths } from '../../../src/policy/engine/days.ts';
import type { IsoDate } from '../../../src/policy/engine/types.ts';
import { randomFrom } from '../simulated-clock.ts';
import { inPeriod, lastTold, onDay, taken, type Counts } from './counts.ts';
import { FIRST_MONDAY, WEEKS, type History, type Life, type Told } from './lives.ts';
import { AFTER_QUARTER, QUARTER } from './play.ts';

/** Another history of which every single count that is told lies in the same band, whenever it is told. */

const mondays = Array.from({ length: WEEKS }, (_, week) => addDays(FIRST_MONDAY, 7 * week));
const endsOfMonths: readonly IsoDate[] = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];

/** Days of which something is told on a Monday, besides that Monday. */
const daysToldOn = (monday: IsoDate): IsoDate[] => [
  monday, ...[1, 2, 3, 4, 5].map((weeks) => addDays(monday, -7 * weeks)), ...[1, 2, 3, 4, 5].map((months) => addMonths(monday, -months)), ...endsOfMonths.filter((day) => day < monday),
];

const DELIVERED_WITHIN_DAYS = 31;

/** What is told at one moment of one day or period: counts, each in its band, or which locations told nothing for a month. */
type Point = (history: History) => Counts;

const silent = (history: History, monday: IsoDate): Counts => Object.fromEntries(lastTold(history, monday).map((day, index) => [String(index), day >= addDays(monday, -DELIVERED_WITHIN_DAYS) ? 1 : 0]));

const POINTS: readonly { readonly point: Point; readonly isBanded: boolean }[] = [
  ...mondays.flatMap((monday): Point[] => [
    ...[monday, addDays(monday, 3)].flatMap((day): Point[] => [(all) => onDay(all, day, day), (all) => taken(all, day, day)]),
    (all) => inPeriod(all, addDays(monday, -7), addDays(monday, -1), monday),
    ...daysToldOn(monday).map((day): Point => (all) => onDay(all, day, monday)),
    ...[2, 3, 4, 5].map((weeks): Point => (all) => onDay(all, addDays(monday, -7 * weeks), addDays(monday, 3 - 7 * weeks))),
  ]),
  ...[QUARTER.last, ...AFTER_QUARTER].flatMap((known): Point[] => [(all) => inPeriod(all, QUARTER.from, QUARTER.last, known), (all) => inPeriod(all, '2026-01-01', '2026-03-31', known)]),
].map((point) => ({ point, isBanded: true })).concat(mondays.map((monday) => ({ point: (all: History) => silent(all, monday), isBanded: false })));

const bandsAt = ({ point, isBanded }: (typeof POINTS)[number], history: History): string =>
  JSON.stringify(Object.values(point(history)).map((count) => (isBanded ? bandOf(count).low : count)));

/** How many of the numbers that are told as bands differ. */
export function differences(one: History, other: History): number {
  return POINTS.reduce((sum, { point }) => {
    const [a, b] = [point(one), point(other)];
    return sum + Object.keys(a).filter((kind) => a[kind] !== b[kind]).length;
  }, 0);
}

type Random = () => number;
const from = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** One child more or less, the same for another child, or the same on another day. */
function changed({ lives, offered }: History, random: Random, nth: number): History {
  const one = from(lives, random);
  const other = from(lives, random);
  const others = lives.filter((life) => life !== one);
  switch (Math.floor(random() * 4)) {
    case 0: return { offered, lives: [...lives, { ...one, id: `more ${nth}` }] };
    case 1: return { offered, lives: others };
    case 2: return { offered, lives: [...others, { ...other, id: `other ${nth}` }] };
    default: return { offered, lives: [...others, later(one, random() < 0.5 ? 1 : -1)] };
  }
}

function later(life: Life, days: number): Life {
  const move = <T extends object>(told: Told<T> | undefined): Told<T> | undefined => told?.map(({ known, value }) => ({
    known: known < FIRST_MONDAY ? known : addDays(known, days),
    value: value && Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typeof each === 'string' && /^\d{4}-/.test(each) && each >= FIRST_MONDAY ? addDays(each, days) : each as unknown])) as T,
  }));
  return { ...life, outcome: move(life.outcome), stay: move(life.stay), handover: move(life.handover) };
}

/** How many changes are tried; most cross a limit somewhere in the weeks. */
const TRIES = 400;

export function twinOf(history: History, seed: number): History {
  const random = randomFrom(seed);
  const bands = POINTS.map((point) => bandsAt(point, history));
  let twin = history;
  for (let nth = 0; nth < TRIES; nth += 1) {
    const next = changed(twin, random, nth);
    if (POINTS.every((point, index) => bandsAt(point, next) === bands[index])) twin = next;
  }
  return twin;
}
