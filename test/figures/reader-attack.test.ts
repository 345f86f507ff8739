import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { isSmall } from '../../src/figures/disclosure.ts';
import { noFacts, type Facts, type HandoverFact, type PlacementFact, type TargetFact } from '../../src/figures/facts.ts';
import { bandOf, bandText } from '../../src/figures/release-bands.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { addDays, addMonths } from '../../src/policy/engine/days.ts';
import type { DisclosureMode, IsoDate } from '../../src/policy/engine/types.ts';
import { Attacker, limitsOf } from './attacker.ts';
import { handover, location, params, placement, policyValue, target } from './facts.ts';

/**
 * A reader who asks for everything that readers may ask for, all year, reads the weekly posts
 * as well, and sets what was told beside each other.
 */

const QUARTERS = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'];
const mondays = Array.from({ length: 52 }, (_, week) => addDays('2025-01-06', 7 * week));
const LOCATIONS = ['De Waterlelie', 'De Bosrand', 'De Eik', 'De Es', 'De Wilg'];

interface Stay { readonly at: number; readonly from: number; readonly days: number; readonly early: boolean }
interface Turning { readonly on: number; readonly doneAfter: number; readonly consent: HandoverFact['consent'] }
interface History {
  /** Of each day that is asked, how the target toddlers stand. */
  readonly days: readonly { readonly day: number; readonly here: number; readonly elsewhere: number; readonly notReached: number; readonly unknown: number; readonly waiting: number; readonly ordinary: number }[];
  readonly stays: readonly Stay[];
  readonly turning: readonly Turning[];
  readonly offered: readonly number[];
}

/** Mostly at the limits of bands, where most follows from what is told. */
const small = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1, 4, 5, 9, 10) }, { weight: 1, arbitrary: fc.nat(30) });
const history: fc.Arbitrary<History> = fc.record({
  days: fc.array(fc.record({ day: fc.nat(364), here: small, elsewhere: fc.nat(4), notReached: small, unknown: small, waiting: fc.nat(12), ordinary: small }), { minLength: 6, maxLength: 12 }),
  stays: fc.array(fc.record({ at: fc.nat(LOCATIONS.length - 1), from: fc.integer({ min: -300, max: 364 }), days: fc.integer({ min: 1, max: 500 }), early: fc.boolean() }), { maxLength: 120 }),
  turning: fc.array(fc.record({ on: fc.nat(364), doneAfter: fc.integer({ min: -60, max: 200 }), consent: fc.constantFrom('consent_given' as const, 'consent_refused' as const, undefined) }), { maxLength: 90 }),
  offered: fc.array(fc.nat(24), { minLength: LOCATIONS.length, maxLength: LOCATIONS.length }),
});

/** The worst of years: in every week and every quarter as many as its band can hold. */
const full: History = {
  days: [0, 100, 200].map((day) => ({ day, here: 4, elsewhere: 0, notReached: 4, unknown: 4, waiting: 4, ordinary: 0 })),
  stays: QUARTERS.flatMap((_, quarter) => Array.from({ length: 4 }, (__, nth) => ({ at: nth, from: 91 * quarter, days: 30, early: nth % 2 === 0 }))),
  turning: Array.from({ length: 52 }, (_, week) => [0, 2, 4, 6].map((on) => ({ on: Math.min(364, 5 + 7 * week + on), doneAfter: 10, consent: 'consent_given' as const }))).flat(),
  offered: [4, 4, 4, 4, 4],
};

const dayOf = (day: number): IsoDate => addDays('2025-01-01', day);

function targetsOn({ here, elsewhere, notReached, unknown, waiting }: History['days'][number], referenceDate: IsoDate): TargetFact[] {
  const standings = [...Array<'here'>(here).fill('here'), ...Array<'elsewhere'>(elsewhere).fill('elsewhere'), ...Array<'notReached'>(notReached).fill('notReached'), ...Array<'unknown'>(unknown).fill('unknown')];
  let left = waiting;
  return standings.map((standing, index) => {
    const waits = (standing === 'notReached' || standing === 'unknown') && left > 0;
    if (waits) left -= 1;
    return target({ child: String(index), birthDate: addMonths(referenceDate, -36), standing, onWaitingList: waits });
  });
}

const placementOf = ({ from, days, early }: Stay, index: number): PlacementFact => {
  const [start, end] = [dayOf(from), dayOf(from + days)];
  return placement({ child: `c${index}`, start, end, birthDate: addMonths(end, early ? -40 : -50), exitReason: early ? 'moved' : 'school_at_4' });
};

