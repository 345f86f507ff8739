import { describe, expect, it } from 'vitest';
import type { RoleGrant } from '../../dialogs/ports.ts';
import { indicationDialog } from '../../dialogs/indication.ts';
import { BORN, child, CODES, emptyWorld, factsOf, fieldIds, healthGrant, HOSTILE, indication, officialGrant, open, openForm, openNotice, optionsOf, prefilled, PUTTEN, rules, submit, TODAY, uuid, type World } from './world.ts';

const nurse = (over: Partial<World> = {}): World => emptyWorld({ grants: [healthGrant], ...over });
const second = { ...healthGrant, id: uuid(7), municipalityCode: '0267', municipalityName: 'Nijkerk' };
const answers = { birthDate: BORN, issuedOn: '2026-11-20', grounds: 'child_development,parents_situation' };

describe('the form of an indication', () => {
  it('has the grounds of the only municipality and today as its day', async () => {
    const form = await openForm(indicationDialog, nurse());
    expect(fieldIds(form)).toEqual(['birthDate', 'neighbourhood', 'code', 'issuedOn', 'grounds']);
    expect(form.defaults).toEqual({ issuedOn: TODAY });
    expect(form.hidden).toEqual({ municipality: PUTTEN });
    expect(optionsOf(form, 'grounds').map(({ value }) => value)).toEqual(['child_development', 'parents_situation']);
  });
  it('asks for the municipality first when there are several, and keeps what was known', async () => {
    const world = nurse({ grants: [healthGrant, second] });
    const step = await openForm(indicationDialog, world, { birthDate: BORN });
    expect(optionsOf(step, 'municipality').map(({ label }) => label)).toEqual(['Nijkerk', 'Putten']);
    expect(step.buttons?.[0]).toMatchObject({ verb: 'indication.open', withInputs: true, data: { birthDate: BORN } });
    expect(fieldIds(await openForm(indicationDialog, world, { municipality: PUTTEN }))).toContain('grounds');
  });
  it('takes the municipality of a child that has a code', async () => {
    const world = nurse({ grants: [healthGrant, second], visible: [child(0)] });
    expect((await openForm(indicationDialog, world, { code: CODES[0] })).hidden).toEqual({ municipality: PUTTEN });
  });
  it('says that no definition is recorded, and fills in none', async () => {
    expect((await openNotice(indicationDialog, nurse({ grants: [second] }))).title).toBe('Geen doelgroepdefinitie vastgelegd');
  });
  it('opens whatever the values are', async () => {
    for (const value of HOSTILE) expect((await open(indicationDialog, nurse(), { issuedOn: String(value), code: String(value), municipality: '' })).kind).toBe('form');
  });
});

describe('a sentence for an indication', () => {
  it('reads a birth date after "geboren" and the day of issue otherwise', async () => {
    expect(await prefilled(indicationDialog, nurse(), 'geboren 12-03-2024')).toEqual({ values: { birthDate: BORN } });
    expect((await prefilled(indicationDialog, nurse(), `${CODES[0]} op 20 november 2026`)).values).toEqual({ code: CODES[0], issuedOn: '2026-11-20' });
  });
});

