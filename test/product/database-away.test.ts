import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { createPool } from '../../db/pool.ts';
import { createProduct } from '../../src/product.ts';
import { proxyTo, type Proxy } from '../support/proxy.ts';
import { createWorld, PEOPLE, TENANT, type World } from '../support/world.ts';
import { cardOf, startDriver, type Driver } from '../teams/driver.ts';
import { TODAY } from './chat.ts';

let world: World;
let proxy: Proxy;
let pool: pg.Pool;
let driver: Driver;

beforeAll(async () => {
  world = await createWorld();
  proxy = await proxyTo(world.test.appUrl);
  pool = createPool(proxy.url, { max: 3, connectTimeoutMs: 1_000 });
  const { handleTurn, readiness } = createProduct({ pool, identityKey: world.test.identityKey, fixedDay: TODAY });
  driver = await startDriver({ handleTurn, readiness });
});
afterAll(async () => {
  await driver.close();
  await pool.end();
  await proxy.stop();
  await world.close();
});

const nurse = { tenantId: TENANT, aadObjectId: PEOPLE.nurse };
const official = { tenantId: TENANT, aadObjectId: PEOPLE.official };
const shown = (source: unknown): string => JSON.stringify(source);

interface Actions { actions: { title: string; verb: string; data: Record<string, unknown> }[] }

describe('a database that goes away', () => {
  it('is said in one sentence, keeps what was typed, and works again without a restart', async () => {
    const form = cardOf((await driver.say('indicatie', { person: nurse })).replies[0]) as unknown as Actions;
    const save = form.actions.find(({ title }) => title === 'Opslaan')!;
    const typed = { ...save.data, birthDate: '2024-02-10', issuedOn: '2026-11-20', grounds: 'child_development' };
    expect(await (await driver.request('/readyz')).json()).toEqual({ ready: true, reasons: [] });

    await proxy.stop();
    expect((await driver.request('/readyz')).status).toBe(503);
    expect((await driver.request('/healthz')).status).toBe(200);
    expect(shown((await driver.say('bereik', { person: official })).replies)).toContain('even niet bereikbaar');
    const refused = await driver.press(save.verb, typed, { person: nurse });
    expect(refused.status).toBe(200);
    expect(shown(refused.body)).toContain('Er is niets opgeslagen');
    const retry = (cardOf(refused.body) as unknown as Actions).actions[0]!;
    expect(retry.data).toMatchObject({ birthDate: '2024-02-10', grounds: 'child_development' });
    expect(shown(refused.body)).not.toMatch(/ECONN|node_modules|Error:/);

    await proxy.start();
    expect(shown((await driver.say('bereik', { person: official })).replies)).toContain('Bereik · Putten');
    expect(shown((await driver.press(retry.verb, retry.data, { person: nurse })).body)).toContain('Opgeslagen');
  });

  it('that does not answer a commit is said to be uncertain, and trying again stores once', async () => {
    const form = cardOf((await driver.say('indicatie', { person: nurse })).replies[0]) as unknown as Actions;
    const save = form.actions.find(({ title }) => title === 'Opslaan')!;
    const typed = { ...save.data, birthDate: '2024-05-05', issuedOn: '2026-11-20', grounds: 'child_development' };
    const count = async (): Promise<number> => (await world.owner.query(`select from child_detail where birth_date = '2024-05-05'`)).rowCount ?? 0;

    proxy.cutNextCommit();
    const uncertain = await driver.press(save.verb, typed, { person: nurse });
    expect(shown(uncertain.body)).toContain('niet zeker of dit is opgeslagen');
    expect(await count()).toBe(1);

    const retry = (cardOf(uncertain.body) as unknown as Actions).actions[0]!;
    expect(shown((await driver.press(retry.verb, retry.data, { person: nurse })).body)).toContain('Opgeslagen');
    expect(await count()).toBe(1);
  });

  it('is told apart from one that is busy', async () => {
    const form = cardOf((await driver.say('indicatie', { person: nurse })).replies[0]) as unknown as Actions;
    const save = form.actions.find(({ title }) => title === 'Opslaan')!;
    const holder = await world.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from ledger_clock for update');
      const answer = await driver.press(save.verb, { ...save.data, birthDate: '2024-06-06', issuedOn: '2026-11-20', grounds: 'child_development' }, { person: nurse });
      expect(shown(answer.body)).toContain('Het is even druk');
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });
});
