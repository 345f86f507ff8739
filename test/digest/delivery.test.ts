import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDue } from '../../src/digest/next-due.ts';
import { createDesk, message, PERSONAL, type Desk } from './desk.ts';

let desk: Desk;
let channels = 0;
let channel: string;
beforeAll(async () => { desk = await createDesk(); });
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.world.owner.query(`update channel_binding set state = 'unbound'`);
  await desk.world.owner.query(`delete from outbox`);
  channel = `19:channel${(channels += 1)}@thread.tacv2`;
  desk.delivered.length = 0;
  desk.script.length = 0;
  desk.now = new Date('2026-11-02T07:00:00Z');
});

/** Bound on a Monday at 8, introduced, and due at 9. */
async function introduced(): Promise<string> {
  const id = await desk.bind(channel);
  await desk.tick();
  desk.delivered.length = 0;
  return id;
}
const DUE = '2026-11-02T08:00:00Z';

describe('a weekly post', () => {
  it('comes after the introduction, at its hour and not before, with its replies in the thread in order', async () => {
    await desk.bind(channel);
    await desk.tick();
    expect(desk.in(channel)).toEqual([expect.stringContaining('De weekpost van Putten')]);
    await desk.tick('2026-11-02T07:57:59Z');
    expect(desk.in(channel)).toHaveLength(1);
    await desk.tick(DUE);
    expect(desk.in(channel).slice(1)).toEqual(['post 2026-W45', 'first 2026-W45', 'second 2026-W45']);
    const [, post, first, second] = desk.delivered;
    expect(post!.replyToId).toBeUndefined();
    expect([first!.replyToId, second!.replyToId]).toEqual([post!.id, post!.id]);
    await desk.tick('2026-11-08T22:00:00Z');
    expect(desk.in(channel)).toHaveLength(4);
  });

  it('leaves a second between two messages in a conversation', async () => {
    await introduced();
    await desk.tick(DUE);
    const times = desk.delivered.map(({ at }) => at);
    expect(times.slice(1).every((at, index) => at - times[index]! >= 1000)).toBe(true);
  });

  it('is not owed for a channel that was bound after its hour', async () => {
    desk.now = new Date('2026-11-02T08:00:01Z');
    await introduced();
    await desk.tick('2026-11-04T08:00:00Z');
    expect(desk.in(channel)).toEqual([]);
    await desk.tick('2026-11-09T08:00:00Z');
    expect(desk.in(channel)[0]).toBe('post 2026-W46');
  });

  it('comes on return within the same week, and is told as skipped when the week is over', async () => {
    const id = await introduced();
    await desk.tick('2026-11-08T22:57:00Z');
    expect(desk.in(channel)[0]).toBe('post 2026-W45');
    await desk.tick('2026-11-24T12:00:00Z');
    expect(desk.in(channel).filter((each) => each.startsWith('post'))).toEqual(['post 2026-W45', 'post 2026-W48']);
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('2 weekposten zijn niet verstuurd')]);
    expect((await desk.states(id)).filter((each) => each.includes('skipped'))).toEqual(['post 2026-W46 skipped', 'post 2026-W47 skipped']);
    await desk.tick('2026-11-24T13:00:00Z');
    expect(desk.in(PERSONAL)).toHaveLength(1);
  });

  it('that waited over the end of its week is not sent any more, and told', async () => {
    const id = await introduced();
    desk.now = new Date(DUE);
    await desk.prepare();
    await desk.tick('2026-11-09T07:00:00Z');
    expect(desk.in(channel)).toEqual([]);
    await desk.deliver();
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('Een weekpost is niet verstuurd')]);
    expect(await desk.states(id)).toEqual(expect.arrayContaining(['post 2026-W45 skipped', 'reply 2026-W45 skipped']));
  });

  it('does not come while paused, comes again by itself on the day, and what was missed meanwhile is not owed', async () => {
    const id = await introduced();
    await desk.world.as('official', ({ ports }) => ports.bindings.pause(id, '2026-11-17'));
    await desk.tick('2026-11-09T08:00:00Z');
    await desk.tick('2026-11-16T22:59:00Z');
    expect(desk.in(channel)).toEqual([]);
    await desk.tick('2026-11-17T08:00:00Z');
    expect(desk.in(channel)).toEqual([]);
    await desk.tick('2026-11-23T08:00:00Z');
    expect(desk.in(channel)[0]).toBe('post 2026-W48');
    expect(desk.in(PERSONAL)).toEqual([]);
  });

  it('is made with the next meeting that the official recorded', async () => {
    const id = await desk.bind(channel);
    await desk.world.as('official', ({ ports }) => ports.bindings.change(id, { day: 1, hour: 9, topics: ['meetings'], nextMeeting: '2026-12-14' }, '2026-11-02'));
    const { compose } = desk;
    const asked: unknown[] = [];
    desk.compose = async (session, identity, request) => { asked.push(request.nextMeeting); return compose(session, identity, request); };
    await desk.tick(DUE);
    desk.compose = compose;
    expect(asked).toEqual(['2026-12-14']);
  });

  it('that cannot be made does not keep another channel waiting, and is made when it can', async () => {
    const other = `${channel}-other`;
    await desk.bind(channel);
    const otherId = await desk.bind(other);
    await desk.world.as('official', ({ ports }) => ports.bindings.change(otherId, { day: 1, hour: 9, topics: ['quality'] }, '2026-11-02'));
    await desk.tick();
    const { compose } = desk;
    desk.compose = async (session, identity, request) => { if (!request.topics.includes('quality')) throw new Error('no'); return compose(session, identity, request); };
    await desk.tick(DUE);
    desk.compose = compose;
    expect(desk.in(other)).toContain('post 2026-W45');
    expect(desk.in(channel)).not.toContain('post 2026-W45');
    await desk.tick();
    expect(desk.in(channel)).toContain('post 2026-W45');
  });

  it('that cannot be made does not keep the introduction or word of missed weeks waiting', async () => {
    await introduced();
    const { compose } = desk;
    desk.compose = async () => { throw new Error('no'); };
    const other = `${channel}-other`;
    await desk.bind(other);
    await desk.tick('2026-11-24T12:00:00Z');
    desk.compose = compose;
    expect(desk.in(other)).toEqual([expect.stringContaining('De weekpost van Putten')]);
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('3 weekposten'), expect.stringContaining('3 weekposten')]);
  });
});

