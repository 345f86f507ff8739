import type { Field } from '../../cards/models.ts';
import { MENU } from '../buttons.ts';
import type { DialogContext, View } from '../dialog.ts';
import type { Municipality } from '../ports.ts';

/** Municipalities in which the person is an official, each once. */
export function ownMunicipalities({ grants }: DialogContext): Municipality[] {
  const byCode = new Map(grants.flatMap(({ role, municipalityCode: code, municipalityName }) =>
    (role === 'official' && code !== undefined ? [[code, { code, name: municipalityName ?? code }] as const] : [])));
  return [...byCode.values()];
}

/** The municipality that was chosen, or the only one; undefined when it is not the person's own. */
export function municipalityOf(context: DialogContext, code: string | undefined): Municipality | undefined {
  const own = ownMunicipalities(context);
  return code === undefined && own.length === 1 ? own[0] : own.find((one) => one.code === code);
}

export const municipalityField = (context: DialogContext): Field =>
  ({ kind: 'choice', id: 'municipality', label: 'Gemeente', required: true, options: ownMunicipalities(context).map(({ code, name }) => ({ value: code, label: name })) });

/** First step of an official of several municipalities. */
export const askMunicipality = (context: DialogContext, dialog: { readonly id: string; readonly title: string }): View => ({
  kind: 'form', title: dialog.title, intro: 'Voor welke gemeente?', fields: [municipalityField(context)],
  buttons: [{ title: 'Verder', verb: `${dialog.id}.open`, withInputs: true, style: 'positive' }, MENU],
});

/** A name with its municipality, when the official has several. */
export function placeLabel(context: DialogContext, name: string, municipalityCode: string): string {
  const own = ownMunicipalities(context);
  const municipality = own.find(({ code }) => code === municipalityCode);
  return own.length > 1 && municipality ? `${name} (${municipality.name})` : name;
}
