import { describe, expect, it } from 'vitest';
import { correctDialog } from '../../dialogs/correct.ts';
import { RecordChangedError } from '../../dialogs/dialog.ts';
import { child, childcareGrant, CODES, elsewhere, emptyWorld, factsOf, fieldIds, healthGrant, HOSTILE, indication, kikkers, open, openForm, openNotice, optionsOf, placement, prefilled, record, rules, submit, uuid, vissen, type World } from './world.ts';

const why = 'Verkeerde dag gelezen';
const placed = (over: Partial<World> = {}): World => emptyWorld({
  groups: [kikkers, vissen], placements: [placement(0)], visible: [child(0)], records: [record('placement', uuid(200), { groupName: 'De Kikkers' })],
  indications: new Map([[uuid(100), [indication('2026-05-01')]]]), ...over,
});
const exited = (over: Partial<World> = {}): World => placed({
  placements: [placement(0, { end: '2026-11-01', exitReason: 'moved', exitNote: 'naar Goes' })], records: [record('exit', uuid(200)), record('placement', uuid(200))], ...over,
});
const nurse = (over: Partial<World> = {}): World => emptyWorld({
  grants: [healthGrant], visible: [child(0)], indications: new Map([[uuid(100), [indication('2026-05-01')]]]),
  guidance: [{ versionId: uuid(400), onDate: '2026-06-01', kind: 'non_reach', reasons: ['waiting_list'], child: child(0) }],
  records: [record('indication', uuid(300)), record('guidance', uuid(400)), record('join', uuid(500))], ...over,
});
const placementAnswers = { record: `placement:${uuid(200)}`, group: vissen.groupId, place: 've', start: '2026-11-02', hours: '12', days: '3', why };
const exitAnswers = { record: `exit:${uuid(200)}`, lastDay: '2026-11-05', reason: 'moved', why };

describe('choosing what to correct', () => {
  it('shows the records with what tells them apart, and the two ways on', async () => {
    const form = await openForm(correctDialog, placed());
    expect(optionsOf(form, 'record')).toEqual([{ value: `placement:${uuid(200)}`, label: `Plaatsing ${CODES[0]} · De Kikkers · start 01-09-2026 · vastgelegd 22-11-2026 10:41` }]);
    expect(form.buttons?.map(({ verb, withInputs }) => [verb, withInputs])).toEqual([['correct.open', true], ['withdraw.open', true], ['menu.open', undefined]]);
  });
  it('shows at most ten, and looks further back for one code', async () => {
    const many = Array.from({ length: 30 }, (_, index) => record('placement', uuid(600 + index), { childCode: index === 29 ? CODES[1] : CODES[0] }));
    const world = placed({ records: many });
    expect(optionsOf(await openForm(correctDialog, world), 'record')).toHaveLength(10);
    expect(optionsOf(await openForm(correctDialog, world, { childCode: CODES[0] }), 'record')).toHaveLength(10);
  });
  it('chooses the only record of a code, and leaves open whether to correct or to withdraw it', async () => {
    const world = placed({ records: [record('placement', uuid(600)), record('placement', uuid(629), { childCode: CODES[1] })] });
    const { values } = await prefilled(correctDialog, world, CODES[1]);
    const form = await openForm(correctDialog, world, values);
    expect(form.defaults).toEqual({ record: `placement:${uuid(629)}` });
    expect(form.buttons?.map(({ verb }) => verb)).toEqual(['correct.open', 'withdraw.open', 'menu.open']);
    expect((await prefilled(correctDialog, world, CODES[0])).values).toEqual({ childCode: CODES[0] });
  });
  it('says that there is nothing, in all or for a code', async () => {
    expect((await openNotice(correctDialog, emptyWorld())).title).toBe('Niets om te corrigeren');
    expect((await openNotice(correctDialog, placed(), { childCode: CODES[2] })).paragraphs[0]).toContain(CODES[2]);
  });
  it('says that a record is gone, for a forged or an old card', async () => {
    for (const forged of [`placement:${uuid(777)}`, `exit:${uuid(200)}`, 'placement:x', 'x', `join:${uuid(200)}`, `placement:${uuid(200)}:x`]) {
      expect((await openNotice(correctDialog, placed(), { record: forged })).title).toBe('Intussen gewijzigd');
    }
  });
  it('opens whatever the values are', async () => {
    for (const value of HOSTILE) expect((await open(correctDialog, placed(), { record: String(value), childCode: String(value) })).kind).toMatch(/form|notice/);
  });
});

