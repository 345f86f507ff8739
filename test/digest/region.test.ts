import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { together } from '../../src/digest/content/together.ts';
import type { Told } from '../../src/digest/content/gather.ts';
import type { DigestScope, WeekPost } from '../../src/digest/types.ts';
import { bandOf } from '../../src/figures/release-bands.ts';
import { createWorld, ERMELO, ID, PUTTEN, type World } from '../support/world.ts';
import { compose, composeAtWork, linesOf, withoutReferences } from './compose.ts';

const TODAY = '2026-11-23';
const veluwe: DigestScope = { kind: 'region', id: 'noord-veluwe', name: 'Noord-Veluwe' };

/** Target toddlers of a municipality, of whom some are on a VE place; those began last week. */
const toddlers = (municipality: string, prefix: string, of: { readonly all: number; readonly placed: number; readonly location: string; readonly group: string }): string => `
  with made as (insert into child (code) select '${prefix}-' || 'BC' || chr(65 + n / 20) || chr(65 + n % 20) || '-AAAA' from generate_series(0, ${of.all - 1}) n returning id, code),
  numbered as (select id, row_number() over (order by code) as n from made),
  detail as (insert into child_detail (child_id, birth_date, municipality_code, valid) select id, '2024-01-15', '${municipality}', '[2024-01-15,)' from numbered),
  indicated as (insert into indication (child_id, valid) select id, '[2026-02-01,)' from numbered)
  insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid)
  select id, '${of.location}', '${of.group}', true, 16, 4, '[2026-11-17,)' from numbered where n <= ${of.placed};`;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(`set search_path = kansenlijn, public;
    ${toddlers(PUTTEN, 'PU', { all: 23, placed: 16, location: ID.waterlelie, group: ID.waterlelieGroup })}
    ${toddlers(ERMELO, 'ER', { all: 12, placed: 7, location: ID.ermelo, group: ID.ermeloGroup })}
    insert into region (id, name) values ('de-bevelanden', 'De Bevelanden'), ('leeg', 'Lege regio');
    insert into municipality (code, name, code_prefix) values ('0664', 'Goes', 'GO'), ('0654', 'Borsele', 'BO');
    insert into region_member (region_id, municipality_code) values ('de-bevelanden', '0664'), ('de-bevelanden', '0654');
    insert into person_role (person_id, role, region_id) select person_id, 'regional', r from person_role, unnest(array['de-bevelanden', 'leeg']) r where region_id = 'noord-veluwe';`);
});
afterAll(() => world.close());

const post = (scope: DigestScope, policyOf: Record<string, string> = { [ERMELO]: PUTTEN }): Promise<WeekPost> => compose(world, { person: 'regional', scope, today: TODAY, policyOf });