describe('a change of the day', () => {
  const change = (id: string, day: number, today: string): Promise<boolean> =>
    desk.world.as('official', ({ ports }) => ports.bindings.change(id, { day, hour: 9, topics: ['flow'] }, today));

  it('does not make a week missed that by the earlier day had no post to come', async () => {
    desk.now = new Date('2026-11-04T08:00:00Z');
    const id = await introduced();
    await desk.tick('2026-11-09T08:00:00Z');
    await change(id, 5, '2026-11-10');
    await desk.tick('2026-11-10T09:00:00Z');
    await desk.tick('2026-11-20T08:00:00Z');
    expect(desk.in(PERSONAL)).toEqual([]);
    expect(desk.in(channel).filter((each) => each.startsWith('post'))).toEqual(['post 2026-W46', 'post 2026-W47']);
  });

  it('to one that went by sends the post of this week at once, and no second one', async () => {
    const id = await desk.bind(channel, { day: 5 });
    await desk.tick();
    await change(id, 2, '2026-11-05');
    await desk.tick('2026-11-05T12:00:00Z');
    await change(id, 7, '2026-11-06');
    await desk.tick('2026-11-08T08:00:00Z');
    expect(desk.in(channel).filter((each) => each.startsWith('post'))).toEqual(['post 2026-W45']);
  });
});

describe('a channel that is bound again in a week', () => {
  const again = async (): Promise<string> => {
    const old = (await desk.world.as('official', ({ ports }) => ports.bindings.of(channel)))!;
    await desk.world.as('official', ({ ports }) => ports.bindings.unbind(old.id));
    return desk.bind(channel, { day: 5 });
  };
  const posts = (): readonly string[] => desk.in(channel).filter((each) => each.startsWith('post'));

  it('gets no second post of that week, and says so in its status', async () => {
    await introduced();
    await desk.tick(DUE);
    await again();
    const binding = (await desk.world.as('official', ({ ports }) => ports.bindings.of(channel)))!;
    expect(nextDue(binding, desk.now).toISOString()).toBe('2026-11-13T08:00:00.000Z');
    await desk.tick('2026-11-06T08:00:00Z');
    expect(posts()).toEqual(['post 2026-W45']);
    await desk.tick('2026-11-13T08:00:00Z');
    expect(posts()).toEqual(['post 2026-W45', 'post 2026-W46']);
  });

  it('gets it when the first one certainly did not arrive', async () => {
    await introduced();
    desk.script.push({ kind: 'failed', status: 413 });
    await desk.tick(DUE);
    await again();
    await desk.tick('2026-11-06T08:00:00Z');
    expect(posts()).toEqual(['post 2026-W45']);
  });
});

