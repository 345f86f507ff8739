import { dutchDay } from '../engine/dutch.ts';
import { groundOf, type GroundIncomplete } from '../engine/grounds.ts';
import { finding, inOrder, type Rule } from '../engine/findings.ts';
import type { Finding, Ground, IsoDate, ResolvedPolicy } from '../engine/types.ts';
import { indicationAge, noPolicy } from './age-within-window.ts';
import { recordingRule } from './citations.ts';

/** What youth health care wants to record. */
export interface IndicationFacts {
  readonly birthDate: IsoDate;
  readonly issuedOn: IsoDate;
  /** Codes of the chosen grounds, or of their characteristics where these are stored. */
  readonly grounds: readonly string[];
  /** Grounds of which something was ticked, but not all that they need. */
  readonly incomplete?: readonly GroundIncomplete[];
  /** What was ticked and the definition does not offer. */
  readonly unknown?: readonly string[];
}

export const ISSUED_BEFORE_BIRTH: Rule = { id: 'issued-before-birth', citation: recordingRule('Datum van de indicatie') };
export const ISSUED_IN_FUTURE: Rule = { id: 'issued-in-future', citation: recordingRule('Datum van de indicatie') };
export const GROUND_REQUIRED: Rule = { id: 'ground-required', citation: recordingRule('Gronden van de indicatie') };
export const GROUND_COMPLETE: Rule = { id: 'ground-complete', citation: recordingRule('Onvolledige grond') };
export const GROUND_KNOWN: Rule = { id: 'ground-known', citation: recordingRule('Gronden van de indicatie') };

/** `policy` is the municipality's, resolved on the day of issue; undefined when none was recorded. */
export function checkIndication(facts: IndicationFacts, policy: ResolvedPolicy | undefined, today: IsoDate): Finding[] {
  return inOrder([
    issuedBeforeBirth(facts),
    issuedInFuture(facts, today),
    indicationAge(facts, policy),
    groundComplete(facts, policy),
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

/** Half a ground is either a missing tick or a tick too many; which of the two is for the nurse to say. */
export function groundComplete({ incomplete = [] }: IndicationFacts, policy: ResolvedPolicy | undefined): Finding | undefined {
  if (incomplete.length === 0) return undefined;
  const said = incomplete.map(({ ground, missing }) => `Bij “${ground.label}” hoort ook: ${missing.map(({ label }) => label).join('; ')}.`);
  return finding(GROUND_COMPLETE, 'block', `${said.join(' ')} Kies dat erbij, of haal de keuze weg.`, policy?.grounds?.source);
}

/** Silent when something was ticked that makes no ground: the other rules say why. */
export function groundRequired({ grounds, incomplete = [], unknown = [] }: IndicationFacts): Finding | undefined {
  if (grounds.length + incomplete.length + unknown.length > 0) return undefined;
  return finding(GROUND_REQUIRED, 'block', 'Kies ten minste één grond voor de indicatie.');
}

/** Silent when the municipality recorded no grounds: `no-policy` says that. */
export function groundKnown({ grounds, issuedOn, unknown = [] }: IndicationFacts, policy: ResolvedPolicy | undefined): Finding | undefined {
  const agreed = policy?.grounds;
  if (!agreed || (unknown.length === 0 && grounds.every((code) => mayBeStored(agreed.value, code)))) return undefined;
  const labels = agreed.value.map((ground) => ground.label).join('; ');
  const text = `Een van de gekozen gronden hoort niet bij de afspraken die op ${dutchDay(issuedOn)} gelden. Kies uit: ${labels}.`;
  return finding(GROUND_KNOWN, 'block', text, agreed.source);
}

/** The code of a ground, or of a characteristic that is counted apart; other characteristics are never stored. */
function mayBeStored(grounds: readonly Ground[], code: string): boolean {
  const ground = groundOf(grounds, code);
  return ground !== undefined && (ground.code === code || ground.countedApart === true);
}
