import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Child, Ports } from '../../dialogs/ports.ts';
import { reachCounts } from '../../src/figures/targets.ts';
import type { ReachCounts } from '../../src/figures/types.ts';
import { createWorld, ID, PUTTEN, TENANT, PEOPLE, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const DAY = '2026-03-31';
const WINDOW = 24;

async function targetToddler(birthDate: string, issuedOn = '2026-01-05'): Promise<Child> {
  return world.as('nurse', async ({ ports }) => {
    const child = await ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum });
    await ports.indications.record({ childId: child.childId, issuedOn, organisationId: ID.jgz, grounds: ['child_development'], confirmations: [] });
    return child;
  });
}

const place = (child: Child, start: string, where: 'waterlelie' | 'ermelo' = 'waterlelie'): Promise<void> => world.as(where, async ({ ports }) => {
  expect(await ports.children.link(child.code, child.birthDate, ID[where])).toBe('linked');
  await ports.placements.record({
    childId: child.childId, groupId: where === 'ermelo' ? ID.ermeloGroup : ID.waterlelieGroup, locationId: ID[where], vePlace: true,
    hoursPerWeek: 16, daysPerWeek: 4, start, confirmations: [],
  });
});

async function placementOf(ports: Ports, child: Child): Promise<string> {
  const record = (await ports.records.own(100)).find(({ kind, childCode }) => kind === 'placement' && childCode === child.code);
  return record!.versionId;
}

type AsOf = { revision: number; knownAt: string };
const reach = (referenceDate = DAY, asOf?: AsOf): Promise<ReachCounts & { revision: number; knownAt: string }> => world.as('official', async ({ ports }) => {
  const { facts, revision, knownAt } = await ports.figures.targets({ municipalityCode: PUTTEN, referenceDate, startMonths: WINDOW, endMonths: 48, ...(asOf ? { asOf } : {}) });
  return { ...reachCounts(facts), revision, knownAt };
});
const numbers = ({ total, reachedHere, reachedElsewhere, notReached, unknown }: ReachCounts): number[] => [total, reachedHere, reachedElsewhere, notReached, unknown];
async function change(work: () => Promise<void>): Promise<number[]> {
  const before = numbers(await reach());
  await work();
  return numbers(await reach()).map((count, index) => count - before[index]!);
}

