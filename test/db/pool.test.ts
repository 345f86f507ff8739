import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

it('gives the application connections that compile no statements, which would take seconds', async () => {
  expect((await world.pool.query<{ jit: string }>('show jit')).rows).toEqual([{ jit: 'off' }]);
});
