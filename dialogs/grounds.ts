import type { Field } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import { answersOffered, codesToStore, countedCodes, groundOf, groundsMetBy, storableCodes, type GroundMet, type GroundsReading } from '../src/policy/engine/grounds.ts';
import type { Finding, Ground, IsoDate, ReIndication } from '../src/policy/engine/types.ts';
import { groundLine } from '../src/policy/explain/words.ts';
import type { DialogContext, Receipt } from './dialog.ts';
import { chosenSeveral, isoDay, required, toDay } from './fields.ts';
import { notYours } from './findings.ts';
import type { IndicationOrigin } from './ports.ts';

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

/**
 * For a correction: what can be stored, and what is stored. A code that the list does not
 * have (any more) stays on offer: correcting the day must not drop it.
 */
export function groundFields(grounds: readonly Ground[], stored: readonly string[]): Field[] {
  const offered = storableCodes(grounds);
  const others = stored.filter((code) => !offered.some((one) => one.code === code)).map((code) => ({ code, label: storedLabel(grounds, code) }));
  return fieldsFor([...offered, ...others], ['U kunt er meer kiezen.']);
}

/** What a correction stores: a ground that is counted by its characteristics does not stand beside them by its own code. */
export function groundsToKeep(context: DialogContext, municipalityCode: string, day: IsoDate, codes: readonly string[]): readonly string[] {
  const grounds = groundsOn(context, municipalityCode, day) ?? [];
  const counted = countedCodes(grounds, codes);
  return codes.filter((code) => !groundOf(grounds, code)?.countedApart || counted.includes(code));
}

/** For a new indication: what the definition asks, so that a ground follows from what was established. */
export function answerFields(grounds: readonly Ground[], notFor: string | undefined): Field[] {
  const together = grounds.filter(({ needs }) => needs === 'all').map(({ characteristics = [] }) =>
    `Samen één grond: ${characteristics.map(({ label }) => `“${label}”`).join(' en ')}.`);
  const apart = grounds.filter(({ countedApart }) => countedApart).map(({ label }) => `“${label}”`);
  const stored = apart.length === 0 ? [] : [`Bij ${apart.join(', ')} wordt het kenmerk zelf vastgelegd.`];
  return fieldsFor(answersOffered(grounds), ['U kunt er meer kiezen.', ...together, ...stored, ...(notFor === undefined ? [] : [`${notFor}.`])]);
}

function fieldsFor(options: readonly { readonly code: string; readonly label: string }[], hints: readonly string[]): Field[] {
  return [
    { kind: 'date', id: 'issuedOn', label: 'Datum van afgifte', required: true },
    { kind: 'choice', id: 'grounds', label: 'Gronden', required: true, multiple: true, hint: hints.join(' '), options: options.map(({ code, label }) => ({ value: code, label })) },
  ];
}

/** Which grounds hold by what was ticked, under the definition of the day. */
export function readAnswers(context: DialogContext, municipalityCode: string, day: IsoDate, answers: readonly string[]): GroundsReading {
  return groundsMetBy(groundsOn(context, municipalityCode, day) ?? [], answers);
}

/** What is stored of a new indication: grounds, and characteristics in place of a ground where the municipality counts these apart. */
export const groundsToStore = ({ met }: GroundsReading): readonly string[] => met.flatMap(codesToStore);

/** What a new indication says, in the words of the municipality's definition. Characteristics that are not stored are shown once. */
export function establishedFacts(context: DialogContext, municipalityCode: string, answers: Established): Receipt['facts'] {
  const { issuedOn, grounds, origin } = answers;
  const { met } = readAnswers(context, municipalityCode, issuedOn, grounds);
  const stored = characteristicLines(met.filter(({ ground }) => ground.countedApart));
  const characteristics = characteristicLines(met.filter(({ ground }) => !ground.countedApart));
  const reIndication = origin === 're_indication' ? context.policy(municipalityCode, issuedOn)?.reIndication?.value : undefined;
  return [
    { label: 'Afgegeven op', value: dutchDay(issuedOn) },
    ...(reIndication ? [{ label: 'Soort', value: reIndicationLabel(reIndication) }] : []),
    { label: 'Gronden', value: met.map(({ ground }) => ground.label).join('; ') },
    ...(stored.length === 0 ? [] : [{ label: 'Vastgelegde kenmerken', value: stored.join('\n') }]),
    ...(characteristics.length === 0 ? [] : [{ label: 'Kenmerken', value: characteristics.join('\n'), shownOnce: true }]),
  ];
}

interface Established { readonly issuedOn: IsoDate; readonly grounds: readonly string[]; readonly origin?: IndicationOrigin | undefined }

/** "Opleiding van de ouders: beide ouders ...", a line a ground; for grounds that have characteristics. */
function characteristicLines(met: readonly GroundMet[]): string[] {
  return met.filter(({ through }) => through.length > 0).map(({ ground, through }) => groundLine({ ...ground, characteristics: through, needs: 'all' }));
}

/** Offered only where the policy of the day has it. */
export function originField({ requestedBy, basis }: ReIndication): Field {
  return {
    kind: 'choice', id: 'origin', label: 'Soort indicatie',
    options: [{ value: 'first', label: 'Eerste indicatie' }, { value: 're_indication', label: reIndicationLabel({ requestedBy, basis }) }],
  };
}

const reIndicationLabel = ({ requestedBy, basis }: ReIndication): string => `Herindicatie op verzoek van ${requestedBy}, op grond van ${basis}`;

/** Where no grounds hold on the day itself, the rule is silent; a forged code must not pass for that reason. */
export function groundsNotOffered(context: DialogContext, municipalityCode: string, day: IsoDate, grounds: readonly string[]): Finding | undefined {
  if (context.policy(municipalityCode, day)?.grounds) return undefined;
  const offered = storableCodes(groundsOn(context, municipalityCode, day) ?? []);
  return grounds.every((code) => offered.some((one) => one.code === code)) ? undefined : notInList();
}

/** The same for what was ticked on the form of a new indication. */
export function answersNotOffered(context: DialogContext, municipalityCode: string, day: IsoDate, { unknown }: GroundsReading): Finding | undefined {
  return unknown.length === 0 || context.policy(municipalityCode, day)?.grounds ? undefined : notInList();
}

const notInList = (): Finding => notYours('Een van de gekozen gronden staat niet in de lijst van de gemeente. Kies opnieuw.');

/** A stored code as people read it: a ground by its label, and a characteristic as the ground with what was established. */
function storedLabel(grounds: readonly Ground[], code: string): string {
  const ground = groundOf(grounds, code);
  return ground ? groundLine({ ...ground, characteristics: (ground.characteristics ?? []).filter((characteristic) => characteristic.code === code) }) : code;
}

export function groundLabels(context: DialogContext, municipalityCode: string, day: IsoDate, codes: readonly string[]): string {
  const known = groundsOn(context, municipalityCode, day) ?? [];
  return codes.map((code) => storedLabel(known, code)).join('; ');
}
