import fc from 'fast-check';
import { daysFrom, nextDay, plusDays, plusMonths, type Day } from './calendar.ts';
import { noRecords, tell, type Child, type Count, type Event, type Home, type Indication, type Offer, type Outcome, type Placement, type Records } from './records.ts';
import { EXIT_LABELS, GROUND_LABELS, GROUPS, LOCATIONS, MUNICIPALITIES, NEIGHBOURHOODS, NON_REACH_LABELS } from './world.ts';

/** What somebody might come to tell; picks are numbers, so that a history that fails shrinks well. */
interface Wish { readonly kind: (typeof KINDS)[number]; readonly who: number; readonly which: number; readonly day: Day; readonly other: Day; readonly pick: number; readonly later: number; /** Told as known at some day before. */ readonly isLate: boolean }

/** What is told often stands here often. */
const KINDS = [
  'register', 'move', 'move', 'correct child', 'correct move', 'withdraw move', 'withdraw child',
  'indicate', 'indicate', 'indicate', 'indicate', 'indicate', 'indicate', 'indicate', 'correct indication', 'end indication', 'withdraw indication',
  'guide', 'guide', 'guide', 'correct outcome', 'withdraw outcome',
  'intake', 'intake', 'intake', 'intake', 'intake', 'intake', 'intake', 'intake', 'double intake', 'double intake', 'double intake', 'exit', 'exit', 'correct placement', 'correct exit', 'reopen', 'withdraw placement',
  'join', 'join', 'join', 'withdraw join', 'offer', 'offer', 'offer', 'correct offer', 'withdraw offer', 'count', 'count', 'count', 'count', 'correct count', 'withdraw count',
] as const;

/** Around the ends of months, leap day and the limits of the periods that are asked. */
const FIRST_DAYS: readonly Day[] = [
  '2022-12-31', '2023-01-01', '2023-03-31', '2023-07-31', '2023-08-01', '2023-08-31', '2023-09-30', '2023-10-01', '2023-10-31', '2023-12-06', '2023-12-31', '2024-01-01', '2024-01-02', '2024-02-05', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01',
];
const LATER_DAYS: readonly Day[] = ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01', '2024-07-31', '2024-12-31', '2025-02-28'];
/** Windows that begin, and fourth birthdays that fall, on and around the days above. */
const BIRTHS: readonly Day[] = [
  '2020-01-01', '2020-02-29', '2020-03-31', '2020-04-01', '2020-12-31', '2021-02-28', '2021-06-30', '2021-07-01', '2021-07-31', '2021-08-29', '2021-08-31', '2021-09-30', '2021-10-01', '2021-12-31', '2022-01-01', '2022-02-28', '2022-03-01',
];
export const FIRST_DAY: Day = '2022-11-15';
export const CODES: readonly string[] = Array.from({ length: 12 }, (_, index) => `child ${index + 1}`);

const around = (days: readonly Day[], first: Day, count: number): fc.Arbitrary<Day> => fc.oneof(fc.constantFrom(...days), fc.nat(count).map((later) => plusDays(first, later)));
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...KINDS), who: fc.nat(9), which: fc.nat(7), day: around(FIRST_DAYS, '2023-01-01', 480), other: around(LATER_DAYS, '2023-11-15', 480), pick: fc.nat(1_000_000), later: fc.oneof(fc.constant(0), fc.nat(30)), isLate: fc.nat(6).map((chance) => chance === 0),
});

/** A history of about so many events over children who are mostly registered first. */
export const anyHistory: fc.Arbitrary<readonly Event[]> = fc.tuple(
  fc.array(fc.record({ birth: around(BIRTHS, '2020-03-01', 650), pick: fc.nat(1_000_000) }), { minLength: 7, maxLength: CODES.length }),
  fc.array(wish, { minLength: 45, maxLength: 85 }),
).map(([births, wishes]) => historyOf(births, wishes));

type Told = Event extends infer E ? E extends Event ? Omit<E, 'known'> : never : never;

