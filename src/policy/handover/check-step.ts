import { dutchDay } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate } from '../engine/types.ts';
import { HANDOVER_DUTY, handoverRule } from './citations.ts';
import { STEP_RULES, stepsBefore, type StepRule } from './step-rules.ts';
import { CONSENT_STEPS, consentOf, hasStep, STEP_LABELS, type ConsentState, type HandoverState, type Side, type StepFact, type StepName } from './steps.ts';

export const STEP_ORDER: Rule = { id: 'handover-step-order', citation: handoverRule('Volgorde van de stappen') };
export const STEP_ONCE: Rule = { id: 'handover-step-once', citation: handoverRule('Elke stap één keer') };
export const STEP_CONSENT: Rule = { id: 'handover-consent', citation: HANDOVER_DUTY };
export const STEP_DATE: Rule = { id: 'handover-step-date', citation: handoverRule('Datum van een stap') };
export const STEP_UNDO: Rule = { id: 'handover-step-undo', citation: handoverRule('Een stap ongedaan maken') };

const CONSENT_NOW: Readonly<Record<ConsentState, string>> = {
  none: 'Er is nog geen toestemming gevraagd.',
  asked: 'De toestemming is gevraagd, maar er is nog geen antwoord.',
  given: 'De toestemming is al gegeven.',
  refused: 'De ouders hebben de toestemming geweigerd.',
  withdrawn: 'De ouders hebben de toestemming ingetrokken.',
};
const NEEDS = { school: 'Kies eerst de school.', location: 'Aan deze overdracht doet geen kinderopvang mee, dus is er niemand om aan terug te koppelen.', programme: 'Vul eerst het programma, de start en de uren in.' } as const;

const label = (step: StepName): string => `“${STEP_LABELS[step]}”`;

/** Why a step does not fit now, the first reason that holds; undefined when it fits. */
export function stepMisfit(state: HandoverState, step: StepName, side: Side): Finding | undefined {
  const rule = STEP_RULES[step];
  const block = (why: Rule, text: string): Finding => finding(why, 'block', text);
  if (!CONSENT_STEPS.includes(step) && hasStep(state, step)) return block(STEP_ONCE, `${label(step)} is al vastgelegd${onDay(state, step)}.`);
  const tooLate = rule.notAfter.find((one) => hasStep(state, one));
  if (tooLate) return block(STEP_ORDER, `${label(step)} kan niet meer: ${label(tooLate)} is al vastgelegd${onDay(state, tooLate)}.`);
  const sides = rule.by[state.route];
  if (!sides) return block(STEP_ORDER, `${label(step)} hoort niet bij deze overdracht: ${ROUTE_TEXT[state.route]}.`);
  if (!sides.includes(side)) return block(STEP_ORDER, `${label(step)} legt ${sides.map((one) => SIDE_TEXT[one]).join(' of ')} vast.`);
  const missing = stepsBefore(step, state.route).find((one) => !hasStep(state, one));
  if (missing) return block(STEP_ORDER, `${label(step)} kan pas na ${label(missing)}.`);
  return missingFact(state, rule, block) ?? consentMisfit(state, step, rule);
}

function missingFact(state: HandoverState, { needs = [] }: StepRule, block: (why: Rule, text: string) => Finding): Finding | undefined {
  const has = { school: state.hasSchool, location: state.hasLocation, programme: state.hasProgramme };
  const lacking = needs.find((one) => !has[one]);
  return lacking && block(STEP_ORDER, NEEDS[lacking]);
}

function consentMisfit(state: HandoverState, step: StepName, { consent }: StepRule): Finding | undefined {
  const now = consentOf(state.steps);
  // Parents see what is told about their child before it goes.
  if (step === 'sent' && now === 'given' && !hasStep(state, 'seen_by_parents')) {
    return finding(STEP_ORDER, 'block', `${label('sent')} kan pas na ${label('seen_by_parents')}: de ouders zien eerst wat er over hun kind in staat.`);
  }
  if (!consent || consent.includes(now)) return undefined;
  return finding(STEP_CONSENT, 'block', `${label(step)} kan nu niet. ${CONSENT_NOW[now]}`);
}

const SIDE_TEXT: Readonly<Record<Side, string>> = { childcare: 'de kinderopvang', school: 'de school' };
const ROUTE_TEXT: Readonly<Record<HandoverState['route'], string>> = {
  prepared: 'de kinderopvang bereidt haar voor', link: 'de school gebruikt Kansenlijn niet', school: 'de school is haar zelf begonnen',
};

function onDay({ steps }: HandoverState, step: StepName): string {
  const known = steps.find((one) => one.step === step);
  return known ? ` op ${dutchDay(known.onDate)}` : '';
}

/** The day of a step: not in the future, and not before the steps that it follows. */
export function stepDateMisfit(state: HandoverState, step: StepName, onDate: IsoDate, today: IsoDate): Finding | undefined {
  if (onDate > today) return finding(STEP_DATE, 'block', `De datum ${dutchDay(onDate)} ligt in de toekomst. Leg vast wat al gebeurd is.`);
  const before = [...stepsBefore(step, state.route), ...(CONSENT_STEPS.includes(step) ? CONSENT_STEPS : [])];
  const later = state.steps.find((one) => before.includes(one.step) && one.onDate > onDate);
  if (!later) return undefined;
  return finding(STEP_DATE, 'block', `De datum ${dutchDay(onDate)} ligt vóór ${label(later.step)} op ${dutchDay(later.onDate)}.`);
}

/** Why a step cannot be undone now; undefined when it can. */
export function undoMisfit(state: HandoverState, step: StepName): Finding | undefined {
  const block = (text: string): Finding => finding(STEP_UNDO, 'block', text);
  if (step === 'withdrawn') return block('Een ingetrokken overdracht komt niet terug. Begin zo nodig een nieuwe.');
  if (CONSENT_STEPS.includes(step)) return consentUndoMisfit(state, step, block);
  const follower = state.steps.find((one) => stepsBefore(one.step, state.route).includes(step) || (step === 'seen_by_parents' && one.step === 'sent'));
  return follower && block(`${label(step)} kan niet ongedaan, zolang ${label(follower.step)} vastligt. Maak die stap eerst ongedaan.`);
}

/** The last word on consent can always be taken back, whatever followed: a mistake must not keep what parents never allowed. */
function consentUndoMisfit({ steps }: HandoverState, step: StepName, block: (text: string) => Finding): Finding | undefined {
  const last = steps.filter((one: StepFact) => CONSENT_STEPS.includes(one.step)).at(-1);
  return !last || last.step === step ? undefined : block(`${label(step)} kan niet ongedaan, zolang ${label(last.step)} vastligt. Maak die stap eerst ongedaan.`);
}

/** The steps that a side can record now. */
export function stepsThatFit(state: HandoverState, side: Side): StepName[] {
  return (Object.keys(STEP_RULES) as StepName[]).filter((step) => stepMisfit(state, step, side) === undefined);
}
