import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManagedLocation, Offer, RecordedTarget } from '../../../dialogs/admin/port.ts';
import { daysLabel, overlapping, succession } from '../../../dialogs/admin/succession.ts';
import { targetDialog } from '../../../dialogs/admin/target.ts';
import { vePlacesDialog } from '../../../dialogs/admin/ve-places.ts';
import { correctDialog } from '../../../dialogs/correct.ts';
import { withdrawDialog } from '../../../dialogs/withdraw.ts';
import { addDays } from '../../../src/policy/engine/days.ts';
import { emptyWorld, factsOf, fieldIds, HOSTILE, officialGrant, openForm, openNotice, optionsOf, prefilled, PUTTEN, record, rules, submit, TODAY, uuid, type World } from '../world.ts';
import { emptyAdmin, type AdminRecords } from './stub.ts';

const wilg: ManagedLocation = { id: uuid(30), name: 'De Wilg', municipalityCode: PUTTEN, organisationId: uuid(20), organisationName: 'Peuterplein' };
const running: Offer = { versionId: uuid(60), locationId: wilg.id, locationName: 'De Wilg', municipalityCode: PUTTEN, places: 16, from: '2023-01-01' };
const later: Offer = { ...running, versionId: uuid(61), places: 24, from: '2027-08-01' };
const goal: RecordedTarget = { versionId: uuid(70), municipalityCode: PUTTEN, measure: 'reach', atLeastPercent: 80, aimPercent: 100, from: '2024-01-01', source: 'Beleidskader OAB' };
const official = (over: Partial<AdminRecords> = {}, world: Partial<World> = {}): World =>
  emptyWorld({ grants: [officialGrant], admin: emptyAdmin({ locations: [wilg], offers: [running], targets: [goal], ...over }), taken: 12, ...world });
const places = { location: wilg.id, places: '20', from: '2026-12-01' };

describe('VE places from a day', () => {
  it('show what is on record and what is taken before they ask', async () => {
    expect(fieldIds(await openForm(vePlacesDialog, official()))).toEqual(['location']);
    const form = await openForm(vePlacesDialog, official({ offers: [{ ...running, until: '2027-08-01' }, later] }), { location: wilg.id });
    expect(form.intro).toBe('De Wilg. Nu vastgelegd: 16 VE-plaatsen van 01-01-2023 tot en met 31-07-2027; 24 VE-plaatsen vanaf 01-08-2027. Vandaag bezet: 12.');
    expect((await openNotice(vePlacesDialog, official({ locations: [] }))).paragraphs[0]).toContain('locatie toevoegen');
  });
  it('end what runs the day before, and open the new number', async () => {
    const world = official();
    const outcome = await submit(vePlacesDialog, world, places);
    expect(world.stored).toEqual([
      { what: 'correct offer', value: { id: uuid(60), change: { places: 16, from: '2023-01-01', until: '2026-12-01' }, reason: 'Ander aantal vanaf 01-12-2026.' } },
      { what: 'offer', value: { locationId: wilg.id, places: 20, from: '2026-12-01' } },
    ]);
    expect(factsOf(outcome)).toMatchObject({ Aantal: '20 VE-plaatsen', Geldt: 'vanaf 01-12-2026', Was: '16 VE-plaatsen, van 01-01-2023 tot en met 30-11-2026' });
  });
  it('may be the first of a location, and may be none at all', async () => {
    const world = official({ offers: [] }, { taken: 0 });
    await submit(vePlacesDialog, world, { ...places, places: '0' });
    expect(world.stored).toEqual([{ what: 'offer', value: { locationId: wilg.id, places: 0, from: '2026-12-01' } }]);
  });
  it('end when the location closes', async () => {
    const world = official({ offers: [], locations: [{ ...wilg, closedOn: '2027-08-01' }] });
    await submit(vePlacesDialog, world, places);
    expect(world.stored).toEqual([{ what: 'offer', value: { locationId: wilg.id, places: 20, from: '2026-12-01', until: '2027-08-01' } }]);
  });
  it.each<[string, object, Partial<AdminRecords>]>([
    ['a number that begins later', {}, { offers: [running, later] }],
    ['a number that begins on the same day', { from: '2027-08-01' }, { offers: [later] }],
    ['the number that holds already', { places: '16' }, {}],
    ['a location elsewhere', { location: uuid(31) }, {}],
    ['a day before the location opens', { from: '2026-12-01' }, { locations: [{ ...wilg, openedOn: '2026-12-02' }] }],
    ['a day on which the location is closed', {}, { locations: [{ ...wilg, closedOn: '2026-12-01' }] }],
  ])('are refused for %s', async (_, over, admin) => {
    const world = official(admin);
    expect(rules(await submit(vePlacesDialog, world, { ...places, ...over }, true), 'block')).toHaveLength(1);
    expect(world.stored).toEqual([]);
  });
  it('say what to do about a number that begins later', async () => {
    expect((await submit(vePlacesDialog, official({ offers: [running, later] }), places)).findings[0]?.text)
      .toBe('Er staan al 24 VE-plaatsen vanaf 01-08-2027. Corrigeer dat of trek het in met “corrigeer De Wilg”, of kies een latere dag.');
  });
  it.each([['12', []], ['11', ['one-number-a-day']]])('%s while 12 are taken is asked about when it is fewer', async (number, asked) => {
    expect(rules(await submit(vePlacesDialog, official(), { ...places, places: number }), 'confirm')).toEqual(asked);
    expect((await submit(vePlacesDialog, official(), { ...places, places: number }, true)).receipt).toBeDefined();
  });
  it.each([['2026-10-22', []], ['2026-10-21', ['admin-backdated']]])('from %s are asked about when that is more than 31 days back', async (from, asked) => {
    expect(rules(await submit(vePlacesDialog, official(), { ...places, from }), 'confirm')).toEqual(asked);
  });
  it.each(['-1', '501', '2,5', 'veel', ''])('are not %j', async (number) => {
    expect(Object.keys((await submit(vePlacesDialog, official(), { ...places, places: number })).errors ?? {})).toEqual(['places']);
  });
  it.each(HOSTILE)('take nothing from %j', async (value) => {
    const world = official();
    await submit(vePlacesDialog, world, { location: value, places: value, from: value });
    expect(world.stored).toEqual([]);
  });
});

