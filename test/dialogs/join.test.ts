import { describe, expect, it } from 'vitest';
import { joinDialog } from '../../dialogs/join.ts';
import { child, CODES, emptyWorld, factsOf, fieldIds, healthGrant, HOSTILE, openForm, prefilled, rules, submit, uuid, type World } from './world.ts';

const nurse = (over: Partial<World> = {}): World => emptyWorld({ grants: [healthGrant], visible: [child(0), child(1)], ...over });
const answers = { code: CODES[0], into: CODES[1] };
const text = async (world: World, values: object = answers): Promise<string | undefined> => (await submit(joinDialog, world, values)).findings[0]?.text;

it('the form asks for the code that goes and the code that stays', async () => {
  expect(fieldIds(await openForm(joinDialog, nurse()))).toEqual(['code', 'into']);
});
it('the form names pairs that look like one child, and says nothing when there are none', async () => {
  expect(await openForm(joinDialog, nurse())).not.toMatchObject({ intro: expect.stringContaining('lijken op elkaar') as string });
  const lookAlikes = [{ code: CODES[0], other: CODES[1], birthDate: '2024-02-10' }];
  expect(await openForm(joinDialog, nurse({ lookAlikes }))).toMatchObject({ intro: expect.stringContaining(`${CODES[0]} en ${CODES[1]} (geboren 10-02-2024)`) as string });
});
it('a sentence fills in two codes, or one', async () => {
  expect((await prefilled(joinDialog, nurse(), `${CODES[0]} en ${CODES[1]}`)).values).toEqual(answers);
  expect((await prefilled(joinDialog, nurse(), `met ${CODES[0]}`)).values).toEqual({ code: CODES[0] });
  expect((await prefilled(joinDialog, nurse(), '')).values).toEqual({});
});

describe('joining', () => {
  it('stores which code counts as which, and says how to undo it', async () => {
    const world = nurse();
    const outcome = await submit(joinDialog, world, answers);
    expect(world.stored).toEqual([{ what: 'join', value: { childId: uuid(100), intoChildId: uuid(101) } }]);
    expect(factsOf(outcome)).toMatchObject({ Vervalt: CODES[0], Blijft: CODES[1] });
    expect(factsOf(outcome)['Terugdraaien']).toContain('corrigeer');
  });
  it('refuses one code twice, also when typed differently', async () => {
    expect(await text(nurse(), { code: CODES[0], into: CODES[0].toLowerCase() })).toContain('twee keer dezelfde code');
  });
  it('names each code that is not known', async () => {
    const outcome = await submit(joinDialog, nurse(), { code: CODES[2], into: CODES[3] });
    expect(outcome.findings.map((finding) => finding.text.includes(CODES[2]) || finding.text.includes(CODES[3]))).toEqual([true, true]);
    expect(rules(outcome, 'block')).toHaveLength(2);
  });
  it('refuses different birth dates', async () => {
    expect(await text(nurse({ visible: [child(0), child(1, '2024-03-13')] }))).toContain('geboortedatums verschillen');
  });
  it('refuses codes that were joined, with each other or with another, and says which way round it can be', async () => {
    expect(await text(nurse({ sameChild: new Map([[uuid(100), uuid(101)]]) }))).toContain('al samengevoegd');
    expect(await text(nurse({ sameChild: new Map([[uuid(101), uuid(102)]]) }))).toContain(`${CODES[1]} is al met een andere code samengevoegd`);
    expect(await text(nurse({ joinedCodes: new Map([[uuid(100), [CODES[2]]]]) }))).toContain('wissel de twee codes om');
    expect(await text(nurse({ joinedCodes: new Map([[uuid(101), [CODES[2]]]]) }))).toBeUndefined();
  });
  it('refuses two VE places on the same day, and allows one after the other', async () => {
    const placed = (end: string, start: string) => nurse({ otherVe: new Map([[uuid(100), [{ start: '2026-01-01', end, sameLocation: false }]], [uuid(101), [{ start, sameLocation: false }]]]) });
    expect(await text(placed('2026-06-01', '2026-05-31'))).toContain('in dezelfde periode');
    expect(await text(placed('2026-06-01', '2026-06-01'))).toBeUndefined();
  });
  it('never stores a hostile value', async () => {
    for (const field of ['code', 'into']) for (const value of [...HOSTILE, undefined, '']) expect((await submit(joinDialog, nurse(), { ...answers, [field]: value })).receipt).toBeUndefined();
  });
});
