import { describe, expect, it } from 'vitest';
import { intakeDialog } from '../../dialogs/intake.ts';
import { BORN, child, CODES, contextOf, elsewhere, emptyWorld, factsOf, fieldIds, HOSTILE, indication, kikkers, LOCATION, openForm, openNotice, optionsOf, placement, prefilled, PUTTEN, rules, submit, uuid, vissen, type World } from './world.ts';

const place = { group: kikkers.groupId, place: 've', start: '2026-12-01', hours: '16', days: '4' };
const listed = { ...place, child: CODES[0] };
const withIndication = (over: Partial<World> = {}): World =>
  emptyWorld({ withoutPlacement: [child(0)], visible: [child(0)], indications: new Map([[uuid(100), [indication('2026-05-01')]]]), ...over });

describe('the form of an intake', () => {
  it('leaves the list of children out when there are none, and fills in the only group and the municipality', async () => {
    const form = await openForm(intakeDialog, emptyWorld());
    expect(fieldIds(form)).toEqual(['code', 'birthDate', 'municipality', 'neighbourhood', 'group', 'place', 'start', 'hours', 'days', 'ownReference']);
    expect(form.defaults).toEqual({ municipality: PUTTEN, group: kikkers.groupId, start: '2026-11-22' });
  });
  it('speaks of the list of children only when there is one', async () => {
    const without = await openForm(intakeDialog, emptyWorld());
    const withList = await openForm(intakeDialog, emptyWorld({ withoutPlacement: [child(0)] }));
    const textOf = ({ intro, fields }: typeof without): string => [intro, ...fields.map(({ hint }) => hint)].join(' ');
    expect(textOf(without)).not.toMatch(/lijst|[Kk]ies een kind/);
    expect(textOf(withList)).toContain('Kies een kind uit de lijst.');
    expect(textOf(withList)).toContain('Niet nodig als u het kind uit de lijst kiest.');
  });
  it('offers own children without a placement, with their birth date', async () => {
    const form = await openForm(intakeDialog, emptyWorld({ withoutPlacement: [child(0)] }));
    expect(optionsOf(form, 'child')).toEqual([{ value: CODES[0], label: `${CODES[0]} · geboren 12-03-2024` }]);
  });
  it('chooses no group when there are several, and names the location when there are several of those', async () => {
    const form = await openForm(intakeDialog, emptyWorld({ groups: [kikkers, vissen, elsewhere] }));
    expect(form.defaults).toEqual({ municipality: PUTTEN, start: '2026-11-22' });
    expect(optionsOf(form, 'group').map(({ label }) => label)).toEqual(['De Kikkers · De Waterlelie', 'De Vissen · De Waterlelie', 'De Reigers · Het Riet']);
  });
  it('shows the neighbourhoods of the municipality that was chosen, and of the own one for a forged code', async () => {
    expect(optionsOf(await openForm(intakeDialog, emptyWorld(), { municipality: '0267' }), 'neighbourhood')[0]?.label).toBe('Paasbos');
    expect(optionsOf(await openForm(intakeDialog, emptyWorld(), { municipality: '\u0000' }), 'neighbourhood')[0]?.label).toBe('Dorpskern');
  });
  it('says what to do when the location has no groups', async () => {
    expect((await openNotice(intakeDialog, emptyWorld({ groups: [] }))).title).toBe('U hebt nog geen groepen');
  });
});

describe('a sentence for an intake', () => {
  it('chooses a child of the list, with day, hours and days', async () => {
    const { values } = await prefilled(intakeDialog, withIndication(), `${CODES[0]} per 1 december 2026 16,5 uur 3 dagen`);
    expect(values).toEqual({ child: CODES[0], start: '2026-12-01', hours: '16,5', days: '3' });
  });
  it('leaves the start date empty, not today, when the day that was named does not exist', async () => {
    expect((await prefilled(intakeDialog, emptyWorld(), 'per 30 februari')).values).toEqual({ start: '' });
  });
  it('fills in the code of a child that is not in the list', async () => {
    expect((await prefilled(intakeDialog, emptyWorld(), CODES[1])).values).toEqual({ code: CODES[1] });
  });
  it('says how a day without a year was read, and what was not read', async () => {
    const { notice } = await prefilled(intakeDialog, emptyWorld(), 'Jantje per 1 december');
    expect(notice).toContain('gelezen als startdatum 01-12-2026');
    expect(notice).toContain('Niet gelezen: Jantje.');
  });
});