const handoverOf = ({ on, doneAfter, consent }: Turning, index: number): HandoverFact =>
  handover({ child: `h${index}`, birthday4: dayOf(on), birthDate: addMonths(dayOf(on), -48), doneOn: dayOf(on + doneAfter), consent });

/** Everything as it is at the end of the year; what the reader is told of it depends on the day and the period. */
function factsAt(all: History, on: History['days'][number] | undefined, referenceDate: IsoDate): Facts {
  const placements = all.stays.map(placementOf);
  const locations = LOCATIONS.map((name, at) => location(placements.filter((_, index) => all.stays[index]!.at === at), { locationId: name, location: name, offered: all.offered[at] ?? 0 }));
  const placed = on ? on.here + on.elsewhere + on.ordinary : 0;
  return {
    ...noFacts, locations, handovers: all.turning.map(handoverOf), targets: on ? targetsOn(on, referenceDate) : [],
    toddlers: Array.from({ length: placed }, (_, child) => ({ child: String(child), vePlace: false })),
    population: [{ countedOn: '2025-01-01', fromMonths: 24, untilMonths: 48, children: 160 }],
  };
}

type Ask = (id: MeasureId, facts: Facts, more: Partial<MeasureParams>) => Figure;
const askIn = (mode: DisclosureMode): Ask => (id, facts, more) => computeMeasure(catalogue.get(id), facts, params({ protected: true, policy: { disclosureMode: policyValue(mode, 'mode') }, ...more })).figure;

/** Keeps what a figure says under a name; nothing where it says nothing. */
function keep(attacker: Attacker, name: string, text: string | undefined): void {
  const limits = limitsOf(text ?? '');
  if (limits) attacker.told(name, limits.low, limits.high);
}

function askDay(attacker: Attacker, ask: Ask, all: History, on: History['days'][number]): string {
  const referenceDate = dayOf(on.day);
  const when = { referenceDate, from: referenceDate, until: addDays(referenceDate, 1) };
  const facts = factsAt(all, on, referenceDate);
  const of = (name: string): string => `${name} ${referenceDate}`;
  const reach = ask('reach', facts, when);
  const part = (label: string): string | undefined => reach.parts.find((one) => one.label === label)?.value;
  keep(attacker, of('reached'), part('Bereikt'));
  keep(attacker, of('others'), part('Niet bereikt of onbekend'));
  keep(attacker, of('notReached'), ask('not-reached', facts, when).value);
  keep(attacker, of('unknown'), ask('unknown', facts, when).value);
  keep(attacker, of('elsewhere'), ask('placed-elsewhere', facts, when).value);
  keep(attacker, of('waiting'), ask('waiting', facts, when).value);
  keep(attacker, of('targets'), ask('target-toddlers', facts, when).value);
  keep(attacker, of('placed'), ask('reach-all-toddlers', facts, when).basis?.split(' ')[0]);
  attacker.sum(of('others'), [of('notReached'), of('unknown')]);
  attacker.sum(of('targets'), [of('reached'), of('others')]);
  attacker.atMost(of('waiting'), of('others'));
  attacker.atMost(of('reached'), of('placed'));
  return referenceDate;
}

const HANDOVERS = ['due', 'done', 'missing', 'with-consent', 'refused', 'late'] as const;

function askQuarter(attacker: Attacker, ask: Ask, all: History, from: IsoDate): void {
  const until = addMonths(from, 3);
  const when = { from, until, referenceDate: addDays(until, -1) };
  const facts = factsAt(all, undefined, when.referenceDate);
  const of = (name: string): string => `${name} ${from}`;
  for (const id of ['exits', 'early-exits', 'intakes'] as const) keep(attacker, of(id), ask(id, facts, when).value);
  for (const kind of HANDOVERS) keep(attacker, of(kind), ask(`handovers-${kind}`, facts, when).value);
  attacker.sum(of('exits'), [of('early-exits'), of('other exits')]);
  attacker.sum(of('due'), [of('done'), of('missing')]);
  attacker.sum(of('done'), [of('with-consent'), of('refused'), of('unanswered')]);
  attacker.atMost(of('missing'), of('late'));
}

/** A week of the post: of who turned four in it. The days that a week shares with two quarters are apart, because nobody knows in which they fell. */
function readPosts(attacker: Attacker, mode: DisclosureMode, all: History): void {
  const birthdays = all.turning.map(({ on }) => dayOf(on));
  const inside = (from: IsoDate, until: IsoDate): number => birthdays.filter((day) => from <= day && day < until).length;
  const shares = new Map<IsoDate, string[]>();
  for (const monday of [addDays('2025-01-06', -7), ...mondays]) {
    const week = `due week ${monday}`;
    keep(attacker, week, bandText(bandOf(inside(monday, addDays(monday, 7)), mode)));
    const pieces = QUARTERS.filter((from) => monday < addMonths(from, 3) && from < addDays(monday, 7)).map((from) => {
      const piece = `${week} in ${from}`;
      shares.set(from, [...(shares.get(from) ?? []), piece]);
      return piece;
    });
    attacker.sum(week, [...pieces, ...(monday < '2025-01-01' || addDays(monday, 7) > '2026-01-01' ? [`${week} in another year`] : [])]);
  }
  for (const [from, pieces] of shares) attacker.sum(`due ${from}`, pieces);
}

