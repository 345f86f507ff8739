import { finding, type Rule } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { recordingRule } from './citations.ts';

export const OTHER_NEEDS_TEXT: Rule = { id: 'other-needs-text', citation: recordingRule('Anders vraagt om uitleg') };
export const REASON_REQUIRED: Rule = { id: 'reason-required', citation: recordingRule('Een reden is verplicht') };

/** "Other" is the largest reason in practice; with a few words it can be sorted out later. */
export function otherNeedsText(reason: string | undefined, note: string | undefined): Finding | undefined {
  if (reason !== 'other' || saysSomething(note)) return undefined;
  return finding(OTHER_NEEDS_TEXT, 'block', 'U koos "anders". Schrijf in een paar woorden wat de reden is, zonder namen.');
}

/** A correction or withdrawal says why, so that a figure that changed can be explained. */
export function correctionReason(reason: string | undefined): Finding | undefined {
  if (saysSomething(reason)) return undefined;
  return finding(REASON_REQUIRED, 'block', 'Schrijf kort waarom u dit wijzigt of intrekt. Zo blijft te volgen waarom een cijfer veranderde.');
}

/** Non-reach without a reason would be the same as unknown. */
export function nonReachReason(kind: string, reason: string | undefined): Finding | undefined {
  if (kind !== 'non_reach' || saysSomething(reason)) return undefined;
  return finding(REASON_REQUIRED, 'block', 'Kies de reden waarom het kind niet deelneemt. Weet u die niet, kies dan "onbekend".');
}

/** At least one letter or digit: blanks, invisible characters and a lone full stop are no explanation. */
function saysSomething(text: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(text ?? '');
}