const target = { municipality: PUTTEN, measure: 'reach', atLeast: '85', aim: '', from: '2026-12-01', lastDay: '', source: 'Raadsbesluit 12' };

describe('a target', () => {
  it('is of a share, and ends the one that runs', async () => {
    expect(optionsOf(await openForm(targetDialog, official()), 'measure').map(({ value }) => value)).toEqual(expect.arrayContaining(['reach', 'reach-inspectorate', 'occupancy']));
    expect(optionsOf(await openForm(targetDialog, official()), 'measure').map(({ value }) => value)).not.toContain('exits');
    const world = official();
    const outcome = await submit(targetDialog, world, target);
    expect(world.stored).toMatchObject([
      { what: 'correct target', value: { id: uuid(70), change: { atLeastPercent: 80, aimPercent: 100, from: '2024-01-01', until: '2026-12-01' }, reason: 'Ander doel vanaf 01-12-2026.' } },
      { what: 'target', value: { municipalityCode: PUTTEN, measure: 'reach', atLeastPercent: 85, from: '2026-12-01', source: 'Raadsbesluit 12' } },
    ]);
    expect(factsOf(outcome)).toMatchObject({ Cijfer: 'Bereik', Doel: 'minstens 85%', Geldt: 'vanaf 01-12-2026' });
  });
  it('keeps the last day that people name as the day before it ends', async () => {
    const world = official({ targets: [] });
    await submit(targetDialog, world, { ...target, aim: '100', lastDay: '2027-12-31' });
    expect(world.stored).toMatchObject([{ value: { aimPercent: 100, until: '2028-01-01' } }]);
  });
  it.each<[string, object, Partial<AdminRecords>]>([
    ['an aim below what is wanted at least', { aim: '84' }, {}],
    ['a last day before the first', { lastDay: '2026-11-30' }, {}],
    ['one that begins later', {}, { targets: [{ ...goal, from: '2027-01-01' }] }],
    ['another municipality', { municipality: '0267' }, {}],
  ])('is refused for %s', async (_, over, admin) => {
    const world = official(admin);
    expect(rules(await submit(targetDialog, world, { ...target, ...over }, true), 'block')).toHaveLength(1);
    expect(world.stored).toEqual([]);
  });
  it('may stand beside one that begins after its last day, and may aim at what it wants at least', async () => {
    expect((await submit(targetDialog, official({ targets: [{ ...goal, from: '2027-01-01' }] }), { ...target, aim: '85', lastDay: '2026-12-31' })).receipt).toBeDefined();
  });
  it.each([['atLeast', '0'], ['atLeast', '101'], ['aim', '101'], ['source', ''], ['source', 'x'.repeat(201)], ['measure', 'exits'], ['from', '2026-02-30']])('is refused when %s is %j', async (field, value) => {
    expect(Object.keys((await submit(targetDialog, official(), { ...target, [field]: value })).errors ?? {})).toEqual([field]);
  });
});

