import { describe, expect, it } from 'vitest';
import { addCounts } from '../../src/figures/add-counts.ts';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { withDistinctLocations } from '../../src/figures/distinct-names.ts';
import { noFacts, type Facts, type PopulationFact } from '../../src/figures/facts.ts';
import { factsOfPart } from '../../src/figures/filter-facts.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { facts, location, params, placement, policyValue, target } from './facts.ts';

const figure = (id: MeasureId, all: Facts, more: Partial<MeasureParams> = {}): Figure => computeMeasure(catalogue.get(id), all, params(more)).figure;

describe('the last delivery', () => {
  it('is asked of locations with VE only: one that told what it offers, or where a child is on a VE place', () => {
    const ordinary = location([placement({ vePlace: false })], { locationId: 'b', location: 'De Bosrand', offered: null });
    expect(figure('last-delivery', facts([], [location([]), ordinary])).denominator).toBe(1);
    expect(figure('last-delivery', facts([], [location([placement()], { offered: null }), ordinary]))).toMatchObject({ denominator: 1, parts: [{ label: 'De Waterlelie' }] });
  });
});

describe('the share of "other" of a provider', () => {
  it('is about its exits, and not about children of the whole municipality who are not reached', () => {
    const all = facts([target({ standing: 'notReached', reasons: ['other'] })], [location([placement({ end: '2024-02-01', exitReason: 'moved' })])]);
    expect(figure('other-reasons', all)).toMatchObject({ numerator: 1, denominator: 2 });
    const part = { kind: 'provider', name: 'Peuterplein' } as const;
    expect(figure('other-reasons', factsOfPart(all, part), { isPart: true })).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('the toddlers of a cluster', () => {
  const count = (neighbourhood: string, untilMonths: number, children: number): PopulationFact => ({ countedOn: '2024-01-01', neighbourhood, cluster: 'Oost', fromMonths: 24, untilMonths, children });
  const ofCluster = (...population: PopulationFact[]): Facts => factsOfPart({ ...noFacts, population }, { kind: 'cluster', name: 'Oost' });

  it('are those of all its neighbourhoods together', () => {
    const both = ofCluster(count('Noord', 48, 40), count('Zuid', 48, 20));
    expect(figure('toddlers', both, { isPart: true }).value).toBe('60');
    expect(figure('toddlers', both, { isPart: true, breakdown: 'cluster' }).parts).toEqual([{ label: 'Oost', value: '60' }]);
  });
  it('are not known when one of the neighbourhoods was not counted, or not wholly', () => {
    for (const other of [count('Zuid', 24, 0), count('Zuid', 36, 9)]) {
      expect(figure('toddlers', ofCluster(count('Noord', 48, 40), other), { isPart: true }).value).toBe('niet te geven');
      expect(figure('reach-all-toddlers', ofCluster(count('Noord', 48, 40), other), { isPart: true, breakdown: 'cluster' }).parts).toEqual([{ label: 'Oost', value: '0 geplaatst, aantal peuters ontbreekt' }]);
    }
  });
  it('are not said to be none in a neighbourhood that was counted for half of the ages', () => {
    const all = { ...noFacts, population: [{ ...count('Noord', 48, 40), neighbourhood: undefined, cluster: undefined }, count('Noord', 36, 9)] };
    expect(figure('toddlers', all, { breakdown: 'neighbourhood' }).parts).toEqual([{ label: 'Noord', value: 'niet te geven' }]);
  });
});

describe('two locations of one name', () => {
  it('are two lines of target toddlers, also when one of them lies elsewhere', () => {
    const all = facts([target({ standing: 'here', location: 'De Eik', provider: 'Peuterplein' }), target({ child: 'b', standing: 'elsewhere', location: 'De Eik', provider: 'Heideroos' })]);
    expect(figure('reach', withDistinctLocations(all), { breakdown: 'location' }).parts).toEqual([{ label: 'De Eik (Heideroos)', value: '1' }, { label: 'De Eik (Peuterplein)', value: '1' }]);
  });
  it('keep their name when there is one', () => {
    const all = facts([target({ standing: 'here', location: 'De Waterlelie', provider: 'Peuterplein' })], [location([])]);
    expect(withDistinctLocations(all)).toEqual(all);
  });
});

describe('the group mix of a provider in two municipalities', () => {
  it('says how many of its groups, not what the first of them holds', () => {
    const mix = catalogue.get('group-mix');
    const asked = params({ breakdown: 'provider', policy: { minimumTargetToddlersInGroup: policyValue(1, 'children') } });
    const indicated = placement({ group: 'Kikkers', history: { indications: [{ from: '2023-01-01' }], vePlaces: [] } });
    const counts = [facts([], [location([indicated])]), facts([], [location([placement({ group: 'Hommels' })], { locationId: 'b' })])].map((each) => mix.count(each, asked));
    expect(mix.figureOf(counts[0], asked).parts).toEqual([{ label: 'Peuterplein', value: '1 van 1 kind met indicatie' }]);
    expect(mix.figureOf(addCounts(counts), asked).parts).toEqual([{ label: 'Peuterplein', value: '1 van 2 groepen' }]);
  });
});

describe('a region of which one municipality agreed on the group mix', () => {
  const mix = catalogue.get('group-mix');
  const agreed = { minimumTargetToddlersInGroup: policyValue(2, 'children') };
  const counts = addCounts([
    mix.count(facts([], [location([placement({ group: 'Kikkers' })])]), params({ policy: agreed })),
    mix.count(facts([], [location([placement({ group: 'Hommels' })], { locationId: 'b' })]), params()),
  ]);
  const members = [{ name: 'A', policy: agreed }, { name: 'B', policy: {} }];

  it('counts only the groups of that municipality, and says which it leaves out', () => {
    const figure = mix.figureOf(counts, params({ members }));
    expect(figure).toMatchObject({ value: '0 van 1', numerator: 0, denominator: 1, basis: 'groepen met ten minste het door de eigen gemeente afgesproken aantal doelgroeppeuters' });
    expect(figure.remarks.join()).toContain('Niet meegeteld, omdat geen afspraak is vastgelegd over het aantal doelgroeppeuters in een groep: B.');
  });

  it('counts no groups where nobody agreed on one', () => {
    const figure = mix.figureOf(counts, params({ members: [{ name: 'B', policy: {} }, { name: 'C', policy: {} }] }));
    expect(figure).toMatchObject({ value: 'geen afspraak', basis: '2 groepen' });
  });

  it('gives a reference to the first definition what it said', () => {
    const before = mix.earlier[1]!;
    expect(before.figureOf(before.count(facts([], [location([placement({ group: 'Hommels' })])]), params()), params())).toMatchObject({ value: 'geen afspraak', denominator: 1 });
  });

  it('says of the hours in which municipality nothing was agreed, and of the others how many have less', () => {
    const hours = catalogue.get('hours');
    const sixteen = { hoursPerWeek: policyValue(16, 'hours') };
    const counted = addCounts([
      hours.count(facts([], [location([placement({ hoursPerWeek: 10, daysPerWeek: 2 })])]), params({ policy: sixteen })),
      hours.count(facts([], [location([placement({})], { locationId: 'b' })]), params()),
    ]);
    expect(hours.figureOf(counted, params({ members: [{ name: 'A', policy: sixteen }, { name: 'B', policy: {} }] })).remarks).toEqual([
      '1 kind heeft minder dan de eigen gemeente afsprak.', 'Geen afspraak vastgelegd over uren per week in B.',
    ]);
  });
});

describe('a child that begins at two locations on one day', () => {
  it('counts once in the time from indication to start, at the first of them by name', () => {
    const start = { start: '2024-01-15', history: { indications: [{ from: '2024-01-01' }], vePlaces: [{ from: '2024-01-15', hoursPerWeek: 16, daysPerWeek: 4 }] } };
    const both = facts([], [location([placement(start)], { location: 'De Eik', locationId: 'b' }), location([placement(start)], { location: 'De Beuk', locationId: 'c' })]);
    const time = catalogue.get('guidance-time');
    const asked = params({ from: '2024-01-01', until: '2024-04-01', referenceDate: '2024-03-31', breakdown: 'location' });
    expect(time.figureOf(time.count(both, asked), asked)).toMatchObject({ numerator: 14, denominator: 1, parts: [{ label: 'De Beuk', value: '14,0 dagen (1)' }] });
    expect(time.earlier[1]!.figureOf(time.earlier[1]!.count(both, asked), asked)).toMatchObject({ numerator: 28, denominator: 2 });
  });
});

describe('two codes of one child that were placed on one day', () => {
  it('give the same figure in whatever order they are read', () => {
    const [one, other] = [placement({ hoursPerWeek: 8, group: 'Kikkers' }), placement({ hoursPerWeek: 16, group: 'Eekhoorns' })];
    for (const both of [[one, other], [other, one]]) {
      expect(figure('hours', facts([], [location(both)])).value).toBe('16,0 uur per week');
      expect(figure('intakes', facts([], [location(both)]), { breakdown: 'group' }).parts).toEqual([{ label: 'Eekhoorns (De Waterlelie)', value: '1' }]);
    }
  });
});
