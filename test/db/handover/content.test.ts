import { beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_FIELDS, type ContentField } from '../../../src/policy/handover/index.ts';
import { type PersonName } from '../../support/world.ts';
import { EVERYBODY, fill, filled, made, type Made, owned, PREPARED_FIELDS, secretOf, sentOne, closedOne, sql, step, undo, world, useHandovers } from './support.ts';

useHandovers();

/** The states in which a handover can be, and who then reads what is told. */
const STATES: readonly { readonly state: string; readonly reach: () => Promise<Made>; readonly fields: readonly ContentField[]; readonly readers: readonly PersonName[] }[] = [
  { state: 'filled in', reach: filled, fields: PREPARED_FIELDS, readers: ['waterlelie'] },
  { state: 'sent', reach: sentOne, fields: PREPARED_FIELDS, readers: ['waterlelie', 'school'] },
  { state: 'taken back', reach: async () => { const one = await sentOne(); await undo('waterlelie', one.id, 'sent'); return one; }, fields: PREPARED_FIELDS, readers: ['waterlelie'] },
  { state: 'closed with feedback', reach: closedOne, fields: CONTENT_FIELDS, readers: ['waterlelie', 'school'] },
  { state: 'consent withdrawn', reach: async () => { const one = await closedOne(); await step('school', one.id, 'consent_withdrawn', 'school'); return one; }, fields: [], readers: [] },
  { state: 'consent undone', reach: async () => { const one = await sentOne(); await undo('waterlelie', one.id, 'consent_given'); return one; }, fields: [], readers: [] },
  { state: 'withdrawn as a whole', reach: async () => { const one = await filled(); await step('waterlelie', one.id, 'withdrawn'); return one; }, fields: [], readers: [] },
];

describe('what is told about a child, by role, field and state', () => {
  for (const { state, reach, fields, readers } of STATES) {
    describe(state, () => {
      let handover: Made;
      beforeAll(async () => { handover = await reach(); });

      it(`is on record: ${fields.length} fields`, async () => {
        expect((await owned(handover.id)).map(({ field }) => field).sort()).toEqual([...fields].sort());
      });

      for (const person of [...EVERYBODY, 'unset'] as const) {
        const expected = readers.includes(person as PersonName) ? fields : [];
        it(`${person} reads ${expected.length === 0 ? 'nothing' : 'all of it'}, field by field, also by hand-written SQL and in capacity aggregate`, async () => {
          for (const field of CONTENT_FIELDS) {
            const rows = await sql(person, 'select value from handover_content where handover_id = $1 and field = $2', [handover.id, field]);
            expect(rows, field).toEqual(expected.includes(field) ? [{ value: secretOf(field) }] : []);
          }
          if (person === 'unset') return;
          expect(await sql(person, 'select * from handover_content', [], 'aggregate')).toEqual([]);
          expect(await sql(person, 'select * from handover_programme', [], 'aggregate')).toEqual([]);
          const port = await world.as(person, ({ ports }) => ports.handovers.content(handover.id));
          expect([...port.keys()].sort()).toEqual([...expected].sort());
        });
      }
    });
  }

  it('does not go for the programme: that is there in every state but the withdrawn one, for the same two sides', async () => {
    const one = await sentOne();
    await step('school', one.id, 'consent_withdrawn', 'school');
    for (const person of EVERYBODY) expect(await sql(person, 'select programme from handover_programme where handover_id = $1', [one.id]), person).toHaveLength(['waterlelie', 'school'].includes(person) ? 1 : 0);
    const prepared = await filled();
    for (const person of EVERYBODY) expect(await sql(person, 'select programme from handover_programme where handover_id = $1', [prepared.id]), person).toHaveLength(person === 'waterlelie' ? 1 : 0);
  });

  it('is written by nobody but the side that is at work on it', async () => {
    const { id } = await filled();
    for (const person of EVERYBODY.filter((one) => one !== 'waterlelie')) {
      await expect(sql(person, `insert into handover_content (handover_id, field, value) values ($1, 'feedback', 'x')`, [id]), person).rejects.toMatchObject({ code: '42501' });
      expect(await sql(person, `update handover_content set value = 'x' where handover_id = $1 and field = 'home' returning field`, [id]), person).toEqual([]);
      expect(await sql(person, 'delete from handover_content where handover_id = $1 returning field', [id]), person).toEqual([]);
    }
  });

  it('stays as it was sent: childcare changes nothing after that, and the school none of it', async () => {
    const { id } = await sentOne();
    for (const person of ['waterlelie', 'school'] as const) {
      expect(await sql(person, `update handover_content set value = 'x' where handover_id = $1 returning field`, [id])).toEqual([]);
      await expect(sql(person, `update handover_programme set programme = 'x' where handover_id = $1 returning programme`, [id])).resolves.toEqual([]);
    }
  });

  it('has a reaction of the parents that nobody edits or removes; undoing that they saw it does', async () => {
    const one = await filled();
    await step('waterlelie', one.id, 'prepared');
    await step('waterlelie', one.id, 'seen_by_parents');
    for (const text of [`update handover_content set value = 'x' where handover_id = $1 and field = 'parents_reaction' returning field`, `delete from handover_content where handover_id = $1 and field = 'parents_reaction' returning field`]) {
      expect(await sql('waterlelie', text, [one.id])).toEqual([]);
    }
    await undo('waterlelie', one.id, 'seen_by_parents');
    expect((await owned(one.id)).map(({ field }) => field)).not.toContain('parents_reaction');
  });
});

