import { describe, expect, it } from 'vitest';
import { fill, filled, sql, world, useHandovers } from './support.ts';

useHandovers();

describe('keeping what was handed over', () => {
  const purge = async (today: string, months = 24): Promise<number> => (await world.owner.query<{ purged: number }>('select purge_handovers($1::date, $2::int) as purged', [today, months])).rows[0]!.purged;
  const leave = async (childId: string, firstDayAway: string): Promise<void> => {
    await world.owner.query(`update placement set closing = 'exited' where child_id = $1 and closed_revision is null`, [childId]);
    await world.owner.query(`insert into placement (fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, change)
      select fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, daterange(lower(valid), $2::date), 'school_at_4', 'exited'
      from placement where child_id = $1`, [childId, firstDayAway]);
  };
  const left = async (id: string): Promise<number> =>
    (await world.owner.query<{ n: number }>('select (select count(*) from handover_content where handover_id = $1) + (select count(*) from handover_programme where handover_id = $1) as n', [id])).rows[0]!.n;

  it('lasts until two years after the exit, not a day less; the steps stay, and an audit row without content', async () => {
    const one = await filled('2020-01-10');
    await leave(one.childId, '2025-08-01');
    await purge('2027-07-31');
    expect(await left(one.id)).toBeGreaterThan(0);
    await purge('2027-08-01');
    expect(await left(one.id)).toBe(0);
    const { rows } = await world.owner.query<{ step: string; how: string }>('select step, how from handover_step where handover_id = $1 order by sequence', [one.id]);
    expect(rows).toEqual([{ step: 'consent_given', how: 'talk' }, { step: 'content_removed', how: 'retention' }]);
    await expect(fill('waterlelie', one.id, ['home'])).rejects.toMatchObject({ code: '42501' });
    expect(await purge('2027-08-01')).toBe(0);
  });

  it('counts from the fourth birthday when nobody recorded an exit', async () => {
    const one = await filled('2021-03-10');
    await purge('2027-03-09');
    expect(await left(one.id)).toBeGreaterThan(0);
    await purge('2027-03-10');
    expect(await left(one.id)).toBe(0);
  });

  it('can be set to another time, and is no task of the application’s login', async () => {
    const one = await filled('2021-03-11');
    await purge('2026-03-10', 12);
    expect(await left(one.id)).toBeGreaterThan(0);
    await purge('2026-03-11', 12);
    expect(await left(one.id)).toBe(0);
    await expect(sql('official', `select purge_handovers('2040-01-01', 0)`)).rejects.toMatchObject({ code: '42501' });
  });

  it('ends by the clock too, in the service capacity only, never sooner than two years and for no day to come', async () => {
    const service = <T>(today: string, months: number): Promise<T> => world.database.asService((session) => session.purgeHandovers(today, months)) as Promise<T>;
    const one = await filled('2020-01-12');
    await service('2026-01-11', 24);
    expect(await left(one.id)).toBeGreaterThan(0);
    await expect(service('2026-01-12', 23)).rejects.toMatchObject({ code: '42501' });
    await expect(service('2099-01-01', 24)).rejects.toMatchObject({ code: '42501' });
    await expect(sql('official', `select purge_handovers_by_clock('2026-01-12', 24)`)).rejects.toMatchObject({ code: '42501' });
    expect(await left(one.id)).toBeGreaterThan(0);
    await service('2026-01-12', 24);
    expect(await left(one.id)).toBe(0);
  });
});