describe('a notice of which the answer is lost', () => {
  it('is tried again, because twice is better than never, and given up after three attempts', async () => {
    await introduced();
    desk.script.push({ kind: 'failed', status: 413 }, 'delivered, then lost', { kind: 'unknown' }, { kind: 'unknown' });
    await desk.tick(DUE);
    for (const minutes of [5, 10, 15]) await desk.tick(new Date(Date.parse(DUE) + minutes * 60_000).toISOString());
    expect(desk.script).toEqual([]);
    const { rows } = await desk.world.owner.query(`select state, attempts from outbox where kind = 'notice'`);
    expect(rows).toEqual([{ state: 'unknown', attempts: 3 }]);
  });
});

describe('what the channel answers', () => {
  it.each([[undefined, 30_000], [600_000, 600_000], [90_000_000, 3_600_000]])('later after a refusal with wait %s', async (afterMs, waited) => {
    await introduced();
    desk.script.push({ kind: 'retry', ...(afterMs === undefined ? {} : { afterMs }) });
    await desk.tick(DUE);
    const refusedAt = desk.now.getTime();
    desk.now = new Date(refusedAt + waited - 10_000);
    await desk.deliver();
    expect(desk.in(channel)).toEqual([]);
    desk.now = new Date(refusedAt + waited + 1);
    await desk.deliver();
    expect(desk.in(channel)[0]).toBe('post 2026-W45');
    expect(desk.in(PERSONAL)).toEqual([]);
  });

  it.each([403, 404])('a %i ends the channel, tells the official once, and sends nothing more until it is resumed', async (status) => {
    const id = await introduced();
    desk.script.push({ kind: 'gone', status });
    await desk.tick(DUE);
    await desk.tick('2026-11-09T08:00:00Z');
    expect(desk.in(channel)).toEqual([]);
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('kan het kanaal niet meer bereiken')]);
    expect(await desk.world.as('official', ({ ports }) => ports.bindings.of(channel))).toMatchObject({ state: 'dead', deathReason: `status ${status}`, lastPost: { state: 'gone' } });
    await desk.world.as('official', ({ ports }) => ports.bindings.resume(id, desk.now));
    await desk.tick('2026-11-16T08:00:00Z');
    expect(desk.in(channel)[0]).toBe('post 2026-W47');
  });

  it('a 404 for a reply, whose post somebody took out, is told and does not end the channel', async () => {
    await introduced();
    desk.script.push({ kind: 'sent', activityId: 'post' }, { kind: 'gone', status: 404 });
    await desk.tick(DUE);
    expect(desk.in(channel)).toEqual(['post 2026-W45', 'second 2026-W45']);
    expect(await desk.world.as('official', ({ ports }) => ports.bindings.of(channel))).toMatchObject({ state: 'active' });
    await desk.tick('2026-11-09T08:00:00Z');
    expect(desk.in(channel)).toContain('post 2026-W46');
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('Een bericht is geweigerd')]);
  });

  it('another refusal is told, and the replies do not come', async () => {
    const id = await introduced();
    desk.script.push({ kind: 'failed', status: 413 });
    await desk.tick(DUE);
    expect(desk.in(channel)).toEqual([]);
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('Een bericht is geweigerd')]);
    expect(await desk.states(id)).toEqual(['notice 2026-W45 sent', 'post 2026-W45 failed', 'reply 2026-W45 skipped', 'reply 2026-W45 skipped']);
  });
});

