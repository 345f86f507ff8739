import { createHash } from 'node:crypto';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { consentOf, hasStep, stepDateMisfit, stepMisfit, type ContentField, type HandoverState, type Side, type StepName } from '../../src/policy/handover/index.ts';
import type { Button, FormValues } from '../../cards/models.ts';
import { MENU, open } from '../buttons.ts';
import type { DialogContext, NoticeView } from '../dialog.ts';
import { isUuid } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { joined } from '../labels.ts';
import type { Handover, HandoverChild, HandoverContent } from './port.ts';

/** What the rules have to know of a handover. */
export function stateOf(handover: Handover): HandoverState {
  const { startedBy, schoolOnBot, schoolName, locationId, hasProgramme, steps } = handover;
  const route = startedBy === 'school' ? 'school' : schoolName === undefined || schoolOnBot ? 'prepared' : 'link';
  return { route, hasSchool: schoolName !== undefined, hasLocation: locationId !== undefined, hasProgramme, steps };
}

/** For whom the person can record something in this handover: its location, its school, or both. */
export function sidesOf({ person }: DialogContext, { locationId, schoolId }: Handover): Side[] {
  const isAt = (role: string, test: (grant: DialogContext['grants'][number]) => boolean): boolean => person.roles.some((grant) => grant.role === role && test(grant));
  return [
    ...(locationId !== undefined && isAt('childcare', (grant) => grant.locationId === locationId) ? ['childcare' as const] : []),
    ...(schoolId !== undefined && isAt('school', (grant) => grant.schoolId === schoolId) ? ['school' as const] : []),
  ];
}

/** A handover that the person sees; undefined for a forged id, or one that is not (or no longer) theirs. */
export async function openHandover({ ports }: DialogContext, id: string | undefined): Promise<Handover | undefined> {
  return id !== undefined && isUuid(id) ? ports.handovers.byId(id) : undefined;
}

/** The same, after whoever is storing something of it: what the rules see then is what is stored upon. */
export async function lockedHandover(context: DialogContext, id: string): Promise<Handover | undefined> {
  if (isUuid(id)) await context.ports.handovers.lock(id);
  return openHandover(context, id);
}

export interface PlannedStep { readonly step: StepName; readonly onDate: IsoDate }

/** Whether steps fit one after another, on their days; with the side that records each. */
export function planSteps(context: DialogContext, handover: Handover, planned: readonly PlannedStep[], state = stateOf(handover)): { side: Side; findings: Finding[] } {
  const sides = sidesOf(context, handover);
  const [first] = sides;
  if (!first) return { side: 'childcare', findings: [recordChanged()] };
  let now = state;
  for (const { step, onDate } of planned) {
    const misfits = sides.map((side) => stepMisfit(now, step, side));
    const misfit = misfits.every((one) => one !== undefined) ? misfits[0] : stepDateMisfit(now, step, onDate, context.today);
    if (misfit) return { side: first, findings: [misfit] };
    now = { ...now, steps: [...now.steps, { step, onDate }] };
  }
  const last = planned.at(-1);
  const side = last ? sides.find((one) => stepMisfit({ ...now, steps: now.steps.slice(0, -1) }, last.step, one) === undefined) : first;
  return { side: side ?? first, findings: [] };
}

export const childLine = (child: HandoverChild): string => joined(child.code, child.ownReference, `geboren ${dutchDay(child.birthDate)}`);
export const consentState = (handover: Handover) => consentOf(handover.steps);
export const hasConsent = (handover: Handover): boolean => consentOf(handover.steps) === 'given' && !hasStep(handover, 'withdrawn');

/** Whether the person fills in what is told: childcare until it was sent, the school what it began until it submitted. */
export function isEditor(context: DialogContext, handover: Handover): boolean {
  const sides = sidesOf(context, handover);
  return handover.startedBy === 'school'
    ? sides.includes('school') && !hasStep(handover, 'completed') && !hasStep(handover, 'withdrawn')
    : sides.includes('childcare') && !hasStep(handover, 'sent') && !hasStep(handover, 'withdrawn');
}

/** Only which handover came along: the form is opened, not shown again with what was typed. */
export const isFresh = (values: FormValues): boolean => Object.keys(values).every((key) => key === 'handover' || key === 'edit');

/** A mark of what a form was filled with, to see whether somebody else stored it since. Says nothing of the content. */
export function markOf(content: HandoverContent, fields: readonly ContentField[]): string {
  return createHash('sha256').update(JSON.stringify(fields.map((field) => content.get(field) ?? ''))).digest('hex').slice(0, 16);
}

/** Earlier cards were stored, what stands in this one was not: so the button does not say "cancel", and what follows says what was kept. */
export const stopButton = (id: string | undefined): Button => open('handover-view', 'Stoppen', { handover: id ?? '', what: 'stopped' });

export const handoverGone = (): NoticeView => ({
  kind: 'notice',
  title: 'Deze overdracht ziet u niet (meer)',
  tone: 'warning',
  paragraphs: ['De overdracht is ingetrokken, teruggehaald, of hoort niet bij u. Er is niets opgeslagen.'],
  buttons: [open('handover', 'Overdrachten'), MENU],
});
