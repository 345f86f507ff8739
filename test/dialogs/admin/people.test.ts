import { describe, expect, it } from 'vitest';
import { changeRoleDialog } from '../../../dialogs/admin/change-role.ts';
import { changesDialog, difference } from '../../../dialogs/admin/changes.ts';
import { adminDialog } from '../../../dialogs/admin/manage.ts';
import type { AdminChange, ManagedRole } from '../../../dialogs/admin/port.ts';
import { revokeRoleDialog } from '../../../dialogs/admin/revoke-role.ts';
import { rolesDialog } from '../../../dialogs/admin/roles.ts';
import { RecordChangedError } from '../../../dialogs/dialog.ts';
import { dialogById } from '../../../dialogs/registry.ts';
import { createWeekPostFeature } from '../../../src/digest/chat/index.ts';
import { remindersFeature } from '../../../src/reminders/feature.ts';
import { emptyWorld, factsOf, fieldIds, HOSTILE, LOCATION, officialGrant, openForm, openNotice, optionsOf, prefilled, PUTTEN, rules, submit, uuid, type World } from '../world.ts';
import { emptyAdmin, type AdminRecords } from './stub.ts';

const kikkers: ManagedRole = { id: uuid(80), role: 'childcare', placeName: 'De Waterlelie', municipalityCode: PUTTEN, label: 'groep Kikkers', grantedOn: '2026-09-01', isOwn: false };
const own: ManagedRole = { id: uuid(81), role: 'official', placeName: 'Putten', municipalityCode: PUTTEN, grantedOn: '2026-01-01', isOwn: true };
const colleague: ManagedRole = { ...own, id: uuid(82), isOwn: false };
const official = (over: Partial<AdminRecords> = {}, world: Partial<World> = {}): World =>
  emptyWorld({ grants: [officialGrant], admin: emptyAdmin({ roles: [kikkers, own, colleague], ...over }), ...world });
const why = 'Uit dienst';

describe('the list of roles', () => {
  it('says who has which role where since when, without a name', async () => {
    const { facts } = await openNotice(rolesDialog, official());
    expect(facts?.[0]).toEqual({ label: 'Pedagogisch medewerker', value: 'De Waterlelie · groep Kikkers · sinds 01-09-2026' });
    expect(facts?.[1]).toEqual({ label: 'Beleidsadviseur', value: 'Putten · zonder kenmerk · sinds 01-01-2026 · uw eigen rol' });
  });
  it('is narrowed down by a place, and says when nothing fits', async () => {
    expect((await openNotice(rolesDialog, official(), (await prefilled(rolesDialog, official(), 'waterlelie')).values)).facts).toHaveLength(1);
    expect((await openNotice(rolesDialog, official(), { filter: 'nergens' })).paragraphs[0]).toBe('Er is geen rol gevonden met “nergens”.');
  });
  it('comes in pages, and takes any page for the first that there is not', async () => {
    const roles = Array.from({ length: 21 }, (_, index) => ({ ...kikkers, id: uuid(1000 + index) }));
    const first = await openNotice(rolesDialog, official({ roles }));
    expect(first.buttons[0]).toMatchObject({ title: 'Meer…', verb: 'roles.open', data: { page: '1' } });
    expect((await openNotice(rolesDialog, official({ roles }), { page: '2' })).facts).toHaveLength(1);
    for (const page of ['3', '-1', 'x']) expect((await openNotice(rolesDialog, official({ roles }), { page })).facts).toHaveLength(10);
    expect(first.buttons.length).toBeLessThanOrEqual(6);
  });
});

