import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/records/cli/run.ts';
import { createWorld, ID, PUTTEN, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['purge-handovers', ...args], { env: { DATABASE_OWNER_URL: world.test.ownerUrl }, out: (line) => out.push(line), err: (line) => err.push(line), isTerminal: false });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('kansenlijn purge-handovers', () => {
  it('removes what is said of a child that left long ago, says how many, and finds nothing the next time', async () => {
    const child = await world.as('nurse', ({ ports }) => ports.children.register({ birthDate: '2015-01-10', municipalityCode: PUTTEN }));
    await world.as('waterlelie', async ({ ports }) => {
      await ports.children.link(child.code, '2015-01-10', ID.waterlelie);
      const { handoverId } = await ports.handovers.start(child.childId, ID.waterlelie);
      await ports.handovers.saveProgramme(handoverId!, { programme: 'Peuterplein', startedOn: '2017-06-15', hoursPerWeek: 16 });
    });
    const first = await run();
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(/^Overdrachten waarvan de inhoud is gewist: 1 \(peildatum \d\d-\d\d-\d{4}, bewaartermijn 24 maanden na vertrek\)\./);
    expect((await world.owner.query('select from handover_programme')).rowCount).toBe(0);
    expect((await run('--months', '12')).out).toContain('gewist: 0 ');
  });

  it.each(['-1', '1,5', 'x', '121', '1000'])('refuses %s months', async (months) => {
    expect((await run('--months', months)).code).toBe(2);
  });
});
