import type { MeasureId } from '../../src/figures/types.ts';
import type { Answer, Line, Question } from './ask.ts';
import { daysFrom, nextDay, plusDays, plusMonths, type Day } from './calendar.ts';
import { holdsOn, isBetween, isThereOn } from './child.ts';
import { linesOf } from './lines.ts';
import { childrenOn, labelOfPlace, locationsOf, onceEach, onVePlaces, placedIn, total, type Counted, type Placed } from './places.ts';
import type { Placement, Records } from './records.ts';
import { inScope, targetsOf } from './targets.ts';
import { GROUPS, locationOf, municipalityOf, type Location } from './world.ts';

type Reading = (records: Records, question: Question) => Answer;

/** VE places that a location offers on the day; undefined when it told nothing. */
function offeredAt(records: Records, location: Location, day: Day): number | undefined {
  for (const offer of records.offer.values()) if (offer.location === location.id && holdsOn(offer, day)) return offer.places;
  return undefined;
}

/** What a capacity measure counts of the locations that told what they offer. */
const capacity = (countOf: (offered: number, taken: number) => { numerator: number; denominator: number }, isShown: (offered: number, taken: number) => boolean): Reading => (records, question) => {
  const children = childrenOn(records, question);
  const counts: Counted[] = [];
  const shown: Counted[] = [];
  for (const at of locationsOf(question)) {
    const offered = offeredAt(records, at, question.day);
    if (offered === undefined) continue;
    const taken = children.filter((child) => child.at === at).length;
    counts.push({ at, ...countOf(offered, taken) });
    if (isShown(offered, taken)) shown.push({ at, ...countOf(offered, taken) });
  }
  return { ...total(counts, undefined), lines: total(shown, question.split ?? 'location').lines };
};

const somethingThere = (offered: number, taken: number): boolean => offered > 0 || taken > 0;

/** Groups with a child on a VE place, each with all children enrolled in it. */
function groupsOn(records: Records, question: Question): { readonly id: string; readonly at: Location; readonly children: Placed[] }[] {
  const there = placedIn(records, question).filter((placement) => isThereOn(placement, question.day));
  return GROUPS.map(({ id, location }) => ({ id, at: locationOf(location), children: there.filter(({ group }) => group === id) }))
    .filter(({ children }) => children.some(({ ve }) => ve))
    .map((group) => ({ ...group, children: onceEach(group.children, ({ one }) => one) }));
}

function groupMix(records: Records, question: Question): Answer {
  const counted = groupsOn(records, question).map(({ id, at, children }) => {
    const indicated = children.filter((child) => child.isIndicated(question.day) === true).length;
    const minimum = municipalityOf(at.municipality).minimumInGroup;
    return { at, group: id, numerator: minimum !== undefined && indicated >= minimum ? 1 : 0, denominator: minimum === undefined ? 0 : 1, text: `${indicated} van ${children.length} ${children.length === 1 ? 'kind' : 'kinderen'} met indicatie` };
  });
  const split = question.split ?? 'group';
  const lines = total(counted, split).lines.map((line): Line => {
    const own = counted.filter(({ at, group }) => labelOfPlace(at, group, split) === line.label);
    return { ...line, rows: own.length, ...(own.length === 1 ? { text: own[0]!.text } : {}) };
  });
  return { ...total(counted, undefined), lines };
}

export const countedHours = ({ hours, days }: Placement): number => Math.min(hours, 6 * days);

/** Day by day from 2,5 to 4 years: what the child had, and has from now on if nothing changes. All of it is 60 weeks. */
export function hoursUntilFour(records: Records, { codes }: Placed, birth: Day, today: Day): number {
  const own = [...records.placement.values()].filter(({ child, ve, start }) => codes.includes(child) && ve && start <= today);
  const first = plusMonths(birth, 30);
  const end = plusMonths(birth, 48);
  let hours = 0;
  for (let day = first; day < end; day = nextDay(day)) {
    for (const placement of own) if (placement.start <= day && (placement.end === undefined || placement.end > today || day < placement.end)) hours += countedHours(placement);
  }
  return Math.round((hours * 60) / daysFrom(first, end));
}

