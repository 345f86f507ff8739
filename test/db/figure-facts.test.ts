import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFigure } from '../../src/turn/plan-figure.ts';
import { computeFigure } from '../../src/turn/compute-figure.ts';
import type { FigureScope } from '../../src/turn/figure-scope.ts';
import type { Figure, MeasureId } from '../../src/figures/types.ts';
import type { ResolvedPolicy } from '../../src/policy/engine/types.ts';
import { policyValue } from '../figures/facts.ts';
import { createWorld, ID, PUTTEN, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(RECORDS);
});
afterAll(() => world.close());

const child = (number: number): string => `00000000-0000-4000-8000-00000000090${number}`;

/**
 * Counts of two and three year olds on 1 January 2024, and later one of younger children. A
 * child with two codes, of which the one that was placed says another birth date: 1 is 2.
 */
const RECORDS = `
set search_path = kansenlijn, public;
insert into population (municipality_code, reference_date, age_months, children) values ('${PUTTEN}', '2024-01-01', '[24,48)', 600), ('${PUTTEN}', '2024-06-01', '[0,24)', 550);
insert into child (id, code) values ('${child(1)}', 'PU-AAA1-AAAA'), ('${child(2)}', 'PU-AAA2-AAAA');
insert into child_detail (child_id, birth_date, municipality_code, valid) values
  ('${child(1)}', '2021-02-01', '${PUTTEN}', '[2021-02-01,)'), ('${child(2)}', '2021-01-01', '${PUTTEN}', '[2021-01-01,)');
insert into child_join (child_id, into_child_id) values ('${child(1)}', '${child(2)}');
insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid) values
  ('${child(1)}', '${ID.waterlelie}', '${ID.waterlelieGroup}', true, 10, 4, '[2023-08-01,)');`;

const policy = (code: string, day: string): ResolvedPolicy =>
  ({ municipalityCode: code, municipalityName: 'Putten', day, targets: [], hoursTotal: policyValue(600, 'hours'), minimumTargetToddlersInGroup: policyValue(1, 'children') });
const ofMunicipality: FigureScope = { name: 'Putten', municipalityCode: PUTTEN, protected: false };
const ofLocation: FigureScope = { name: 'De Waterlelie', locationId: ID.waterlelie, policyOf: PUTTEN, protected: false };

/** From 2023 up to, not including, the day. */
async function figure(measure: MeasureId, day: string, scope = ofMunicipality): Promise<Figure> {
  const plan = planFigure({ measure, when: { kind: 'period', assumed: false, period: { kind: 'range', start: '2023-01-01', endExclusive: day, label: day } } }, [scope], { policy, today: '2026-01-01' });
  if (!('request' in plan)) throw new Error('no window');
  return world.as('official', async ({ ports }) => (await computeFigure(ports, plan.request)).figure);
}

describe('the number of toddlers', () => {
  it('is that of the latest count of these ages, whatever was counted of others since', async () => {
    expect((await figure('toddlers', '2024-07-01')).value).toBe('600');
  });
  it('may be a year old, and not a day more', async () => {
    expect((await figure('toddlers', '2025-01-02')).value).toBe('600');
    expect((await figure('toddlers', '2025-01-03')).value).toBe('niet te geven');
  });
});

describe('a child with two codes', () => {
  it('has one birth date, wherever it was placed', async () => {
    expect((await figure('start-age', '2024-01-01')).value).toBe('31,0 maanden');
  });
});

describe('of one location', () => {
  it('the agreements of its municipality hold', async () => {
    expect((await figure('group-mix', '2024-01-01', ofLocation)).value).toBe('0 van 1');
    // 10 hours a week from 2 years and 7 months on are 566 hours until four: too few for 600 as for 960.
    expect((await figure('hours-shortfall', '2024-01-01', ofLocation)).parts).toEqual([{ label: 'De Waterlelie', value: '1 van 1' }]);
    expect((await figure('hours-shortfall', '2024-01-01', ofLocation)).remarks.join()).toContain('34 uur');
  });
});
