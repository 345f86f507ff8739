import { dutchAge, dutchDay } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate, ResolvedPolicy } from '../engine/types.ts';
import { endOfWindow, limitOf, type AgeLimit } from './ages.ts';
import { PRIMARY_EDUCATION_ACT_SUPPLY, recordingRule } from './citations.ts';

/** From the municipality's start age up to, not including, the 4th birthday. */
export const AGE_WITHIN_WINDOW: Rule = { id: 'age-within-window', citation: PRIMARY_EDUCATION_ACT_SUPPLY };
/** A limit that the municipality did not record is reported, never filled in. */
export const NO_POLICY: Rule = { id: 'no-policy', citation: recordingRule('Geen afspraak vastgelegd') };

/**
 * An indication may come before the window opens, the child just does not count yet;
 * from the 4th birthday on it makes no sense. Silent for an issue date before birth,
 * which is another rule's, and on the lower limit when there is no policy (`noPolicy`).
 */
export function indicationAge(
  facts: { readonly birthDate: IsoDate; readonly issuedOn: IsoDate },
  policy: ResolvedPolicy | undefined,
): Finding | undefined {
  if (facts.issuedOn < facts.birthDate) return undefined;
  const end = endOfWindow(facts.birthDate, facts.issuedOn);
  if (end && facts.issuedOn >= end.day) return tooOld(end, 'De datum van afgifte', 'Een indicatie is er alleen voor kinderen die jonger zijn.');
  const start = limitOf(facts.birthDate, policy?.windowStartMonths);
  if (!start || facts.issuedOn >= start.day) return undefined;
  const text =
    `Het kind telt als doelgroeppeuter mee vanaf ${dutchDay(start.day)}, de dag waarop het ${dutchAge(start.value.value)} wordt. ` +
    'Tot die dag blijft de indicatie staan zonder mee te tellen.';
  return finding(AGE_WITHIN_WINDOW, 'inform', text, start.value.source);
}

/**
 * A VE place starts inside the window. Silent for a regular place, and for a start
 * before birth, which is another rule's. The 4th birthday is national and is checked
 * without a municipal policy too.
 */
export function startAge(
  facts: { readonly birthDate: IsoDate; readonly startDate: IsoDate; readonly vePlace: boolean },
  policy: ResolvedPolicy | undefined,
): Finding | undefined {
  if (!facts.vePlace || facts.startDate < facts.birthDate) return undefined;
  const end = endOfWindow(facts.birthDate, facts.startDate);
  if (end && facts.startDate >= end.day) return tooOld(end, 'De startdatum', 'Een VE-plek kan dan niet meer ingaan.');
  const start = limitOf(facts.birthDate, policy?.windowStartMonths);
  if (!start || facts.startDate >= start.day) return undefined;
  const text =
    `Een VE-plek kan voor dit kind pas ingaan vanaf ${dutchDay(start.day)}, de dag waarop het ${dutchAge(start.value.value)} wordt. ` +
    'Kies die dag of een latere, of kies een gewone plek.';
  return finding(AGE_WITHIN_WINDOW, 'block', text, start.value.source);
}

function tooOld(end: AgeLimit, whichDay: string, consequence: string): Finding {
  const text =
    `${whichDay} ligt op of na ${dutchDay(end.day)}, de dag waarop het kind ${dutchAge(end.value.value)} wordt. ` +
    `${consequence} Controleer de geboortedatum en de datum.`;
  return finding(AGE_WITHIN_WINDOW, 'block', text);
}

/** Says which agreements are missing, so that silence is not read as approval. */
export function noPolicy(policy: ResolvedPolicy | undefined, needed: readonly ('window' | 'grounds')[]): Finding | undefined {
  const missing = [
    ...(needed.includes('window') && !policy?.windowStartMonths ? ['de leeftijd waarop VE begint'] : []),
    ...(needed.includes('grounds') && !policy?.grounds ? ['de gronden voor een indicatie'] : []),
  ];
  if (missing.length === 0) return undefined;
  const who = policy ? `de gemeente ${policy.municipalityName}` : 'deze gemeente';
  const text = `Voor ${who} is geen afspraak vastgelegd over ${missing.join(' en ')}. Dat is daarom niet beoordeeld.`;
  return finding(NO_POLICY, 'inform', text);
}