describe('an outcome that nobody knows', () => {
  const unknownPost = async (): Promise<{ id: string; messageId: string }> => {
    const id = await introduced();
    desk.script.push('delivered, then lost');
    await desk.tick(DUE);
    await desk.tick('2026-11-03T08:00:00Z');
    return { id, messageId: (await desk.world.as('official', ({ ports }) => ports.bindings.of(channel)))!.lastPost!.id };
  };
  const settle = (messageId: string, choice: 'arrived' | 'resend', week = '2026-W45', person: 'official' | 'officialErmelo' = 'official') =>
    desk.world.as(person, ({ ports }) => ports.bindings.settle(messageId, choice, desk.now, week));

  it('is not sent again, is told once with two buttons, and the replies wait', async () => {
    const { id } = await unknownPost();
    expect(desk.in(channel)).toEqual(['post 2026-W45']);
    expect(desk.in(PERSONAL)).toEqual([expect.stringContaining('Is dit bericht aangekomen?')]);
    expect(await desk.states(id)).toContain('post 2026-W45 unknown');
  });

  it('is settled by an official of the place only, and once', async () => {
    const { id, messageId } = await unknownPost();
    expect(await settle(messageId, 'arrived', '2026-W45', 'officialErmelo')).toBe('forbidden');
    expect(await settle(messageId, 'arrived')).toBe('arrived');
    expect(await settle(messageId, 'resend')).toBe('known');
    await desk.deliver();
    expect(desk.in(channel)).toEqual(['post 2026-W45']);
    expect(await desk.states(id)).toEqual(['notice 2026-W45 sent', 'post 2026-W45 sent', 'reply 2026-W45 skipped', 'reply 2026-W45 skipped']);
  });

  it('is sent again when the official says so in its week, and asked again when it is lost again', async () => {
    const { messageId } = await unknownPost();
    desk.script.push({ kind: 'unknown' });
    expect(await settle(messageId, 'resend')).toBe('resent');
    await desk.deliver();
    expect(desk.in(PERSONAL)).toHaveLength(2);
    expect(await settle(messageId, 'resend')).toBe('resent');
    await desk.deliver();
    expect(desk.in(channel)).toEqual(['post 2026-W45', 'post 2026-W45', 'first 2026-W45', 'second 2026-W45']);
  });

  it('is not sent again when its week is over', async () => {
    const { messageId } = await unknownPost();
    expect(await settle(messageId, 'resend', '2026-W46')).toBe('late');
    await desk.deliver();
    expect(desk.in(channel)).toEqual(['post 2026-W45']);
  });
});

describe('channels', () => {
  it('are seen and changed by the officials of the place only', async () => {
    const id = await introduced();
    for (const person of ['officialErmelo', 'reader', 'regional', 'nurse', 'waterlelie'] as const) {
      await desk.world.as(person, async ({ ports: { bindings } }) => {
        expect(await bindings.list()).toEqual([]);
        expect(await bindings.unbind(id)).toBe(false);
        expect(await bindings.pause(id)).toBe(false);
      });
    }
    await expect(desk.world.as('reader', ({ ports }) => ports.bindings.propose({ scope: { kind: 'municipality', code: '0273', name: 'Putten' }, conversationId: '19:r', channelName: 'x', shared: false }))).rejects.toMatchObject({ code: '42501' });
    expect(await desk.world.as('officialErmelo', ({ ports }) => ports.bindings.propose({ scope: { kind: 'municipality', code: '0233', name: 'Ermelo' }, conversationId: channel, channelName: 'x', shared: false }))).toEqual({ outcome: 'taken' });
    expect(await desk.world.as('regional', ({ ports }) => ports.bindings.propose({ scope: { kind: 'region', id: 'noord-veluwe', name: 'x' }, conversationId: `${channel}-r`, channelName: 'x', shared: false }))).toMatchObject({ outcome: 'proposed' });
  });

  it('have a status that tells when the next post comes', async () => {
    const id = await introduced();
    const binding = (await desk.world.as('official', ({ ports }) => ports.bindings.list())).find((each) => each.id === id)!;
    expect(nextDue(binding, new Date('2026-11-02T07:59:00Z')).toISOString()).toBe('2026-11-02T08:00:00.000Z');
    expect(nextDue(binding, new Date('2026-11-02T08:01:00Z')).toISOString()).toBe('2026-11-09T08:00:00.000Z');
  });

  it('of a team that threw the bot out are dead together', async () => {
    const id = await introduced();
    await desk.world.owner.query(`update channel_binding set team_id = '19:team' where id = $1`, [id]);
    expect(await desk.world.database.asService(({ bindings }) => bindings.markDead({ teamId: '19:team' }, 'removed'))).toEqual([id]);
    expect(await desk.world.database.asService(({ bindings }) => bindings.markDead({ teamId: '19:team' }, 'removed'))).toEqual([]);
  });

  it('keep no card of an old message', async () => {
    await introduced();
    await desk.tick(DUE);
    expect(await desk.world.database.asService(({ outbox }) => outbox.tidy(new Date('2026-11-01T00:00:00Z')))).toBe(0);
    expect(await desk.world.database.asService(({ outbox }) => outbox.tidy(new Date('2026-12-01T00:00:00Z')))).toBe(4);
    expect(message('x').summary).toBe('x');
  });
});
