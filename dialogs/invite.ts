import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { labelField, labelShape } from './admin/fields.ts';
import { municipalityField, municipalityOf, ownMunicipalities } from './admin/municipality.ts';
import { MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { chosenCode, chosenId, optional, present, required } from './fields.ts';
import { cannotInvite } from './findings.ts';
import { joined, ROLE_LABELS } from './labels.ts';
import type { InvitationInput, Municipality, PeoplePort } from './ports.ts';

/** Regional roles are given by the operator: no single municipality may do so. */
export const ROLES = ['childcare', 'health', 'school', 'official', 'reader'] as const;
export type InvitedRole = (typeof ROLES)[number];
export const isInvited = (text: string | undefined): text is InvitedRole => ROLES.some((role) => role === text);

const input = z.object({
  role: required(chosenCode(ROLES, 'Kies de rol.')),
  municipality: optional(chosenId('Kies de gemeente.')),
  place: optional(chosenId('Kies waar de rol geldt.')),
  ...labelShape,
});
export type Invitation = z.infer<typeof input>;

/** Which list of places a role is bound to; the others hold for the whole municipality. */
type Places = Awaited<ReturnType<PeoplePort['places']>>;
export const PLACE_OF: Readonly<Partial<Record<InvitedRole, { readonly label: string; readonly list: keyof Places }>>> = {
  childcare: { label: 'Locatie', list: 'locations' },
  health: { label: 'Organisatie voor jeugdgezondheidszorg', list: 'healthOrganisations' },
  school: { label: 'School', list: 'schools' },
};

const ROLE_WORDS: readonly (readonly [InvitedRole, RegExp])[] = [
  ['childcare', /\b(?:kinderopvang|pedagogisch|locatie)\b/i],
  ['health', /\b(?:jgz|ggd|cjg|jeugdverpleegkundige|consultatiebureau)\b/i],
  ['school', /\b(?:school|ib'?er|intern begeleider)\b/i],
  ['official', /\b(?:beleidsadviseur|gemeente|collega)\b/i],
  ['reader', /\b(?:lezer|regiegroep|werkgroep)\b/i],
];

async function prefill(sentence: string): Promise<Prefill> {
  const named = ROLE_WORDS.filter(([, words]) => words.test(sentence)).map(([role]) => role);
  return { values: present('role', named.length === 1 ? named[0] : undefined) };
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const municipality = municipalityOf(context, values['municipality'] || undefined);
  const role = values['role'];
  if (!municipality || !isInvited(role)) return chooseRole(context);
  const bound = PLACE_OF[role];
  const places = bound ? (await context.ports.people.places(municipality.code))[bound.list] : [];
  if (bound && places.length === 0) return noPlaces(bound.label, municipality);
  return {
    kind: 'form',
    title: 'Uitnodigen',
    intro: `U nodigt iemand uit als ${ROLE_LABELS[role].toLowerCase()} in ${municipality.name}. U krijgt een code om door te geven. Wie de code typt, krijgt de rol.`,
    fields: [...(bound ? [placeField(bound.label, places)] : []), labelField],
    hidden: { role, municipality: municipality.code },
    defaults: places.length === 1 && places[0] ? { place: places[0].id } : {},
    submitTitle: 'Uitnodiging maken',
  };
}

export const placeField = (label: string, places: readonly { readonly id: string; readonly name: string }[]): Field =>
  ({ kind: 'choice', id: 'place', label, required: true, placeholder: 'Kies uit de lijst', options: places.map(({ id, name }) => ({ value: id, label: name })) });

export const roleField = (id: string): Field =>
  ({ kind: 'choice', id, label: 'Rol', required: true, placeholder: 'Kies een rol', options: ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] })) });

/** The places differ by role, so that comes first. */
function chooseRole(context: DialogContext): View {
  return {
    kind: 'form',
    title: 'Uitnodigen',
    intro: 'In welke rol gaat deze persoon Kansenlijn gebruiken?',
    fields: [
      roleField('role'),
      ...(ownMunicipalities(context).length > 1 ? [municipalityField(context)] : []),
    ],
    buttons: [{ title: 'Verder', verb: 'invite.open', withInputs: true, style: 'positive' }, MENU],
  };
}

