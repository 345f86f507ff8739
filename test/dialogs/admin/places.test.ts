import { describe, expect, it } from 'vitest';
import { addGroupDialog } from '../../../dialogs/admin/add-group.ts';
import { addLocationDialog } from '../../../dialogs/admin/add-location.ts';
import { changeGroupDialog } from '../../../dialogs/admin/change-group.ts';
import { changeLocationDialog } from '../../../dialogs/admin/change-location.ts';
import type { ManagedGroup, ManagedLocation, ManagedOrganisation } from '../../../dialogs/admin/port.ts';
import type { AnyDialog } from '../../../dialogs/dialog.ts';
import { emptyWorld, factsOf, fieldIds, HOSTILE, officialGrant, openForm, openNotice, optionsOf, PUTTEN, rules, submit, TODAY, uuid, type World } from '../world.ts';
import { emptyAdmin, type AdminRecords } from './stub.ts';

const provider: ManagedOrganisation = { id: uuid(20), name: 'Peuterplein', kind: 'childcare', mayRename: true };
const wilg: ManagedLocation = { id: uuid(30), name: 'De Wilg', municipalityCode: PUTTEN, organisationId: provider.id, organisationName: provider.name, openedOn: '2020-01-01' };
const katjes: ManagedGroup = { id: uuid(40), name: 'Katjes', municipalityCode: PUTTEN, locationId: wilg.id, locationName: wilg.name };
const records = (over: Partial<AdminRecords> = {}): AdminRecords => emptyAdmin({
  organisations: [provider, { id: uuid(21), name: 'JGZ', kind: 'health', mayRename: false }], locations: [wilg], groups: [katjes],
  neighbourhoods: [{ id: uuid(50), name: 'Huinen', municipalityCode: PUTTEN }], ...over,
});
const nijkerk = { ...officialGrant, id: uuid(8), municipalityCode: '0267', municipalityName: 'Nijkerk' };
const official = (over: Partial<AdminRecords> = {}, world: Partial<World> = {}): World => emptyWorld({ grants: [officialGrant], admin: records(over), ...world });

const newLocation = { municipality: PUTTEN, organisation: provider.id, name: ' De  Berk ', neighbourhood: uuid(50), lrk: '900000001', openedOn: TODAY };

describe('adding a location', () => {
  it('asks for what the municipality has, with today filled in', async () => {
    const form = await openForm(addLocationDialog, official());
    expect(fieldIds(form)).toEqual(['organisation', 'name', 'neighbourhood', 'lrk', 'openedOn']);
    expect(optionsOf(form, 'organisation')).toEqual([{ value: provider.id, label: 'Peuterplein' }]);
    expect(form.defaults).toEqual({ openedOn: TODAY });
  });
  it('asks for the municipality first when there are several', async () => {
    expect(fieldIds(await openForm(addLocationDialog, official({}, { grants: [officialGrant, nijkerk] })))).toEqual(['municipality']);
    expect((await openForm(addLocationDialog, official({}, { grants: [officialGrant, nijkerk] }), { municipality: '0267' })).hidden).toEqual({ municipality: '0267' });
  });
  it('says what has to be there first', async () => {
    expect((await openNotice(addLocationDialog, official({ organisations: [] }))).paragraphs[0]).toContain('aanbieder toevoegen');
  });
  it('stores it with its name on one line, and says when it counts', async () => {
    const world = official();
    const outcome = await submit(addLocationDialog, world, newLocation);
    expect(world.stored).toEqual([{ what: 'location', value: { organisationId: provider.id, municipalityCode: PUTTEN, name: 'De Berk', neighbourhoodId: uuid(50), lrkNumber: '900000001', openedOn: TODAY } }]);
    expect(factsOf(outcome)['Cijfers']).toContain('telt mee zodra');
  });
  it.each<[string, object, Partial<AdminRecords>, string]>([
    ['another municipality', { municipality: '0267' }, {}, 'managed'],
    ['a provider that is none', { organisation: uuid(21) }, {}, 'not-yours'],
    ['a neighbourhood elsewhere', { neighbourhood: uuid(51) }, {}, 'not-yours'],
    ['a name that the provider uses', { name: 'de wilg' }, {}, 'one-name'],
    ['a number of another location', {}, { lrkNumbers: ['900000001'] }, 'one-name'],
    ['a day more than two years ahead', { openedOn: '2028-11-23' }, {}, 'admin-backdated'],
  ])('is refused for %s', async (_, over, admin, rule) => {
    const world = official(admin);
    expect(rules(await submit(addLocationDialog, world, { ...newLocation, ...over }, true), 'block')).toEqual([rule]);
    expect(world.stored).toEqual([]);
  });
  it('allows a day two years ahead, and asks about one more than 31 days back', async () => {
    expect((await submit(addLocationDialog, official(), { ...newLocation, openedOn: '2028-11-22' })).findings).toEqual([]);
    expect((await submit(addLocationDialog, official(), { ...newLocation, openedOn: '2026-10-22' })).findings).toEqual([]);
    expect(rules(await submit(addLocationDialog, official(), { ...newLocation, openedOn: '2026-10-21' }), 'confirm')).toEqual(['admin-backdated']);
  });
  it.each([['12345', 'lrk'], ['1234567890123', 'lrk'], ['LRK 900000001', 'lrk']])('refuses %s as a number of the register', async (lrk, field) => {
    expect(Object.keys((await submit(addLocationDialog, official(), { ...newLocation, lrk })).errors ?? {})).toEqual([field]);
  });
  it('refuses a citizen number in the name', async () => {
    expect((await submit(addLocationDialog, official(), { ...newLocation, name: 'Locatie 123456782' })).errors?.['name']).toContain('burgerservicenummer');
  });
});

