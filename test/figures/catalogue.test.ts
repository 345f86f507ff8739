import { describe, expect, it } from 'vitest';
import { catalogue, createCatalogue } from '../../src/figures/catalogue.ts';
import { MEASURE_IDS, type Measure } from '../../src/figures/types.ts';

const reach = catalogue.get('reach');
const other: Measure = { ...reach, id: 've-places', names: ['iets anders'] };

describe('the catalogue of measures', () => {
  it('gives each measure with a definition that ends as a sentence', () => {
    expect(catalogue.all).toHaveLength(MEASURE_IDS.length);
    expect(catalogue.all.map(({ id }) => id).sort()).toEqual([...MEASURE_IDS].sort());
    for (const { definition } of catalogue.all) expect(definition).toMatch(/^[A-Z].{40,}\.$/s);
  });
  it('refuses one id twice and one name twice, however it is written', () => {
    expect(() => createCatalogue([reach, { ...other, id: 'reach' }])).toThrow('reach is in the catalogue twice');
    expect(() => createCatalogue([reach, { ...other, names: ['VVE  bereik'] }])).toThrow('belongs to two measures');
    expect(createCatalogue([reach, other]).all).toHaveLength(2);
  });
  it('refuses a measure that is not there', () => expect(() => createCatalogue([reach]).get('free-places')).toThrow('no measure free-places'));
  it('gives reach to officials and not to childcare', () => {
    expect(catalogue.seenBy('official').map(({ id }) => id)).toContain('reach');
    expect(catalogue.seenBy('childcare').every(({ parts }) => parts.includes('location'))).toBe(true);
    expect(catalogue.seenBy('childcare').map(({ id }) => id)).toContain('exits');
  });
});
