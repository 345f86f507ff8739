import { describe, expect, it } from 'vitest';
import { addNeighbourhoodDialog, changeNeighbourhoodDialog } from '../../../dialogs/admin/neighbourhoods.ts';
import { addOrganisationDialog, changeOrganisationDialog } from '../../../dialogs/admin/organisations.ts';
import type { ManagedNeighbourhood, ManagedOrganisation, ManagedSchool } from '../../../dialogs/admin/port.ts';
import { addSchoolDialog, changeSchoolDialog } from '../../../dialogs/admin/schools.ts';
import type { AnyDialog } from '../../../dialogs/dialog.ts';
import { emptyWorld, factsOf, officialGrant, openForm, openNotice, PUTTEN, rules, submit, uuid, type World } from '../world.ts';
import { emptyAdmin, type AdminRecords } from './stub.ts';

const huinen: ManagedNeighbourhood = { id: uuid(50), name: 'Huinen', municipalityCode: PUTTEN, cluster: 'Noord' };
const ours: ManagedOrganisation = { id: uuid(20), name: 'Peuterplein', kind: 'childcare', mayRename: true };
const shared: ManagedOrganisation = { id: uuid(21), name: 'Heideroos', kind: 'childcare', mayRename: false };
const board: ManagedOrganisation = { id: uuid(22), name: 'De Linde', kind: 'school_board', mayRename: true };
const kompas: ManagedSchool = { id: uuid(55), name: 'Het Kompas', municipalityCode: PUTTEN, organisationName: 'De Linde', brin: '12AB' };
const official = (over: Partial<AdminRecords> = {}): World =>
  emptyWorld({ grants: [officialGrant], admin: emptyAdmin({ neighbourhoods: [huinen], organisations: [ours, shared, board], schools: [kompas], ...over }) });

async function change(dialog: AnyDialog, world: World, item: string, values: object) {
  const form = await openForm(dialog, world, { item });
  return submit(dialog, world, { ...form.defaults, ...form.hidden, ...values }, true);
}

describe('neighbourhoods', () => {
  it('are added with or without a cluster, once', async () => {
    const world = official();
    await submit(addNeighbourhoodDialog, world, { municipality: PUTTEN, name: 'Hoef', cluster: '' });
    expect(world.stored).toEqual([{ what: 'neighbourhood', value: { municipalityCode: PUTTEN, name: 'Hoef' } }]);
    expect(rules(await submit(addNeighbourhoodDialog, official(), { municipality: PUTTEN, name: 'huinen' }), 'block')).toEqual(['one-name']);
  });
  it('get another name or cluster, or lose their cluster', async () => {
    const world = official();
    const outcome = await change(changeNeighbourhoodDialog, world, huinen.id, { cluster: '' });
    expect(world.stored).toEqual([{ what: 'change neighbourhood', value: { id: huinen.id, change: { name: 'Huinen' } } }]);
    expect(factsOf(outcome)).toMatchObject({ Cluster: 'geen', 'Cluster was': 'Noord' });
    expect((await openNotice(changeNeighbourhoodDialog, official({ neighbourhoods: [] }))).paragraphs[0]).toContain('wijk toevoegen');
  });
});

describe('organisations', () => {
  it('are added once for the whole country', async () => {
    const world = official();
    expect((await submit(addOrganisationDialog, world, { municipality: PUTTEN, kind: 'school_board', name: 'Scholen' })).receipt?.buttons[0]).toMatchObject({ verb: 'add-school.open' });
    expect(world.stored).toEqual([{ what: 'organisation', value: { kind: 'school_board', name: 'Scholen' } }]);
    expect(rules(await submit(addOrganisationDialog, official(), { municipality: PUTTEN, kind: 'childcare', name: 'HEIDEROOS' }), 'block')).toEqual(['one-name']);
    expect(Object.keys((await submit(addOrganisationDialog, official(), { municipality: PUTTEN, kind: 'municipality', name: 'X' })).errors ?? {})).toEqual(['kind']);
  });
  it('are renamed by who may, and only then', async () => {
    const world = official();
    await change(changeOrganisationDialog, world, ours.id, { name: 'Peuterpleinen' });
    expect(world.stored).toMatchObject([{ what: 'rename organisation', value: { id: ours.id, change: 'Peuterpleinen' } }]);
    expect(rules(await change(changeOrganisationDialog, official(), shared.id, { name: 'Anders' }), 'block')).toEqual(['managed']);
    expect(rules(await change(changeOrganisationDialog, official(), ours.id, { name: 'heideroos' }), 'block')).toEqual(['one-name']);
  });
});

describe('schools', () => {
  it('are added to a board', async () => {
    const world = official();
    await submit(addSchoolDialog, world, { municipality: PUTTEN, board: board.id, name: 'De Mast', brin: '34CD00' });
    expect(world.stored).toEqual([{ what: 'school', value: { organisationId: board.id, municipalityCode: PUTTEN, name: 'De Mast', brin: '34CD00' } }]);
    expect(rules(await submit(addSchoolDialog, official(), { municipality: PUTTEN, board: ours.id, name: 'De Mast' }), 'block')).toEqual(['not-yours']);
    expect(Object.keys((await submit(addSchoolDialog, official(), { municipality: PUTTEN, board: board.id, name: 'De Mast', brin: '3CD' })).errors ?? {})).toEqual(['brin']);
    expect((await openNotice(addSchoolDialog, official({ organisations: [ours] }))).paragraphs[0]).toContain('schoolbestuur toevoegen');
  });
  it('are renamed and close', async () => {
    const world = official();
    await change(changeSchoolDialog, world, kompas.id, { name: 'Het Nieuwe Kompas', closedOn: '2027-08-01' });
    expect(world.stored).toEqual([{ what: 'change school', value: { id: kompas.id, change: { name: 'Het Nieuwe Kompas', brin: '12AB', closedOn: '2027-08-01' } } }]);
  });
});