export function noPlaces(label: string, municipality: Municipality): View {
  return {
    kind: 'notice',
    title: 'Nog niets om uit te kiezen',
    tone: 'warning',
    paragraphs: [`Voor ${municipality.name} is nog niets vastgelegd onder “${label}”. Voeg het toe met “beheer”.`],
    buttons: [open('invite', 'Andere rol'), open('admin', 'Beheer'), MENU],
  };
}

/** Also when a role is changed into another one. */
export async function invitationFindings(context: DialogContext, answers: Invitation): Promise<readonly Finding[]> {
  const municipality = municipalityOf(context, answers.municipality);
  if (!municipality) return [cannotInvite('Voor deze gemeente kunt u niemand uitnodigen. Kies een van uw eigen gemeenten.')];
  const bound = PLACE_OF[answers.role];
  if (!bound) return [];
  if (answers.place === undefined) return [cannotInvite(`Kies bij “${bound.label}” waar de rol geldt.`)];
  return (await placeName(context, municipality, answers)) === undefined ? [cannotInvite(`De keuze bij “${bound.label}” hoort niet bij ${municipality.name}. Kies opnieuw uit de lijst.`)] : [];
}

async function placeName(context: DialogContext, municipality: Municipality, { role, place }: Invitation): Promise<string | undefined> {
  const bound = PLACE_OF[role];
  if (!bound) return undefined;
  return (await context.ports.people.places(municipality.code))[bound.list].find(({ id }) => id === place)?.name;
}

/** Each role is bound to exactly what it needs, and to nothing more. */
function invitationOf({ role, place, label }: Invitation, municipalityCode: string): InvitationInput {
  const base = { role, invitingMunicipalityCode: municipalityCode, ...present('label', label) };
  switch (role) {
    case 'childcare': return { ...base, ...present('locationId', place) };
    case 'school': return { ...base, ...present('schoolId', place) };
    case 'health': return { ...base, municipalityCode, ...present('organisationId', place) };
    case 'official':
    case 'reader': return { ...base, municipalityCode };
  }
}

/** Makes the invitation; the code is in the highlight only. */
export async function inviteWith(context: DialogContext, answers: Invitation): Promise<Pick<Receipt, 'facts' | 'highlight'>> {
  const municipality = municipalityOf(context, answers.municipality);
  if (!municipality) throw new RecordChangedError('role');
  const { code, expiresOn } = await context.ports.people.invite(invitationOf(answers, municipality.code));
  return {
    highlight: { label: 'Geef dit door; de genodigde typt het zo', value: `code ${code}` },
    facts: [
      { label: 'Rol', value: joined(ROLE_LABELS[answers.role], await placeName(context, municipality, answers), municipality.name) },
      ...(answers.label === undefined ? [] : [{ label: 'Kenmerk', value: answers.label }]),
      { label: 'Geldig tot', value: dutchDay(expiresOn) },
      { label: 'Waar?', value: 'In de persoonlijke chat met Kansenlijn.' },
      { label: 'Let op', value: 'Deze code wordt één keer getoond en werkt één keer. Geef hem alleen aan deze persoon.' },
    ],
  };
}

async function commit(context: DialogContext, answers: Invitation): Promise<Receipt> {
  return { title: 'Uitnodiging gemaakt', ...await inviteWith(context, answers), buttons: [open('invite', 'Nog iemand uitnodigen'), open('roles', 'Rollen bekijken'), MENU] };
}

export const inviteDialog = defineDialog<Invitation>({
  id: 'invite',
  title: 'Uitnodigen',
  phrases: ['uitnodigen', 'nodig uit', 'uitnodiging'],
  roles: ['official'],
  menu: 'admin',
  highlightIsSecret: true,
  prefill,
  form,
  input,
  check: invitationFindings,
  commit,
});
