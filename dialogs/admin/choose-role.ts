import type { FormValues } from '../../cards/models.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { MENU, open } from '../buttons.ts';
import type { DialogContext, View } from '../dialog.ts';
import { joined, ROLE_LABELS } from '../labels.ts';
import { placeLabel } from './municipality.ts';
import type { ManagedRole } from './port.ts';

/** A list of more would not fit on a card. */
const AT_ONCE = 60;

/** "Pedagogisch medewerker · De Waterlelie · dinsdaggroep · sinds 01-09-2026". */
export const roleLabel = (context: DialogContext, { role, placeName, municipalityCode, label, grantedOn, isOwn }: ManagedRole): string =>
  joined(ROLE_LABELS[role], placeLabel(context, placeName, municipalityCode), label ?? 'zonder kenmerk', `sinds ${dutchDay(grantedOn)}`, isOwn ? 'uw eigen rol' : undefined);

export async function roleById({ ports }: DialogContext, id: string | undefined): Promise<ManagedRole | undefined> {
  return id === undefined ? undefined : (await ports.admin.roles()).find((role) => role.id === id);
}

/** First step: which role. With many, first where. */
export async function chooseRole(context: DialogContext, dialog: { readonly id: string; readonly title: string }, values: FormValues): Promise<View> {
  const all = await context.ports.admin.roles();
  const places = [...new Set(all.map(({ placeName }) => placeName))];
  const here = all.filter(({ placeName }) => placeName === values['place']);
  const byPlace = all.length > AT_ONCE && here.length === 0;
  const options = byPlace
    ? places.map((place) => ({ value: place, label: place }))
    : (here.length > 0 ? here : all).slice(0, AT_ONCE).map((role) => ({ value: role.id, label: roleLabel(context, role) }));
  return {
    kind: 'form', title: dialog.title,
    fields: [{ kind: 'choice', id: byPlace ? 'place' : 'grant', label: byPlace ? 'Waar geldt de rol?' : 'Rol', required: true, placeholder: 'Kies uit de lijst', options }],
    buttons: [{ title: 'Verder', verb: `${dialog.id}.open`, withInputs: true, style: 'positive' }, open('admin', 'Beheer'), MENU],
  };
}
