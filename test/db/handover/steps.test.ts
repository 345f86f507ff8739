import { describe, expect, it } from 'vitest';
import { ID, PEOPLE, PUTTEN, type PersonName } from '../../support/world.ts';
import { BORN, EVERYBODY, filled, made, madeChild, sentOne, sql, step, undo, world, useHandovers } from './support.ts';

useHandovers();

describe('the steps of a handover', () => {
  it('are seen by its sides, and as process by officials and the region, by no other school, location, reader or health', async () => {
    const one = await sentOne();
    const seeing: PersonName[] = ['waterlelie', 'school', 'official', 'regional'];
    for (const person of EVERYBODY) {
      expect((await sql(person, 'select from handover_step where handover_id = $1', [one.id])).length > 0, person).toBe(seeing.includes(person));
      expect(await sql(person, 'select id from handover where id = $1', [one.id]), person).toHaveLength(seeing.includes(person) ? 1 : 0);
    }
    for (const person of ['reader', 'nurse'] as const) expect((await sql(person, 'select from handover_step where handover_id = $1', [one.id], 'aggregate')).length).toBeGreaterThan(0);
  });

  it('are recorded by the side itself only, and never in capacity aggregate', async () => {
    const one = await sentOne();
    const text = `insert into handover_step (handover_id, step, side, on_date) values ($1, 'received', 'school', '2026-11-20')`;
    for (const person of EVERYBODY.filter((name) => name !== 'school')) await expect(sql(person, text, [one.id]), person).rejects.toMatchObject({ code: '42501' });
    await expect(sql('school', text, [one.id], 'aggregate')).rejects.toMatchObject({ code: '42501' });
    await expect(sql('school', `insert into handover_step (handover_id, step, side, on_date, rows_removed) values ($1, 'content_removed', 'system', '2026-11-20', 1)`, [one.id])).rejects.toMatchObject({ code: '42501' });
    expect(await sql('school', `update handover_step set closing = 'withdrawn', closing_reason = 'x' where handover_id = $1 and step = 'sent' returning step`, [one.id])).toEqual([]);
  });

  it('happen once: the second of a pair is refused', async () => {
    const one = await filled();
    await step('waterlelie', one.id, 'prepared');
    await expect(step('waterlelie', one.id, 'prepared')).rejects.toMatchObject({ code: '23505' });
    await undo('waterlelie', one.id, 'prepared');
    await expect(step('waterlelie', one.id, 'prepared')).resolves.toBeUndefined();
  });

  it('of a withdrawn handover do not come back', async () => {
    const one = await filled();
    await step('waterlelie', one.id, 'withdrawn');
    expect(await sql('waterlelie', `update handover_step set closing = 'withdrawn' where handover_id = $1 and step = 'withdrawn' returning step`, [one.id])).toEqual([]);
  });

  it('keep the school of what was sent', async () => {
    const one = await sentOne();
    await expect(sql('waterlelie', 'update handover set school_id = $2 where id = $1', [one.id, ID.schoolErmelo])).rejects.toMatchObject({ code: '55000' });
    expect(await sql('school', 'update handover set school_id = $2 where id = $1 returning id', [one.id, ID.schoolErmelo])).toEqual([]);
  });
});

describe('one handover a child', () => {
  it('under whichever of its joined codes, one after another, and both at once', async () => {
    const first = await made();
    const second = await madeChild('2022-12-10');
    await world.as('nurse', ({ ports }) => ports.children.join(second.childId, first.childId));
    expect(await world.as('waterlelie', ({ ports }) => ports.handovers.start(second.childId, ID.waterlelie))).toEqual({ outcome: 'known', handoverId: first.id });
    await expect(world.owner.query(`insert into handover (child_id, location_id, started_by) values ($1, $2, 'childcare')`, [second.childId, ID.waterlelie])).rejects.toMatchObject({ code: '23505' });

    const child = await madeChild();
    const both = await Promise.all([1, 2].map(() => world.as('waterlelie', ({ ports }) => ports.handovers.start(child.childId, ID.waterlelie))));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['known', 'started']);
  });

  it('and another after the first was withdrawn', async () => {
    const one = await made();
    await step('waterlelie', one.id, 'withdrawn');
    expect((await world.as('waterlelie', ({ ports }) => ports.handovers.start(one.childId, ID.waterlelie))).outcome).toBe('started');
  });

  it('that another location prepares is only said to be there', async () => {
    const one = await made();
    await world.as('bosrand', async ({ ports }) => {
      expect(await ports.children.link(one.code, BORN, ID.bosrand)).toBe('linked');
      expect(await ports.handovers.preparedElsewhere(one.childId)).toBe(true);
      expect(await ports.handovers.start(one.childId, ID.bosrand)).toEqual({ outcome: 'elsewhere' });
      expect(await ports.handovers.byId(one.id)).toBeUndefined();
    });
  });

  it('is begun by nobody for a child or a place that is not theirs', async () => {
    const child = await madeChild();
    expect((await world.as('bosrand', ({ ports }) => ports.handovers.start(child.childId, ID.bosrand))).outcome).toBe('forbidden');
    expect((await world.as('waterlelie', ({ ports }) => ports.handovers.start(child.childId, ID.bosrand))).outcome).toBe('forbidden');
    expect((await world.as('school', ({ ports }) => ports.handovers.startBySchool({ code: child.code, birthDate: BORN, schoolId: ID.schoolErmelo, store: true }))).outcome).toBe('forbidden');
    expect((await world.as('official', ({ ports }) => ports.handovers.startBySchool({ code: child.code, birthDate: BORN, schoolId: ID.school, store: true }))).outcome).toBe('forbidden');
    await expect(world.as('nurse', ({ ports }) => ports.handovers.registerBySchool({ birthDate: BORN, municipalityCode: PUTTEN, schoolId: ID.school }))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a link', () => {
  it('is seen by its location only, and no SQL on the application’s login opens it without the signature', async () => {
    const one = await sentOne();
    const { rows: [link] } = await world.owner.query<{ id: string }>(`insert into handover_link (handover_id, made_by, expires_at) select $1, id, now() + interval '1 day' from person where aad_object_id = $2 returning id`, [one.id, PEOPLE.waterlelie]);
    for (const person of EVERYBODY) expect(await sql(person, 'select id from handover_link where id = $1', [link!.id]), person).toHaveLength(person === 'waterlelie' ? 1 : 0);
    expect(await sql('waterlelie', 'select open_handover_link($1, 2000000000, $2) as shown', [link!.id, '0'.repeat(64)])).toEqual([{ shown: null }]);
    await expect(sql('waterlelie', 'select handover_signature($1, 2000000000)', [link!.id])).rejects.toMatchObject({ code: '42501' });
    await expect(sql('school', `insert into handover_link (id, handover_id, made_by, expires_at) values (gen_random_uuid(), $1, identity_person(), now() + interval '1 day')`, [one.id])).rejects.toMatchObject({ code: '42501' });
  });
});
