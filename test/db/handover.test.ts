import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import { handoverFacts } from '../../db/queries/handover-facts.ts';
import type { Session } from '../../db/session.ts';
import type { Capacity } from '../../db/identity.ts';
import { CONTENT_FIELDS, type ContentField, type Side, type StepName } from '../../src/policy/handover/index.ts';
import { createWorld, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const BORN = '2022-12-10';
const secretOf = (field: ContentField): string => (field.endsWith('_level') ? '2' : `verteld: ${field}`);
const EVERYBODY = Object.keys(PEOPLE) as PersonName[];

/** Hand-written SQL on the application's login, as somebody; nothing stays. */
async function sql(person: PersonName | 'unset', text: string, values: unknown[] = [], capacity: Capacity = 'person'): Promise<Record<string, unknown>[]> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    if (person !== 'unset') await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

interface Made { readonly id: string; readonly code: string; readonly childId: string }

async function madeChild(birthDate = BORN): Promise<Omit<Made, 'id'>> {
  const child = await world.as('nurse', ({ ports }) => ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum }));
  await world.as('waterlelie', async ({ ports }) => {
    await ports.children.link(child.code, birthDate, ID.waterlelie);
    await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2025-06-15', confirmations: [] });
  });
  return child;
}

async function made(birthDate = BORN): Promise<Made> {
  const child = await madeChild(birthDate);
  const id = await world.as('waterlelie', async ({ ports: { handovers } }) => {
    const { handoverId } = await handovers.start(child.childId, ID.waterlelie);
    await handovers.chooseSchool(handoverId!, { schoolId: ID.school });
    return handoverId!;
  });
  return { ...child, id };
}

const step = (person: PersonName, id: string, name: StepName, side: Side = 'childcare'): Promise<void> => world.as(person, ({ ports }) =>
  ports.handovers.record(id, { step: name, side, onDate: '2026-11-20', how: 'talk' }));
const fill = (person: PersonName, id: string, fields: readonly ContentField[]): Promise<void> => world.as(person, ({ ports }) =>
  ports.handovers.saveContent(id, new Map(fields.map((field) => [field, secretOf(field)]))));
const PREPARED_FIELDS = CONTENT_FIELDS.filter((field) => field !== 'school_addition' && field !== 'feedback');

async function filled(birthDate?: string): Promise<Made> {
  const handover = await made(birthDate);
  await step('waterlelie', handover.id, 'consent_given');
  await world.as('waterlelie', ({ ports }) => ports.handovers.saveProgramme(handover.id, { programme: 'Peuterplein', startedOn: '2025-06-15', hoursPerWeek: 16 }));
  await fill('waterlelie', handover.id, PREPARED_FIELDS);
  return handover;
}
const undo = (person: PersonName, id: string, name: StepName): Promise<void> => world.as(person, async ({ ports }) => {
  const handover = await ports.handovers.byId(id);
  expect(await ports.handovers.undo(handover!.steps.find((one) => one.step === name)!.versionId, 'vergissing')).toBe(true);
});
const owned = async (id: string): Promise<Record<string, unknown>[]> => (await world.owner.query<Record<string, unknown>>('select field, value from handover_content where handover_id = $1', [id])).rows;

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

async function sentOne(): Promise<Made> {
  const one = await filled();
  for (const name of ['prepared', 'seen_by_parents', 'sent'] as const) await step('waterlelie', one.id, name);
  return one;
}
async function closedOne(): Promise<Made> {
  const one = await sentOne();
  await step('school', one.id, 'received', 'school');
  await fill('school', one.id, ['school_addition', 'feedback']);
  for (const name of ['completed', 'feedback_given', 'closed'] as const) await step('school', one.id, name, 'school');
  return one;
}

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
});

describe('the process facts of handovers', () => {
  const facts = (person: PersonName, from: string, until: string, asOf?: { revision: number; knownAt: string }) =>
    withSession(person, (session) => handoverFacts(session, { municipalityCode: PUTTEN, from, until, ...(asOf ? { asOf } : {}) }));

  async function withSession<T>(person: PersonName, work: (session: Session) => Promise<T>): Promise<T> {
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, 'person', world.test.identityKey)]);
      return await work({ client, personId: null, identityKey: world.test.identityKey, asAggregate: async () => undefined, beforeCommit: () => undefined });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it('have a row for each child that turns four in the period, on the day and not after it, handed over or not', async () => {
    await madeChild('2019-05-05');
    for (const [from, until, count] of [['2023-05-05', '2023-05-06', 1], ['2023-05-06', '2023-06-01', 0], ['2023-05-01', '2023-05-05', 0]] as const) {
      expect((await facts('official', from, until)).facts).toHaveLength(count);
    }
    const { facts: [missing] } = await facts('official', '2023-05-05', '2023-05-06');
    expect(missing).toMatchObject({ birthday4: '2023-05-05', withVeOrCare: true, location: 'De Waterlelie', provider: 'Stichting Peuterplein', sentOn: undefined, consent: undefined });
  });

  it('say what happened and when, the same again in an earlier revision, and nothing of what was told', async () => {
    const one = await filled('2019-06-06');
    const early = await facts('official', '2023-06-01', '2023-07-01');
    for (const name of ['prepared', 'seen_by_parents', 'sent'] as const) await step('waterlelie', one.id, name);
    const late = await facts('official', '2023-06-01', '2023-07-01');
    expect(late.facts).toMatchObject([{ consent: 'consent_given', sentOn: '2026-11-20', school: 'De Lindeboom', receivedOn: undefined }]);
    expect(JSON.stringify(late)).not.toContain('verteld');
    expect((await facts('official', '2023-06-01', '2023-07-01', early)).facts).toEqual(early.facts);
    expect(early.facts[0]?.sentOn).toBeUndefined();
  });

  it('count two codes of one child once', async () => {
    const first = await made('2019-07-07');
    await step('waterlelie', first.id, 'consent_refused');
    const second = await madeChild('2019-07-07');
    expect((await facts('official', '2023-07-01', '2023-08-01')).facts).toHaveLength(2);
    await world.as('nurse', ({ ports }) => ports.children.join(first.childId, second.childId));
    expect((await facts('official', '2023-07-01', '2023-08-01')).facts).toMatchObject([{ consent: 'consent_refused' }]);
  });

  it('are nothing for another municipality, a school or a reader', async () => {
    for (const person of ['officialErmelo', 'school', 'reader', 'bosrand', 'nobody'] as const) expect((await facts(person, '2015-01-01', '2030-01-01')).facts, person).toEqual([]);
  });
});