describe('storing an intake', () => {
  it('places a child of the list', async () => {
    const world = withIndication();
    const outcome = await submit(intakeDialog, world, listed);
    expect(rules(outcome, 'block')).toEqual([]);
    expect(world.stored).toEqual([{ what: 'placement', value: { childId: uuid(100), groupId: kikkers.groupId, locationId: LOCATION.id, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-12-01', confirmations: [] } }]);
    expect(factsOf(outcome)).toEqual({ Kind: CODES[0], Geboren: '12-03-2024', Groep: 'De Kikkers · De Waterlelie', 'Soort plek': 'VE-plek', Start: '01-12-2026', Omvang: '16 uur per week · 4 dagen per week' });
    expect(outcome.receipt?.highlight).toBeUndefined();
    expect(outcome.receipt?.buttons.map(({ verb }) => verb)).toEqual(['intake.open', 'correct.open', 'menu.open']);
    expect(world.links).toEqual([]);
  });
  it('links a child by code and birth date, also when the list belongs to several locations', async () => {
    const world = withIndication({ withoutPlacement: [], visible: [], hidden: [child(0)] });
    const outcome = await submit(intakeDialog, world, { ...place, code: CODES[0].toLowerCase(), birthDate: BORN });
    expect(outcome.receipt).toBeDefined();
    expect(world.links).toEqual([`${CODES[0]} ${BORN} ${LOCATION.id}`]);
    const several = withIndication({ groups: [kikkers, elsewhere] });
    await submit(intakeDialog, several, { ...listed, group: elsewhere.groupId });
    expect(several.links).toEqual([`${CODES[0]} ${BORN} ${elsewhere.locationId}`]);
  });
  it('registers a toddler without a code, and shows the new code large', async () => {
    const world = emptyWorld();
    const outcome = await submit(intakeDialog, world, { ...place, place: 'regular', birthDate: BORN, neighbourhood: uuid(800) });
    expect(world.stored[0]).toEqual({ what: 'register', value: { birthDate: BORN, municipalityCode: PUTTEN, neighbourhoodId: uuid(800), locationId: LOCATION.id } });
    expect(world.stored[1]?.what).toBe('placement');
    expect(outcome.receipt?.highlight?.value).toBe(CODES[3]);
  });
  it('registers nothing while something is still in the way', async () => {
    const world = emptyWorld();
    expect(rules(await submit(intakeDialog, world, { ...place, birthDate: BORN }), 'block')).toEqual(['indication-needed']);
    expect(world.stored).toEqual([]);
  });
});

describe('what an intake refuses', () => {
  it('a wrong pair of code and birth date, without saying which of the two', async () => {
    const world = withIndication({ visible: [], withoutPlacement: [], hidden: [child(0)] });
    for (const wrong of [{ code: CODES[1], birthDate: BORN }, { code: CODES[0], birthDate: '2024-03-13' }]) {
      const outcome = await submit(intakeDialog, world, { ...place, ...wrong });
      expect(outcome.findings.map(({ text }) => text)).toEqual(['Deze code en geboortedatum horen niet bij elkaar. Controleer ze allebei op de brief van het consultatiebureau.']);
    }
    expect(world.stored).toEqual([]);
  });
  it('more tries when there were too many', async () => {
    const outcome = await submit(intakeDialog, emptyWorld({ linkOutcome: 'too_many' }), { ...place, code: CODES[0], birthDate: BORN });
    expect(outcome.findings[0]?.text).toMatch(/Wacht een uur.*JGZ/);
  });
  it('a group, child, municipality or neighbourhood that is not on the lists', async () => {
    const world = withIndication();
    const attempts = [{ ...listed, group: elsewhere.groupId }, { ...place, child: CODES[1] }, { ...place, birthDate: BORN, municipality: '9999' }, { ...place, birthDate: BORN, neighbourhood: uuid(801) }];
    for (const values of attempts) expect(rules(await submit(intakeDialog, world, values), 'block')).toEqual(['not-yours']);
    expect(world.stored).toEqual([]);
  });
  it('a birth date that is not that of the chosen child', async () => {
    expect(rules(await submit(intakeDialog, withIndication(), { ...listed, birthDate: '2024-01-01' }), 'block')).toEqual(['child-code']);
  });
  it('a VE place beside another VE place', async () => {
    const world = withIndication({ otherVe: new Map([[uuid(100), [{ start: '2026-01-01', sameLocation: false }]]]) });
    expect(rules(await submit(intakeDialog, world, listed), 'block')).toEqual(['overlapping-placement']);
  });
  it('a child that is not born yet', async () => {
    expect(rules(await submit(intakeDialog, emptyWorld(), { ...place, place: 'regular', birthDate: '2026-11-23', start: '2026-12-01' }), 'block')).toEqual(['birth-date']);
    expect(rules(await submit(intakeDialog, emptyWorld(), { ...place, place: 'regular', birthDate: '2026-11-22', start: '2026-12-01' }), 'block')).toEqual([]);
  });
});

describe('what an intake asks', () => {
  it('whether a child born on the same day at the own location is another one, and stores the answer', async () => {
    const world = emptyWorld({ placements: [placement(1)] });
    const values = { ...place, place: 'regular', birthDate: BORN };
    const first = await submit(intakeDialog, world, values);
    expect(rules(first, 'confirm')).toEqual(['one-child-one-code']);
    expect(first.findings[0]?.text).toContain(CODES[1]);
    await submit(intakeDialog, world, values, true);
    expect(world.stored.at(-1)?.value).toMatchObject({ confirmations: ['one-child-one-code'] });
  });
  it('whether a second placement beside the current one is meant', async () => {
    const world = withIndication({ placements: [placement(0, { vePlace: false })] });
    expect(rules(await submit(intakeDialog, world, listed), 'confirm')).toEqual(['already-placed']);
  });
  it.each([[16, 'confirm'], [15, 'inform']])('about a group of %d others at the %s level', async (enrolled, level) => {
    const outcome = await submit(intakeDialog, withIndication({ enrolled }), listed);
    expect(rules(outcome, 'confirm')).toEqual(level === 'confirm' ? ['group-over-16'] : []);
  });
  it('about a location without a free or a recorded VE place', async () => {
    for (const places of [{ offered: 3, taken: 3 }, { offered: undefined }]) {
      expect(rules(await submit(intakeDialog, withIndication(places), listed), 'confirm')).toEqual(['no-free-ve-place']);
    }
  });
  it.each([['2022-12-01', ['birth-date']], ['2022-12-02', []]])('about a regular place from 4 years on: born %s', async (birthDate, asked) => {
    expect(rules(await submit(intakeDialog, emptyWorld(), { ...place, place: 'regular', birthDate }), 'confirm')).toEqual(asked);
  });
});

describe('what cannot be read in an intake', () => {
  it('stands with its field', async () => {
    const { errors } = await submit(intakeDialog, emptyWorld(), { code: 'x', birthDate: '2026-02-30', start: '', hours: '70', days: '6', place: 'gratis', group: '' });
    expect(Object.keys(errors ?? {}).sort()).toEqual(['birthDate', 'code', 'days', 'group', 'hours', 'place', 'start']);
  });
  it.each([[{}, 'birthDate'], [{ code: CODES[0] }, 'birthDate'], [{ child: CODES[0], code: CODES[1] }, 'code']])('%j misses or contradicts something', async (values, field) => {
    expect(Object.keys((await submit(intakeDialog, emptyWorld(), { ...place, ...values })).errors ?? {})).toEqual([field]);
  });
  it('never throws and never stores for a hostile value in any field', async () => {
    const sound = { ...place, place: 'regular', birthDate: BORN };
    expect((await submit(intakeDialog, emptyWorld(), sound)).receipt).toBeDefined();
    for (const field of ['child', 'code', 'birthDate', 'municipality', 'neighbourhood', 'group', 'place', 'start', 'hours', 'days']) for (const value of HOSTILE) {
      const isJustAbsent = value === null && ['child', 'code', 'municipality', 'neighbourhood'].includes(field);
      const outcome = await submit(intakeDialog, emptyWorld(), { ...sound, [field]: value });
      expect(outcome.receipt !== undefined, `${field} ${String(value).slice(0, 20)}`).toBe(isJustAbsent);
    }
    for (const value of [...HOSTILE, undefined]) expect((await submit(intakeDialog, emptyWorld(), value)).errors).toBeDefined();
  });
  it('opens a form whatever the values are', async () => {
    for (const value of HOSTILE) expect((await intakeDialog.form(contextOf(emptyWorld()), { child: String(value), municipality: String(value) })).kind).toBe('form');
  });
});
