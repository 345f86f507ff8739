import { addDays, addMonths } from '../../../src/policy/engine/days.ts';
import type { IsoDate } from '../../../src/policy/engine/types.ts';
import { PLACES, type History, type Life, type Stay, type Told } from './lives.ts';

/** What is true of a history, counted plainly: what of a day or period was believed at the end of the day `known`. */

export function believed<T>(told: Told<T> | undefined, known: IsoDate): T | undefined {
  return told?.findLast((each) => each.known <= known)?.value;
}

const isThere = ({ start, end }: Stay, day: IsoDate): boolean => start <= day && (end === undefined || day < end);
const birthdays = new Map<string, { readonly second: IsoDate; readonly fourth: IsoDate }>();
function birthdaysOf({ birth }: Life): { readonly second: IsoDate; readonly fourth: IsoDate } {
  const known = birthdays.get(birth) ?? { second: addMonths(birth, 24), fourth: addMonths(birth, 48) };
  birthdays.set(birth, known);
  return known;
}
function isToddler(life: Life, day: IsoDate): boolean {
  const { second, fourth } = birthdaysOf(life);
  return second <= day && day < fourth;
}
const count = <T>(list: readonly T[], holds: (each: T) => boolean): number => list.filter(holds).length;

export type Counts = Readonly<Record<string, number>>;

interface Standing { readonly reached: boolean; readonly refused: boolean; readonly waits: boolean }

/** How the target toddlers of a day stand. */
function standings({ lives }: History, day: IsoDate, known: IsoDate): Standing[] {
  return lives.filter((life) => life.indication && life.indication.known <= known && life.indication.on <= day && isToddler(life, day)).map((life) => {
    const stay = believed(life.stay, known);
    const outcome = believed(life.outcome, known);
    const reached = stay !== undefined && stay.ve && isThere(stay, day);
    const refused = !reached && outcome !== undefined && outcome.on <= day;
    return { reached, refused, waits: !reached && ((refused && outcome?.reason === 'waiting_list') || (stay !== undefined && stay.ve && stay.start > day)) };
  });
}

export function onDay(history: History, day: IsoDate, known: IsoDate): Counts {
  const all = standings(history, day, known);
  const placed = count(history.lives, (life) => isToddler(life, day) && isThereIf(believed(life.stay, known), day));
  const reached = count(all, (one) => one.reached);
  const notReached = count(all, (one) => one.refused);
  return { reached, others: all.length - reached, notReached, unknown: all.length - reached - notReached, waiting: count(all, ({ waits }) => waits), placed };
}

const isThereIf = (stay: Stay | undefined, day: IsoDate): boolean => stay !== undefined && isThere(stay, day);

/** Children on VE places of each location of the municipality. */
export const taken = ({ lives }: History, day: IsoDate, known: IsoDate): Counts => Object.fromEntries(PLACES.slice(0, 3).map((place) =>
  [place, count(lives, (life) => { const stay = believed(life.stay, known); return stay?.at === place && stay.ve && isThere(stay, day); })]));

/** From the first day up to and including the last. */
export function inPeriod({ lives }: History, from: IsoDate, last: IsoDate, known: IsoDate): Counts {
  const stays = lives.flatMap((life) => {
    const stay = believed(life.stay, known);
    return stay?.ve && stay.at !== 'ermelo' ? [{ ...stay, life }] : [];
  });
  const within = (day: IsoDate): boolean => from <= day && day <= last;
  const exits = stays.filter(({ end }) => end !== undefined && within(addDays(end, -1)));
  const reasons = Object.fromEntries(['moved', 'parents_stopped', 'other', 'school_at_4'].map((reason) => [`exits ${reason}`, count(exits, (exit) => exit.reason === reason)]));
  return {
    intakes: count(stays, ({ start }) => within(start)), exits: exits.length, ...reasons,
    'early-exits': count(exits, ({ end, life }) => end! < birthdaysOf(life).fourth),
    ...handovers(lives.filter((life) => within(birthdaysOf(life).fourth) && (believed(life.stay, known)?.start ?? '9') <= last), last, known),
  };
}

/** Late is as of the fourth birthday in practice. */
function handovers(due: readonly Life[], last: IsoDate, known: IsoDate): Counts {
  const each = due.map((life) => {
    const sent = believed(life.handover, known);
    const done = sent !== undefined && sent.on <= last ? sent : undefined;
    const four = birthdaysOf(life).fourth;
    return { done, late: done ? done.on >= four : four <= last };
  });
  return {
    due: due.length, done: count(each, ({ done }) => done !== undefined), missing: count(each, ({ done }) => done === undefined), late: count(each, ({ late }) => late),
    'with-consent': count(each, ({ done }) => done?.consent === 'consent_given'), refused: count(each, ({ done }) => done?.consent === 'consent_refused'),
  };
}

/** Of each location the last day on which something of a placement was told; empty where nothing was. */
export const lastTold = ({ lives }: History, day: IsoDate): IsoDate[] => PLACES.slice(0, 3).map((place) =>
  lives.filter(({ stay }) => stay?.[0]?.value?.at === place).flatMap(({ stay = [] }) => stay.map(({ known }) => known)).filter((known) => known <= day).sort().at(-1) ?? '');
