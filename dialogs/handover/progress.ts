import { ABOUT_FIELDS, DOMAIN_NAMES, type ContentField, type Domain } from '../../src/policy/handover/index.ts';
import type { Button } from '../../cards/models.ts';
import { open } from '../buttons.ts';
import type { Handover, HandoverContent } from './port.ts';
import { hasConsent } from './state.ts';

/** The cards of the form, in order. Two of the four domains on a card: more does not fit on a phone. */
export const FORM_STEPS = [
  { dialog: 'handover', schoolDialog: 'handover-begin', title: 'School en toestemming', needsConsent: false },
  { dialog: 'handover-programme', title: 'Programma en uren', needsConsent: false },
  { dialog: 'handover-domains', title: 'Taal en rekenen', needsConsent: true },
  { dialog: 'handover-domains-2', title: 'Motoriek en sociaal-emotioneel', needsConsent: true },
  { dialog: 'handover-about', title: 'Het kind en wat helpt', needsConsent: true },
  { dialog: 'handover-send', schoolDialog: 'handover-complete', title: 'Nakijken en versturen', needsConsent: false },
] as const;
export type FormStep = (typeof FORM_STEPS)[number];

export const domainFields = (domain: Domain): ContentField[] => [`${domain}_level`, `${domain}_strong`, `${domain}_helps`];
/** Which fields a card of the form holds. */
export const FIELDS_OF: Readonly<Record<string, readonly ContentField[]>> = {
  'handover-domains': DOMAIN_NAMES.slice(0, 2).flatMap(domainFields),
  'handover-domains-2': DOMAIN_NAMES.slice(2).flatMap(domainFields),
  'handover-about': Object.keys(ABOUT_FIELDS) as ContentField[],
};

/** The cards that this handover has: without consent there is nothing to fill in about the child. */
export const stepsFor = (consent: boolean): readonly FormStep[] => FORM_STEPS.filter(({ needsConsent }) => consent || !needsConsent);

/** "Stap 2 van 6 · Programma en uren". */
export function stepTitle(dialog: string, consent: boolean): string {
  const steps = stepsFor(consent);
  const index = steps.findIndex((step) => step.dialog === dialog || ('schoolDialog' in step && step.schoolDialog === dialog));
  const title = dialog === 'handover-begin' ? 'Kind en toestemming' : dialog === 'handover-complete' ? 'Nakijken en indienen' : steps[index]?.title ?? '';
  return `Stap ${index + 1} van ${steps.length} · ${title}`;
}

/** The card for a step: who began by itself has its own first and last card. */
const dialogOf = (step: FormStep | undefined, { startedBy }: Handover): string =>
  (startedBy === 'school' && step && 'schoolDialog' in step ? step.schoolDialog : step?.dialog) ?? 'handover-send';

/** The card after, or before, a card of the form. */
export function neighbour(dialog: string, handover: Handover, offset: 1 | -1): string | undefined {
  const steps = stepsFor(hasConsent(handover));
  const index = steps.findIndex((step) => step.dialog === dialog || ('schoolDialog' in step && step.schoolDialog === dialog));
  const found = steps[index + offset];
  return found && dialogOf(found, handover);
}

export function backButton(dialog: string, handover: Handover): Button[] {
  const before = neighbour(dialog, handover, -1);
  return before === undefined || before === 'handover-begin' ? [] : [open(before, 'Vorige stap', { handover: handover.handoverId, edit: 'yes' })];
}

/** Where somebody was: after the last card of which something is stored. */
export function resumeAt(handover: Handover, content: HandoverContent): string {
  if (!handover.hasProgramme) return 'handover-programme';
  const steps = stepsFor(hasConsent(handover));
  const filled = steps.findLastIndex(({ dialog }) => dialog === 'handover-programme' || (FIELDS_OF[dialog] ?? []).some((field) => content.has(field)));
  return dialogOf(steps[filled + 1], handover);
}
