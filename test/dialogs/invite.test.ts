import { describe, expect, it } from 'vitest';
import { inviteDialog } from '../../dialogs/invite.ts';
import { emptyWorld, fieldIds, HOSTILE, LOCATION, officialGrant, openForm, openNotice, optionsOf, prefilled, PUTTEN, rules, submit, uuid, type World } from './world.ts';

const official = (over: Partial<World> = {}): World => emptyWorld({ grants: [officialGrant], ...over });
const second = { ...officialGrant, id: uuid(8), municipalityCode: '0267', municipalityName: 'Nijkerk' };

describe('the form of an invitation', () => {
  it('asks for the role first, and for the municipality only when there are several', async () => {
    const step = await openForm(inviteDialog, official());
    expect(fieldIds(step)).toEqual(['role']);
    expect(optionsOf(step, 'role').map(({ value }) => value)).toEqual(['childcare', 'health', 'school', 'official', 'reader']);
    expect(step.buttons?.[0]).toMatchObject({ verb: 'invite.open', withInputs: true });
    expect(fieldIds(await openForm(inviteDialog, official({ grants: [officialGrant, second] }), { role: 'reader' }))).toEqual(['role', 'municipality']);
  });
  it('then offers the places of that role, the only one filled in', async () => {
    const form = await openForm(inviteDialog, official(), { role: 'childcare', municipality: '' });
    expect(optionsOf(form, 'place')).toEqual([{ value: LOCATION.id, label: LOCATION.name }]);
    expect(form.defaults).toEqual({ place: LOCATION.id });
    expect(form.hidden).toEqual({ role: 'childcare', municipality: PUTTEN });
    expect((await openForm(inviteDialog, official(), { role: 'health' })).defaults).toEqual({});
    expect(fieldIds(await openForm(inviteDialog, official(), { role: 'reader' }))).toEqual(['label']);
  });
  it('says when there is no place of that kind', async () => {
    expect((await openNotice(inviteDialog, official(), { role: 'school' })).paragraphs[0]).toContain('School');
  });
  it('asks again for a role that cannot be given', async () => {
    for (const role of ['regional', ...HOSTILE.map(String)]) expect(fieldIds(await openForm(inviteDialog, official(), { role }))).toEqual(['role']);
  });
  it('reads the role from a sentence when one is named', async () => {
    expect((await prefilled(inviteDialog, official(), 'iemand van de JGZ')).values).toEqual({ role: 'health' });
    expect((await prefilled(inviteDialog, official(), 'jgz of school')).values).toEqual({});
  });
});

describe('an invitation', () => {
  it.each([
    [{ role: 'childcare', place: LOCATION.id }, { role: 'childcare', locationId: LOCATION.id }],
    [{ role: 'health', place: uuid(951) }, { role: 'health', organisationId: uuid(951), municipalityCode: PUTTEN }],
    [{ role: 'official' }, { role: 'official', municipalityCode: PUTTEN }],
    [{ role: 'reader', place: LOCATION.id }, { role: 'reader', municipalityCode: PUTTEN }],
  ])('for %j is bound to what the role needs and no more', async (values, stored) => {
    const world = official();
    const { receipt } = await submit(inviteDialog, world, values);
    expect(world.stored).toEqual([{ what: 'invite', value: { ...stored, invitingMunicipalityCode: PUTTEN } }]);
    expect(receipt?.highlight?.value).toBe('code ABCD-EFGH-JKLM');
  });
  it('carries by what the role will be recognised, without a citizen number', async () => {
    const world = official();
    const { receipt } = await submit(inviteDialog, world, { role: 'official', label: ' team  Jeugd ' });
    expect(world.stored[0]?.value).toMatchObject({ label: 'team Jeugd' });
    expect(receipt?.facts).toContainEqual({ label: 'Kenmerk', value: 'team Jeugd' });
    expect((await submit(inviteDialog, official(), { role: 'official', label: 'nummer 123456782' })).errors?.['label']).toContain('burgerservicenummer');
    expect((await submit(inviteDialog, official(), { role: 'official', label: 'x'.repeat(61) })).errors?.['label']).toContain('60 tekens');
    expect((await submit(inviteDialog, official(), { role: 'official', label: 'x'.repeat(60) })).receipt).toBeDefined();
  });
  it('shows its code in the highlight only, which is not kept', async () => {
    const { receipt } = await submit(inviteDialog, official(), { role: 'official' });
    expect(inviteDialog.highlightIsSecret).toBe(true);
    expect(JSON.stringify({ ...receipt, highlight: undefined })).not.toContain('ABCD');
    expect(receipt?.facts.find(({ label }) => label === 'Geldig tot')?.value).toBe('06-12-2026');
  });
  it.each<[string, object]>([
    ['another municipality', { role: 'official', municipality: '0267' }],
    ['no place', { role: 'childcare' }],
    ['a place of another kind', { role: 'school', place: LOCATION.id }],
    ['a place that is not on the list', { role: 'childcare', place: uuid(777) }],
  ])('is refused for %s', async (_, values) => {
    const world = official();
    expect(rules(await submit(inviteDialog, world, values), 'block')).toEqual(['invitation']);
    expect(world.stored).toEqual([]);
  });
  it('is refused when several municipalities are one’s own and none was chosen', async () => {
    expect(rules(await submit(inviteDialog, official({ grants: [officialGrant, second] }), { role: 'official' }), 'block')).toEqual(['invitation']);
  });
  it('is never made for a role that cannot be given', async () => {
    for (const role of ['regional', ...HOSTILE, undefined, '']) expect(Object.keys((await submit(inviteDialog, official(), { role })).errors ?? {})).toEqual(['role']);
  });
});
