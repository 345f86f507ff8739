import { describe, expect, it } from 'vitest';
import { RecordChangedError } from '../../dialogs/dialog.ts';
import { exitDialog } from '../../dialogs/exit.ts';
import { CODES, emptyWorld, factsOf, HOSTILE, openForm, openNotice, optionsOf, placement, prefilled, rules, submit, uuid } from './world.ts';

const one = () => emptyWorld({ placements: [placement(0)] });
const answers = { placement: uuid(200), lastDay: '2026-11-20', reason: 'moved' };

describe('the form of an exit', () => {
  it('says so when there is nobody to leave', async () => {
    expect((await openNotice(exitDialog, emptyWorld())).buttons.map(({ verb }) => verb)).toEqual(['intake.open', 'correct.open', 'menu.open']);
    expect((await openNotice(exitDialog, emptyWorld({ placements: [placement(0, { end: '2026-10-01' })] }))).title).toContain('Geen kinderen');
  });
  it('fills in the only child, and chooses none of several', async () => {
    expect((await openForm(exitDialog, one())).defaults).toEqual({ placement: uuid(200) });
    const several = await openForm(exitDialog, emptyWorld({ placements: [placement(0), placement(1)] }));
    expect(several.defaults).toBeUndefined();
    expect(optionsOf(several, 'placement')[1]).toEqual({ value: uuid(201), label: `${CODES[1]} · De Kikkers · sinds 01-09-2026` });
  });
});

describe('a sentence for an exit', () => {
  it.each([
    ['verhuisd per 1 maart 2026', '2026-02-28', '‘Per 1 maart 2026’ gelezen als laatste dag 28-02-2026.'],
    ['verhuisd vanaf 1 maart 2024', '2024-02-29', '‘Vanaf 1 maart 2024’ gelezen als laatste dag 29-02-2024.'],
    ['verhuisd tot 1 maart 2026', '2026-02-28', '‘Tot 1 maart 2026’ gelezen als laatste dag 28-02-2026.'],
    ['verhuisd t/m 1 maart 2026', '2026-03-01', undefined],
    ['verhuisd op 1 maart 2026', '2026-03-01', undefined],
    ['verhuisd laatste dag 1 maart 2026', '2026-03-01', undefined],
    ['verhuisd 1 maart 2026', '2026-03-01', undefined],
  ])('%s: last day %s', async (sentence, lastDay, notice) => {
    const prefill = await prefilled(exitDialog, one(), `${CODES[0]} ${sentence}`);
    expect(prefill.values).toEqual({ placement: uuid(200), lastDay, reason: 'moved' });
    expect(prefill.notice).toBe(notice);
  });
  it('tells one time how a day without a year was read', async () => {
    const { notice } = await prefilled(exitDialog, one(), `${CODES[0]} verhuisd per 1 december`);
    expect(notice).toBe('‘Per 1 december’ gelezen als laatste dag 30-11-2026.');
  });
  it('leaves open what is impossible, doubtful or somebody else’s, and says so', async () => {
    expect((await prefilled(exitDialog, one(), 'per 30 februari')).values).toEqual({});
    const stranger = await prefilled(exitDialog, one(), CODES[1]);
    expect(stranger.values).toEqual({});
    expect(stranger.notice).toContain(`${CODES[1]} staat niet bij de kinderen van uw locatie`);
    expect((await prefilled(exitDialog, one(), 'PU-9QN9-F37Q')).notice).toContain('geen geldige code');
  });
  it('chooses none of two placements of one child', async () => {
    const world = emptyWorld({ placements: [placement(0), { ...placement(0), versionId: uuid(250) }] });
    expect((await prefilled(exitDialog, world, CODES[0])).values).toEqual({});
  });
  it('survives a text of 20.000 characters', async () => {
    expect((await prefilled(exitDialog, one(), 'verhuisd '.repeat(2500))).values).toEqual({});
  });
});

describe('storing an exit', () => {
  it('stores and tells what was stored, with the early exit', async () => {
    const world = one();
    const outcome = await submit(exitDialog, world, { ...answers, note: ' naar **Goes** ' });
    expect(world.stored).toEqual([{ what: 'exit', value: { versionId: uuid(200), lastDay: '2026-11-20', reason: 'moved', note: 'naar **Goes**', confirmations: [] } }]);
    expect(rules(outcome, 'inform')).toEqual(['early-exit']);
    expect(factsOf(outcome)).toEqual({ Kind: CODES[0], 'Laatste dag': '20-11-2026', Reden: 'Verhuisd', Toelichting: 'naar **Goes**', Groep: 'De Kikkers', Start: '01-09-2026' });
  });
  it.each([['2026-08-31', ['exit-before-start']], ['2026-09-01', []], ['2027-02-22', []], ['2027-02-23', ['exit-in-future']]])('last day %s gives %j', async (lastDay, blocks) => {
    expect(rules(await submit(exitDialog, one(), { ...answers, lastDay }), 'block')).toEqual(blocks);
  });
  it.each([['2026-10-22', []], ['2026-10-21', ['backdated']]])('asks about last day %s: %j, and keeps the confirmation', async (lastDay, asked) => {
    const world = one();
    expect(rules(await submit(exitDialog, world, { ...answers, lastDay }), 'confirm')).toEqual(asked);
    await submit(exitDialog, world, { ...answers, lastDay }, true);
    expect(world.stored.at(-1)?.value).toMatchObject({ confirmations: asked });
  });
  it('asks for text with "other"', async () => {
    expect(rules(await submit(exitDialog, one(), { ...answers, reason: 'other' }), 'block')).toEqual(['other-needs-text']);
    expect(rules(await submit(exitDialog, one(), { ...answers, reason: 'other', note: 'ouder thuis' }), 'block')).toEqual([]);
  });
  it('blocks a placement that is not one’s own, was ended before, or is no id at all', async () => {
    const world = emptyWorld({ placements: [placement(0, { end: '2026-10-01' })] });
    for (const forged of [uuid(200), uuid(777), 'x', '__proto__']) expect(rules(await submit(exitDialog, world, { ...answers, placement: forged }), 'block')).toEqual(['record-changed']);
  });
  it('fails as a whole when somebody else ended it between the check and the storing', async () => {
    await expect(submit(exitDialog, { ...one(), isCurrent: false }, answers)).rejects.toThrow(RecordChangedError);
  });
  it('never stores a hostile value', async () => {
    for (const field of ['placement', 'lastDay', 'reason']) for (const value of [...HOSTILE, undefined, '']) {
      expect((await submit(exitDialog, one(), { ...answers, [field]: value })).receipt).toBeUndefined();
    }
  });
});
