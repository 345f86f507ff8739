import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createProduct, type Product } from '../../src/product.ts';
import { remind } from '../../src/reminders/remind.ts';
import { openChannel } from '../../src/teams/channel.ts';
import { createSender } from '../../src/teams/proactive.ts';
import { createRemember } from '../../src/teams/remember.ts';
import { cardOf, startDriver, type Driver, type TurnOptions } from '../teams/driver.ts';
import type { Sender } from '../../src/digest/types.ts';
import { createWorld, PEOPLE, TENANT, type World } from '../support/world.ts';
import { at, indicated, quietDeliveries } from './support.ts';

/** From a first word in the personal chat to a message that the bot sends by itself, and back. */
const log = createLog({ level: 'silent' });
const nurse: TurnOptions = { person: { tenantId: TENANT, aadObjectId: PEOPLE.nurse }, conversationId: 'a:nurse' };
let world: World;
let product: Product;
let driver: Driver;
let sender: Sender;

beforeAll(async () => {
  world = await createWorld();
  await quietDeliveries(world);
  product = createProduct({ pool: world.pool, identityKey: world.test.identityKey, fixedDay: '2026-11-26' });
  driver = await startDriver({ handleTurn: product.handleTurn, readiness: product.readiness, remember: createRemember(product.conversations) });
  const config = readConfig({ KANSENLIJN_MODE: 'demo', PORT: '0' });
  sender = createSender({ adapter: await openChannel({ config, metrics: createMetrics() }), config, conversations: product.conversations, log });
});
afterAll(async () => {
  await driver.close();
  await world.close();
});

const run = (time: string) => remind({ ...product, sender, log, now: at('2026-11-26', time) });

describe('a reminder in Teams', () => {
  it('comes in the personal chat of who talked there, opens the form, and says when it is done', async () => {
    const { code } = await indicated(world, '2024-03-01', '2026-09-01');
    expect(await run('08:30')).toMatchObject({ sent: 0 });

    await driver.say('menu', nurse);
    driver.connector.reset();
    expect(await run('08:45')).toMatchObject({ sent: 1 });
    const [posted, ...more] = driver.connector.sent();
    expect(more).toEqual([]);
    expect(posted).toMatchObject({ type: 'message', summary: 'Er wacht 1 ding op u.' });
    expect(driver.connector.calls[0]).toMatchObject({ conversationId: 'a:nurse' });
    const card = JSON.parse(JSON.stringify(cardOf(posted!))) as { actions: { title: string; verb: string; data: Record<string, unknown> }[] };
    const button = card.actions.find(({ title }) => title === 'Uitkomst vastleggen')!;

    const form = JSON.stringify((await driver.press(button.verb, button.data, nurse)).body);
    expect(form).toContain(code);
    const save = /"verb":"guidance\.submit","data":(\{[^}]*\})/.exec(form)!;
    const receipt = await driver.press('guidance.submit', { ...JSON.parse(save[1]!) as Record<string, unknown>, code, onDate: '2026-11-26', kind: 'offer' }, nurse);
    expect(JSON.stringify(receipt.body)).toContain('Toeleiding vastgelegd');

    driver.connector.reset();
    expect(await run('11:00')).toMatchObject({ sent: 0, updated: 1 });
    expect(driver.connector.calls).toHaveLength(1);
    expect(driver.connector.calls[0]).toMatchObject({ operation: 'updateActivity', conversationId: 'a:nurse' });
  });
});
