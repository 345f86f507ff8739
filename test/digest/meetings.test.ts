import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingLines, nextMeetingLines } from '../../src/digest/content/meetings.ts';
import type { Told } from '../../src/digest/content/gather.ts';
import { groupMeeting, rhythmSentence } from '../../src/policy/engine/meetings.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import type { Meeting } from '../../src/policy/engine/types.ts';
import { allPolicies } from '../../src/policy/municipalities/index.ts';
import { createWorld, PUTTEN, type World } from '../support/world.ts';
import { compose, linesOf } from './compose.ts';

const TODAY = '2026-11-23';
const group: Meeting = { name: 'Stedelijke Regiegroep', timesPerYear: 4, isMinimum: true };

describe('the next meeting', () => {
  const line = (nextMeeting: string | undefined, meeting: Meeting | undefined = group) => nextMeetingLines({ nextMeeting, today: TODAY, topics: ['meetings'] }, meeting)[0]?.value;
  it('is told with whose it is and how often that was agreed', () => expect(line('2026-12-14')).toBe('maandag 14-12-2026 (Stedelijke Regiegroep, minstens 4 keer per jaar afgesproken)'));
  it('is told on the day itself, and not the day after', () => {
    expect(line(TODAY)).toContain('vandaag, maandag 23-11-2026');
    expect(line('2026-11-22')).toBeUndefined();
  });
  it('is told without a rhythm where none is on record', () => {
    expect(line('2026-12-15', { name: 'Werkgroep VVE' })).toBe('dinsdag 15-12-2026 (Werkgroep VVE)');
    expect(nextMeetingLines({ nextMeeting: '2026-12-15', today: TODAY, topics: ['meetings'] }, undefined)[0]?.value).toBe('dinsdag 15-12-2026');
  });
  it('is not told when the topic was left out', () => expect(nextMeetingLines({ nextMeeting: '2026-12-15', today: TODAY, topics: ['flow'] }, group)).toEqual([]));
});

describe('how often a meeting was agreed', () => {
  it.each<[Omit<Meeting, 'name'>, string | undefined]>([
    [{ timesPerYear: 4, note: 'waarvan 2 keer met casussen' }, '4 keer per jaar afgesproken, ongeveer elke 3 maanden; waarvan 2 keer met casussen'],
    [{ timesPerYear: 12 }, '12 keer per jaar afgesproken, ongeveer elke maand'],
    [{ timesPerYear: 5 }, '5 keer per jaar afgesproken'],
    [{ timesPerYear: 1 }, '1 keer per jaar afgesproken'],
    [{}, undefined],
  ])('%j is said as a member plans', (meeting, sentence) => expect(rhythmSentence({ name: 'x', ...meeting })).toBe(sentence));
  it('is said of those with a rhythm only', () => {
    const told: Told = { name: 'x', few: { low: 0, high: 4 }, reach: new Map(), silent: [], references: [], meetings: [group, { name: 'Werkgroep' }] };
    expect(meetingLines(told).map(({ label }) => label)).toEqual(['Stedelijke Regiegroep']);
  });
  it('is that of the group that steers VE first, in every policy that names one', () => {
    const names = allPolicies().map((policy) => groupMeeting(resolvePolicy(policy, '2026-06-01'))?.name).filter((name) => name !== undefined);
    expect(new Set(names)).toEqual(new Set(['Stedelijke Regiegroep', 'Werkgroep VVE', 'VVE-werkgroep', 'LEA/OOGO', 'Kerngroepoverleg', 'Regionale LEA (REA)']));
  });
});

describe('a post with a next meeting on record', () => {
  let world: World;
  beforeAll(async () => { world = await createWorld(); });
  afterAll(() => world.close());
  const post = (nextMeeting?: string) => compose(world, { person: 'official', scope: { kind: 'municipality', code: PUTTEN, name: 'Putten' }, today: TODAY, topics: ['meetings'], nextMeeting });

  it('tells it in the post and in the reply, which also says what it rests on', async () => {
    const { post: first, replies } = await post('2026-12-14');
    const line = 'Volgend overleg: maandag 14-12-2026 (VVE-werkgroep, 4 keer per jaar afgesproken)';
    expect(linesOf(first)).toContain(line);
    expect(linesOf(first).join()).not.toContain('niets te melden');
    expect(replies.map(({ summary }) => summary)).toEqual(['Afspraken · Putten.']);
    expect(linesOf(replies[0]!)).toEqual(expect.arrayContaining([line, 'VVE-werkgroep: 4 keer per jaar afgesproken, ongeveer elke 3 maanden; waarvan 2 keer met casussen']));
    expect(linesOf(replies[0]!).join()).toContain('legde een beleidsadviseur vast');
  });

  it.each([['without a day', undefined], ['after that day', '2026-11-22']])('keeps to the rhythm %s, and says who can record the day', async (_, day) => {
    const { post: first, replies } = await post(day);
    expect(linesOf(first).join()).not.toContain('Volgend overleg');
    expect(linesOf(replies[0]!).join()).toContain('4 keer per jaar afgesproken');
    expect(linesOf(replies[0]!).join()).toContain('kan een beleidsadviseur vastleggen met “weekpost instellen”');
  });
});
