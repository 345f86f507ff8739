import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardProblems } from '../../cards/index.ts';
import { createWorld, PEOPLE, TENANT, PUTTEN, type World } from '../support/world.ts';
import { at, chats, FakeSender, indicated, placed, quietDeliveries, runAt, textOf } from './support.ts';

let world: World;
let sender: FakeSender;
beforeEach(async () => {
  world = await createWorld();
  sender = new FakeSender();
  await quietDeliveries(world);
});
afterEach(() => world.close());

const THURSDAY = '2026-11-26';
const states = async (): Promise<Record<string, string>> => Object.fromEntries((await world.owner.query<{ who: string; state: string }>(
  'select p.aad_object_id as who, m.state from kansenlijn.reminder_message m join kansenlijn.person p on p.id = m.person_id order by 1')).rows.map(({ who, state }) => [who, state]));

describe('the message of a day', () => {
  it('names an indication of exactly eight weeks ago to the nurse of that municipality, and to nobody else', async () => {
    const { code } = await indicated(world, '2024-03-01', '2026-10-01');
    const summary = await runAt(world, sender, at(THURSDAY));
    expect(sender.sent.map(({ to }) => to)).toEqual([PEOPLE.nurse]);
    expect(textOf(sender.sent[0]!)).toContain(code);
    expect(cardProblems(sender.sent[0]!.message.card)).toEqual([]);
    expect(sender.sent[0]!.message.summary).toBe('Er wacht 1 ding op u.');
    expect(summary).toMatchObject({ sent: 1, failed: 0, broken: 0 });
    expect(await states()).toEqual({ [PEOPLE.nurse]: 'sent' });
  });

  it('says nothing of an indication one day younger', async () => {
    await indicated(world, '2024-03-01', '2026-10-02');
    await runAt(world, sender, at(THURSDAY));
    expect(sender.sent).toEqual([]);
  });

  it('comes once a day, however often the job runs, and again the next day while it still waits', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    for (const time of ['08:30', '08:45', '09:30']) await runAt(world, sender, at(THURSDAY, time));
    expect(sender.sent).toHaveLength(1);
    await runAt(world, sender, at('2026-11-27'));
    expect(sender.sent).toHaveLength(2);
  });

  it('comes once from two servers that run at the same moment', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    await Promise.all([runAt(world, sender, at(THURSDAY)), runAt(world, sender, at(THURSDAY)), runAt(world, sender, at(THURSDAY))]);
    expect(sender.sent).toHaveLength(1);
  });

  it.each([['before half past eight', at(THURSDAY, '08:29')], ['from ten', at(THURSDAY, '10:00')], ['on Saturday', at('2026-11-28')], ['on Sunday', at('2026-11-29')]])('does not come %s', async (_, now) => {
    await indicated(world, '2024-03-01', '2026-09-01');
    await runAt(world, sender, now);
    expect(sender.sent).toEqual([]);
  });

  it('has all kinds of one person together', async () => {
    const due = await placed(world, '2023-05-26', '2025-10-01');
    await world.as('waterlelie', ({ ports }) => ports.children.register({ birthDate: '2024-05-01', municipalityCode: PUTTEN, locationId: '00000000-0000-4000-8000-000000000011' }));
    await world.owner.query(`update kansenlijn.child_location set linked_at = '2026-11-01'`);
    await runAt(world, sender, at(THURSDAY));
    expect(sender.to(PEOPLE.waterlelie)).toHaveLength(1);
    const text = textOf(sender.to(PEOPLE.waterlelie)[0]!);
    expect(text).toContain(due.code);
    expect(text).toContain('overdracht naar school is aan de beurt voor 1 kind');
    expect(text).toContain('1 kind is bij uw locatie bekend');
  });

  it('is not claimed for somebody without a personal chat', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    expect(await runAt(world, sender, at(THURSDAY), { conversations: { personal: async () => undefined } })).toMatchObject({ sent: 0 });
    expect(await states()).toEqual({});
  });
});