describe('revoking a role', () => {
  it('shows which, asks why, and says what it does', async () => {
    expect(optionsOf(await openForm(revokeRoleDialog, official()), 'grant')).toHaveLength(3);
    expect((await openForm(revokeRoleDialog, official(), { grant: kikkers.id })).intro).toContain('De Waterlelie · groep Kikkers');
    const world = official();
    const outcome = await submit(revokeRoleDialog, world, { grant: kikkers.id, why });
    expect(world.stored).toEqual([{ what: 'revoke', value: { roleId: kikkers.id, reason: why } }]);
    expect(factsOf(outcome)['Cijfers']).toBe('Wat met deze rol is vastgelegd, blijft meetellen.');
  });
  it('asks for the place first when there are many', async () => {
    const roles = Array.from({ length: 61 }, (_, index) => ({ ...kikkers, id: uuid(1000 + index), placeName: index === 0 ? 'Het Riet' : 'De Waterlelie' }));
    expect(fieldIds(await openForm(revokeRoleDialog, official({ roles })))).toEqual(['place']);
    expect(optionsOf(await openForm(revokeRoleDialog, official({ roles }), { place: 'Het Riet' }), 'grant')).toHaveLength(1);
    expect(fieldIds(await openForm(revokeRoleDialog, official({ roles: roles.slice(1) })))).toEqual(['grant']);
  });
  it('asks once more about one’s own, and never takes the last official away', async () => {
    const two = { grants: [officialGrant, { ...officialGrant, id: uuid(9), municipalityCode: '0267' }] };
    expect(rules(await submit(revokeRoleDialog, official({}, two), { grant: own.id, why }), 'confirm')).toEqual(['role']);
    expect(rules(await submit(revokeRoleDialog, official(), { grant: own.id, why }, true), 'block')).toEqual(['role']);
    expect(rules(await submit(revokeRoleDialog, official({ roles: [colleague] }), { grant: colleague.id, why }, true), 'block')).toEqual(['role']);
    expect((await submit(revokeRoleDialog, official(), { grant: colleague.id, why })).receipt).toBeDefined();
  });
  it('stores nothing for a role that is not there, or that is gone when it comes to it', async () => {
    expect(rules(await submit(revokeRoleDialog, official(), { grant: uuid(99), why }), 'block')).toEqual(['record-changed']);
    for (const revoked of ['unknown', 'last_official'] as const) {
      await expect(submit(revokeRoleDialog, official({ revoked }), { grant: kikkers.id, why })).rejects.toThrow(RecordChangedError);
    }
  });
  it.each(HOSTILE)('takes nothing from %j', async (value) => {
    const world = official();
    await submit(revokeRoleDialog, world, { grant: value, why: value });
    expect(world.stored).toEqual([]);
  });
});

describe('changing a role', () => {
  it('chooses the role, the new one, and then its place', async () => {
    expect(fieldIds(await openForm(changeRoleDialog, official()))).toEqual(['grant']);
    expect(fieldIds(await openForm(changeRoleDialog, official(), { grant: kikkers.id }))).toEqual(['newRole']);
    const form = await openForm(changeRoleDialog, official(), { grant: kikkers.id, newRole: 'childcare' });
    expect(fieldIds(form)).toEqual(['place', 'label', 'why']);
    expect(form.defaults).toEqual({ label: 'groep Kikkers', place: LOCATION.id });
  });
  it('gives the invitation and takes the old role in one go; the code is shown once', async () => {
    const world = official();
    const { receipt } = await submit(changeRoleDialog, world, { grant: kikkers.id, newRole: 'reader', label: 'groep Kikkers', why });
    expect(world.stored.map(({ what }) => what)).toEqual(['invite', 'revoke']);
    expect(world.stored[0]?.value).toEqual({ role: 'reader', municipalityCode: PUTTEN, invitingMunicipalityCode: PUTTEN, label: 'groep Kikkers' });
    expect(changeRoleDialog.highlightIsSecret).toBe(true);
    expect(JSON.stringify({ ...receipt, highlight: undefined })).not.toContain('ABCD');
  });
  it('is refused for a place that is not the municipality’s, and for the last official', async () => {
    expect(rules(await submit(changeRoleDialog, official(), { grant: kikkers.id, newRole: 'childcare', place: uuid(777), why }), 'block')).toEqual(['invitation']);
    expect(rules(await submit(changeRoleDialog, official({ roles: [own] }), { grant: own.id, newRole: 'reader', why }, true), 'block')).toEqual(['role']);
  });
});

