import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellPlaces } from '../../src/figures/disclosure-places.ts';
import { freePlacesFigure } from '../../src/figures/measures/free-places.ts';
import { vePlacesFigure } from '../../src/figures/measures/ve-places.ts';
import { protectedFreePlacesFigure, protectedOccupancyFigure, protectedTakenFigure } from '../../src/figures/protected-figures.ts';
import type { MeasureParams, PlacesCounts } from '../../src/figures/types.ts';
import { params, policyValue } from './facts.ts';

const place = (locationName: string, offered: number, taken: number): PlacesCounts => ({ locationId: locationName, locationName, offered, taken });
const places = [place('De WIJ', 16, 16), place('De Petteflet', 16, 13), place('Zonder VE', 0, 0), place('De Zaza’s', 8, 10)];
const noPlaces = 'Er zijn geen VE-plekken vastgelegd op deze peildatum.';

describe('VE places', () => {
  it('are counted whether taken or free, by location', () => {
    expect(vePlacesFigure(places)).toMatchObject({ value: '40', basis: 'op 3 locaties', numerator: 40, parts: [{ label: 'De Petteflet', value: '16' }, { label: 'De WIJ', value: '16' }, { label: 'De Zaza’s', value: '8' }], remarks: [] });
    expect(vePlacesFigure([])).toMatchObject({ value: '0', parts: [], remarks: [noPlaces] });
  });
  it('have no chart above twelve bars', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => place(`L${index}`, 8, 0));
    expect([vePlacesFigure(many(12)).chart.length, vePlacesFigure(many(13)).chart.length]).toEqual([12, 0]);
  });
});

describe('free places', () => {
  it('are what is offered minus what is taken, and never fewer than none at a location', () => {
    expect(freePlacesFigure(places)).toMatchObject({
      value: '3', basis: '3 van 40 plekken vrij',
      parts: [{ label: 'De Petteflet', value: '3 van 16 vrij' }, { label: 'De WIJ', value: '0 van 16 vrij' }, { label: 'De Zaza’s', value: '0 van 8 vrij' }],
      remarks: ['De Zaza’s heeft 2 kinderen meer dan er VE-plekken zijn.'],
    });
    expect(freePlacesFigure([])).toMatchObject({ value: '0', remarks: [noPlaces] });
  });
  it('refuse impossible counts and a location that comes twice', () => {
    expect(() => freePlacesFigure([place('A', -1, 0)])).toThrow(RangeError);
    expect(() => freePlacesFigure([place('A', 1, 0), place('A', 1, 0)])).toThrow(RangeError);
  });
});

describe('free places for readers and channels', () => {
  const told = (counts: readonly PlacesCounts[], policy: MeasureParams['policy'] = {}) => protectedFreePlacesFigure(counts, params({ protected: true, policy }));

  it('lie between limits that follow from what is offered and the band of children', () => {
    expect(told([place('A', 16, 3), place('B', 16, 10), place('C', 3, 3), place('D', 8, 10)])).toMatchObject({
      value: '14-25', basis: '14-25 van 43 plekken vrij', chart: [],
      parts: [{ value: '12-16 van 16 vrij' }, { value: '2-6 van 16 vrij' }, { value: '0-3 van 3 vrij' }, { value: '0 van 8 vrij' }],
    });
    expect(told([])).toMatchObject({ value: '0', remarks: [noPlaces] });
    expect(told([place('A', 16, 12)], { disclosureMode: policyValue('cbs' as const, 'mode') }).parts).toEqual([{ label: 'A', value: '0-6 van 16 vrij' }]);
  });

  it('say the same for every number of children of one band', () => {
    for (let offered = 0; offered <= 20; offered += 1)
      for (let taken = 0; taken <= 24; taken += 1) expect(told([place('A', offered, taken)]), `${taken} of ${offered}`).toEqual(told([place('A', offered, taken - (taken % 5))]));
  });

  it('hold what is really free, and have totals that follow from the parts', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(45)), { maxLength: 12 }), (pairs) => {
      const counts = pairs.map(([offered, taken], index) => place(`L${index}`, offered, taken));
      const result = tellPlaces(counts);
      for (const { locationId, free } of result.places) {
        const source = counts.find((one) => one.locationId === locationId)!;
        const really = Math.max(0, source.offered - source.taken);
        expect(free.low <= really && really <= free.high).toBe(true);
      }
      expect(result.free.low).toBe(result.places.reduce((sum, { free }) => sum + free.low, 0));
    }));
  });

  it('give what is taken and how full it is in the same bands', () => {
    const counts = [place('A', 16, 3), place('B', 16, 10)];
    expect(protectedTakenFigure(counts, params())).toMatchObject({ value: '10-18', basis: 'van 32 plekken' });
    expect(protectedOccupancyFigure(counts, params())).toMatchObject({ value: '31-57%', basis: '10-18 van 32 plekken bezet' });
    expect(protectedOccupancyFigure([place('A', 9, 3)], params()).value).toBe('niet getoond');
    expect(protectedOccupancyFigure([], params()).value).toBe('geen');
  });
});
