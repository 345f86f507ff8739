import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkCorrection } from '../../src/policy/national/correction.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, freeText, NOTE_MAX, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { joined, ROLE_LABELS } from '../labels.ts';
import { chooseRole, roleById, roleLabel } from './choose-role.ts';
import { cannotRevoke, revokesOwn } from './findings.ts';
import type { ManagedRole } from './port.ts';
import type { Field } from '../../cards/models.ts';

export const revokeShape = { grant: required(chosenId('Kies de rol.')), why: required(freeText('Schrijf kort waarom u deze rol intrekt.')) };
const input = z.object(revokeShape);
type Revocation = z.infer<typeof input>;

export const revokeReasonField: Field = { kind: 'text', id: 'why', label: 'Waarom?', required: true, maxLength: NOTE_MAX, hint: 'Zonder namen, bijvoorbeeld: uit dienst.' };

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const role = await roleById(context, values['grant']);
  if (!role) return chooseRole(context, { id: 'revoke-role', title: 'Rol intrekken' }, values);
  return {
    kind: 'form',
    title: 'Rol intrekken',
    intro: `U trekt in: ${roleLabel(context, role)}. Wie deze rol heeft, ziet er meteen niets meer mee. Wat al is vastgelegd, blijft.`,
    fields: [revokeReasonField],
    hidden: { grant: role.id },
    submitTitle: 'Intrekken',
  };
}

/** Whether a role may go; the database decides the same once more. */
export async function revocationFindings(context: DialogContext, role: ManagedRole, why: string): Promise<(Finding | undefined)[]> {
  const officials = (await context.ports.admin.roles()).filter((one) => one.role === 'official' && one.municipalityCode === role.municipalityCode);
  const isLast = role.role === 'official' && (officials.length < 2 || (role.isOwn && context.grants.length < 2));
  return [
    ...checkCorrection({ reason: why }),
    isLast ? cannotRevoke('Dit is de laatste rol waarmee u of de gemeente het beheer doet. Nodig eerst een andere beleidsadviseur uit; die trekt daarna deze rol in.') : undefined,
    role.isOwn && !isLast ? revokesOwn('Dit is uw eigen rol. U kunt haar zelf niet teruggeven. Klopt dat?') : undefined,
  ];
}

async function check(context: DialogContext, { grant, why }: Revocation): Promise<readonly Finding[]> {
  const role = await roleById(context, grant);
  return role ? inOrder(await revocationFindings(context, role, why)) : [recordChanged()];
}

async function commit(context: DialogContext, { grant, why }: Revocation): Promise<Receipt> {
  const role = await roleById(context, grant);
  if (!role || await context.ports.admin.revoke(grant, why) !== 'revoked') throw new RecordChangedError('role');
  return {
    title: 'Rol ingetrokken',
    facts: [
      { label: 'Rol', value: joined(ROLE_LABELS[role.role], role.placeName, role.label) },
      { label: 'Geldt', value: 'Meteen. Wie de rol had, ziet er niets meer mee en legt er niets meer mee vast.' },
      { label: 'Cijfers', value: 'Wat met deze rol is vastgelegd, blijft meetellen.' },
      { label: 'Waarom', value: why },
    ],
    buttons: [open('roles', 'Rollen bekijken'), open('admin', 'Beheer'), MENU],
  };
}

export const revokeRoleDialog = defineDialog<Revocation>({
  id: 'revoke-role',
  title: 'Rol intrekken',
  phrases: ['rol intrekken', 'trek rol in', 'intrekken rol'],
  roles: ['official'],
  menu: 'admin',
  form,
  input,
  check,
  commit,
});
