import { dutchDay } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { PRIMARY_EDUCATION_ACT_SUPPLY, recordingRule } from './citations.ts';
import type { IntakeFacts, OtherPlacement } from './intake-facts.ts';

/** A VE place is meant for indicated children. */
export const INDICATION_NEEDED: Rule = { id: 'indication-needed', citation: PRIMARY_EDUCATION_ACT_SUPPLY };
export const OVERLAPPING_PLACEMENT: Rule = { id: 'overlapping-placement', citation: recordingRule('Eén VE-plek tegelijk') };
export const START_BEFORE_BIRTH: Rule = { id: 'start-before-birth', citation: recordingRule('Start vóór de geboorte') };

/** An indication that was issued on or before the start and still holds on it. */
export function indicationNeeded(facts: IntakeFacts): Finding | undefined {
  const { vePlace, startDate, indication } = facts;
  if (!vePlace) return undefined;
  const isIssued = indication !== undefined && indication.issuedOn <= startDate;
  const hasEnded = indication?.endedOn !== undefined && indication.endedOn <= startDate;
  if (isIssued && !hasEnded) return undefined;
  const text =
    `Voor een VE-plek is een indicatie nodig die op de startdatum (${dutchDay(startDate)}) geldt; ${whatThereIs(facts)}. ` +
    'Kies een gewone plek, of vraag de jeugdgezondheidszorg (JGZ) om een indicatie.';
  return finding(INDICATION_NEEDED, 'block', text);
}

function whatThereIs({ startDate, indication }: IntakeFacts): string {
  if (!indication) return 'die is er niet';
  if (indication.issuedOn > startDate) return `de indicatie is pas afgegeven op ${dutchDay(indication.issuedOn)}`;
  return `de indicatie geldt niet meer sinds ${dutchDay(indication.endedOn ?? startDate)}`;
}

/**
 * A new placement has no end yet, so it overlaps with every other one that has not
 * ended by its start, also with one that starts later. Silent for a regular place.
 */
export function overlappingPlacement(facts: IntakeFacts): Finding | undefined {
  if (!facts.vePlace) return undefined;
  const overlapping = facts.otherPlacements.filter(({ end }) => end === undefined || end > facts.startDate);
  const last = overlapping.reduce<OtherPlacement | undefined>(lastToEnd, undefined);
  if (!last) return undefined;
  const where = last.sameLocation ? `uw eigen locatie, sinds ${dutchDay(last.start)}` : 'een andere locatie';
  const wayOut =
    last.end === undefined
      ? 'Meld eerst de uitstroom daar, of vraag die locatie om dat te doen.'
      : `Een nieuwe VE-plek kan ingaan vanaf ${dutchDay(last.end)}.`;
  return finding(OVERLAPPING_PLACEMENT, 'block', `Dit kind heeft al een VE-plek op ${where}. ${wayOut}`);
}

function lastToEnd(last: OtherPlacement | undefined, next: OtherPlacement): OtherPlacement {
  if (!last || next.end === undefined) return next;
  return last.end === undefined || last.end >= next.end ? last : next;
}

export function startBeforeBirth({ birthDate, startDate }: IntakeFacts): Finding | undefined {
  if (startDate >= birthDate) return undefined;
  const text = `De startdatum (${dutchDay(startDate)}) ligt vóór de geboortedatum (${dutchDay(birthDate)}). Controleer de startdatum.`;
  return finding(START_BEFORE_BIRTH, 'block', text);
}