describe('the card of administration', () => {
  it('fits its buttons, and every button opens something', async () => {
    const first = await openNotice(adminDialog, official());
    const cards = [first, ...await Promise.all(first.buttons.flatMap(({ data }) => (data ? [openNotice(adminDialog, official(), data as Record<string, string>)] : [])))];
    expect(cards).toHaveLength(7);
    const ofFeatures = new Set(['menu.open', ...remindersFeature.actions.keys(), ...createWeekPostFeature({ compose: () => Promise.reject(new Error('no post here')) }).actions.keys()]);
    for (const { buttons } of cards) {
      expect(buttons.length).toBeLessThanOrEqual(6);
      for (const { verb } of buttons) expect(ofFeatures.has(verb!) || dialogById(verb!.replace(/\.open$/, ''))?.roles.includes('official'), verb).toBe(true);
    }
  });
  it('takes an unknown part for none', async () => {
    for (const part of ['constructor', '__proto__', 'x']) expect((await openNotice(adminDialog, official(), { part })).title).toBe('Beheer');
  });
});

const change = (over: Partial<AdminChange>): AdminChange => ({ at: '2026-11-22T09:41:00.000Z', action: 'changed', entity: 'location', subject: 'De Wilg', by: 'self', ...over });

describe('what was changed', () => {
  it.each<[Partial<AdminChange>, string]>([
    [{ before: { id: 'x', name: 'De Wilg', lrk_number: null }, after: { id: 'x', name: 'De Berk', lrk_number: '900000001' } }, 'naam: De Wilg → De Berk; LRK-nummer: leeg → 900000001'],
    [{ before: { closed_on: null }, after: { closed_on: '2027-08-01' } }, 'gesloten per: leeg → 01-08-2027'],
    [{ before: { places: 16, valid: '[2023-01-01,)' }, after: { places: 16, valid: '[2023-01-01,2026-12-01)' } }, 'geldt: vanaf 01-01-2023 → van 01-01-2023 tot en met 30-11-2026'],
    [{ after: { measure: 'reach', at_least_percent: 85, aim_percent: null, source: 'Raadsbesluit' } }, 'cijfer: Bereik; minstens: 85%; bron: Raadsbesluit'],
    [{ before: { role: 'childcare', label: 'dinsdag', revoked_at: null }, after: { role: 'childcare', label: 'dinsdag', revoked_at: '2026-11-22' } }, 'rol: Pedagogisch medewerker'],
    [{ before: { valid: 'anders' } }, 'geldt: anders'],
  ])('%j is told as %s', (over, text) => expect(difference(change(over))).toBe(text));
  it('comes with the moment, the thing, why and by whom', async () => {
    const changes = [
      change({ before: { name: 'A' }, after: { name: 'B' }, reason: 'spelling' }), change({ by: 'other', byLabel: 'team Jeugd', action: 'closed' }), change({ by: 'operator' }),
      change({ entity: 'person_role', action: 'added', by: 'other', after: { role: 'reader' } }),
    ];
    const { facts } = await openNotice(changesDialog, official({ changes }));
    expect(facts?.[0]).toEqual({ label: '22-11-2026 10:41 Locatie gewijzigd', value: 'De Wilg · naam: A → B · reden: spelling · door u' });
    expect(facts?.[1]?.value).toContain('door een andere beleidsadviseur · team Jeugd');
    expect(facts?.[2]?.value).toContain('door een import of de beheerder');
    expect(facts?.[3]).toEqual({ label: '22-11-2026 10:41 Rol toegevoegd', value: 'De Wilg · rol: Lid Regiegroep · door wie de code gebruikte' });
  });
  it('says when there is nothing', async () => {
    expect((await openNotice(changesDialog, official())).paragraphs[0]).toContain('nog niets gewijzigd');
  });
});
