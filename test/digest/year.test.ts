import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDesk, PERSONAL, type Desk, type Replica } from './desk.ts';
import { firstAt, wallClock, weeksOf, type CalendarWeek } from './dutch-calendar.ts';
import { expectEachWeekOnce, MINUTE_MS, randomFrom, runClock, secondReplica, ticksOf, type Outage, type SimulatedChannel } from './simulated-clock.ts';

/** Usual hours, the edges of a week, and hours that the clock skips or repeats. The chat offers 7 to 18; the database takes any. */
const CHANNELS: readonly SimulatedChannel[] = [
  { name: 'maandagochtend', day: 1, hour: 9 },
  { name: 'vrijdagavond', day: 5, hour: 18 },
  { name: 'weekbegin', day: 1, hour: 0 },
  { name: 'weekeinde', day: 7, hour: 23 },
  { name: 'klok-twee', day: 7, hour: 2 },
];
const idOf = ({ name }: SimulatedChannel): string => `19:${name}@thread.tacv2`;
const outage = (from: readonly [string, number], until: readonly [string, number]): Outage => ({ from: firstAt(...from), until: firstAt(...until) + 7 * MINUTE_MS });

let desk: Desk;
let second: Replica & { close(): Promise<void> };
beforeAll(async () => {
  desk = await createDesk();
  second = secondReplica(desk);
});
afterAll(async () => {
  await second?.close();
  await desk?.close();
});
beforeEach(() => clear());

async function clear(): Promise<void> {
  await desk.world.owner.query('delete from outbox; delete from channel_binding');
  desk.delivered.length = 0;
}

/** Channels that are bound and introduced before the first of the weeks. */
async function bindAll(channels: readonly SimulatedChannel[], weeks: readonly CalendarWeek[]): Promise<void> {
  desk.now = new Date(weeks[0]!.startsAt - 20 * MINUTE_MS);
  for (const channel of channels) await desk.bind(idOf(channel), channel);
  await desk.tick();
}

async function simulate(weeks: readonly CalendarWeek[], outages: readonly Outage[], seed: number): Promise<{ ticks: number[]; skipped: number; late: number }> {
  const random = randomFrom(seed);
  await bindAll(CHANNELS, weeks);
  const ticks = ticksOf(weeks, CHANNELS, outages, random);
  await runClock(desk, second, ticks, random);
  const each = CHANNELS.map((channel) => expectEachWeekOnce(desk, idOf(channel), channel, weeks, ticks));
  return { ticks, skipped: each.reduce((sum, { skipped }) => sum + skipped, 0), late: each.reduce((sum, { late }) => sum + late, 0) };
}

/** Hours on the wall at which posts came, other than the hour of the channel. */
function otherHours(channel: SimulatedChannel): readonly number[] {
  const posts = desk.delivered.filter(({ conversationId, summary }) => conversationId === idOf(channel) && summary.startsWith('post'));
  return posts.map(({ at }) => Number(wallClock(at).slice(11, 13))).filter((shown) => shown !== channel.hour);
}

describe('a year of weekly posts, with two replicas and without an outage', () => {
  it('of 52 weeks with a leap day: each once, at its Dutch hour all year', async () => {
    const weeks = [...weeksOf(2024, '2024-01-01', 52), ...weeksOf(2025, '2024-12-30', 1)];
    expect(await simulate(weeks, [], 2024)).toMatchObject({ skipped: 0, late: 0 });
    expect(desk.in(PERSONAL)).toEqual([]);
    // Only the hour that is skipped in March comes as another.
    expect(CHANNELS.map(otherHours)).toEqual([[], [], [], [], [3]]);
    expect(desk.in(idOf(CHANNELS[0]!)).filter((each) => /post 202[45]-W(09|52|01)/.test(each))).toEqual(['post 2024-W01', 'post 2024-W09', 'post 2024-W52', 'post 2025-W01']);
  }, 60_000);
});

describe('a year of 53 weeks, with outages', () => {
  it('has each post once, on return within its week, or skipped and told once when its week went by', async () => {
    const weeks = [...weeksOf(2026, '2025-12-29', 53), ...weeksOf(2027, '2027-01-04', 2)];
    const { skipped, late } = await simulate(weeks, [
      // Within a week: Monday's posts come on Wednesday.
      outage(['2026-02-02', 8], ['2026-02-04', 15]),
      // Over both changes of the clock.
      outage(['2026-03-28', 20], ['2026-03-29', 12]),
      outage(['2026-10-25', 1], ['2026-10-25', 4]),
      // A weekend: Sunday's posts are skipped, Monday's are late.
      outage(['2026-05-16', 12], ['2026-05-18', 10]),
      // Two and a half weeks, and more than two months.
      outage(['2026-06-10', 12], ['2026-06-27', 9]),
      outage(['2026-07-06', 10], ['2026-09-17', 10]),
      // The turn of a year of 53 weeks.
      outage(['2026-12-30', 12], ['2027-01-05', 8]),
    ], 2026);
    expect(skipped).toBeGreaterThan(50);
    expect(late).toBeGreaterThan(10);
  }, 60_000);
});

describe('any few weeks, with any outages', () => {
  it('have each post once, or skipped and told once', async () => {
    const weeks = weeksOf(2026, '2025-12-29', 53).slice(10, 15);
    const start = weeks[0]!.startsAt;
    const some = fc.array(fc.record({ from: fc.integer({ min: 0, max: 34 * 144 }), long: fc.integer({ min: 1, max: 15 * 144 }) }), { maxLength: 3 });
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), some, fc.integer({ min: 1, max: 1_000_000 }), async (day, hour, downs, seed) => {
      await clear();
      const channel = { name: 'toeval', day, hour };
      const random = randomFrom(seed);
      const outages = downs.map(({ from, long }) => ({ from: start + from * 10 * MINUTE_MS, until: start + (from + long) * 10 * MINUTE_MS }));
      await bindAll([channel], weeks);
      const ticks = ticksOf(weeks, [channel], outages, random);
      await runClock(desk, second, ticks, random);
      expectEachWeekOnce(desk, idOf(channel), channel, weeks, ticks);
    }), { numRuns: 15 });
  }, 60_000);
});
