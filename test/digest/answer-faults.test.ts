import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './desk.ts';
import { createFaultDesk, faultNames, type FaultDesk } from './fault-desk.ts';
import { FAULTS } from './faulty-replica.ts';

let faults: FaultDesk;
beforeAll(async () => { faults = await createFaultDesk(); });
afterAll(() => faults?.close());

/** What the channel does with the post, and what may become of it. */
const ANSWERS: readonly { readonly answer: Answer; readonly does: string; readonly states: readonly string[] }[] = [
  { does: 'takes the post and answers 500, or not in time', answer: 'delivered, then lost', states: ['unknown'] },
  { does: 'refuses the post', answer: { kind: 'failed', status: 413 }, states: ['failed', 'unknown'] },
  { does: 'is gone', answer: { kind: 'gone', status: 404 }, states: ['gone', 'unknown'] },
  { does: 'is busy', answer: { kind: 'retry' }, states: ['sent', 'unknown'] },
];

describe.each(ANSWERS)('a channel that $does', ({ does, answer, states }) => {
  it.each(faultNames(FAULTS))('and then, at any step, $title: nothing is posted twice, and nothing is missing in silence', async ({ fault, title }) => {
    const { desk, replica, whenAnswered, faultyTick, recover, atEveryStep, expectNothingTwiceAndNothingSilent } = faults;
    const steps = await atEveryStep(async (at) => {
      desk.script.push(answer);
      replica.arm(fault, Infinity);
      whenAnswered(() => replica.arm(fault, at));
      await faultyTick();
      await recover();
      const [post] = await expectNothingTwiceAndNothingSilent(`${does}, ${title} at ${at}`);
      expect(states).toContain(post);
    });
    expect(steps).toBeGreaterThan(5);
  }, 60_000);
});