const records = [record('ve_places', uuid(60), { about: 'De Wilg', day: '2023-01-01' }), record('target', uuid(70), { about: 'reach', day: '2024-01-01' })].map(({ childCode: _, ...one }) => one);
const why = 'Verkeerd overgenomen';

describe('correcting administration', () => {
  it('lists numbers and targets, and finds them by what they are about', async () => {
    const world = official({}, { records });
    expect(optionsOf(await openForm(correctDialog, world), 'record').map(({ label }) => label)).toEqual([
      'VE-plaatsen De Wilg · vanaf 01-01-2023 · vastgelegd 22-11-2026 10:41', 'Doel Bereik · vanaf 01-01-2024 · vastgelegd 22-11-2026 10:41',
    ]);
    const { values } = await prefilled(correctDialog, world, 'de wilg');
    expect(optionsOf(await openForm(correctDialog, world, values), 'record')).toHaveLength(1);
  });
  it('corrects a number of places and its days, with a reason', async () => {
    const world = official({}, { records });
    const form = await openForm(correctDialog, world, { record: `ve_places:${uuid(60)}` });
    expect(form.defaults).toEqual({ places: '16', from: '2023-01-01', lastDay: '' });
    const outcome = await submit(correctDialog, world, { record: `ve_places:${uuid(60)}`, places: '14', from: '2023-01-01', lastDay: '2027-07-31', why });
    expect(world.stored).toEqual([{ what: 'correct offer', value: { id: uuid(60), change: { places: 14, from: '2023-01-01', until: '2027-08-01' }, reason: why } }]);
    expect(factsOf(outcome)).toMatchObject({ Was: '16 VE-plaatsen, vanaf 01-01-2023', Waarom: why });
  });
  it('does not let corrected places overlap others, or end before they begin', async () => {
    const world = official({ offers: [running, later] }, { records });
    for (const days of [{ from: '2023-01-01', lastDay: '2027-08-01' }, { from: '2026-12-01', lastDay: '2026-11-30' }]) {
      expect(rules(await submit(correctDialog, world, { record: `ve_places:${uuid(60)}`, places: '16', why, ...days }, true), 'block')).toContain('one-number-a-day');
    }
    expect(world.stored).toEqual([]);
  });
  it('corrects a target', async () => {
    const world = official({}, { records });
    await submit(correctDialog, world, { record: `target:${uuid(70)}`, atLeast: '90', aim: '', from: '2024-01-01', lastDay: '', source: 'Beleidskader OAB, versie 2', why });
    expect(world.stored).toMatchObject([{ what: 'correct target', value: { id: uuid(70), change: { atLeastPercent: 90, source: 'Beleidskader OAB, versie 2' }, reason: why } }]);
  });
  it('withdraws both, and says what that does to figures', async () => {
    for (const [kind, id] of [['ve_places', uuid(60)], ['target', uuid(70)]] as const) {
      const world = official({}, { records });
      const outcome = await submit(withdrawDialog, world, { record: `${kind}:${id}`, why });
      expect(world.stored).toEqual([{ what: 'withdraw', value: { kind, versionId: id, reason: why } }]);
      expect(factsOf(outcome)['Gevolg']).toMatch(/tijd/);
    }
  });
});

describe('days that follow each other', () => {
  const dayAt = (offset: number): string => addDays('2020-01-01', offset);
  const held = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 6 }).map((starts) => starts.sort((a, b) => a - b).map((start, index, all) =>
    ({ versionId: String(index), from: dayAt(start), ...(all[index + 1] === undefined ? {} : { until: dayAt(all[index + 1]!) }) })));
  it('either meet something later, or leave nothing that shares a day with the new ones once the running one has ended', () => {
    fc.assert(fc.property(held, fc.integer({ min: -10, max: 2500 }), fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }), (all, start, length) => {
      const days = { from: dayAt(start), ...(length === undefined ? {} : { until: dayAt(start + length) }) };
      const { running: ended, inTheWay } = succession(all, days);
      const left = all.map((one) => (one === ended ? { ...one, until: days.from } : one));
      expect(overlapping(left, 'new', days) === undefined).toBe(inTheWay === undefined);
    }));
  });
  it('are told with the last day that people name', () => {
    expect(daysLabel({ from: '2026-01-01', until: '2026-08-01' })).toBe('van 01-01-2026 tot en met 31-07-2026');
    expect(daysLabel({ from: TODAY })).toBe('vanaf 22-11-2026');
  });
});