describe('reach in the database', () => {
  it('counts an indicated child without more as unknown', async () => {
    expect(await change(async () => { await targetToddler('2023-06-01'); })).toEqual([1, 0, 0, 0, 1]);
  });

  it.each([
    ['on the day on which it turns two', '2024-03-31', 1],
    ['not on the day before', '2024-04-01', 0],
    ['on the day before its fourth birthday', '2022-04-01', 1],
    ['not on its fourth birthday', '2022-03-31', 0],
  ])('counts a child %s', async (_, birthDate, counted) => {
    expect((await change(async () => { await targetToddler(birthDate); }))[0]).toBe(counted);
  });

  it.each([['issued on the reference date', DAY, 1], ['not one issued a day later', '2026-04-01', 0]])('counts an indication %s', async (_, issuedOn, counted) => {
    expect((await change(async () => { await targetToddler('2023-06-01', issuedOn); }))[0]).toBe(counted);
  });

  it.each([['that starts on the reference date', DAY, 1], ['not one that starts a day later', '2026-04-01', 0]])('counts a placement %s', async (_, start, counted) => {
    const child = await targetToddler('2023-06-01');
    expect((await change(() => place(child, start)))[1]).toBe(counted);
  });

  it.each([['on the last day', DAY, 1], ['no longer on the day after it', '2026-03-30', 0]])('counts a child that leaves %s', async (_, lastDay, counted) => {
    const child = await targetToddler('2023-06-01');
    const difference = await change(async () => {
      await place(child, '2026-02-01');
      await world.as('waterlelie', async ({ ports }) => {
        expect(await ports.placements.end({ versionId: await placementOf(ports, child), lastDay, reason: 'moved', confirmations: [] })).toBe(true);
      });
    });
    expect(difference[1]).toBe(counted);
  });

  it('shows a placement in another municipality apart', async () => {
    const child = await targetToddler('2023-06-01');
    expect(await change(() => place(child, '2026-02-01', 'ermelo'))).toEqual([0, 0, 1, 0, -1]);
  });

  it('counts a refusal and a recorded reason as not reached, an offer as still unknown', async () => {
    const outcomes = [{ kind: 'refusal', reasons: [] }, { kind: 'non_reach', reasons: ['waiting_list', 'financial'] }, { kind: 'offer', reasons: [] }] as const;
    expect(await change(async () => {
      for (const outcome of outcomes) {
        const child = await targetToddler('2023-06-01');
        await world.as('nurse', ({ ports }) => ports.guidance.record({ childId: child.childId, onDate: '2026-02-02', confirmations: [], ...outcome }));
      }
    })).toEqual([3, 0, 0, 2, 1]);
  });

  it('lets reached win over an earlier refusal', async () => {
    const child = await targetToddler('2023-06-01');
    await world.as('nurse', ({ ports }) => ports.guidance.record({ childId: child.childId, onDate: '2026-02-02', kind: 'refusal', reasons: [], confirmations: [] }));
    expect(await change(() => place(child, '2026-03-01'))).toEqual([0, 1, 0, -1, 0]);
  });

  it('does not count a regular place as reached', async () => {
    const child = await targetToddler('2023-06-01');
    expect(await change(() => world.as('waterlelie', async ({ ports }) => {
      await ports.children.link(child.code, child.birthDate, ID.waterlelie);
      await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: false, hoursPerWeek: 8, daysPerWeek: 2, start: '2026-02-01', confirmations: [] });
    }))).toEqual([0, 0, 0, 0, 0]);
  });

  it('counts two joined codes as one child, and as two again after the join is withdrawn', async () => {
    const indicated = await targetToddler('2023-07-07');
    const placed = await world.as('waterlelie', async ({ ports }) => {
      const child = await ports.children.register({ birthDate: '2023-07-07', municipalityCode: PUTTEN, neighbourhoodId: ID.centrum, locationId: ID.waterlelie });
      await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-02-01', confirmations: [] });
      return child;
    });
    await world.as('nurse', async ({ ports }) => {
      expect((await ports.children.likelyDoubles(indicated.childId)).map(({ code }) => code)).toContain(placed.code);
      const pairs = (await ports.children.lookAlikes()).map(({ code, other }) => [code, other].sort());
      expect(pairs).toContainEqual([indicated.code, placed.code].sort());
    });
    for (const other of ['waterlelie', 'nurseErmelo', 'official'] as const) {
      expect(await world.as(other, ({ ports }) => ports.children.lookAlikes())).toEqual([]);
    }
    expect(await change(() => world.as('nurse', ({ ports }) => ports.children.join(placed.childId, indicated.childId)))).toEqual([0, 1, 0, 0, -1]);
    const left = await world.as('nurse', ({ ports }) => ports.children.lookAlikes());
    expect(left.some(({ code, other }) => [code, other].includes(placed.code) && [code, other].includes(indicated.code))).toBe(false);
    await world.as('waterlelie', async ({ ports }) => {
      expect(await ports.indications.of(placed.childId)).toHaveLength(1);
      expect(await ports.children.byCode(indicated.code)).toBeDefined();
    });
    expect(await change(() => world.as('nurse', async ({ ports }) => {
      const join = (await ports.records.own(100)).find(({ kind }) => kind === 'join')!;
      expect(await ports.records.withdraw('join', join.versionId, 'toch twee kinderen')).toBe(true);
    }))).toEqual([0, -1, 0, 0, 1]);
  });

  it('gives an official of another municipality nothing but zeros', async () => {
    const { facts } = await world.as('officialErmelo', ({ ports }) => ports.figures.targets({ municipalityCode: PUTTEN, referenceDate: DAY, startMonths: WINDOW, endMonths: 48 }));
    expect(facts).toEqual([]);
  });
});

