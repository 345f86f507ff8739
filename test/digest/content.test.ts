import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../db/database.ts';
import { composeWeekPost } from '../../src/digest/content/index.ts';
import { notable } from '../../src/digest/content/notable.ts';
import { flowLines, handoverLines, placesLines, qualityLines } from '../../src/digest/content/lines.ts';
import { weekBefore } from '../../src/digest/content/read.ts';
import { toldReach } from '../../src/digest/content/reach.ts';
import { besidePlaces, silentOf, toldGroups, type Told } from '../../src/digest/content/gather.ts';
import { DIGEST_TOPICS, type DigestTopic, type WeekPost } from '../../src/digest/types.ts';
import { bandOf } from '../../src/figures/release-bands.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import { shippedPolicies } from '../../src/policy/municipalities/index.ts';
import { SMALL_WORLD } from '../product/small-world.ts';
import { createWorld, PUTTEN, TENANT, type World } from '../support/world.ts';

const TODAY = '2026-11-23';
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.owner.query(SMALL_WORLD);
});
afterAll(() => world.close());

async function compose(topics: readonly DigestTopic[] = DIGEST_TOPICS): Promise<WeekPost> {
  const database = createDatabase(world.pool, world.test.identityKey);
  const result = await database.inTurn({ tenantId: TENANT, aadObjectId: 'official-putten' }, undefined, ({ person, ports }) => composeWeekPost({
    ports, person: person!,
    policy: (code, day) => { const found = shippedPolicies.policyOf(code); return found && resolvePolicy(found, day); },
  }, { scope: { kind: 'municipality', code: PUTTEN, name: 'Putten' }, week: '2026-W48', today: TODAY, topics }));
  if (!result.fresh) throw new Error('not composed');
  return result.value;
}

const textOf = (value: unknown): string => JSON.stringify(value);

describe('the post of a small municipality', () => {
  it('tells reach in bands, with the target, and no number from 1 to 4', async () => {
    const { post } = await compose();
    const text = textOf(post.card);
    expect(text).toContain('Week 48 · Putten');
    expect(text).toContain('<5 bereikt');
    expect(text).toContain('minstens 80%');
    expect(text).not.toContain('"value":"1"');
    expect(text).not.toContain('2 van 4');
    expect(post.summary).toContain('Week 48 · Putten');
  });

  it('names in replies only topics with something to tell', async () => {
    const titles = (await compose()).replies.map(({ summary }) => summary);
    expect(titles.some((title) => title.startsWith('Plekken'))).toBe(true);
    expect(titles.some((title) => title.startsWith('Instroom'))).toBe(false);
  });

  it('leaves out what was turned off, and says in one line that there is no more', async () => {
    const { post, replies } = await compose([]);
    expect(replies).toEqual([]);
    expect(textOf(post.card)).toContain('Verder is er deze week niets te melden.');
    expect(textOf(post.card)).not.toContain('Vrije plekken:');
  });

  it('says the same when it is composed again, under references of its own', async () => {
    const [first, second] = [textOf(await compose()), textOf(await compose())];
    const referencesIn = (text: string): string[] => text.match(/KL-\w{4}-\w{4}/g) ?? [];
    const bare = (text: string): string => text.replaceAll(/KL-\w{4}-\w{4}/g, 'KL');
    expect(bare(first)).toBe(bare(second));
    expect(referencesIn(first)).toHaveLength(referencesIn(second).length);
    expect(new Set([...referencesIn(first), ...referencesIn(second)]).size).toBe(2 * referencesIn(first).length);
  });

  it('carries a reference for each figure that it tells', async () => {
    const { post, replies } = await compose();
    expect(textOf(post.card)).toMatch(/Referenties van het bereik: nu KL-\w{4}-\w{4}, week geleden KL-\w{4}-\w{4}, maand geleden KL-/);
    const places = replies.find(({ summary }) => summary.startsWith('Plekken'))!;
    expect(textOf(places.card)).toMatch(/Referenties: vrije plekken KL-\w{4}-\w{4}, wachtend KL-\w{4}-\w{4}\. Hoort het precieze cijfer bij uw rol\?/);
  });
});

const nothing: Told = { name: 'Putten', few: bandOf(0), reach: new Map(), meetings: [], silent: [], references: [] };

