import { describe, expect, it } from 'vitest';
import { guidanceDialog } from '../../dialogs/guidance.ts';
import { child, CODES, emptyWorld, factsOf, fieldIds, healthGrant, HOSTILE, indication, openForm, prefilled, rules, submit, TODAY, uuid, type World } from './world.ts';

const nurse = (over: Partial<World> = {}): World =>
  emptyWorld({ grants: [healthGrant], visible: [child(0)], indications: new Map([[uuid(100), [indication('2026-05-01')]]]), ...over });
const answers = { code: CODES[0], onDate: '2026-11-20', kind: 'non_reach', reasons: 'waiting_list,practical' };

it('the form has today as its day', async () => {
  const form = await openForm(guidanceDialog, nurse());
  expect(fieldIds(form)).toEqual(['code', 'onDate', 'kind', 'reasons', 'note']);
  expect(form.defaults).toEqual({ onDate: TODAY });
});

describe('a sentence for guidance', () => {
  it.each([
    [`weigering ${CODES[0]} te ver weg`, { code: CODES[0], kind: 'refusal', reasons: 'practical' }],
    [`aanbod ${CODES[0]} op 20 november 2026`, { code: CODES[0], kind: 'offer', onDate: '2026-11-20' }],
    [`Niet  bereikt ${CODES[0]} wachtlijst`, { code: CODES[0], kind: 'non_reach', reasons: 'waiting_list' }],
    [`non-bereik ${CODES[0]}`, { code: CODES[0], kind: 'non_reach' }],
    [`toeleiding ${CODES[0]} wachtlijst`, { code: CODES[0], kind: 'non_reach', reasons: 'waiting_list' }],
    [`toeleiding ${CODES[0]}`, { code: CODES[0] }],
    ['toeleiding', {}],
  ])('%s', async (sentence, values) => {
    expect((await prefilled(guidanceDialog, nurse(), sentence)).values).toEqual(values);
  });
});

describe('storing an outcome of guidance', () => {
  it('keeps all reasons and says them in words', async () => {
    const world = nurse();
    const outcome = await submit(guidanceDialog, world, answers);
    expect(world.stored).toEqual([{ what: 'guidance', value: { childId: uuid(100), onDate: '2026-11-20', kind: 'non_reach', reasons: ['waiting_list', 'practical'], confirmations: [] } }]);
    expect(factsOf(outcome)).toEqual({ Kind: CODES[0], Datum: '20-11-2026', Uitkomst: 'Kind neemt niet deel', Redenen: 'Wachtlijst bij een locatie; Praktisch, bijvoorbeeld te ver weg' });
  });
  it('needs no reason for an offer, and none for a refusal', async () => {
    for (const kind of ['offer', 'refusal']) expect((await submit(guidanceDialog, nurse(), { ...answers, kind, reasons: '' })).receipt).toBeDefined();
  });
});

describe('what guidance refuses', () => {
  it.each<[string, object, string]>([
    ['non-reach without a reason', { reasons: '' }, 'reason-required'],
    ['"other" without text, also beside another reason', { reasons: 'waiting_list,other' }, 'other-needs-text'],
    ['a day before the indication', { onDate: '2026-04-30' }, 'guidance-before-indication'],
    ['a day in the future', { onDate: '2026-11-23' }, 'guidance-in-future'],
    ['a code that is not known', { code: CODES[1] }, 'child-code'],
  ])('%s', async (_, over, rule) => {
    const world = nurse();
    expect(rules(await submit(guidanceDialog, world, { ...answers, ...over }), 'block')).toEqual([rule]);
    expect(world.stored).toEqual([]);
  });
  it('a child without an indication', async () => {
    expect(rules(await submit(guidanceDialog, nurse({ indications: new Map() }), answers), 'block')).toEqual(['no-indication']);
  });
  it('a child of a municipality that is not one’s own', async () => {
    expect(rules(await submit(guidanceDialog, nurse({ visible: [{ ...child(0), municipalityCode: '0267' }] }), answers), 'block')).toEqual(['child-code']);
  });
  it('an offer with a reason, without dropping what was typed', async () => {
    expect(Object.keys((await submit(guidanceDialog, nurse(), { ...answers, kind: 'offer' })).errors ?? {})).toEqual(['reasons']);
  });
  it('hostile values', async () => {
    for (const field of ['code', 'onDate', 'kind', 'reasons']) for (const value of [...HOSTILE, undefined, '']) {
      expect((await submit(guidanceDialog, nurse(), { ...answers, [field]: value })).receipt, `${field} ${String(value).slice(0, 20)}`).toBeUndefined();
    }
  });
});