const READINGS: Partial<Record<MeasureId, Reading>> = {
  've-places': capacity((offered) => ({ numerator: offered, denominator: offered }), (offered) => offered > 0),
  'free-places': capacity((offered, taken) => ({ numerator: offered > taken ? offered - taken : 0, denominator: offered }), somethingThere),
  'taken-places': capacity((offered, taken) => ({ numerator: taken, denominator: offered }), somethingThere),
  occupancy: capacity((offered, taken) => ({ numerator: taken, denominator: offered }), somethingThere),

  placements: (records, question) => total(childrenOn(records, question).map(({ at, group }) => ({ at, group, numerator: 1, denominator: 0 })), question.split ?? 'provider'),

  groups: (records, question) => total(groupsOn(records, question).map(({ id, at }) => ({ at, group: id, numerator: 1, denominator: 0 })), question.split ?? 'location'),
  'group-mix': groupMix,

  hours: (records, question) => total(childrenOn(records, question).map((child) => ({ at: child.at, group: child.group, numerator: countedHours(child), denominator: 1 })), question.split),

  'hours-shortfall': (records, question) => total(childrenOn(records, question).flatMap((child): Counted[] => {
    if (child.birth === undefined) return [];
    const norm = municipalityOf(child.at.municipality).hoursTotal ?? 960;
    return [{ at: child.at, group: child.group, numerator: hoursUntilFour(records, child, child.birth, question.day) < norm ? 1 : 0, denominator: 1 }];
  }), question.split ?? 'location'),

  'policy-officer-hours': (records, question) => {
    const firstOfJanuary = `${question.day.slice(0, 4)}-01-01`;
    const targets = childrenOn(records, question, firstOfJanuary).filter((child) => child.birth !== undefined && isBetween(child.birth, 30, 48, firstOfJanuary) && child.isIndicated(firstOfJanuary) === true);
    return total(targets.map(({ at, group }) => ({ at, group, numerator: 10, denominator: 1 })), question.split ?? 'location');
  },

  'without-indication': (records, question) => total(childrenOn(records, question).flatMap((child): Counted[] => {
    const indicated = child.isIndicated(question.day);
    return indicated === undefined ? [] : [{ at: child.at, group: child.group, numerator: indicated ? 0 : 1, denominator: 1 }];
  }), question.split ?? 'location'),

  'last-delivery': (records, question) => {
    const there = onVePlaces(records, question).filter((placement) => isThereOn(placement, question.day));
    const withVe = locationsOf(question).filter((at) => offeredAt(records, at, question.day) !== undefined || there.some((placement) => placement.at === at));
    const counts = withVe.map((at) => {
      let last: Day | undefined;
      for (const { location, on } of records.delivered) if (location === at.id && (last === undefined || on > last)) last = on;
      const isRecent = last !== undefined && last >= plusDays(question.day, -31);
      return { at, numerator: isRecent ? 1 : 0, denominator: 1, text: last === undefined ? 'nog nooit' : `${last.slice(8)}-${last.slice(5, 7)}-${last.slice(0, 4)}` };
    });
    const split = question.split ?? 'location';
    const lines = total(counts, split).lines.map((line): Line => {
      const own = counts.filter(({ at }) => labelOfPlace(at, undefined, split) === line.label);
      return own.length === 1 ? { ...line, text: own[0]!.text } : line.denominator === 0 ? { ...line, text: `${own.length} groepen` } : line;
    });
    return { ...total(counts, undefined), lines };
  },

  supply: (records, question) => {
    const { scope, day } = question;
    if (!('code' in scope)) throw new Error('of a location it is not known who lives around it');
    const split = question.split ?? 'neighbourhood';
    const toddlers = inScope(targetsOf(records, scope.code, day, 30, question.sees), question);
    const offers = locationsOf(question).map((at): Counted => ({ at, numerator: offeredAt(records, at, day) ?? 0, denominator: 0 })).filter(({ numerator }) => numerator > 0);
    const lines = [...offers.map(({ at, numerator }) => ({ label: labelOfPlace(at, undefined, split), numerator, denominator: 0 })),
      ...toddlers.map(({ home }) => ({ label: (split === 'cluster' ? home?.cluster : home?.name) ?? (split === 'cluster' ? 'Geen cluster' : 'Wijk onbekend'), numerator: 0, denominator: 1 }))];
    return { numerator: total(offers, undefined).numerator, denominator: toddlers.length, lines: linesOf(lines) };
  },
};

/** Figures about locations on a day. */
export const dayAnswer = (records: Records, question: Question): Answer | undefined => READINGS[question.measure]?.(records, question);
