import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

describe('the names that a person may use', () => {
  it('are read once in a turn, and again in the next', async () => {
    const [first, second] = await world.as('official', async ({ ports }) => [await ports.figures.names(), await ports.figures.names()]);
    expect(second).toBe(first);
    expect(first.map(({ name }) => name)).toContain('Putten');
    await world.owner.query(`insert into kansenlijn.neighbourhood (municipality_code, name) values ('0273', 'Bijsteren')`);
    expect((await world.as('official', ({ ports }) => ports.figures.names())).map(({ name }) => name)).toContain('Bijsteren');
    expect((await world.as('officialErmelo', ({ ports }) => ports.figures.names())).map(({ name }) => name)).not.toContain('Putten');
  });
});
