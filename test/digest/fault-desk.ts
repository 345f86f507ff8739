import { expect } from 'vitest';
import { createDesk, PERSONAL, type Desk } from './desk.ts';
import { createFaultyReplica, type Fault, type FaultyReplica } from './faulty-replica.ts';

const CHANNEL = '19:faults@thread.tacv2';
const WEEK = '2026-W45';
const DUE = Date.parse('2026-11-02T08:00:00Z');

/** A channel whose post is due, and a replica that meets one fault on the way. Afterwards the clock goes on without faults. */
export interface FaultDesk {
  readonly desk: Desk;
  readonly replica: FaultyReplica;
  /** Called when the channel has answered the faulty replica for the first time. */
  whenAnswered: (act: () => void) => void;
  /** The two jobs of the faulty replica, each whatever became of the other, like the clock runs them. */
  faultyTick: () => Promise<void>;
  recover: () => Promise<void>;
  /** `each` for every place of a fault, until a tick ends without it. Returns how many there were. */
  atEveryStep: (each: (at: number) => Promise<void>) => Promise<number>;
  /** A channel that was introduced, at the moment its post is due. */
  fresh: () => Promise<void>;
  /** What must hold whatever happened. Returns the states of the post and its replies, for what holds in some cases only. */
  expectNothingTwiceAndNothingSilent: (when: string) => Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Row { readonly id: string; readonly kind: 'post' | 'reply'; readonly ordinal: number; readonly state: string }

export async function createFaultDesk(): Promise<FaultDesk> {
  const desk = await createDesk();
  let answered: (() => void) | undefined;
  const replica = createFaultyReplica(desk.world, async (target, message) => {
    const outcome = await desk.send(target, message);
    answered?.();
    answered = undefined;
    return outcome;
  });
  desk.now = new Date(DUE - 3_600_000);
  const binding = await desk.bind(CHANNEL);
  await desk.tick();

  const fresh = async (): Promise<void> => {
    await desk.world.owner.query(`delete from outbox where kind <> 'introduction'`);
    await desk.world.owner.query(`update channel_binding set state = 'active', death_reason = null`);
    desk.delivered.length = 0;
    desk.script.length = 0;
    desk.now = new Date(DUE);
  };
  return {
    desk, replica, fresh,
    whenAnswered(act) { answered = act; },
    async faultyTick() {
      await desk.prepare(replica).catch(() => undefined);
      desk.now = new Date(DUE + 120_000);
      await desk.deliver(1, replica).catch(() => undefined);
    },
    async recover() {
      for (const minutes of [4, 8]) await desk.tick(new Date(DUE + minutes * 60_000).toISOString());
    },
    async atEveryStep(each) {
      for (let at = 1; ; at += 1) {
        await fresh();
        await each(at);
        if (!replica.met()) return at - 1;
      }
    },
    async expectNothingTwiceAndNothingSilent(when) {
      const { rows } = await desk.world.owner.query<Row>(`select id, kind, ordinal, state from outbox where binding_id = $1 and week = $2 and kind in ('post', 'reply') order by ordinal`, [binding, WEEK]);
      expect(rows.map(({ kind }) => kind), when).toEqual(['post', 'reply', 'reply']);
      for (const row of rows) expectExplained(desk, row, rows[0]!.state, when);
      return rows.map(({ state }) => state);
    },
    async close() {
      await replica.close();
      await desk.close();
    },
  };
}

/** A message is in the channel once and known to be, or it is not known to be and the official was told. */
function expectExplained(desk: Desk, { id, ordinal, state }: Row, post: string, when: string): void {
  const message = `${['post', 'first', 'second'][ordinal]!} ${WEEK}`;
  const times = desk.in(CHANNEL).filter((each) => each === message).length;
  const told = (words: string): boolean => desk.delivered.some(({ conversationId, card }) => conversationId === PERSONAL && card.includes(words));
  const at = `${message}, ${state}, ${when}`;
  switch (state) {
    case 'sent': return expect(times, at).toBe(1);
    case 'unknown': return expect([times <= 1, told(id)], `${at}: at most once, and told`).toEqual([true, true]);
    case 'failed': return expect([times, told('Een bericht is geweigerd')], `${at}: told`).toEqual([0, true]);
    case 'gone': return expect([times, told('kan het kanaal niet meer bereiken')], `${at}: told`).toEqual([0, true]);
    // Replies stay behind where their post did not come for certain.
    case 'pending': return expect([ordinal > 0, post, times], at).toEqual([true, 'unknown', 0]);
    case 'skipped': return expect([ordinal > 0, ['failed', 'gone'].includes(post), times], at).toEqual([true, true, 0]);
    default: expect.fail(at);
  }
}

/** The faults for `it.each`. */
export const faultNames = (faults: Readonly<Record<Fault, string>>): { fault: Fault; title: string }[] => Object.entries(faults).map(([fault, title]) => ({ fault: fault as Fault, title }));
