import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resultsLines } from '../../src/digest/content/results.ts';
import type { DigestScope, DigestTopic } from '../../src/digest/types.ts';
import { schoolYearInSeason } from '../../src/policy/results/index.ts';
import { createWorld, ERMELO, ID, PUTTEN, type PersonName, type World } from '../support/world.ts';
import { compose, composeAtWork, linesOf, withoutReferences } from './compose.ts';

const putten: DigestScope = { kind: 'municipality', code: PUTTEN, name: 'Putten' };
const OTHER_BOARD = '00000000-0000-4000-8000-0000000000b2';
const EIK = '00000000-0000-4000-8000-000000000044';
const IN_SEASON = '2026-09-07';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(`insert into kansenlijn.organisation (id, kind, name) values ('${OTHER_BOARD}', 'school_board', 'De Kring');
    insert into kansenlijn.school (id, organisation_id, municipality_code, name) values ('${EIK}', '${OTHER_BOARD}', '${PUTTEN}', 'De Eik')`);
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('truncate kansenlijn.result_agreement, kansenlijn.kindergarten_result'));

const agree = (municipality: string, { board = 'null', moment = 'end_group_2', year = 2025 } = {}): Promise<unknown> => world.owner.query(`
  insert into kansenlijn.result_agreement (municipality_code, organisation_id, population, domain, moment, instrument, level, target_percent, school_year, source, change)
  values ('${municipality}', ${board === 'null' ? board : `'${board}'`}, 've', 'language', '${moment}', 'kijk', 'fase 9', 60, ${year}, 'LEA', 'imported')`);
const deliver = (school: string, moment = 'end_group_2', year = 2025): Promise<unknown> => world.owner.query(`
  insert into kansenlijn.kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change)
  values ('${school}', ${year}, '${moment}', 'motor', 'kijk', 31, 23, 17, 13, 'imported')`);

const post = async (today = IN_SEASON, { person = 'official', scope = putten, topics = ['results'] }: { person?: PersonName; scope?: DigestScope; topics?: DigestTopic[] } = {}) => {
  const { post: first, replies } = await compose(world, { person, scope, today, topics });
  return { lines: linesOf(first).filter((line) => line.startsWith('Zonder resultaten')), replies: replies.map((reply) => ({ summary: reply.summary, lines: linesOf(reply) })) };
};