describe('the form of a correction is the form of the record, filled in', () => {
  it('of a placement, also when its group was closed since', async () => {
    const form = await openForm(correctDialog, placed({ groups: [vissen] }), { record: placementAnswers.record });
    expect(form.defaults).toEqual({ group: kikkers.groupId, place: 've', start: '2026-09-01', hours: '16', days: '4' });
    expect(optionsOf(form, 'group').map(({ label }) => label)).toEqual(['De Vissen', 'De Kikkers']);
    expect(form.hidden).toEqual({ record: placementAnswers.record });
    expect(fieldIds(form).at(-1)).toBe('why');
  });
  it('of an exit, with the last day and not the first day away', async () => {
    expect((await openForm(correctDialog, exited(), { record: exitAnswers.record })).defaults).toEqual({ lastDay: '2026-10-31', reason: 'moved', note: 'naar Goes' });
  });
  it('of an indication, keeping a ground that the list no longer has', async () => {
    const world = nurse({ indications: new Map([[uuid(100), [indication('2026-05-01', { grounds: ['child_development', 'old_ground'] })]]]) });
    const form = await openForm(correctDialog, world, { record: `indication:${uuid(300)}` });
    expect(form.defaults).toEqual({ issuedOn: '2026-05-01', grounds: 'child_development,old_ground' });
    expect(optionsOf(form, 'grounds').map(({ value }) => value)).toContain('old_ground');
  });
  it('of guidance', async () => {
    expect((await openForm(correctDialog, nurse(), { record: `guidance:${uuid(400)}` })).defaults).toEqual({ onDate: '2026-06-01', kind: 'non_reach', reasons: 'waiting_list', note: '' });
  });
  it('is not there for a join, which can only be withdrawn', async () => {
    const notice = await openNotice(correctDialog, nurse(), { record: `join:${uuid(500)}` });
    expect(notice.buttons[0]).toMatchObject({ verb: 'withdraw.open', data: { record: `join:${uuid(500)}` } });
  });
});

describe('storing a correction', () => {
  it('of a placement', async () => {
    const world = placed();
    const outcome = await submit(correctDialog, world, placementAnswers);
    expect(world.stored).toEqual([{ what: 'correct placement', value: { versionId: uuid(200), change: { groupId: vissen.groupId, vePlace: true, hoursPerWeek: 12, daysPerWeek: 3, start: '2026-11-02' }, reason: why, confirmations: [] } }]);
    expect(outcome.receipt?.title).toBe('Plaatsing gecorrigeerd');
    expect(factsOf(outcome)['Waarom']).toBe(why);
  });
  it('of an exit', async () => {
    const world = exited();
    expect(factsOf(await submit(correctDialog, world, exitAnswers))).toMatchObject({ 'Laatste dag': '05-11-2026', Waarom: why });
    expect(world.stored[0]?.value).toMatchObject({ change: { lastDay: '2026-11-05', reason: 'moved' }, reason: why });
  });
  it('of an indication and of guidance', async () => {
    const world = nurse();
    await submit(correctDialog, world, { record: `indication:${uuid(300)}`, issuedOn: '2026-05-02', grounds: 'parents_situation', why });
    await submit(correctDialog, world, { record: `guidance:${uuid(400)}`, onDate: '2026-06-02', kind: 'offer', reasons: '', why });
    expect(world.stored.map(({ what, value }) => [what, (value as { change: object }).change])).toEqual([
      ['correct indication', { issuedOn: '2026-05-02', grounds: ['parents_situation'] }],
      ['correct guidance', { onDate: '2026-06-02', kind: 'offer', reasons: [] }],
    ]);
  });
  it('fails as a whole when the version was closed after the check', async () => {
    for (const values of [placementAnswers, exitAnswers]) await expect(submit(correctDialog, exited({ isCurrent: false }), { ...values, start: '2026-09-01' }, true)).rejects.toThrow(RecordChangedError);
  });
});

