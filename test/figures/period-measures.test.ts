import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import type { LocationFact } from '../../src/figures/facts.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { facts, location, params, placement } from './facts.ts';

const figure = (id: MeasureId, locations: readonly LocationFact[], more: Partial<MeasureParams> = {}): Figure => computeMeasure(catalogue.get(id), facts([], locations), params(more)).figure;
const one = (id: MeasureId, more: Parameters<typeof placement>[0]): string => figure(id, [location([placement(more)])]).value;

describe('intakes', () => {
  it.each([['2023-12-31', '0'], ['2024-01-01', '1'], ['2024-03-31', '1'], ['2024-04-01', '0']])('that start on %s are %s', (start, value) => expect(one('intakes', { start })).toBe(value));
  it('are on VE places only, and two codes of one child are one', () => {
    expect(one('intakes', { vePlace: false })).toBe('0');
    expect(figure('intakes', [location([placement(), placement()])]).value).toBe('1');
    expect(figure('intakes', [location([placement()]), location([placement()], { locationId: 'b', location: 'De Bosrand' })])).toMatchObject({ value: '2', parts: [{ label: 'De Bosrand', value: '1' }, { label: 'De Waterlelie', value: '1' }] });
  });
});

describe('exits', () => {
  it.each([['2024-01-01', '0'], ['2024-01-02', '1'], ['2024-04-01', '1'], ['2024-04-02', '0']])('with %s as first day away are %s', (end, value) => expect(one('exits', { start: '2023-01-01', end, exitReason: 'moved' })).toBe(value));
  it('are split by reason, one each', () => {
    const locations = [location([placement({ end: '2024-02-01', exitReason: 'moved' }), placement({ child: '2', end: '2024-02-01', exitReason: 'moved' }), placement({ child: '3', end: '2024-02-02', exitReason: 'new_code' }), placement({ child: '4' })])];
    expect(figure('exits', locations)).toMatchObject({ value: '3', parts: [{ label: 'new_code', value: '1' }, { label: 'Verhuisd', value: '2' }] });
    expect(figure('exits', locations, { breakdown: 'provider' }).parts).toEqual([{ label: 'Peuterplein', value: '3' }]);
  });
  it.each([['2020-02-16', '1'], ['2020-02-15', '0']])('of a child born on %s are early %s times when the first day away is 15-02-2024', (birthDate, value) => expect(one('early-exits', { start: '2023-01-01', end: '2024-02-15', exitReason: 'moved', birthDate })).toBe(value));
  it('are not called early without a birth date, and that is said', () => {
    const early = figure('early-exits', [location([placement({ end: '2024-02-01', exitReason: 'moved', birthDate: undefined })])]);
    expect(early).toMatchObject({ value: '0', basis: '0 van 1 geëindigde plaatsingen', remarks: [expect.stringContaining('Van 1 kind is de geboortedatum hier niet te zien')] });
  });
});

describe('the average start age', () => {
  it('is in whole months of each child, with one decimal, half rounded up', () => {
    const starts = (...births: (string | undefined)[]): Figure => figure('start-age', [location(births.map((birthDate, child) => placement({ child: String(child), start: '2024-01-15', birthDate })))]);
    expect(starts('2021-07-15')).toMatchObject({ value: '30,0 maanden', basis: 'over 1 plaatsing' });
    expect(starts('2021-07-16').value).toBe('29,0 maanden');
    expect(starts('2021-07-15', '2021-06-15').value).toBe('30,5 maanden');
    expect(starts('2021-07-15', '2021-07-15', '2021-06-15', '2021-07-15').value).toBe('30,3 maanden');
    expect(starts('2021-07-15', undefined)).toMatchObject({ value: '30,0 maanden', remarks: [expect.any(String), expect.stringContaining('telt niet mee')] });
    expect(starts()).toMatchObject({ value: 'geen' });
  });
  it('is split by location', () => expect(figure('start-age', [location([placement({ birthDate: '2021-07-15' })])], { breakdown: 'location' }).parts).toEqual([{ label: 'De Waterlelie', value: '30,0 maanden, 2,5 jaar (1)' }]));
});

describe('taken places and occupancy', () => {
  const around = [placement({ start: '2024-03-31' }), placement({ child: '2', start: '2024-04-01' }), placement({ child: '3', start: '2023-01-01', end: '2024-03-31' }), placement({ child: '4', start: '2023-01-01', end: '2024-04-01' }), placement({ child: '5', vePlace: false })];
  it('count who is there on the day', () => {
    expect(figure('taken-places', [location(around)])).toMatchObject({ value: '2', basis: 'van 16 plekken' });
    expect(figure('occupancy', [location(around)])).toMatchObject({ value: '12,5%', basis: '2 van 16 plekken bezet', parts: [{ value: '12,5% (2 van 16)' }] });
  });
  it('exist without places, above all places, and not for who told nothing', () => {
    expect(figure('occupancy', [])).toMatchObject({ value: 'geen' });
    expect(figure('occupancy', [location(around, { offered: 1 })]).value).toBe('200,0%');
    expect(figure('occupancy', [location(around, { offered: null })])).toMatchObject({ value: 'geen', remarks: [expect.any(String), expect.stringContaining('Niet meegeteld')] });
  });
  it('are split by provider, with free places summed per location', () => {
    const locations = [location(around, { offered: 1 }), location([], { locationId: 'b', location: 'De Bosrand', offered: 4 })];
    expect(figure('free-places', locations, { breakdown: 'provider' })).toMatchObject({ value: '4', parts: [{ label: 'Peuterplein', value: '4 van 5 vrij' }] });
    expect(figure('ve-places', locations, { breakdown: 'neighbourhood' }).parts).toEqual([{ label: 'Wijk onbekend', value: '5' }]);
  });
});