describe('schools that owe kindergarten results', () => {
  it('are named in the post and in a reply with the definition, without any number of children', async () => {
    await agree(PUTTEN);
    await deliver(ID.schoolOffBot);
    const { lines, replies } = await post();
    expect(lines).toEqual(['Zonder resultaten eind groep 2: De Eik, De Lindeboom (2025-2026)']);
    expect(replies).toHaveLength(1);
    expect(replies[0]!.summary).toBe('Kleuterresultaten · Putten.');
    expect(replies[0]!.lines).toContain(lines[0]);
    expect(replies[0]!.lines.join(' ')).toContain('Scholen zonder resultaten: Van de scholen in de gemeente');
    expect(replies[0]!.lines.join(' ')).not.toMatch(/\b(?:31|23|17|13)\b/);
  });

  it('are not named when the topic is left out, when nothing was agreed, or when all delivered', async () => {
    expect((await post()).lines).toEqual([]);
    await agree(PUTTEN);
    expect((await post(IN_SEASON, { topics: ['flow', 'places'] })).lines).toEqual([]);
    for (const school of [ID.school, ID.schoolOffBot, EIK]) await deliver(school);
    expect(await post()).toEqual({ lines: [], replies: [] });
  });

  it.each([['2026-05-31', 0], ['2026-06-01', 1], ['2026-10-31', 1], ['2026-11-01', 0]])('are named in the season of the reminders: on %s %i time', async (today, times) => {
    await agree(PUTTEN);
    const { lines, replies } = await post(today);
    expect([lines.length, replies.length]).toEqual([times, times]);
  });

  it('owe only what was agreed with their own board', async () => {
    await agree(PUTTEN, { board: OTHER_BOARD });
    expect((await post()).lines).toEqual(['Zonder resultaten eind groep 2: De Eik (2025-2026)']);
  });

  it('owe what was agreed for the start of group 3 in autumn, of the school year that began', async () => {
    await agree(PUTTEN, { moment: 'start_group_3', year: 2026 });
    await deliver(EIK, 'end_group_2');
    await deliver(EIK, 'start_group_3', 2025);
    expect((await post('2026-09-30')).lines).toEqual([]);
    expect((await post('2026-10-01')).lines).toEqual(['Zonder resultaten start groep 3: De Eik, De Lindeboom, De Wilg (2026-2027)']);
  });

  it('are asked no more once they closed, from the day itself', async () => {
    await agree(PUTTEN);
    await world.owner.query(`update kansenlijn.school set closed_on = '2026-08-01' where id = '${EIK}'`);
    expect((await post('2026-07-31')).lines[0]).toContain('De Eik');
    expect((await post('2026-08-01')).lines[0]).not.toContain('De Eik');
    await world.owner.query(`update kansenlijn.school set closed_on = null where id = '${EIK}'`);
  });

  it('are the same to an official and to the reminders of that official', async () => {
    await agree(PUTTEN);
    await deliver(ID.school);
    const facts = await world.as('official', ({ ports }) => ports.reminders.facts('results', IN_SEASON));
    const { lines } = await post();
    expect(lines).toEqual([`Zonder resultaten eind groep 2: ${facts.map(({ place }) => place).sort().join(', ')} (2025-2026)`]);
  });

  it('are the same when the job composes the post in the service capacity', async () => {
    await agree(PUTTEN);
    await deliver(ID.school);
    const asked = { person: 'official', scope: putten, today: IN_SEASON } as const;
    const atWork = await composeAtWork(world, asked);
    expect(linesOf(atWork.post)).toContain('Zonder resultaten eind groep 2: De Eik, De Wilg (2025-2026)');
    expect(withoutReferences(atWork)).toBe(withoutReferences(await compose(world, asked)));
  });

  it('stay within the municipality of who confirmed the channel', async () => {
    await agree(ERMELO);
    expect((await post(IN_SEASON, { person: 'officialErmelo', scope: { kind: 'municipality', code: ERMELO, name: 'Ermelo' } })).lines).toEqual(['Zonder resultaten eind groep 2: De Beuk (2025-2026)']);
    // Without rights there nobody is said to owe anything.
    expect((await post(IN_SEASON, { scope: { kind: 'municipality', code: ERMELO, name: 'Ermelo' } })).lines).toEqual([]);
  });
});

describe('the line of schools that owe results', () => {
  const late = (count: number) => resultsLines({ lateResults: [{ moment: 'end_group_2', schoolYear: 2025, schools: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].slice(0, count) }] })[0]!.value;
  it('names five at most', () => {
    expect(late(5)).toBe('A, B, C, D, E (2025-2026)');
    expect(late(6)).toBe('A, B, C, D, E en 1 andere (2025-2026)');
    expect(late(7)).toBe('A, B, C, D, E en 2 andere (2025-2026)');
  });
});

describe('the season of results', () => {
  it.each([
    ['end_group_2', '2026-05-31', undefined], ['end_group_2', '2026-06-01', 2025], ['end_group_2', '2026-10-31', 2025], ['end_group_2', '2026-11-01', undefined],
    ['start_group_3', '2026-09-30', undefined], ['start_group_3', '2026-10-01', 2026], ['start_group_3', '2027-02-28', 2026], ['start_group_3', '2027-03-01', undefined],
  ] as const)('of %s on %s is that of %s', (moment, day, year) => expect(schoolYearInSeason(moment, day)).toBe(year));
});
