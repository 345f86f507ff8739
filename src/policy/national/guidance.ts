import { dutchDay } from '../engine/dutch.ts';
import { finding, inOrder, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate } from '../engine/types.ts';
import { recordingRule } from './citations.ts';
import type { GuidanceKind, NonReachReason } from './reasons.ts';
import { nonReachReason, otherNeedsText } from './required-text.ts';

/** What youth health care wants to record about guidance to a place. */
export interface GuidanceFacts {
  /** Day of issue of the child's current indication; absent when there is none. */
  readonly indicationIssuedOn?: IsoDate;
  /** Day of the offer, the refusal, or of hearing why the child does not take part. */
  readonly day: IsoDate;
  readonly kind: GuidanceKind;
  /** For `non_reach` only. */
  readonly reason?: NonReachReason;
  readonly note?: string;
}

export const NO_INDICATION: Rule = { id: 'no-indication', citation: recordingRule('Toeleiding zonder indicatie') };
export const GUIDANCE_IN_FUTURE: Rule = { id: 'guidance-in-future', citation: recordingRule('Datum van de toeleiding') };
export const GUIDANCE_BEFORE_INDICATION: Rule = { id: 'guidance-before-indication', citation: recordingRule('Datum van de toeleiding') };

/** An offer or a refusal needs a day and nothing more. */
export function checkGuidance(facts: GuidanceFacts, today: IsoDate): Finding[] {
  return inOrder([
    noIndication(facts),
    guidanceInFuture(facts, today),
    guidanceBeforeIndication(facts),
    nonReachReason(facts.kind, facts.reason),
    facts.kind === 'non_reach' ? otherNeedsText(facts.reason, facts.note) : undefined,
  ]);
}

export function noIndication({ indicationIssuedOn }: GuidanceFacts): Finding | undefined {
  if (indicationIssuedOn !== undefined) return undefined;
  return finding(NO_INDICATION, 'block', 'Dit kind heeft geen indicatie. Leg eerst de indicatie vast; daarna kunt u de toeleiding vastleggen.');
}

export function guidanceInFuture({ day }: GuidanceFacts, today: IsoDate): Finding | undefined {
  if (day <= today) return undefined;
  const text = `De datum ${dutchDay(day)} ligt in de toekomst. Kies vandaag (${dutchDay(today)}) of een eerdere dag.`;
  return finding(GUIDANCE_IN_FUTURE, 'block', text);
}

/** Silent without an indication, which is another rule's. */
export function guidanceBeforeIndication({ day, indicationIssuedOn }: GuidanceFacts): Finding | undefined {
  if (indicationIssuedOn === undefined || day >= indicationIssuedOn) return undefined;
  const text = `De datum ${dutchDay(day)} ligt vóór de indicatie van ${dutchDay(indicationIssuedOn)}. Kies die dag of een latere.`;
  return finding(GUIDANCE_BEFORE_INDICATION, 'block', text);
}
