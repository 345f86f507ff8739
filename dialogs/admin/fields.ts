import { z } from 'zod/v4';
import type { Field, Option } from '../../cards/models.ts';
import { isoDay, optional, required, shortText } from '../fields.ts';

/** Fields that several forms of the administration share. Messages are Dutch and stand with the field. */

export const NAME_MAX = 200;
export const LABEL_MAX = 60;
export const SOURCE_MAX = 200;

export const nameShape = { name: required(shortText('Vul de naam in.', NAME_MAX)) };
export const nameField = (label: string, hint?: string): Field => ({ kind: 'text', id: 'name', label, required: true, maxLength: NAME_MAX, ...(hint === undefined ? {} : { hint }) });

/** How an official recognises whose role it is; a role has no name in Kansenlijn. */
export const labelShape = { label: optional(shortText('Vul een kenmerk in.', LABEL_MAX)) };
export const labelField: Field = {
  kind: 'text', id: 'label', label: 'Kenmerk', maxLength: LABEL_MAX, placeholder: 'bijvoorbeeld: groep Kikkers, dinsdag',
  hint: 'Waaraan u later ziet wiens rol dit is. Zonder naam en zonder burgerservicenummer.',
};

export const lrkShape = { lrk: optional(z.string().regex(/^[0-9]{6,12}$/, 'Een LRK-nummer bestaat uit 6 tot en met 12 cijfers.')) };
export const lrkField: Field = { kind: 'text', id: 'lrk', label: 'LRK-nummer', maxLength: 12, hint: 'Nummer in het Landelijk Register Kinderopvang.' };

export const brinShape = { brin: optional(z.string().regex(/^[0-9]{2}[A-Z]{2}(?:[0-9]{2})?$/, 'Een BRIN-nummer ziet eruit als 12AB of 12AB00.')) };
export const brinField: Field = { kind: 'text', id: 'brin', label: 'BRIN-nummer', maxLength: 6, placeholder: 'bijvoorbeeld 12AB00' };

export const openedShape = { openedOn: required(isoDay('Vul in vanaf welke dag.')) };
export const openedField: Field = { kind: 'date', id: 'openedOn', label: 'Geopend per', required: true };
export const existenceShape = { openedOn: optional(isoDay('Vul in vanaf welke dag.')), closedOn: optional(isoDay('Vul in vanaf welke dag.')) };
export const closedField = (what: string): Field => ({ kind: 'date', id: 'closedOn', label: 'Gesloten per', hint: `De eerste dag waarop ${what} er niet meer is. Leeg: nog open.` });

export const choice = (id: string, label: string, options: readonly Option[], isRequired = true): Field =>
  ({ kind: 'choice', id, label, options, placeholder: 'Kies uit de lijst', ...(isRequired ? { required: true } : {}) });

/** A whole number within limits, both included. */
export function wholeNumber(missing: string, least: number, most: number): z.ZodType<number> {
  return z.string({ error: missing }).transform((text, context) => {
    const value = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined;
    if (value !== undefined && value >= least && value <= most) return value;
    context.issues.push({ code: 'custom', message: `Vul een heel getal van ${least} tot en met ${most} in.`, input: text });
    return z.NEVER;
  });
}
