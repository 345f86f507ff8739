import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndicationOrigin } from '../../dialogs/ports.ts';
import { createWorld, ID, PUTTEN, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

async function recorded(origin?: IndicationOrigin) {
  return world.as('nurse', async ({ ports }) => {
    const child = await ports.children.register({ birthDate: '2024-02-01', municipalityCode: PUTTEN });
    await ports.indications.record({ childId: child.childId, issuedOn: '2026-10-01', organisationId: ID.jgz, grounds: ['child_development'], confirmations: [], ...(origin ? { origin } : {}) });
    const [indication] = await ports.indications.of(child.childId);
    return { child, indication: indication! };
  });
}

describe('where an indication came from', () => {
  it('is a first one unless it is said to be a re-indication', async () => {
    expect((await recorded()).indication.origin).toBeUndefined();
    expect((await recorded('first')).indication.origin).toBeUndefined();
    expect((await recorded('re_indication')).indication.origin).toBe('re_indication');
  });
  it('survives a correction', async () => {
    const { child, indication } = await recorded('re_indication');
    await world.as('nurse', async ({ ports }) => {
      expect(await ports.records.indication(indication.versionId)).toMatchObject({ origin: 're_indication' });
      expect(await ports.records.correctIndication(indication.versionId, { issuedOn: '2026-10-02', grounds: ['parents_situation'] }, 'verkeerde dag', [])).toBe(true);
      expect(await ports.indications.of(child.childId)).toMatchObject([{ issuedOn: '2026-10-02', grounds: ['parents_situation'], origin: 're_indication' }]);
    });
  });
  it('does not change in a belief, and takes no other value', async () => {
    const { child, indication } = await recorded();
    await expect(world.owner.query(`update indication set origin = 're_indication' where version_id = $1`, [indication.versionId])).rejects.toMatchObject({ code: '55000' });
    await expect(world.owner.query(`insert into indication (child_id, valid, origin) values ($1, '[2026-01-01,)', 'second')`, [child.childId])).rejects.toMatchObject({ code: '23514' });
  });
});