describe('the post of a region', () => {
  it('tells the sum of the bands of its members, each by name and in the order of the alphabet', async () => {
    const lines = linesOf((await post(veluwe)).post);
    // 15-19 and 5-9 reached, 5-9 and 5-9 not.
    expect(lines.slice(0, 4)).toEqual(['Week 48 · Noord-Veluwe', 'Peildatum 23-11-2026', 'Bereik 52-74%', '20-28 bereikt, 10-18 niet of onbekend']);
    expect(lines).toEqual(expect.arrayContaining(['Instroom: 20-28', 'Bereik per gemeente', 'Ermelo: 35-65% (minstens 80%: niet gehaald)', 'Putten: 62-80% (minstens 80%: rond het doel)']));
    expect(lines.findIndex((line) => line.startsWith('Ermelo: '))).toBeLessThan(lines.findIndex((line) => line.startsWith('Putten: ')));
    expect(lines.join()).not.toContain('Doel:');
  });

  it('tells the bands behind the percentages in a reply', async () => {
    const [reach] = (await post(veluwe)).replies;
    expect(linesOf(reach!).slice(0, 4)).toEqual(['Bereik · Noord-Veluwe', 'Peildatum 23-11-2026', 'Ermelo: 5-9 bereikt, 5-9 niet of onbekend', 'Putten: 15-19 bereikt, 5-9 niet of onbekend']);
  });

  it('says once what is the same for every member', async () => {
    const meetings = linesOf((await post(veluwe)).replies.find(({ summary }) => summary.startsWith('Afspraken'))!);
    expect(meetings.filter((line) => line.startsWith('VVE-werkgroep: '))).toHaveLength(1);
    expect(meetings).toContain('Elke gemeente');
    const different = linesOf((await post(veluwe, {})).replies.find(({ summary }) => summary.startsWith('Afspraken'))!);
    expect(different.filter((line) => ['Elke gemeente', 'Ermelo', 'Putten'].includes(line))).toEqual(['Putten']);
  });

  it('tells in the replies all together first, and then each under its name', async () => {
    const { replies } = await post(veluwe);
    const flow = linesOf(replies.find(({ summary }) => summary.startsWith('Instroom'))!);
    expect(flow.filter((line) => /^(?:Samen|Ermelo|Putten|Instroom: [\d-]+)$/.test(line))).toEqual(['Samen', 'Instroom: 20-28', 'Ermelo', 'Instroom: 5-9', 'Putten', 'Instroom: 15-19']);
    expect(linesOf(replies.find(({ summary }) => summary.startsWith('Afspraken'))!).filter((line) => line === 'Samen')).toEqual([]);
  });

  it('gives nobody a number of children of 1 to 4, nor one outside its bands', async () => {
    const { post: first, replies } = await post(veluwe);
    const text = [first, ...replies].flatMap(linesOf).join('\n');
    expect(text).not.toMatch(/\b(?:16|7|23|12|35) (?:van|bereikt|kinderen)/);
    expect(text).not.toMatch(/: [1-4]$/m);
  });

  it('leaves a member without a window out of the sum of reach, says so, and names it', async () => {
    const lines = linesOf((await post(veluwe, {})).post);
    expect(lines[2]).toBe('Bereik 62-80%');
    expect(lines).toContain('Ermelo: niet te geven: geen beginleeftijd vastgelegd');
    expect(lines.join()).toContain('niet meegeteld, omdat geen beginleeftijd is vastgelegd: Ermelo.');
  });

  it('says that reach cannot be given when no member has a window', async () => {
    const lines = linesOf((await post(veluwe, { [PUTTEN]: '0000' })).post);
    expect(lines[2]).toBe('Bereik is niet te geven: er is geen beginleeftijd vastgelegd.');
    expect(lines.join()).not.toContain('niet meegeteld');
  });

  it('names members on record that are not of the coordinator, instead of counting them as none', async () => {
    const lines = linesOf((await post({ kind: 'region', id: 'de-bevelanden', name: 'De Bevelanden' }, { '0664': PUTTEN, '0654': PUTTEN })).post);
    expect(lines.filter((line) => /^(?:Borsele|Goes): .*bereikt/.test(line))).toHaveLength(2);
    expect(lines.join()).toContain('van wie het kanaal koppelde: Kapelle, Noord-Beveland, Reimerswaal.');
    expect(lines.join()).not.toContain('Kapelle:');
  });

  it('says in one line that there is nothing to count without members, and has no replies', async () => {
    const { post: first, replies } = await post({ kind: 'region', id: 'leeg', name: 'Lege regio' });
    expect(linesOf(first)).toEqual(['Week 48 · Lege regio', 'Peildatum 23-11-2026', expect.stringContaining('geen gemeenten vastgelegd')]);
    expect(replies).toEqual([]);
  });

  it('names its only member too, and no sum beside it', async () => {
    await world.owner.query(`update kansenlijn.region_member set valid = daterange(lower(valid), current_date) where region_id = 'noord-veluwe' and municipality_code = '${ERMELO}'`);
    const { post: first, replies } = await post(veluwe);
    const text = [first, ...replies].flatMap(linesOf).join('\n');
    expect(text).toContain('Putten: 62-80%');
    expect(text).not.toContain('Ermelo');
    expect(text).not.toContain('Samen');
    await world.owner.query(`update kansenlijn.region_member set valid = daterange(lower(valid), null) where region_id = 'noord-veluwe'`);
  });

  it('says the same when it is composed again, also by the job', async () => {
    const again = await composeAtWork(world, { person: 'regional', scope: veluwe, today: TODAY, policyOf: { [ERMELO]: PUTTEN } });
    expect(withoutReferences(again)).toBe(withoutReferences(await post(veluwe)));
  });
});

describe('what there is of several municipalities together', () => {
  const told = (intakes: number, exits: Readonly<Record<string, number>>): Told => ({
    name: 'x', few: bandOf(0), reach: new Map(), meetings: [], silent: [], references: [], intakes: bandOf(intakes), exits: Object.entries(exits).map(([reason, count]) => ({ reason, band: bandOf(count) })),
  });
  it('do not tell whether a few or none left elsewhere for the same reason', () => {
    const none = together([told(6, { Verhuisd: 7 }), told(3, {})]);
    const few = together([told(6, { Verhuisd: 7 }), told(3, { Verhuisd: 4 })]);
    expect(none.exits).toEqual(few.exits);
    expect(none.exits).toEqual([{ reason: 'Verhuisd', band: { low: 5, high: 13 } }]);
  });
  it('is no number of intakes when one of them does not tell it', () => {
    expect(together([told(6, {}), told(3, {})]).intakes).toEqual({ low: 5, high: 13 });
    expect(together([told(6, {}), { ...told(3, {}), intakes: undefined }]).intakes).toBeUndefined();
  });
});