describe('what was done or chosen meanwhile', () => {
  it('is not in the message: read again in the transaction that takes it', async () => {
    const { childId } = await indicated(world, '2024-03-01', '2026-09-01');
    const personal: typeof chats = async (person) => {
      if (person.aadObjectId === PEOPLE.nurse) await world.as('nurse', ({ ports }) => ports.guidance.record({ childId, onDate: '2026-11-20', kind: 'offer', reasons: [], confirmations: [] }));
      return chats(person);
    };
    await runAt(world, sender, at(THURSDAY), { conversations: { personal } });
    expect(sender.sent).toEqual([]);
  });

  it('updates the old card when all of it is done, once', async () => {
    const { childId } = await indicated(world, '2024-03-01', '2026-09-01');
    await runAt(world, sender, at(THURSDAY));
    await runAt(world, sender, at(THURSDAY, '11:00'));
    expect(sender.updates).toEqual([]);
    await world.as('nurse', ({ ports }) => ports.guidance.record({ childId, onDate: '2026-11-26', kind: 'offer', reasons: [], confirmations: [] }));
    expect(await runAt(world, sender, at(THURSDAY, '11:15'))).toMatchObject({ updated: 1 });
    await runAt(world, sender, at(THURSDAY, '11:30'));
    expect(sender.updates.map(({ activityId }) => activityId)).toEqual([`activity-${PEOPLE.nurse}-1`]);
    expect(textOf(sender.updates[0]!)).toContain('Dit is gedaan');
  });

  it('leaves in the old card what still waits', async () => {
    const [done, left] = [await indicated(world, '2024-03-01', '2026-09-01'), await indicated(world, '2024-03-02', '2026-09-02')];
    await runAt(world, sender, at(THURSDAY));
    await world.as('nurse', ({ ports }) => ports.guidance.record({ childId: done.childId, onDate: '2026-11-26', kind: 'offer', reasons: [], confirmations: [] }));
    await runAt(world, sender, at(THURSDAY, '11:00'));
    expect(textOf(sender.updates[0]!)).toContain(left.code);
    expect(textOf(sender.updates[0]!)).not.toContain(done.code);
  });

  it('puts off until the day that was chosen, and not a day longer', async () => {
    const { childId } = await indicated(world, '2024-03-01', '2026-09-01');
    await world.as('nurse', ({ ports }) => ports.reminders.snooze('outcome', [childId], '2026-11-27'));
    await runAt(world, sender, at(THURSDAY));
    expect(sender.sent).toEqual([]);
    await runAt(world, sender, at('2026-11-27'));
    expect(sender.to(PEOPLE.nurse)).toHaveLength(1);
  });

  it('goes to the next nurse when it is not for the first, and to the official when nobody is left', async () => {
    const { childId, code } = await indicated(world, '2024-03-01', '2026-09-01');
    await world.owner.query(`insert into kansenlijn.person_role (person_id, role, organisation_id, municipality_code, granted_at)
      select (select id from kansenlijn.person where aad_object_id = $1), role, organisation_id, municipality_code, now() + interval '1 second' from kansenlijn.person_role
      where person_id = (select id from kansenlijn.person where aad_object_id = $2)`, [PEOPLE.nobody, PEOPLE.nurse]);
    await runAt(world, sender, at('2026-11-24'));
    await world.as('nurse', ({ ports }) => ports.reminders.notMine('outcome', [childId]));
    await runAt(world, sender, at('2026-11-25'));
    await world.as('nobody', ({ ports }) => ports.reminders.turn('outcome', false));
    await runAt(world, sender, at('2026-11-26'));
    expect(sender.sent.map(({ to }) => to)).toEqual([PEOPLE.nurse, PEOPLE.nobody, PEOPLE.official]);
    expect(textOf(sender.sent[2]!)).toContain('1 indicatie zonder uitkomst');
    expect(textOf(sender.sent[2]!)).not.toContain(code);
  });

  it('comes back on when a kind is turned on again', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    await world.as('nurse', ({ ports }) => ports.reminders.turn('outcome', false));
    await world.as('official', ({ ports }) => ports.reminders.turn('outcome', false));
    await runAt(world, sender, at('2026-11-25'));
    expect(sender.sent).toEqual([]);
    await world.as('nurse', ({ ports }) => ports.reminders.turn('outcome', true));
    await runAt(world, sender, at('2026-11-26'));
    expect(sender.sent.map(({ to }) => to)).toEqual([PEOPLE.nurse]);
  });
});