describe('a figure computed again', () => {
  it('is the same to the digit after exits, corrections, withdrawals and an import about the past', async () => {
    const [one, two, three] = [await targetToddler('2023-05-05'), await targetToddler('2023-05-06'), await targetToddler('2023-05-07')] as const;
    await place(one, '2026-02-01');
    await place(two, '2026-02-01');
    const told = await reach();

    await world.as('waterlelie', async ({ ports }) => {
      await ports.placements.end({ versionId: await placementOf(ports, one), lastDay: '2026-03-01', reason: 'moved', confirmations: [] });
      expect(await ports.records.withdraw('placement', await placementOf(ports, two), 'verkeerd kind')).toBe(true);
    });
    await place(three, '2026-01-10');
    await world.as('nurse', async ({ ports }) => {
      const record = (await ports.records.own(500)).find(({ kind, childCode }) => kind === 'indication' && childCode === two.code)!;
      expect(await ports.records.correctIndication(record.versionId, { issuedOn: '2026-04-20', grounds: ['parents_situation'] }, 'datum verkeerd', [])).toBe(true);
    });
    await importAboutThePast();

    expect(numbers(await reach(DAY, told))).toEqual(numbers(told));
    expect(numbers(await reach())).not.toEqual(numbers(told));
  });

  /** The operator loads a child and says that it was known long before the figure was given. */
  async function importAboutThePast(): Promise<void> {
    const client = await world.owner.connect();
    try {
      await client.query('begin');
      await client.query(`select open_revision(null, '2026-02-01', 'import')`);
      const { rows } = await client.query<{ id: string }>(`insert into child (code) values ('PU-9999-9999') returning id`);
      await client.query(`insert into child_detail (child_id, birth_date, municipality_code, valid) values ($1, '2023-05-08', '0273', '[2023-05-08,)')`, [rows[0]!.id]);
      await client.query(`insert into indication (child_id, valid) values ($1, '[2026-01-01,)')`, [rows[0]!.id]);
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  it('tells what was known on a moment, also about what was imported later as known before it', async () => {
    const { rows } = await world.owner.query<{ revision: number }>('select revision from ledger_clock');
    const asKnown = await reach(DAY, { revision: rows[0]!.revision, knownAt: '2026-02-15T00:00:00Z' });
    expect(numbers(asKnown)).toEqual([1, 0, 0, 0, 1]);
  });
});

describe('the ledger', () => {
  it('refuses two overlapping VE placements of one child, also in a race, and lets a touching one in', async () => {
    const child = await targetToddler('2023-08-08');
    await place(child, '2026-02-01');
    await expect(place(child, '2026-03-01', 'ermelo')).rejects.toMatchObject({ code: '23P01' });
    await world.as('waterlelie', async ({ ports }) => {
      await ports.placements.end({ versionId: await placementOf(ports, child), lastDay: '2026-02-28', reason: 'moved', confirmations: [] });
    });
    await expect(place(child, '2026-03-01', 'ermelo')).resolves.toBeUndefined();
  });

  it('lets the owner, too, only close a belief, and only once', async () => {
    const child = await targetToddler('2023-08-09');
    const { rows } = await world.owner.query<{ version_id: string }>('select version_id from indication where child_id = $1', [child.childId]);
    const version = rows[0]!.version_id;
    await expect(world.owner.query(`update indication set valid = '[2020-01-01,)' where version_id = $1`, [version])).rejects.toMatchObject({ code: '55000' });
    await world.owner.query(`update indication set closing = 'withdrawn' where version_id = $1`, [version]);
    await expect(world.owner.query(`update indication set closing = 'corrected' where version_id = $1`, [version])).rejects.toMatchObject({ code: '55000' });
  });

  it('stamps revisions that rise with every transaction, whatever a writer claims', async () => {
    const first = await targetToddler('2023-08-10');
    const second = await targetToddler('2023-08-11');
    const { rows } = await world.owner.query<{ revision: number; person: string }>(`
      select i.revision, p.aad_object_id as person from indication i join person p on p.id = i.recorded_by
      where child_id = any ($1) order by revision`, [[first.childId, second.childId]]);
    expect(rows[1]!.revision).toBeGreaterThan(rows[0]!.revision);
    expect(rows.map((row) => row.person)).toEqual([PEOPLE.nurse, PEOPLE.nurse]);
  });

  it('says that a record is no longer current instead of closing it twice', async () => {
    const child = await targetToddler('2023-08-12');
    await place(child, '2026-02-01');
    await world.as('waterlelie', async ({ ports }) => {
      const version = await placementOf(ports, child);
      expect(await ports.records.withdraw('placement', version, 'vergissing')).toBe(true);
      expect(await ports.records.withdraw('placement', version, 'vergissing')).toBe(false);
    });
  });

  it('reopens a placement when its exit is withdrawn, and keeps the exit in history', async () => {
    const child = await targetToddler('2023-08-13');
    await place(child, '2026-02-01');
    await world.as('waterlelie', async ({ ports }) => {
      await ports.placements.end({ versionId: await placementOf(ports, child), lastDay: '2026-02-10', reason: 'moved', confirmations: [] });
      const exit = (await ports.records.own(100)).find(({ kind, childCode }) => kind === 'exit' && childCode === child.code)!;
      expect(exit.day).toBe('2026-02-10');
      expect(await ports.records.withdraw('exit', exit.versionId, 'toch gebleven')).toBe(true);
      expect((await ports.placements.withoutExit()).map((placement) => placement.child.code)).toContain(child.code);
    });
    const { rows } = await world.owner.query<{ change: string }>('select change from placement where child_id = $1 order by revision', [child.childId]);
    expect(rows.map((row) => row.change)).toEqual(['recorded', 'exited', 'reopened']);
  });
});

describe('a turn', () => {
  it('is handled once for each activity', async () => {
    const sender = { tenantId: TENANT, aadObjectId: PEOPLE.official };
    expect((await world.database.inTurn(sender, 'chat|1', async () => 1)).fresh).toBe(true);
    expect((await world.database.inTurn(sender, 'chat|1', async () => 1)).fresh).toBe(false);
    expect((await world.database.inTurn(sender, 'chat|2', async () => 1)).fresh).toBe(true);
  });

  it('that failed can be sent again', async () => {
    const sender = { tenantId: TENANT, aadObjectId: PEOPLE.official };
    await expect(world.database.inTurn(sender, 'chat|3', async () => { throw new Error('broken'); })).rejects.toThrow('broken');
    expect((await world.database.inTurn(sender, 'chat|3', async () => 1)).fresh).toBe(true);
  });

  it('fails when a statement in it failed, even if the work looked away', async () => {
    const work = world.as('nurse', async ({ ports }) => {
      await ports.children.register({ birthDate: '2023-09-08', municipalityCode: PUTTEN });
      await ports.submissions.claim('no uuid', 'indication').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('failed before its commit');
    expect((await world.owner.query(`select from child_detail where birth_date = '2023-09-08'`)).rowCount).toBe(0);
  });

  it('slows down who guesses the codes of children: after five wrong tries the right one is refused too', async () => {
    const child = await targetToddler('2023-09-09');
    const outcomes: string[] = [];
    for (const [code, birthDate] of [...Array.from({ length: 5 }, () => ['PU-2222-2222', '2023-09-09'] as const), [child.code, child.birthDate] as const]) {
      outcomes.push(await world.as('bosrand', ({ ports }) => ports.children.link(code, birthDate, ID.bosrand)));
    }
    expect(outcomes).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'too_many']);
    expect(await world.as('bosrand', ({ ports }) => ports.children.byCode(child.code))).toBeUndefined();
  });

  it('needs the birth date with the code', async () => {
    const child = await targetToddler('2023-09-10');
    expect(await world.as('ermelo', ({ ports }) => ports.children.link(child.code, '2023-09-11', ID.ermelo))).toBe('unknown');
    expect(await world.as('ermelo', ({ ports }) => ports.children.link(child.code, '2023-09-10', ID.ermelo))).toBe('linked');
  });
});

describe('an invitation', () => {
  it('gives a stranger the role once, and only with the right code', async () => {
    const { code } = await world.as('official', ({ ports }) => ports.people.invite({ role: 'childcare', locationId: ID.bosrand, invitingMunicipalityCode: PUTTEN }));
    const stranger = { tenantId: TENANT, aadObjectId: 'newcomer' };
    const redeem = async (typed: string): Promise<string> => {
      const result = await world.database.inTurn(stranger, undefined, ({ ports }) => ports.people.redeem(typed));
      return result.fresh ? result.value : 'duplicate';
    };
    expect(await redeem('2222-2222-2222')).toBe('unknown');
    expect(await redeem(code.toLowerCase().replaceAll('-', ' '))).toBe('redeemed');
    expect(await redeem(code)).toBe('unknown');
    const roles = await world.database.inTurn(stranger, undefined, async ({ person }) => person?.roles.map(({ role, locationName }) => `${role} ${locationName}`));
    expect(roles).toEqual({ fresh: true, value: ['childcare De Bosrand'] });
    const { rows } = await world.owner.query<{ found: boolean }>(`select exists (select from invitation where encode(code_hash, 'escape') like '%' || $1 || '%') as found`, [code]);
    expect(rows[0]!.found).toBe(false);
  });

  it('expires', async () => {
    const { code } = await world.as('official', ({ ports }) => ports.people.invite({ role: 'reader', municipalityCode: PUTTEN, invitingMunicipalityCode: PUTTEN }));
    await world.owner.query(`update invitation set expires_at = now() - interval '1 second'`);
    const result = await world.database.inTurn({ tenantId: TENANT, aadObjectId: 'late' }, undefined, ({ ports }) => ports.people.redeem(code));
    expect(result).toEqual({ fresh: true, value: 'unknown' });
  });

  it('is refused after five wrong codes in an hour', async () => {
    const guesser = { tenantId: TENANT, aadObjectId: 'guesser' };
    const { code } = await world.as('official', ({ ports }) => ports.people.invite({ role: 'reader', municipalityCode: PUTTEN, invitingMunicipalityCode: PUTTEN }));
    for (let attempt = 0; attempt < 5; attempt += 1) await world.database.inTurn(guesser, undefined, ({ ports }) => ports.people.redeem('3333-3333-3333'));
    expect(await world.database.inTurn(guesser, undefined, ({ ports }) => ports.people.redeem(code))).toEqual({ fresh: true, value: 'too_many' });
  });
});

