import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFaultDesk, faultNames, type FaultDesk } from './fault-desk.ts';
import { FAULTS } from './faulty-replica.ts';

let faults: FaultDesk;
beforeAll(async () => { faults = await createFaultDesk(); });
afterAll(() => faults?.close());

describe('one fault at any step towards the database, inside transactions too', () => {
  it.each(faultNames(FAULTS))('$title: nothing is posted twice, and nothing is missing in silence', async ({ fault, title }) => {
    const { replica, faultyTick, recover, atEveryStep, expectNothingTwiceAndNothingSilent } = faults;
    const steps = await atEveryStep(async (at) => {
      replica.arm(fault, at);
      await faultyTick();
      await recover();
      await expectNothingTwiceAndNothingSilent(`${title} at ${at}`);
    });
    expect(steps).toBeGreaterThan(50);
  }, 60_000);
});

describe('two replicas, of which one meets a fault while the other goes on', () => {
  it.each(faultNames(FAULTS))('$title: nothing is posted twice, and nothing is missing in silence', async ({ fault, title }) => {
    const { desk, replica, fresh, faultyTick, recover, expectNothingTwiceAndNothingSilent } = faults;
    let met = 0;
    // Which of the two gets what is chance, and so is how many steps the faulty one takes.
    for (let at = 1; at <= 45; at += 1) {
      await fresh();
      replica.arm(fault, at);
      const other = (async () => { await desk.prepare(); await desk.deliver(); })();
      await Promise.all([faultyTick(), other]);
      if (replica.met()) met += 1;
      await recover();
      await expectNothingTwiceAndNothingSilent(`${title} at ${at}, beside another replica`);
    }
    expect(met).toBeGreaterThan(20);
  }, 60_000);
});