describe('what a correction refuses', () => {
  it('a missing reason, together with what is wrong in the record itself', async () => {
    for (const blank of ['', '  ', '\u0000', undefined, null]) {
      expect(Object.keys((await submit(correctDialog, placed(), { ...placementAnswers, hours: 'x', why: blank })).errors ?? {}).sort()).toEqual(['hours', 'why']);
    }
    expect(rules(await submit(correctDialog, placed(), { ...placementAnswers, why: '...' }), 'block')).toEqual(['reason-required']);
  });
  it('a record that was changed since, or was never one’s own', async () => {
    const world = placed({ records: [] });
    expect(rules(await submit(correctDialog, world, placementAnswers), 'block')).toEqual(['record-changed']);
    expect(world.stored).toEqual([]);
  });
  it('a record that is no record', async () => {
    for (const forged of [...HOSTILE, undefined, `join:${uuid(500)}`]) expect(Object.keys((await submit(correctDialog, placed(), { ...placementAnswers, record: forged })).errors ?? {})).toEqual(['record']);
    for (const value of HOSTILE) expect((await submit(correctDialog, placed(), value)).errors).toBeDefined();
  });
  it('what the rules of the record refuse, without counting the record itself as an overlap', async () => {
    const early = await submit(correctDialog, placed(), { ...placementAnswers, start: '2026-04-30' });
    expect(rules(early, 'block')).toEqual(['indication-needed']);
    const elsewhereToo = placed({ otherVe: new Map([[uuid(100), [{ start: '2026-10-01', sameLocation: false }]]]) });
    expect(rules(await submit(correctDialog, elsewhereToo, placementAnswers), 'block')).toEqual(['overlapping-placement']);
  });
  it('a group that is not one’s own', async () => {
    expect(rules(await submit(correctDialog, placed(), { ...placementAnswers, group: elsewhere.groupId }), 'block')).toEqual(['not-yours']);
  });
  it.each([['2026-10-31', []], ['2026-11-01', ['exit-before-start']]])('a start on %s of a placement whose last day was 31-10-2026: %j', async (start, blocks) => {
    expect(rules(await submit(correctDialog, exited(), { ...placementAnswers, start }), 'block')).toEqual(blocks);
  });
  it('a placement that has ended does not meet one that came afterwards, a later last day may', async () => {
    const world = exited({ otherVe: new Map([[uuid(100), [{ start: '2026-11-04', sameLocation: false }]]]) });
    expect(rules(await submit(correctDialog, world, { ...placementAnswers, start: '2026-10-01' }), 'block')).toEqual([]);
    expect(rules(await submit(correctDialog, world, { ...exitAnswers, lastDay: '2026-11-03' }), 'block')).toEqual([]);
    expect(rules(await submit(correctDialog, world, { ...exitAnswers, lastDay: '2026-11-04' }), 'block')).toEqual(['overlapping-placement']);
  });
  it('a forged ground on a day without agreements, unless it was recorded', async () => {
    const born = child(0, '2021-01-01');
    const old = (grounds: string[]) => nurse({ visible: [born], indications: new Map([[uuid(100), [indication('2022-06-01', { grounds })]]]) });
    const values = { record: `indication:${uuid(300)}`, issuedOn: '2022-06-02', grounds: 'old_ground', why };
    expect(rules(await submit(correctDialog, old(['child_development']), values), 'block')).toEqual(['not-yours']);
    expect(rules(await submit(correctDialog, old(['old_ground']), values), 'block')).toEqual([]);
  });
});

it('both childcare and youth health care may correct', () => {
  expect([childcareGrant, healthGrant].every(({ role }) => correctDialog.roles.includes(role))).toBe(true);
});