function historyOf(births: readonly { readonly birth: Day; readonly pick: number }[], wishes: readonly Wish[]): Event[] {
  const events: Event[] = [];
  const records = noRecords();
  const past: Past = { joined: new Set(), versions: [] };
  let known = FIRST_DAY;
  let latest = FIRST_DAY;
  let number = 0;
  const add = (told: Told | undefined): void => {
    if (told === undefined || !isAllowed(records, past, told) || !knownInOrder(past, told, known)) return;
    const event = { ...told, known } as Event;
    events.push(event);
    tell(records, event, events.length - 1);
    remember(past, event);
  };
  births.forEach(({ birth, pick }, index) => add(registered(CODES[index]!, birth, pick, `home ${number += 1}`)));
  for (const each of wishes) {
    latest = plusDays(latest, each.later);
    // Only people join codes, and what people tell is known when they tell it.
    known = each.isLate && !each.kind.includes('join') ? plusDays(FIRST_DAY, each.pick % (1 + daysFrom(FIRST_DAY, latest))) : latest;
    add(toldBy(each, records, `thing ${number += 1}`));
  }
  return events;
}

const from = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;
const entry = <T>(map: ReadonlyMap<string, T>, pick: number): readonly [string, T] | undefined => [...map][pick % Math.max(1, map.size)];

/** Most live in the two municipalities of the region, some in a neighbourhood that is not known. */
function residence(pick: number): { municipality: string; neighbourhood: string | undefined } {
  const { code: municipality } = from([MUNICIPALITIES[0]!, MUNICIPALITIES[1]!, MUNICIPALITIES[0]!, MUNICIPALITIES[2]!, MUNICIPALITIES[0]!, MUNICIPALITIES[1]!], pick);
  const areas = NEIGHBOURHOODS.filter((area) => area.municipality === municipality);
  const area = areas[Math.floor(pick / 6) % (areas.length + 1)];
  return { municipality, neighbourhood: area?.id };
}

function registered(id: string, birth: Day, pick: number, home: string): Told {
  return { what: 'register', about: 'child', id, value: { birth, homes: [{ id: home, from: birth, ...residence(pick) }] } };
}

function subset(labels: Readonly<Record<string, string>>, pick: number, atLeast: 0 | 1): string[] {
  const chosen = Object.keys(labels).filter((_, index) => (pick >> (index * 2)) % 4 === 0);
  return chosen.length >= atLeast ? chosen : [from(Object.keys(labels), pick)];
}

const indication = (child: string, { day: issued, other, pick }: Wish): Indication =>
  ({ child, from: issued, until: pick % 5 === 0 && other > issued ? other : undefined, grounds: subset(GROUND_LABELS, pick, pick % 7 === 0 ? 0 : 1) });

function outcome(child: string, { day: on, pick }: Wish): Outcome {
  const kind = from(['offer', 'refusal', 'non_reach', 'non_reach'] as const, pick);
  return { child, on, kind, reasons: kind === 'offer' ? [] : subset(NON_REACH_LABELS, pick >> 2, kind === 'refusal' ? 0 : 1) };
}

const intake = (child: string, { day: start, other, pick }: Wish): Placement => ({
  child, start, group: from(GROUPS, pick).id, ve: pick % 7 !== 0, hours: from([16, 16, 10, 12.5, 20, 8], pick >> 3), days: from([4, 3, 2, 1], pick >> 5),
  ...(pick % 3 === 0 && other > start ? { end: other, reason: from(Object.keys(EXIT_LABELS), pick) } : {}),
});

const offered = (location: string, { day: first, other, pick }: Wish): Offer => ({ location, places: from([0, 1, 2, 3, 4, 8], pick), from: pick % 3 === 0 ? first : '2023-01-01', until: pick % 4 === 0 && other > first ? other : undefined });

function counted({ day: on, pick }: Wish): Count {
  const { municipality, neighbourhood } = residence(pick - (pick % 6 === 3 ? 1 : 0));
  const [fromMonths, untilMonths] = from([[24, 48], [24, 48], [24, 48], [24, 36], [36, 48], [0, 24]] as const, pick >> 3);
  return { municipality, neighbourhood: pick % 2 === 0 ? neighbourhood : undefined, on: from([on, '2023-01-01', '2024-01-01', '2024-01-01'], pick >> 5), fromMonths, untilMonths, children: 5 + (pick % 50) };
}

