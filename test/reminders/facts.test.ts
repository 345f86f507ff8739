import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReminderFact, ReminderKindId } from '../../dialogs/reminders/port.ts';
import { createWorld, ID, PUTTEN, type PersonName, type World } from '../support/world.ts';
import { indicated, placed } from './support.ts';

const TODAY = '2026-11-26';
let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const facts = (person: PersonName, kind: ReminderKindId, day = TODAY): Promise<readonly ReminderFact[]> => world.as(person, ({ ports }) => ports.reminders.facts(kind, day));
const codes = async (person: PersonName, kind: ReminderKindId): Promise<(string | undefined)[]> => (await facts(person, kind)).map(({ code }) => code);
const outcome = (childId: string, kind: 'offer' | 'refusal', onDate = '2026-10-01'): Promise<void> => world.as('nurse', ({ ports }) => ports.guidance.record({ childId, onDate, kind, reasons: [], confirmations: [] }));

describe('what the records say', () => {
  it('of an offer: it waits for a place until there is one, or a refusal', async () => {
    const [offered, refused] = [await indicated(world, '2024-03-01', '2026-08-01'), await indicated(world, '2024-03-02', '2026-08-01')];
    await outcome(offered.childId, 'offer');
    await outcome(refused.childId, 'offer');
    await outcome(refused.childId, 'refusal', '2026-10-02');
    expect(await codes('nurse', 'no_place')).toEqual([offered.code]);
    expect(await codes('nurse', 'outcome')).toEqual([]);
    await world.as('waterlelie', async ({ ports }) => {
      await ports.children.link(offered.code, '2024-03-01', ID.waterlelie);
      await ports.placements.record({ childId: offered.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-12-07', confirmations: [] });
    });
    expect(await codes('nurse', 'no_place')).toEqual([]);
  });

  it('of two codes that are one child: an outcome of either counts, and it is named once', async () => {
    const [first, second] = [await indicated(world, '2024-04-01', '2026-08-01'), await indicated(world, '2024-04-01', '2026-08-02')];
    await world.as('nurse', ({ ports }) => ports.children.join(second.childId, first.childId));
    expect(await facts('nurse', 'outcome')).toMatchObject([{ code: first.code, since: '2026-08-01' }]);
    await outcome(second.childId, 'refusal');
    expect(await codes('nurse', 'outcome')).toEqual([]);
  });

  it('of a handover: with VE or care known, for who is there or went to school, and not for who left for another place', async () => {
    const [ve, ordinary, gone] = [await placed(world, '2023-01-10', '2025-09-01'), await placed(world, '2023-01-11', '2025-09-01', false), await placed(world, '2023-01-12', '2025-09-01')];
    await world.as('waterlelie', async ({ ports }) => {
      const left = (await ports.placements.withoutExit()).find(({ child }) => child.code === gone.code)!;
      await ports.placements.end({ versionId: left.versionId, lastDay: '2026-10-30', reason: 'moved', confirmations: [] });
    });
    const mine = (await facts('waterlelie', 'handover_due')).filter(({ birthDate }) => birthDate! < '2024-01-01');
    expect(mine.map(({ code, withVeOrCare, mine: own }) => [code, withVeOrCare, own])).toEqual([[ve.code, true, true], [ordinary.code, false, true]]);
    expect((await facts('official', 'handover_due')).every(({ mine: own }) => !own)).toBe(true);
    expect(await facts('bosrand', 'handover_due')).toEqual([]);
  });

  it('of a location: the day on which it recorded last, or since when it has VE places', async () => {
    const delivered = Object.fromEntries((await facts('official', 'delivery')).map(({ place, since, mine }) => [place, [since, mine]]));
    const recordedOn = (await world.owner.query<{ day: string }>(`select max((known_from at time zone 'Europe/Amsterdam')::date)::text as day from kansenlijn.placement`)).rows[0]!.day;
    expect(delivered).toEqual({ 'De Waterlelie': [recordedOn, false], 'De Bosrand': ['2023-01-01', false] });
    expect((await facts('bosrand', 'delivery')).map(({ place, mine }) => [place, mine])).toEqual([['De Bosrand', true]]);
  });

  it('of results: asked of each school of the board until anything was delivered of that moment', async () => {
    await world.as('official', ({ ports }) => ports.results.addAgreement({
      municipalityCode: PUTTEN, boardId: ID.board, population: 've', domain: 'language', moment: 'end_group_2', instrument: 'kijk', level: 'niveau III', targetPercent: 80, schoolYear: 2025, source: 'LEA 2025',
    }));
    const of = async (person: PersonName): Promise<unknown[]> => (await facts(person, 'results', '2026-09-15')).map(({ place, since, mine, subject }) => [place, since, mine, subject.split(':').slice(1).join(' ')]);
    expect(await of('school')).toContainEqual(['De Lindeboom', '2026-05-01', true, 'end_group_2 2025']);
    expect(await of('official')).toContainEqual(['De Wilg', '2026-05-01', true, 'end_group_2 2025']);
    expect(await of('schoolErmelo')).toEqual([]);
    await world.as('school', ({ ports }) => ports.results.record({ schoolId: ID.school, schoolYear: 2025, moment: 'end_group_2', row: { domain: 'language', instrument: 'kijk', children: 20, atLevel: 15, veChildren: 8, veAtLevel: 6 }, confirmations: [] }));
    expect((await facts('school', 'results', '2026-09-15')).filter(({ place }) => place === 'De Lindeboom')).toEqual([]);
  });
});
