import { describe, expect, it } from 'vitest';
import { RecordChangedError } from '../../dialogs/dialog.ts';
import { withdrawDialog } from '../../dialogs/withdraw.ts';
import { child, CODES, emptyWorld, factsOf, fieldIds, HOSTILE, openForm, openNotice, placement, record, rules, submit, uuid, type World } from './world.ts';

const exited = (over: Partial<World> = {}): World => emptyWorld({
  placements: [placement(0, { end: '2026-11-01', exitReason: 'moved' })], visible: [child(0)], records: [record('exit', uuid(200), { day: '2026-10-31' }), record('placement', uuid(200)), record('join', uuid(500))], ...over,
});
const answers = { record: `exit:${uuid(200)}`, why: 'Kind is gebleven' };

describe('the form of a withdrawal', () => {
  it('says which record it is and what follows, and asks only why', async () => {
    const form = await openForm(withdrawDialog, exited(), { record: answers.record });
    expect(form.intro).toContain(`Uitstroom ${CODES[0]} · laatste dag 31-10-2026`);
    expect(form.intro).toContain('De plaatsing loopt dan weer door.');
    expect(fieldIds(form)).toEqual(['why']);
    expect(form.hidden).toEqual({ record: answers.record });
  });
  it('asks which record when none was chosen, and says when it is gone', async () => {
    expect(fieldIds(await openForm(withdrawDialog, exited(), { record: '' }))).toEqual(['record']);
    expect((await openNotice(withdrawDialog, exited(), { record: `exit:${uuid(777)}` })).title).toBe('Intussen gewijzigd');
  });
});

describe('a withdrawal', () => {
  it('is stored with its reason', async () => {
    const world = exited();
    const outcome = await submit(withdrawDialog, world, answers);
    expect(world.stored).toEqual([{ what: 'withdraw', value: { kind: 'exit', versionId: uuid(200), reason: 'Kind is gebleven' } }]);
    expect(factsOf(outcome)['Gevolg']).toBe('De plaatsing loopt dan weer door.');
  });
  it('takes two joined codes apart', async () => {
    const world = exited();
    expect((await submit(withdrawDialog, world, { ...answers, record: `join:${uuid(500)}` })).receipt?.title).toBe('Samenvoeging ingetrokken');
  });
  it('of an exit is refused when the child has a VE place elsewhere by now', async () => {
    const world = exited({ otherVe: new Map([[uuid(100), [{ start: '2026-11-04', sameLocation: false }]]]) });
    expect(rules(await submit(withdrawDialog, world, answers), 'block')).toEqual(['overlapping-placement']);
    expect(rules(await submit(withdrawDialog, world, { ...answers, record: `placement:${uuid(200)}` }), 'block')).toEqual([]);
  });
  it('needs a reason and a current record of one’s own', async () => {
    expect(Object.keys((await submit(withdrawDialog, exited(), { ...answers, why: ' ' })).errors ?? {})).toEqual(['why']);
    for (const forged of ['x', `guidance:${uuid(200)}`, `exit:${uuid(777)}`]) expect(rules(await submit(withdrawDialog, exited(), { ...answers, record: forged }), 'block')).toEqual(['record-changed']);
    for (const value of HOSTILE) expect((await submit(withdrawDialog, exited(), { ...answers, record: value })).receipt).toBeUndefined();
  });
  it('fails as a whole when the version was closed after the check', async () => {
    await expect(submit(withdrawDialog, exited({ isCurrent: false }), answers)).rejects.toThrow(RecordChangedError);
  });
});
