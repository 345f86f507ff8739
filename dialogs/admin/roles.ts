import { dutchCount } from '../../src/policy/engine/dutch.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { open } from '../buttons.ts';
import { joined, ROLE_LABELS } from '../labels.ts';
import { placeLabel } from './municipality.ts';
import { defineNotice } from './notice.ts';
import type { ManagedRole } from './port.ts';

const PER_PAGE = 10;

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** Who has which role where, since when. "rollen Waterlelie" narrows it down. */
export const rolesDialog = defineNotice({
  id: 'roles',
  title: 'Rollen',
  phrases: ['rollen', 'wie heeft een rol', 'rollen bekijken'],
  menu: 'admin',
  prefill: async (sentence) => ({ values: sentence === '' ? {} : { filter: sentence.slice(0, 100) } }),
  async show(context, values) {
    const filter = values['filter'] ?? '';
    const roles = (await context.ports.admin.roles()).filter((role) => filter === '' || contains(`${role.placeName} ${role.label ?? ''} ${ROLE_LABELS[role.role]}`, filter));
    const pages = Math.max(1, Math.ceil(roles.length / PER_PAGE));
    const page = Number.parseInt(values['page'] ?? '0', 10) || 0;
    const current = page > 0 && page < pages ? page : 0;
    const next: Record<string, string> = { page: String(current + 1), ...(filter === '' ? {} : { filter }) };
    return {
      kind: 'notice', title: 'Rollen',
      paragraphs: [roles.length === 0 ? `Er is geen rol gevonden${filter === '' ? '' : ` met “${filter}”`}.` : `${dutchCount(roles.length, 'rol', 'rollen')}${pages > 1 ? `, bladzijde ${current + 1} van ${pages}` : ''}. Een persoon heeft hier geen naam; het kenmerk komt uit de uitnodiging.`],
      facts: roles.slice(current * PER_PAGE, (current + 1) * PER_PAGE).map((role) => ({ label: ROLE_LABELS[role.role], value: factOf(role, placeLabel(context, role.placeName, role.municipalityCode)) })),
      buttons: [
        ...(current + 1 < pages ? [open('roles', 'Meer…', next)] : []),
        open('revoke-role', 'Rol intrekken'), open('change-role', 'Rol wijzigen'), open('invite', 'Uitnodigen'), open('admin', 'Beheer'),
      ],
    };
  },
});

const factOf = ({ label, grantedOn, isOwn }: ManagedRole, place: string): string => joined(place, label ?? 'zonder kenmerk', `sinds ${dutchDay(grantedOn)}`, isOwn ? 'uw eigen rol' : undefined);
