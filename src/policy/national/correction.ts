import { inOrder } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { correctionReason } from './required-text.ts';

/** What somebody wants to correct or withdraw of their own records. */
export interface CorrectionFacts {
  /** Why, in the person's own words. */
  readonly reason?: string;
}

/** A corrected record is checked again by the rules of its own kind; this is what comes on top. */
export function checkCorrection(facts: CorrectionFacts): Finding[] {
  return inOrder([correctionReason(facts.reason)]);
}