describe('when the channel fails', () => {
  it('does not send an unknown outcome again', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    sender.next = () => { throw new Error('connection lost'); };
    expect(await runAt(world, sender, at(THURSDAY))).toMatchObject({ unknown: 1 });
    await runAt(world, sender, at(THURSDAY, '09:00'));
    expect(sender.sent).toHaveLength(1);
    expect(await states()).toEqual({ [PEOPLE.nurse]: 'unknown' });
  });

  it('takes a server that died between sending and recording for unknown, after ten minutes', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    await world.as('nurse', ({ ports }) => ports.reminders.messages.claim(THURSDAY, [], at(THURSDAY)));
    await runAt(world, sender, at(THURSDAY, '08:40'));
    expect(await states()).toEqual({ [PEOPLE.nurse]: 'sending' });
    expect(await runAt(world, sender, at(THURSDAY, '08:41'))).toMatchObject({ unknown: 1 });
    expect(await states()).toEqual({ [PEOPLE.nurse]: 'unknown' });
    expect(sender.sent).toEqual([]);
  });

  it('tries again when nothing was posted, not before the channel allows, and with what waits by then', async () => {
    const [first, second] = [await indicated(world, '2024-03-01', '2026-09-01'), await indicated(world, '2024-03-02', '2026-09-02')];
    sender.next = () => ({ kind: 'retry', afterMs: 10 * 60_000 });
    expect(await runAt(world, sender, at(THURSDAY))).toMatchObject({ retry: 1 });
    await runAt(world, sender, at(THURSDAY, '08:39'));
    expect(sender.sent).toHaveLength(1);
    await world.as('nurse', ({ ports }) => ports.guidance.record({ childId: first.childId, onDate: '2026-11-26', kind: 'offer', reasons: [], confirmations: [] }));
    sender.next = () => ({ kind: 'sent', activityId: 'a' });
    await runAt(world, sender, at(THURSDAY, '08:40'));
    expect(sender.sent).toHaveLength(2);
    expect(textOf(sender.sent[1]!)).toContain(second.code);
    expect(textOf(sender.sent[1]!)).not.toContain(first.code);
    expect(await states()).toEqual({ [PEOPLE.nurse]: 'sent' });
  });

  it('leaves others alone when one chat is gone or one person breaks', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    await placed(world, '2023-01-26', '2025-10-01');
    const personal: typeof chats = async (person) => {
      if (person.aadObjectId === PEOPLE.nurse) throw new Error('broken');
      return chats(person);
    };
    sender.next = (to) => (to === PEOPLE.waterlelie ? { kind: 'gone', status: 403 } : { kind: 'sent', activityId: 'a' });
    expect(await runAt(world, sender, at(THURSDAY), { conversations: { personal } })).toMatchObject({ broken: 1, failed: 1 });
    expect(await states()).toMatchObject({ [PEOPLE.waterlelie]: 'failed' });
  });

  it('tries an update again that did not come through', async () => {
    const { childId } = await indicated(world, '2024-03-01', '2026-09-01');
    await runAt(world, sender, at(THURSDAY));
    await world.as('nurse', ({ ports }) => ports.guidance.record({ childId, onDate: '2026-11-26', kind: 'offer', reasons: [], confirmations: [] }));
    sender.nextUpdate = () => ({ kind: 'unknown' });
    await runAt(world, sender, at(THURSDAY, '11:00'));
    sender.nextUpdate = () => ({ kind: 'gone', status: 404 });
    await runAt(world, sender, at(THURSDAY, '11:15'));
    await runAt(world, sender, at(THURSDAY, '11:30'));
    expect(sender.updates).toHaveLength(2);
  });
});

describe('the log', () => {
  it('has numbers and no person or code', async () => {
    await indicated(world, '2024-03-01', '2026-09-01');
    const lines: unknown[] = [];
    const keep = (...line: unknown[]): void => void lines.push(line);
    await runAt(world, sender, at(THURSDAY), { log: { info: keep, warn: keep } as never });
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${PEOPLE.nurse}|${TENANT}|PU-`));
    expect(lines).toHaveLength(1);
  });
});