const sorted = (homes: readonly Home[]): Home[] => [...homes].sort((a, b) => (a.from < b.from ? -1 : 1));
const withHome = (child: Child, changed: Home): Child => ({ ...child, homes: sorted([...child.homes.filter(({ id }) => id !== changed.id), changed]) });

function toldBy(wish: Wish, records: Records, id: string): Told | undefined {
  const { kind: what, who, which, day: on, other, pick } = wish;
  const code = CODES[who]!;
  const child = records.child.get(code);
  const move = child?.homes[1 + (which % Math.max(1, child.homes.length - 1))];
  const change = <About extends Event['about'], T>(about: About, map: ReadonlyMap<string, T>, value: (old: T) => object | undefined): Told | undefined => {
    const found = entry(map, who * 8 + which);
    return found && { what, about, id: found[0], value: value(found[1]) } as unknown as Told;
  };
  switch (what) {
    case 'register': return child ? undefined : registered(code, from(BIRTHS, pick), pick, id);
    case 'correct child': {
      if (!child) return undefined;
      const birth = from([plusDays(child.birth, 1), plusMonths(child.birth, 1), child.birth], pick);
      return { what, about: 'child', id: code, value: { birth, homes: child.homes.map((home, index) => (index === 0 ? { ...home, from: birth, ...residence(pick >> 2) } : home)) } };
    }
    case 'move': return child && { what, about: 'child', id: code, value: withHome(child, { id, from: on, ...residence(pick) }) };
    case 'correct move': return child && move && { what, about: 'child', id: code, value: withHome(child, { ...move, from: on, ...residence(pick) }) };
    case 'withdraw move': return child && move && { what, about: 'child', id: code, value: { ...child, homes: child.homes.filter((home) => home !== move) } };
    case 'withdraw child': return pick % 3 === 0 && child ? { what, about: 'child', id: code } : undefined;
    case 'indicate': return { what, about: 'indication', id, value: indication(code, wish) };
    case 'correct indication': return change('indication', records.indication, (old) => indication(old.child, wish));
    case 'end indication': return change('indication', records.indication, (old) => ({ ...old, until: other > old.from ? other : nextDay(old.from) }));
    case 'withdraw indication': return change('indication', records.indication, () => undefined);
    case 'guide': return { what, about: 'outcome', id, value: outcome(code, wish) };
    case 'correct outcome': return change('outcome', records.outcome, (old) => outcome(old.child, wish));
    case 'withdraw outcome': return change('outcome', records.outcome, () => undefined);
    case 'intake': return { what, about: 'placement', id, value: intake(code, wish) };
    case 'double intake': {
      const joins = [...records.join.values()];
      const placements = [...records.placement.values()].filter(({ child: placed }) => joins.some((join) => join.code === placed || join.into === placed));
      const first = placements[which % Math.max(1, placements.length)];
      const join = joins.find((each) => each.code === first?.child || each.into === first?.child);
      return first && join && { what, about: 'placement', id, value: { ...first, child: join.code === first.child ? join.into : join.code, hours: from([first.hours, 8, 20], pick), start: from([first.start, first.start, on], pick >> 2) } };
    }
    case 'exit': case 'correct exit': return change('placement', records.placement, (old) =>
      ({ ...old, end: other > old.start ? other : nextDay(old.start), reason: from(Object.keys(EXIT_LABELS), pick) }));
    case 'correct placement': return change('placement', records.placement, (old) => ({ ...intake(old.child, wish), end: old.end, reason: old.reason }));
    case 'reopen': return change('placement', records.placement, ({ end: _, reason: __, ...old }) => old);
    case 'withdraw placement': return change('placement', records.placement, () => undefined);
    case 'join': {
      const possible = CODES.filter((other) => mayJoin(records, code, other));
      return possible.length === 0 ? undefined : { what, about: 'join', id, value: { code, into: from(possible, which) } };
    }
    case 'withdraw join': return change('join', records.join, () => undefined);
    case 'offer': return { what, about: 'offer', id, value: offered(from(LOCATIONS, who).id, wish) };
    case 'correct offer': return change('offer', records.offer, (old) => offered(old.location, wish));
    case 'withdraw offer': return change('offer', records.offer, () => undefined);
    case 'count': return { what, about: 'count', id, value: counted(wish) };
    case 'correct count': return change('count', records.count, () => counted(wish));
    case 'withdraw count': return change('count', records.count, () => undefined);
  }
}

