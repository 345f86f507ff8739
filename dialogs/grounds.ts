import type { Field } from '../cards/models.ts';
import type { Finding, Ground, IsoDate } from '../src/policy/engine/types.ts';
import type { DialogContext } from './dialog.ts';
import { chosenSeveral, isoDay, required, toDay } from './fields.ts';
import { notYours } from './findings.ts';

/** What an indication and its correction have in common. */
export const groundsShape = {
  issuedOn: required(isoDay('Vul de datum van afgifte in.')),
  grounds: required(chosenSeveral('Kies ten minste één grond.')),
};

/** The municipality's grounds on the day as typed; today's when that day has none. */
export function groundsOn(context: DialogContext, municipalityCode: string, typedDay: string | undefined): readonly Ground[] | undefined {
  const day = toDay(typedDay ?? '') ?? context.today;
  const agreed = context.policy(municipalityCode, day)?.grounds ?? context.policy(municipalityCode, context.today)?.grounds;
  return agreed?.value;
}

export const groundFields = (grounds: readonly Ground[]): Field[] => [
  { kind: 'date', id: 'issuedOn', label: 'Datum van afgifte', required: true },
  { kind: 'choice', id: 'grounds', label: 'Gronden', required: true, multiple: true, hint: 'U kunt er meer kiezen.', options: grounds.map(({ code, label }) => ({ value: code, label })) },
];

/** Where no grounds hold on the day itself, the rule is silent; a forged code must not pass for that reason. */
export function groundsNotOffered(context: DialogContext, municipalityCode: string, day: IsoDate, grounds: readonly string[]): Finding | undefined {
  if (context.policy(municipalityCode, day)?.grounds) return undefined;
  const offered = groundsOn(context, municipalityCode, day) ?? [];
  if (grounds.every((code) => offered.some((ground) => ground.code === code))) return undefined;
  return notYours('Een van de gekozen gronden staat niet in de lijst van de gemeente. Kies opnieuw.');
}

export function groundLabels(context: DialogContext, municipalityCode: string, day: IsoDate, grounds: readonly string[]): string {
  const known = groundsOn(context, municipalityCode, day) ?? [];
  return grounds.map((code) => known.find((ground) => ground.code === code)?.label ?? code).join('; ');
}
