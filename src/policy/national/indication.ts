import { dutchDay } from '../engine/dutch.ts';
import { finding, inOrder, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate, ResolvedPolicy } from '../engine/types.ts';
import { indicationAge, noPolicy } from './age-within-window.ts';
import { recordingRule } from './citations.ts';

/** What youth health care wants to record. */
export interface IndicationFacts {
  readonly birthDate: IsoDate;
  readonly issuedOn: IsoDate;
  /** Codes of the chosen grounds. */
  readonly grounds: readonly string[];
}

export const ISSUED_BEFORE_BIRTH: Rule = { id: 'issued-before-birth', citation: recordingRule('Datum van de indicatie') };
export const ISSUED_IN_FUTURE: Rule = { id: 'issued-in-future', citation: recordingRule('Datum van de indicatie') };
export const GROUND_REQUIRED: Rule = { id: 'ground-required', citation: recordingRule('Gronden van de indicatie') };
export const GROUND_KNOWN: Rule = { id: 'ground-known', citation: recordingRule('Gronden van de indicatie') };

/** `policy` is the municipality's, resolved on the day of issue; undefined when none was recorded. */
export function checkIndication(facts: IndicationFacts, policy: ResolvedPolicy | undefined, today: IsoDate): Finding[] {
  return inOrder([
    issuedBeforeBirth(facts),
    issuedInFuture(facts, today),
    indicationAge(facts, policy),
    groundRequired(facts),
    groundKnown(facts, policy),
    noPolicy(policy, ['window', 'grounds']),
  ]);
}

export function issuedBeforeBirth({ birthDate, issuedOn }: IndicationFacts): Finding | undefined {
  if (issuedOn >= birthDate) return undefined;
  const text = `De datum van afgifte (${dutchDay(issuedOn)}) ligt vóór de geboortedatum (${dutchDay(birthDate)}). Controleer beide datums.`;
  return finding(ISSUED_BEFORE_BIRTH, 'block', text);
}

export function issuedInFuture({ issuedOn }: IndicationFacts, today: IsoDate): Finding | undefined {
  if (issuedOn <= today) return undefined;
  const text = `De datum van afgifte (${dutchDay(issuedOn)}) ligt in de toekomst. Kies vandaag (${dutchDay(today)}) of een eerdere dag.`;
  return finding(ISSUED_IN_FUTURE, 'block', text);
}

export function groundRequired({ grounds }: IndicationFacts): Finding | undefined {
  if (grounds.length > 0) return undefined;
  return finding(GROUND_REQUIRED, 'block', 'Kies ten minste één grond voor de indicatie.');
}

/** Silent when the municipality recorded no grounds: `no-policy` says that. */
export function groundKnown({ grounds, issuedOn }: IndicationFacts, policy: ResolvedPolicy | undefined): Finding | undefined {
  const agreed = policy?.grounds;
  if (!agreed || grounds.every((code) => agreed.value.some((ground) => ground.code === code))) return undefined;
  const labels = agreed.value.map((ground) => ground.label).join('; ');
  const text = `Een van de gekozen gronden hoort niet bij de afspraken die op ${dutchDay(issuedOn)} gelden. Kies uit: ${labels}.`;
  return finding(GROUND_KNOWN, 'block', text, agreed.source);
}
