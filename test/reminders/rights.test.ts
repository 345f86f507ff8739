import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity } from '../../db/identity.ts';
import { REMINDER_KINDS } from '../../dialogs/reminders/port.ts';
import { KINDS } from '../../src/reminders/kinds/index.ts';
import { ROLE_OF } from '../../db/queries/reminder-facts.ts';
import { createWorld, PEOPLE, TENANT, type PersonName, type World } from '../support/world.ts';
import { indicated } from './support.ts';

let world: World;
let subject: string;
beforeAll(async () => {
  world = await createWorld();
  subject = (await indicated(world, '2024-03-01', '2026-09-01')).childId;
  await world.as('nurse', async ({ ports: { reminders } }) => {
    await reminders.snooze('outcome', [subject], '2026-12-01');
    await reminders.turn('no_place', false);
    await reminders.messages.claim('2026-11-26', [{ kind: 'outcome', subject }], new Date('2026-11-26T07:30:00Z'));
  });
});
afterAll(() => world.close());

async function sql(person: PersonName, capacity: 'person' | 'aggregate' | 'service', text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('kansenlijn.identity', $1, true)`, [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const TABLES = ['reminder_choice', 'reminder_off', 'reminder_message'] as const;

describe('what a person chose and was sent', () => {
  it.each(TABLES)('is theirs alone: %s', async (table) => {
    expect(await sql('nurse', 'person', `select * from ${table}`)).toHaveLength(1);
    for (const other of ['official', 'nurseErmelo', 'waterlelie', 'nobody'] as const) expect(await sql(other, 'person', `select * from ${table}`)).toEqual([]);
  });
  it.each(['reminder_choice', 'reminder_off'])('cannot be written for somebody else: %s', async (table) => {
    const nurse = (await world.owner.query<{ id: string }>('select id from person where aad_object_id = $1', [PEOPLE.nurse])).rows[0]!.id;
    const columns = table === 'reminder_choice' ? `(person_id, kind, subject) values ('${nurse}', 'outcome', 'x')` : `(person_id, kind) values ('${nurse}', 'outcome')`;
    await expect(sql('official', 'person', `insert into ${table} ${columns}`)).rejects.toMatchObject({ code: '42501' });
  });
  it('is no row of the job', async () => {
    for (const table of TABLES) expect(await sql('nobody', 'service', `select * from ${table}`)).toEqual([]);
  });
});

describe('the list of people', () => {
  it('is for the service capacity only', async () => {
    for (const capacity of ['person', 'aggregate'] as const) await expect(sql('official', capacity, 'select * from reminder_people()')).rejects.toMatchObject({ code: '42501' });
    await expect(sql('official', 'person', `select purge_reminders('2030-01-01')`)).rejects.toMatchObject({ code: '42501' });
  });
  it('has everybody with a role in which something can wait', async () => {
    const people = await world.database.asService(({ reminders }) => reminders.list());
    const { nobody, reader, regional, ...rest } = PEOPLE;
    expect(people.map(({ aadObjectId }) => aadObjectId).sort()).toEqual(Object.values(rest).sort());
    expect([nobody, reader, regional].filter((one) => people.some(({ aadObjectId }) => aadObjectId === one))).toEqual([]);
  });
});

describe('whose turn it is', () => {
  const turn = async (person: PersonName, capacity: 'person' | 'aggregate' | 'service' = 'person', place = '0273'): Promise<unknown> =>
    (await sql(person, capacity, `select reminder_turn('outcome', $1, 'health', $2) as mine`, [subject, place]))[0]!['mine'];
  it('is the nurse of the municipality, in no other capacity', async () => {
    expect(await turn('nurse')).toBe(true);
    expect(await turn('nurse', 'aggregate')).toBe(false);
    expect(await turn('nurse', 'service')).toBe(false);
    for (const other of ['nurseErmelo', 'official', 'waterlelie', 'nobody', 'regional'] as const) expect(await turn(other)).toBe(false);
  });
  it('is an official of the municipality itself where nobody has the role', async () => {
    const place = (await world.owner.query<{ id: string }>(`select id from kansenlijn.school where name = 'De Wilg'`)).rows[0]!.id;
    const of = async (person: PersonName): Promise<unknown> => (await sql(person, 'person', `select reminder_turn('feedback', 'x', 'school', $1) as mine`, [place]))[0]!['mine'];
    expect(await of('official')).toBe(true);
    expect(await of('officialErmelo')).toBe(false);
    expect(await of('school')).toBe(false);
  });
  it('is nobody for a place that does not exist', async () => expect(await turn('official', 'person', '9999')).toBe(false));
});

describe('the facts', () => {
  it.each(REMINDER_KINDS)('of %s can be read by everybody, and show a stranger nothing', async (kind) => {
    for (const person of ['nurse', 'official', 'waterlelie', 'school'] as const) await world.as(person, ({ ports }) => ports.reminders.facts(kind, '2026-11-26'));
    expect(await world.as('nobody', ({ ports }) => ports.reminders.facts(kind, '2026-11-26'))).toEqual([]);
  });
  it('of another municipality are not there', async () => {
    expect(await world.as('nurse', ({ ports }) => ports.reminders.facts('outcome', '2026-11-26'))).toMatchObject([{ subject, mine: true, snoozedUntil: '2026-12-01', placeId: '0273', place: 'Putten' }]);
    for (const person of ['nurseErmelo', 'officialErmelo'] as const) expect(await world.as(person, ({ ports }) => ports.reminders.facts('outcome', '2026-11-26'))).toEqual([]);
  });
  it('belong to one role, as the kind says', () => expect(Object.fromEntries(KINDS.map(({ id, role }) => [id, role]))).toEqual(ROLE_OF));
});

describe('purging', () => {
  it('removes messages and snoozes of before the day, and keeps who something is not for', async () => {
    await world.as('nurse', ({ ports }) => ports.reminders.notMine('no_place', ['kept']));
    expect(await world.database.asService(({ reminders }) => reminders.purge('2026-11-26'))).toBe(0);
    expect(await world.database.asService(({ reminders }) => reminders.purge('2026-12-02'))).toBe(1);
    expect(await sql('nurse', 'person', 'select subject from reminder_choice')).toEqual([{ subject: 'kept' }]);
  });
});
