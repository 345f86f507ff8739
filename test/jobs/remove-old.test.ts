import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversations } from '../../db/conversations.ts';
import type { Database } from '../../db/database.ts';
import { removeOld } from '../../src/jobs/remove-old.ts';
import { createWorld, TENANT, type World } from '../support/world.ts';

const NOW = new Date('2026-01-12T02:20:00Z');
let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world?.close());

const told: unknown[] = [];
const log = { info: (fields: unknown) => void told.push(fields) };
const run = (database: Pick<Database, 'asService'> = world.database): Promise<void> => removeOld({ database, now: NOW, handoverKeptMonths: 24, log: log as never });
const count = async (): Promise<number> => (await world.owner.query('select from conversation')).rowCount!;

async function silentChat(): Promise<void> {
  await createConversations(world.database).remember({ conversationId: 'a:gone', kind: 'personal', tenantId: TENANT, serviceUrl: 'https://smba.trafficmanager.net/emea/', botId: '28:bot', aadObjectId: 'left' });
  await world.owner.query(`update conversation set seen_at = '2023-01-01'`);
}

describe('the nightly removal', () => {
  it('does all of it, says how much, and finds nothing the next time', async () => {
    await silentChat();
    await run();
    expect(await count()).toBe(0);
    await run();
    expect(told.splice(0)).toEqual([{ removed: { handovers: 0, cards: 0, conversations: 1 } }, { removed: { handovers: 0, cards: 0, conversations: 0 } }]);
  });

  it('does the rest when one part fails, and tells of the failure', async () => {
    await silentChat();
    let calls = 0;
    const flaky: Pick<Database, 'asService'> = { asService: (work) => ((calls += 1) === 1 ? Promise.reject(new Error('the first is refused')) : world.database.asService(work)) };
    await expect(run(flaky)).rejects.toMatchObject({ message: 'not everything old was removed', errors: [{ message: 'the first is refused' }] });
    expect(await count()).toBe(0);
    expect(told).toEqual([{ removed: { cards: 0, conversations: 1 } }]);
  });
});