/** Opens the form of one thing and sends it back changed, as a client does. */
async function change(dialog: AnyDialog, world: World, item: string, values: object, confirm = false) {
  const form = await openForm(dialog, world, { item });
  return submit(dialog, world, { ...form.defaults, ...form.hidden, ...values }, confirm);
}

describe('changing a location', () => {
  it('chooses first, then shows how it is', async () => {
    expect(optionsOf(await openForm(changeLocationDialog, official()), 'item')).toEqual([{ value: wilg.id, label: 'De Wilg · Peuterplein' }]);
    const form = await openForm(changeLocationDialog, official(), { item: wilg.id });
    expect(form.defaults).toEqual({ name: 'De Wilg', lrk: '', openedOn: '2020-01-01', closedOn: '' });
  });
  it('renames, and tells the old name', async () => {
    const world = official();
    const outcome = await change(changeLocationDialog, world, wilg.id, { name: 'De Treurwilg' });
    expect(world.stored).toEqual([{ what: 'change location', value: { id: wilg.id, change: { name: 'De Treurwilg', openedOn: '2020-01-01' } } }]);
    expect(factsOf(outcome)).toMatchObject({ Locatie: 'De Treurwilg', Heette: 'De Wilg' });
    expect(rules(outcome, 'inform')).toEqual(['one-name']);
  });
  it('closes its groups and its places together with it, after asking', async () => {
    const offer = { versionId: uuid(60), locationId: wilg.id, locationName: wilg.name, municipalityCode: PUTTEN, places: 16, from: '2023-01-01' };
    const world = official({ offers: [offer] });
    expect(rules(await change(changeLocationDialog, world, wilg.id, { closedOn: '2027-08-01' }), 'confirm')).toEqual(['closing', 'closing']);
    await change(changeLocationDialog, world, wilg.id, { closedOn: '2027-08-01' }, true);
    expect(world.stored).toEqual([
      { what: 'change group', value: { id: katjes.id, change: { name: 'Katjes', closedOn: '2027-08-01' } } },
      { what: 'correct offer', value: { id: uuid(60), change: { places: 16, from: '2023-01-01', until: '2027-08-01' }, reason: 'Locatie gesloten per 01-08-2027.' } },
      { what: 'change location', value: { id: wilg.id, change: { name: 'De Wilg', openedOn: '2020-01-01', closedOn: '2027-08-01' } } },
    ]);
  });
  it('does not close while children are placed, and says how many', async () => {
    const outcome = await change(changeLocationDialog, official({ childrenFrom: 3, groups: [] }), wilg.id, { closedOn: '2027-08-01' });
    expect(outcome.findings[0]?.level).toBe('block');
    expect(outcome.findings[0]?.text).toContain('nog 3 kinderen geplaatst');
  });
  it('does not close before places that begin later', async () => {
    const offers = [{ versionId: uuid(60), locationId: wilg.id, locationName: wilg.name, municipalityCode: PUTTEN, places: 16, from: '2027-08-01' }];
    expect(rules(await change(changeLocationDialog, official({ offers, groups: [] }), wilg.id, { closedOn: '2027-08-01' }), 'block')).toEqual(['closing']);
  });
  it('does not close on the day on which it opens', async () => {
    expect(rules(await change(changeLocationDialog, official({ groups: [] }), wilg.id, { openedOn: '2026-11-01', closedOn: '2026-11-01' }), 'block')).toEqual(['closing']);
  });
  it('opens again when the day is emptied', async () => {
    const world = official({ locations: [{ ...wilg, closedOn: '2027-08-01' }] });
    await change(changeLocationDialog, world, wilg.id, { closedOn: '' });
    expect(world.stored).toEqual([{ what: 'change location', value: { id: wilg.id, change: { name: 'De Wilg', openedOn: '2020-01-01' } } }]);
  });
  it('stores nothing when nothing changed, or when somebody else changed it meanwhile', async () => {
    const world = official();
    expect(rules(await change(changeLocationDialog, world, wilg.id, {}), 'block')).toEqual(['managed']);
    const form = await openForm(changeLocationDialog, world, { item: wilg.id });
    world.admin.locations = [{ ...wilg, lrkNumber: '900000009' }];
    const shownAgain = await openForm(changeLocationDialog, world, { item: wilg.id, seen: form.hidden!['seen']! });
    expect(shownAgain.hidden).toEqual(form.hidden);
    expect(rules(await submit(changeLocationDialog, world, { ...form.defaults, ...form.hidden, name: 'Anders' }), 'block')).toEqual(['record-changed']);
    expect(world.stored).toEqual([]);
  });
  it('is refused for a location that is not in the list', async () => {
    expect(rules(await submit(changeLocationDialog, official(), { item: uuid(31), seen: 'x', name: 'Anders' }), 'block')).toEqual(['record-changed']);
  });
  it.each(HOSTILE)('takes nothing from %j', async (value) => {
    const world = official();
    await submit(changeLocationDialog, world, { item: value, seen: value, name: value });
    expect(world.stored).toEqual([]);
  });
});

