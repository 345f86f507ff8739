import { describe, expect, it } from 'vitest';
import { policyOf } from '../../../src/policy/municipalities/index.ts';
import { membersOn, regionOf, REGIONS, regionsOf } from '../../../src/policy/regions/index.ts';

describe('regions', () => {
  it('have their members on the days of their plan and not after it', () => {
    const bevelanden = regionOf('de-bevelanden')!;
    expect(membersOn(bevelanden, '2022-12-31')).toEqual([]);
    expect(membersOn(bevelanden, '2023-01-01')).toHaveLength(5);
    expect(membersOn(bevelanden, '2026-12-31').map(({ municipalityCode }) => municipalityCode)).toContain('0664');
    expect(membersOn(bevelanden, '2027-01-01')).toEqual([]);
  });
  it('are found from a municipality, with the source of the membership', () => {
    expect(regionsOf('0556', '2026-11-22').map(({ region }) => region.id)).toEqual(['mvs']);
    expect(regionsOf('0353', '2026-11-22')[0]?.membership.source.status).toBe('not-read');
    expect(regionsOf('0273', '2026-11-22')).toEqual([]);
    expect(regionsOf('0453', '2022-12-31')).toEqual([]);
  });
  it('call a member as its own policy does', () => {
    for (const { value } of REGIONS.flatMap(({ members }) => members)) expect(policyOf(value.municipalityCode)?.municipalityName ?? value.municipalityName).toBe(value.municipalityName);
  });
  it('have ids of their own, and nothing by another', () => {
    expect(new Set(REGIONS.map(({ id }) => id)).size).toBe(REGIONS.length);
    expect(regionOf('__proto__')).toBeUndefined();
  });
});