describe('consent in the database', () => {
  const insert = `insert into handover_content (handover_id, field, value) values ($1, 'home', 'x')`;

  it.each([['none', []], ['only asked', ['consent_asked']], ['refused', ['consent_refused']], ['withdrawn', ['consent_given', 'consent_withdrawn']]] as const)('refuses every row when it is %s, also to the owner', async (_, names) => {
    const { id } = await made();
    for (const name of names) await step('waterlelie', id, name);
    await expect(sql('waterlelie', insert, [id])).rejects.toMatchObject({ code: '42501' });
    await expect(world.owner.query(insert, [id])).rejects.toMatchObject({ code: '42501' });
  });

  it('takes a row when it was given, refused and given again', async () => {
    const { id } = await made();
    for (const name of ['consent_refused', 'consent_given'] as const) await step('waterlelie', id, name);
    await fill('waterlelie', id, ['home']);
    expect(await owned(id)).toHaveLength(1);
  });

  it('really removes the rows, and keeps on record that it did, how many, and not what', async () => {
    const one = await filled();
    await step('waterlelie', one.id, 'consent_withdrawn');
    expect(await owned(one.id)).toEqual([]);
    const { rows } = await world.owner.query('select step, side, how, rows_removed from handover_step where handover_id = $1 order by sequence desc limit 1', [one.id]);
    expect(rows).toEqual([{ step: 'content_removed', side: 'system', how: 'consent', rows_removed: PREPARED_FIELDS.length }]);
    expect((await world.owner.query('select from handover_programme where handover_id = $1', [one.id])).rowCount).toBe(1);
  });

  it('leaves nothing when a row is stored while it is being withdrawn, whoever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await filled();
      await Promise.allSettled([fill('waterlelie', one.id, ['home', 'interests']), step('waterlelie', one.id, 'consent_withdrawn')]);
      expect(await owned(one.id)).toEqual([]);
    }
  });

  it('refuses a level outside the scale, a field that is none, and text that is too long', async () => {
    const one = await filled();
    for (const [field, value] of [['language_level', '5'], ['bsn', 'x'], ['home', 'x'.repeat(301)], ['home', '']] as const) {
      await expect(sql('waterlelie', `insert into handover_content (handover_id, field, value) values ($1, $2, $3) on conflict (handover_id, field) do update set value = excluded.value`, [one.id, field, value])).rejects.toMatchObject({ code: '23514' });
    }
  });
});