describe('groups', () => {
  const group = { municipality: PUTTEN, location: wilg.id, name: 'Uiltjes', openedOn: TODAY };
  it('are added at an open location', async () => {
    const world = official();
    await submit(addGroupDialog, world, group);
    expect(world.stored).toEqual([{ what: 'group', value: { locationId: wilg.id, name: 'Uiltjes', openedOn: TODAY } }]);
  });
  it.each<[string, object, Partial<AdminRecords>]>([
    ['a name that is in use', { name: 'KATJES' }, {}],
    ['a day before the location opens', { openedOn: '2026-11-01' }, { locations: [{ ...wilg, openedOn: '2026-11-02' }] }],
    ['a day on which the location is closed', { openedOn: '2026-12-01' }, { locations: [{ ...wilg, closedOn: '2026-12-01' }] }],
    ['a location elsewhere', { location: uuid(31) }, {}],
  ])('are not added for %s', async (_, over, admin) => {
    const world = official(admin);
    expect(rules(await submit(addGroupDialog, world, { ...group, ...over }, true), 'block')).toHaveLength(1);
    expect(world.stored).toEqual([]);
  });
  it('close from a day on when nobody is placed after it, with one child in the singular', async () => {
    const world = official();
    await change(changeGroupDialog, world, katjes.id, { closedOn: '2027-01-01' });
    expect(world.stored).toEqual([{ what: 'change group', value: { id: katjes.id, change: { name: 'Katjes', closedOn: '2027-01-01' } } }]);
    expect((await change(changeGroupDialog, official({ childrenFrom: 1 }), katjes.id, { closedOn: '2027-01-01' })).findings[0]?.text).toContain('is op of na 01-01-2027 nog 1 kind geplaatst');
  });
  it('do not open after children began there', async () => {
    expect(rules(await change(changeGroupDialog, official({ childrenBefore: 2 }), katjes.id, { openedOn: '2026-11-01' }), 'block')).toEqual(['closing']);
  });
  it('do not outlive their location', async () => {
    const closed = { locations: [{ ...wilg, closedOn: '2027-01-01' }], groups: [{ ...katjes, closedOn: '2027-01-01' }] };
    expect(rules(await change(changeGroupDialog, official(closed), katjes.id, { closedOn: '' }), 'block')).toEqual(['closing']);
    expect((await change(changeGroupDialog, official(closed), katjes.id, { closedOn: '2026-12-31' })).receipt).toBeDefined();
  });
});
