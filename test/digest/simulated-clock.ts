import { expect } from 'vitest';
import { createDatabase } from '../../db/database.ts';
import { createPool } from '../../db/pool.ts';
import { PERSONAL, type Desk, type Replica } from './desk.ts';
import { dueIn, wallClock, written, type CalendarWeek } from './dutch-calendar.ts';

export const MINUTE_MS = 60_000;
/** A tick prepares, and delivers two minutes later; the next one comes after that. */
const TICK_MS = 4 * MINUTE_MS;

/** Times at which no replica runs. */
export interface Outage { readonly from: number; readonly until: number }
export interface SimulatedChannel { readonly name: string; readonly day: number; readonly hour: number }

/** The same numbers for the same seed, from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** The moments around each due one, some others, and each return after an outage; of a clock that ticks every minute the others change nothing. */
export function ticksOf(weeks: readonly CalendarWeek[], channels: readonly SimulatedChannel[], outages: readonly Outage[], random: () => number): number[] {
  const moments = weeks.flatMap((week) => [
    ...channels.flatMap(({ day, hour }) => { const due = dueIn(week, day, hour); return random() < 0.15 ? [due - TICK_MS, due] : [due]; }),
    week.startsAt + Math.floor(random() * 7 * 24 * 6) * 10 * MINUTE_MS + TICK_MS,
  ]);
  const up = (moment: number): boolean => outages.every(({ from, until }) => moment < from - TICK_MS || moment >= until);
  // What begins in the last minutes of a week would end in the next: that is tested apart.
  const early = (moment: number): boolean => weeks.some(({ startsAt, endsAt }) => moment >= startsAt && moment < endsAt - TICK_MS);
  const sorted = [...new Set([...moments, ...outages.map(({ until }) => until)])].filter((moment) => up(moment) && early(moment)).sort((a, b) => a - b);
  return sorted.filter((moment, index) => index === 0 || moment - sorted[index - 1]! >= TICK_MS);
}

/** A second process of the application, with connections of its own. */
export function secondReplica(desk: Desk): Replica & { close(): Promise<void> } {
  const pool = createPool(desk.world.test.appUrl, { max: 3 });
  return { database: createDatabase(pool, desk.world.test.identityKey), send: (target, message) => desk.send(target, message), close: () => pool.end() };
}

/** Each tick is of one replica, of the other, or of both at once. */
export async function runClock(desk: Desk, second: Replica, ticks: readonly number[], random: () => number): Promise<void> {
  for (const tick of ticks) {
    const chance = random();
    const replicas = chance < 0.4 ? [desk] : chance < 0.8 ? [second] : [desk, second];
    desk.now = new Date(tick);
    await Promise.all(replicas.map((replica) => desk.prepare(replica)));
    desk.now = new Date(tick + 2 * MINUTE_MS);
    await Promise.all(replicas.map((replica) => desk.deliver(1, replica)));
  }
}

/** The first tick of a week at or after its due moment is when the post comes; a week without one is skipped. */
function comesAt(week: CalendarWeek, { day, hour }: SimulatedChannel, ticks: readonly number[]): number | undefined {
  const due = dueIn(week, day, hour);
  return ticks.find((tick) => tick >= due && tick < week.endsAt);
}

/** Every week's post came once, in its week and as soon as it could; what did not come was told once. */
export function expectEachWeekOnce(desk: Desk, conversationId: string, channel: SimulatedChannel, weeks: readonly CalendarWeek[], ticks: readonly number[]): { readonly skipped: number; readonly late: number } {
  const expected = weeks.map((week) => ({ week, at: comesAt(week, channel, ticks) }));
  const came = desk.delivered.filter((each) => each.conversationId === conversationId && !each.summary.startsWith('De weekpost'));
  expect(came.map(({ summary }) => summary), channel.name).toEqual(expected.flatMap(({ week: { key }, at }) => (at === undefined ? [] : [`post ${key}`, `first ${key}`, `second ${key}`])));
  const posts = came.filter(({ summary }) => summary.startsWith('post'));
  for (const { week, at } of expected) {
    const post = posts.find(({ summary }) => summary === `post ${week.key}`);
    if (at === undefined || post === undefined) continue;
    const lateness = (post.at - at) / MINUTE_MS;
    expect(lateness >= 0 && lateness < 4, `${channel.name} ${week.key}: ${wallClock(post.at)} instead of ${wallClock(at)}`).toBe(true);
  }
  const last = ticks.at(-1)!;
  const skipped = expected.filter(({ week, at }) => at === undefined && last >= week.endsAt).map(({ week }) => week);
  expectToldOnce(desk, channel, skipped);
  return { skipped: skipped.length, late: expected.filter(({ week, at }) => at !== undefined && at > dueIn(week, channel.day, channel.hour)).length };
}

function expectToldOnce(desk: Desk, { name }: SimulatedChannel, skipped: readonly CalendarWeek[]): void {
  const notices = desk.delivered.filter(({ conversationId, card }) => conversationId === PERSONAL && card.includes(`kanaal ${name} `));
  const texts = notices.map(({ card }) => JSON.stringify((JSON.parse(card) as { readonly body: unknown }).body));
  const told = texts.flatMap((text) => [...text.matchAll(/week (\d+) \((\d\d-\d\d-\d{4})/g)].map(([, number, monday]) => `${number!} ${monday!}`));
  expect([...told].sort(), `${name}: told`).toEqual(skipped.map(({ key, monday }) => `${Number(key.slice(6))} ${written(monday)}`).sort());
}
