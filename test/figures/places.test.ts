import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectPlaces } from '../../src/figures/disclosure-places.ts';
import { freePlacesFigure } from '../../src/figures/measures/free-places.ts';
import { vePlacesFigure } from '../../src/figures/measures/ve-places.ts';
import { protectedFreePlacesFigure } from '../../src/figures/protected-figures.ts';
import type { PlacesCounts } from '../../src/figures/types.ts';

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
  it('give a lower bound where few places are taken', () => {
    expect(protectedFreePlacesFigure([place('A', 16, 3), place('B', 16, 10), place('C', 3, 3)])).toMatchObject({
      value: 'minstens 18', basis: 'minstens 18 van 35 plekken vrij', chart: [],
      parts: [{ value: 'minstens 12 van 16 vrij' }, { value: '6 van 16 vrij' }, { value: 'niet getoond' }],
    });
    expect(protectedFreePlacesFigure([place('A', 16, 0), place('B', 16, 5)])).toMatchObject({ value: '27', numerator: 27 });
    expect(protectedFreePlacesFigure([])).toMatchObject({ value: '0', remarks: [noPlaces] });
  });

  it('leave at least two possible numbers of children wherever 1 to 4 places are taken', () => {
    const shown = (offered: number, taken: number): string => JSON.stringify(protectPlaces([place('A', offered, taken)]));
    for (let offered = 1; offered <= 20; offered += 1)
      for (let taken = 1; taken <= Math.min(4, offered); taken += 1) {
        const possible = Array.from({ length: offered + 1 }, (_, other) => other).filter((other) => shown(offered, other) === shown(offered, taken));
        expect(possible.length, `${taken} of ${offered}`).toBeGreaterThanOrEqual(2);
      }
  });

  it('promise no place that is not free, and have totals that follow from the parts', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(45)), { maxLength: 12 }), (pairs) => {
      const counts = pairs.map(([offered, taken], index) => place(`L${index}`, offered, taken));
      const result = protectPlaces(counts);
      for (const one of result.places) {
        const source = counts.find(({ locationId }) => locationId === one.locationId);
        const free = Math.max(0, (source?.offered ?? 0) - (source?.taken ?? 0));
        expect(one.exact ? free === one.atLeastFree : free >= one.atLeastFree).toBe(true);
      }
      expect(result.atLeastFree).toBe(result.places.reduce((sum, one) => sum + one.atLeastFree, 0));
    }));
  });
});