describe('lines', () => {
  it('name no reason of few, and nothing when all are few', () => {
    expect(flowLines({ ...nothing, intakes: bandOf(3), exits: [{ reason: 'Verhuisd', band: bandOf(1) }] })).toEqual([]);
    expect(flowLines({ ...nothing, intakes: bandOf(6), exits: [{ reason: 'Verhuisd', band: bandOf(1) }, { reason: 'Naar school', band: bandOf(7) }] }))
      .toEqual([{ label: 'Instroom', value: '5-9' }, { label: 'Uitstroom: naar school', value: '5-9' }]);
  });
  it('tell of handovers where more than a few turned four', () => {
    expect(handoverLines({ ...nothing, handovers: { due: bandOf(4), late: bandOf(1), missing: bandOf(1) } })).toEqual([]);
    expect(handoverLines({ ...nothing, handovers: { due: bandOf(12), late: bandOf(5), missing: bandOf(0) } }).map(({ value }) => value)).toEqual(['10-14', '5-9', '<5']);
  });
  it.each([['2026-11-23', '2026-11-16'], ['2026-11-29', '2026-11-16'], ['2026-11-30', '2026-11-23'], ['2027-01-01', '2026-12-21']])('count on %s the week from %s, so that weeks never overlap', (today, from) => expect(weekBefore(today).from).toBe(from));
  it('tell between which numbers the free places lie, and nothing where none are offered', () => {
    expect(placesLines({ ...nothing, places: { offered: 40, free: { low: 6, high: 10 } } })).toEqual([{ label: 'Vrije plekken', value: '6-10 van 40' }]);
    expect(placesLines({ ...nothing, places: { offered: 16, free: { low: 0, high: 0 } } })[0]!.value).toBe('0 van 16');
    expect(placesLines({ ...nothing, places: { offered: 0, free: { low: 0, high: 0 } } })).toEqual([]);
  });
  it('name five silent locations and how many more', () => {
    expect(qualityLines({ ...nothing, silent: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] })[0]!.value).toBe('A, B, C, D, E en 2 andere');
    expect(qualityLines(nothing)).toEqual([]);
  });
});

describe('what is left out because of what stands beside it', () => {
  const five = (count: number) => bandOf(count);
  const place = (locationName: string, taken: number) => ({ locationName, offered: 16, taken });
  const mix = (label: string, numerator: number, denominator: number) => ({ numerator, denominator, lines: [{ label, numerator, denominator }] });

  it('are groups of a location where the agreed numbers would say more than its band', () => {
    // Two groups of four are eight children: no news of a location of ten, but of one of nine it is.
    expect(toldGroups(mix('De Eik', 2, 2), [place('De Eik', 10)], 4, five)).toBe('all');
    expect(toldGroups(mix('De Eik', 1, 2), [place('De Eik', 10)], 4, five)).toBe('not-all');
    expect(toldGroups(mix('De Eik', 1, 2), [place('De Eik', 9)], 4, five)).toBeUndefined();
    expect(toldGroups(mix('De Eik', 1, 1), [place('De Eik', 4)], 4, five)).toBeUndefined();
  });
  it('are groups without an agreement, without a figure, or of a location that is not known', () => {
    expect(toldGroups(mix('De Eik', 1, 1), [place('De Eik', 10)], undefined, five)).toBeUndefined();
    expect(toldGroups(undefined, [place('De Eik', 10)], 4, five)).toBeUndefined();
    expect(toldGroups(mix('De Es', 1, 1), [place('De Eik', 10)], 4, five)).toBeUndefined();
  });
  it('are locations without a delivery that offer no places, which would be named as long as there is a child', () => {
    const deliveries = [{ location: 'De Eik', recent: 0 as const }, { location: 'De Es', recent: 0 as const }, { location: 'De Wilg', recent: 1 as const }];
    expect(silentOf(deliveries, [place('De Eik', 3), { locationName: 'De Es', offered: null }, place('De Wilg', 3)])).toEqual(['De Eik']);
  });
  it('are intakes of more children than are certainly on a place', () => {
    expect(besidePlaces(bandOf(10), [place('De Eik', 10)], five)).toEqual(bandOf(10));
    expect(besidePlaces(bandOf(10), [place('De Eik', 9), place('De Es', 4)], five)).toBeUndefined();
    expect(besidePlaces(bandOf(4), [], five)).toEqual(bandOf(4));
    expect(flowLines({ ...nothing, intakes: undefined, exits: [{ reason: 'Verhuisd', band: bandOf(7) }] })[0]).toEqual({ label: 'Instroom', value: 'niet getoond' });
  });
});

describe('what stands out', () => {
  const reach = (then: number, now: number) => new Map([['2026-10-23', toldReach('2026-10-23', bandOf(then), bandOf(100 - then))], [TODAY, toldReach(TODAY, bandOf(now), bandOf(100 - now))]]);
  it('is a target that was certainly crossed, first', () => {
    expect(notable({ reach: reach(60, 95), targetPercent: 80 }, TODAY)).toBe('Het doel van 80% bereik is gehaald, een maand geleden nog niet.');
    expect(notable({ reach: reach(95, 60), targetPercent: 80 }, TODAY)).toContain('onder het doel');
  });
  it('is more waiting than can be free', () => {
    expect(notable({ reach: new Map(), waiting: bandOf(12), places: { offered: 40, free: { low: 1, high: 5 } } }, TODAY)).toContain('minstens 10');
    expect(notable({ reach: new Map(), waiting: bandOf(9), places: { offered: 40, free: { low: 1, high: 5 } } }, TODAY)).toBeUndefined();
  });
  it('is a change of reach that is certain, and nothing of one that may be none', () => {
    expect(notable({ reach: reach(60, 75) }, TODAY)).toContain('gestegen');
    expect(notable({ reach: reach(60, 61) }, TODAY)).toBeUndefined();
  });
});
