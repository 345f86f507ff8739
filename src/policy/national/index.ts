/** What the dialogs use of the national rules. */
export { checkCorrection, type CorrectionFacts } from './correction.ts';
export { checkExit, type ExitFacts } from './exit.ts';
export { checkGuidance, type GuidanceFacts } from './guidance.ts';
export { countedHoursPerWeek, expectedHours, type ExpectedHours, type HoursFacts } from './hours.ts';
export { checkIndication, type IndicationFacts } from './indication.ts';
export { checkIntake } from './intake.ts';
export type { IndicationPeriod, IntakeFacts, OtherPlacement } from './intake-facts.ts';
export {
  EXIT_REASONS,
  GUIDANCE_KINDS,
  labelOf,
  NON_REACH_REASONS,
  type CodedReason,
  type ExitReason,
  type GuidanceKind,
  type NonReachReason,
} from './reasons.ts';
export { NATIONAL_VALUES, nationalValue, type NationalValueName } from './values.ts';
