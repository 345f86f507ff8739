import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, optional, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { invitationFindings, inviteWith, isInvited, noPlaces, placeField, PLACE_OF, roleField, ROLES, type Invitation } from '../invite.ts';
import { joined, ROLE_LABELS } from '../labels.ts';
import { chooseRole, roleById, roleLabel } from './choose-role.ts';
import { labelField, labelShape } from './fields.ts';
import { ownMunicipalities } from './municipality.ts';
import type { ManagedRole } from './port.ts';
import { revocationFindings, revokeReasonField, revokeShape } from './revoke-role.ts';

const input = z.object({ ...revokeShape, newRole: required(chosenCode(ROLES, 'Kies de nieuwe rol.')), place: optional(chosenId('Kies waar de rol geldt.')), ...labelShape });
type Answers = z.infer<typeof input>;

/** A role is never changed: it ends and another begins, so that what was recorded with it stays what it was. */
const invitationOf = ({ municipalityCode }: ManagedRole, { newRole, place, label }: Answers): Invitation =>
  ({ role: newRole, municipality: municipalityCode, place, label });

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const role = await roleById(context, values['grant']);
  if (!role) return chooseRole(context, { id: 'change-role', title: 'Rol wijzigen' }, values);
  const { newRole } = values;
  if (!isInvited(newRole)) return chooseNewRole(context, role);
  const bound = PLACE_OF[newRole];
  const places = bound ? (await context.ports.people.places(role.municipalityCode))[bound.list] : [];
  const municipality = ownMunicipalities(context).find(({ code }) => code === role.municipalityCode);
  if (bound && places.length === 0 && municipality) return noPlaces(bound.label, municipality);
  return {
    kind: 'form',
    title: 'Rol wijzigen',
    intro: `${roleLabel(context, role)} vervalt. U krijgt een code voor de nieuwe rol: ${ROLE_LABELS[newRole].toLowerCase()}. Tot de code is gebruikt, heeft deze persoon geen van beide.`,
    fields: [...(bound ? [placeField(bound.label, places)] : []), labelField, revokeReasonField],
    hidden: { grant: role.id, newRole },
    defaults: { ...(role.label === undefined ? {} : { label: role.label }), ...(places.length === 1 && places[0] ? { place: places[0].id } : {}) },
    submitTitle: 'Rol wijzigen',
  };
}

function chooseNewRole(context: DialogContext, role: ManagedRole): View {
  return {
    kind: 'form', title: 'Rol wijzigen', intro: `Nu: ${roleLabel(context, role)}. Wat wordt de nieuwe rol?`, fields: [roleField('newRole')],
    defaults: isInvited(role.role) ? { newRole: role.role } : {},
    buttons: [{ title: 'Verder', verb: 'change-role.open', withInputs: true, style: 'positive', data: { grant: role.id } }, open('admin', 'Beheer'), MENU],
  };
}

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const role = await roleById(context, answers.grant);
  if (!role) return [recordChanged()];
  return inOrder([...await revocationFindings(context, role, answers.why), ...await invitationFindings(context, invitationOf(role, answers))]);
}

async function commit(context: DialogContext, answers: Answers): Promise<Receipt> {
  const role = await roleById(context, answers.grant);
  if (!role) throw new RecordChangedError('role');
  // The invitation first: an official who changes an own role may not be one afterwards.
  const { facts, highlight } = await inviteWith(context, invitationOf(role, answers));
  if (await context.ports.admin.revoke(role.id, answers.why) !== 'revoked') throw new RecordChangedError('role');
  return {
    title: 'Rol gewijzigd',
    ...(highlight ? { highlight } : {}),
    facts: [{ label: 'Vervallen', value: joined(ROLE_LABELS[role.role], role.placeName, role.label) }, ...facts, { label: 'Waarom', value: answers.why }],
    buttons: [open('roles', 'Rollen bekijken'), open('admin', 'Beheer'), MENU],
  };
}

export const changeRoleDialog = defineDialog<Answers>({
  id: 'change-role',
  title: 'Rol wijzigen',
  phrases: ['rol wijzigen', 'wijzig rol'],
  roles: ['official'],
  menu: 'admin',
  highlightIsSecret: true,
  form,
  input,
  check,
  commit,
});