/** All that is told in a year, by one who forgets nothing. */
function attack(mode: DisclosureMode, all: History): { readonly attacker: Attacker; readonly days: readonly IsoDate[] } {
  const attacker = new Attacker();
  const ask = askIn(mode);
  const days = [...new Map(all.days.map((on) => [on.day, on])).values()].map((on) => askDay(attacker, ask, all, on));
  for (const from of QUARTERS) askQuarter(attacker, ask, all, from);
  readPosts(attacker, mode, all);
  return { attacker: attacker.think(), days };
}

const closely = ['reached', 'others', 'notReached', 'unknown', 'waiting'] as const;

describe('a reader who keeps every answer and every post of a year', () => {
  it.each(['below-5', 'cbs'] as const)('pins no number of 1 to 4, with %s', (mode) => {
    fc.assert(fc.property(history, (all) => {
      const { attacker, days } = attack(mode, all);
      expect(attacker.names.length).toBeGreaterThan(100);
      expect(attacker.pinned().filter(({ value }) => isSmall(value))).toEqual([]);
      if (mode === 'cbs') return;
      // What hangs together on one day, tried value by value.
      for (const day of days) {
        const alone = attacker.alone(closely.map((name) => `${name} ${day}`), ([, others = 0, notReached = 0, unknown = 0, waiting = 0]) => notReached + unknown === others && waiting <= others);
        expect(alone.filter(({ value }) => isSmall(value))).toEqual([]);
      }
    }), { numRuns: 60, examples: [[full]] });
  });

  it.each(['below-5', 'cbs'] as const)('pins no difference of 1 to 4 between two days or two quarters, with %s', (mode) => {
    fc.assert(fc.property(history, (all) => {
      const { attacker } = attack(mode, all);
      const byKind = new Map<string, string[]>();
      for (const name of attacker.names) {
        const kind = name.replace(/ \d{4}-.*$/, '');
        byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
      }
      for (const names of byKind.values()) for (const [index, name] of names.entries()) for (const other of names.slice(0, index)) {
        const [a, b] = [attacker.limits(name), attacker.limits(other)];
        // The smallest and the largest that the difference can be.
        const [low, high] = [a.low - b.high, a.high - b.low];
        expect(low === high && isSmall(Math.abs(low)), `${name}, ${other}`).toBe(false);
      }
    }), { numRuns: 20, examples: [[full]] });
  });

  it('pins nothing of a location, whose places are told of the day itself', () => {
    fc.assert(fc.property(history, fc.nat(364), (all, day) => {
      const referenceDate = dayOf(day);
      const figure = askIn('below-5')('free-places', factsAt(all, undefined, referenceDate), { referenceDate, from: referenceDate, until: addDays(referenceDate, 1) });
      for (const [at, name] of LOCATIONS.entries()) {
        const offered = all.offered[at]!;
        const text = figure.parts.find(({ label }) => label === name)?.value.replace(/ van .*$/, '');
        const taken = all.stays.filter((stay) => stay.at === at && stay.from <= day && day < stay.from + stay.days).length;
        if (!isSmall(taken) || text === undefined) continue;
        const free = limitsOf(text)!;
        const possible = Array.from({ length: 200 }, (_, children) => children).filter((children) => Math.max(0, offered - children) >= free.low && Math.max(0, offered - children) <= free.high);
        expect(possible.length).toBeGreaterThan(1);
      }
    }), { numRuns: 60 });
  });

  it('would pin small numbers of exact answers: the test can fail', () => {
    const attacker = new Attacker();
    keep(attacker, 'others', '6');
    keep(attacker, 'notReached', '5');
    attacker.sum('others', ['notReached', 'unknown']);
    expect(attacker.think().pinned()).toContainEqual({ name: 'unknown', value: 1 });
    expect(attacker.alone(['notReached', 'unknown'], ([a = 0, b = 0]) => a + b === 6)).toEqual([{ name: 'notReached', value: 5 }, { name: 'unknown', value: 1 }]);
    attacker.told('unknown', 2, 4);
    expect(() => attacker.think()).toThrow('can be nothing');
  });
});
