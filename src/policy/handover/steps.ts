import type { IsoDate } from '../engine/types.ts';

/** Who records a step. */
export type Side = 'childcare' | 'school';

/** The consent of the parents, as the last word on it says. */
export type ConsentState = 'none' | 'asked' | 'given' | 'refused' | 'withdrawn';

/**
 * How a handover goes: `prepared` by childcare for a school on the bot; by `link` to a
 * school that is not; or begun by the `school` itself.
 */
export type Route = 'prepared' | 'link' | 'school';

/** The steps in the order in which they mostly happen, with their Dutch names. */
export const STEP_LABELS = {
  consent_asked: 'Toestemming gevraagd',
  consent_given: 'Toestemming gegeven',
  consent_refused: 'Toestemming geweigerd',
  consent_withdrawn: 'Toestemming ingetrokken',
  prepared: 'Voorbereid door de kinderopvang',
  seen_by_parents: 'Gezien door de ouders',
  sent: 'Verstuurd aan de school',
  received: 'Ontvangen door de school',
  talk_held: 'Warm gesprek gevoerd',
  completed: 'Aangevuld en ingediend door de school',
  feedback_given: 'Terugkoppeling gegeven',
  closed: 'Afgesloten',
  withdrawn: 'Overdracht ingetrokken',
} as const satisfies Record<string, string>;

export type StepName = keyof typeof STEP_LABELS;
export const STEP_NAMES = Object.keys(STEP_LABELS) as readonly StepName[];
export const CONSENT_STEPS: readonly StepName[] = ['consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn'];

/** A step that is on record. */
export interface StepFact { readonly step: StepName; readonly onDate: IsoDate }

/** What the rules have to know of a handover. */
export interface HandoverState {
  readonly route: Route;
  /** A school was chosen. */
  readonly hasSchool: boolean;
  /** A location takes part: there is somebody to give feedback to. */
  readonly hasLocation: boolean;
  /** The programme (tier A) was filled in. */
  readonly hasProgramme: boolean;
  /** Current steps in the order in which they were recorded. */
  readonly steps: readonly StepFact[];
}

const CONSENT_OF: Readonly<Partial<Record<StepName, ConsentState>>> = {
  consent_asked: 'asked', consent_given: 'given', consent_refused: 'refused', consent_withdrawn: 'withdrawn',
};

/** The last word counts, whatever day it was about. */
export function consentOf(steps: readonly { readonly step: StepName }[]): ConsentState {
  return steps.reduce<ConsentState>((state, { step }) => CONSENT_OF[step] ?? state, 'none');
}

export const hasStep = (state: { readonly steps: readonly StepFact[] }, step: StepName): boolean => state.steps.some((one) => one.step === step);