describe('storing an indication', () => {
  it('makes the child and hands its code to the parents', async () => {
    const world = nurse();
    const outcome = await submit(indicationDialog, world, { ...answers, neighbourhood: uuid(800) });
    expect(world.stored).toEqual([
      { what: 'register', value: { birthDate: BORN, municipalityCode: PUTTEN, neighbourhoodId: uuid(800) } },
      { what: 'indication', value: { childId: uuid(199), issuedOn: '2026-11-20', organisationId: uuid(950), grounds: ['child_development', 'parents_situation'], confirmations: [] } },
    ]);
    expect(outcome.receipt?.highlight).toEqual({ label: 'Code van het kind, voor de ouders', value: CODES[3] });
    expect(factsOf(outcome)['Gronden']).toBe('Ontwikkeling van het kind; Situatie van de ouders');
    expect(factsOf(outcome)['Mogelijk dubbel']).toBeUndefined();
  });
  it('names likely doubles, with a button to join them', async () => {
    const outcome = await submit(indicationDialog, nurse({ doubles: [{ childId: uuid(101), code: CODES[1] }] }), answers);
    expect(factsOf(outcome)['Mogelijk dubbel']).toContain(CODES[1]);
    expect(outcome.receipt?.buttons[0]).toEqual({ title: 'Samenvoegen', verb: 'join.open', data: { code: CODES[3], into: CODES[1] } });
  });
  it('uses a child that has a code, and asks when it has an indication already', async () => {
    const world = nurse({ visible: [child(0)] });
    const values = { ...answers, birthDate: '', code: CODES[0] };
    expect((await submit(indicationDialog, world, values)).receipt?.highlight?.value).toBe(CODES[0]);
    world.indications.set(uuid(100), [indication('2026-05-01')]);
    expect(rules(await submit(indicationDialog, world, values), 'confirm')).toEqual(['second-indication']);
    world.indications.set(uuid(100), [indication('2026-05-01', { endedOn: '2026-06-01' })]);
    expect(rules(await submit(indicationDialog, world, values), 'confirm')).toEqual([]);
  });
});

describe('what an indication refuses', () => {
  it.each<[string, object, string]>([
    ['a code that is not known', { code: CODES[1] }, 'child-code'],
    ['another birth date than that of the code', { code: CODES[0], birthDate: '2024-03-13' }, 'child-code'],
    ['a municipality that is not one’s own', { municipality: '0267' }, 'not-yours'],
    ['a neighbourhood elsewhere', { neighbourhood: uuid(801) }, 'not-yours'],
    ['a birth date in the future', { birthDate: '2026-11-23' }, 'birth-date'],
    ['an issue date in the future', { issuedOn: '2026-11-23' }, 'issued-in-future'],
    ['a ground that was not agreed', { grounds: 'child_development,star_sign' }, 'ground-known'],
    ['no ground', { grounds: ',' }, 'ground-required'],
    ['a forged ground on a day without agreements', { issuedOn: '2022-06-01', birthDate: '2021-01-01', grounds: 'star_sign' }, 'not-yours'],
    ['the 4th birthday', { birthDate: '2022-11-20' }, 'age-within-window'],
  ])('%s', async (_, over, rule) => {
    const world = nurse({ visible: [child(0)] });
    expect(rules(await submit(indicationDialog, world, { ...answers, ...over }), 'block')).toEqual([rule]);
    expect(world.stored).toEqual([]);
  });
  it('accepts the day before the 4th birthday', async () => {
    expect((await submit(indicationDialog, nurse(), { ...answers, birthDate: '2022-11-21' })).receipt).toBeDefined();
  });
  it('a child that another role of the person can see, but this one not', async () => {
    const world = nurse({ grants: [officialGrant, second], visible: [child(0)] });
    expect(rules(await submit(indicationDialog, world, { ...answers, code: CODES[0] }), 'block')).toEqual(['child-code']);
  });
  it('a role that is bound to no organisation', async () => {
    const unbound: RoleGrant = { id: uuid(9), role: 'health', municipalityCode: PUTTEN };
    expect(rules(await submit(indicationDialog, nurse({ grants: [unbound] }), answers), 'block')).toEqual(['not-yours']);
  });
  it('hostile values', async () => {
    for (const field of ['birthDate', 'issuedOn', 'grounds', 'municipality', 'neighbourhood']) for (const value of HOSTILE) {
      const world = nurse();
      const outcome = await submit(indicationDialog, world, { ...answers, [field]: value });
      const isJustAbsent = value === null && (field === 'municipality' || field === 'neighbourhood');
      expect(outcome.receipt !== undefined, `${field} ${String(value).slice(0, 20)}`).toBe(isJustAbsent);
    }
  });
});