interface Stretch { readonly from: Day; readonly until?: Day | undefined }
const overlap = (a: Stretch, b: Stretch): boolean => (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until);
const others = <T>(map: ReadonlyMap<string, T>, id: string): T[] => [...map].filter(([key]) => key !== id).map(([, value]) => value);

/** What the product and the database refuse is not told: nothing twice at once, nothing of nobody or before its birth. */
function isAllowed(records: Records, past: Past, told: Told): boolean {
  if (told.value === undefined) return told.about !== 'child' || !past.joined.has(told.id);
  switch (told.about) {
    case 'child': {
      const days = told.value.homes.map((home) => home.from);
      return days.every((first, index) => index === 0 || first > told.value!.birth) && new Set(days).size === days.length;
    }
    case 'indication': return (records.child.get(told.value.child)?.birth ?? '9999') < told.value.from;
    case 'outcome': return records.child.has(told.value.child);
    case 'placement': {
      const { child, start, end, ve } = told.value;
      if ((records.child.get(child)?.birth ?? '9999') >= start || (end !== undefined && end <= start)) return false;
      return !ve || others(records.placement, told.id).every((other) => !other.ve || other.child !== child || !overlap({ from: start, until: end }, { from: other.start, until: other.end }));
    }
    case 'join': return mayJoin(records, told.value.code, told.value.into);
    case 'offer': {
      const { location } = told.value;
      return others(records.offer, told.id).every((other) => other.location !== location || !overlap(told.value!, other));
    }
    case 'count': {
      const { municipality, neighbourhood, on, fromMonths, untilMonths } = told.value;
      return others(records.count, told.id).every((other) => other.municipality !== municipality || other.neighbourhood !== neighbourhood || other.on !== on || untilMonths <= other.fromMonths || other.untilMonths <= fromMonths);
    }
  }
}

/** A version of something that is told once for each stretch of days, and the days between which it was believed. */
interface Version { readonly about: Event['about']; readonly id: string; readonly value: Event['value']; readonly known: Day; until?: Day }

/** Which codes were ever joined, and every version of everything. */
interface Past { readonly joined: Set<string>; readonly versions: Version[] }

const lastOf = ({ versions }: Past, { about, id }: Pick<Told, 'about' | 'id'>): Version | undefined => versions.findLast((each) => each.about === about && each.id === id);

function remember(past: Past, { about, id, value, known }: Event): void {
  const before = lastOf(past, { about, id });
  if (before && before.until === undefined) before.until = known;
  past.versions.push({ about, id, value, known });
  if (about === 'join' && value) past.joined.add(value.code).add(value.into);
}

/** An import may say what was known earlier, but not before what it changes, and nothing that was already said otherwise then. */
function knownInOrder(past: Past, told: Told, known: Day): boolean {
  const before = lastOf(past, told);
  if (before && known < before.known) return false;
  return past.versions.every((other) => other.about !== told.about || other.id === told.id || other.value === undefined || told.value === undefined
    || (other.until !== undefined && (other.until <= known || other.until <= other.known)) || !saysOtherwise(other, told));
}

function saysOtherwise({ value }: Version, told: Told): boolean {
  if (told.about === 'offer') {
    const other = value as Offer;
    return other.location === told.value!.location && overlap(told.value!, other);
  }
  if (told.about === 'count') {
    const { municipality, neighbourhood, on, fromMonths, untilMonths } = value as Count;
    const mine = told.value!;
    return municipality === mine.municipality && neighbourhood === mine.neighbourhood && on === mine.on && fromMonths < mine.untilMonths && mine.fromMonths < untilMonths;
  }
  return false;
}

function mayJoin(records: Records, code: string, into: string): boolean {
  if (!records.child.has(code) || !records.child.has(into) || code === into) return false;
  return ![...records.join.values()].some((join) => join.code === code || join.code === into || join.into === code);
}
