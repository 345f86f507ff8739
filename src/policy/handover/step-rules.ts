import type { ConsentState, Route, Side, StepName } from './steps.ts';

/** When a step fits. A route that is absent in `by` does not have the step. */
export interface StepRule {
  /** Who records it, a route at a time. */
  readonly by: Readonly<Partial<Record<Route, readonly Side[]>>>;
  /** Steps that have to be on record. */
  readonly after?: readonly StepName[];
  /** Steps that have to be on record on one route only. */
  readonly afterOn?: Readonly<Partial<Record<Route, readonly StepName[]>>>;
  /** Steps after which it comes too late. */
  readonly notAfter: readonly StepName[];
  /** In which states of consent it fits; absent: in all. */
  readonly consent?: readonly ConsentState[];
  readonly needs?: readonly ('school' | 'location' | 'programme')[];
}

const EITHER: StepRule['by'] = { prepared: ['childcare', 'school'], link: ['childcare'], school: ['school', 'childcare'] };
const PREPARER: StepRule['by'] = { prepared: ['childcare'], link: ['childcare'] };
/** Who holds the form asks the parents: childcare, or the school that began by itself. */
const ASKER: StepRule['by'] = { ...PREPARER, school: ['school'] };
const OVER: readonly StepName[] = ['closed', 'withdrawn'];

/**
 * Which step fits after which. Parents can withdraw their consent at every moment until
 * the handover itself was withdrawn, and to either side.
 */
export const STEP_RULES: Readonly<Record<StepName, StepRule>> = {
  consent_asked: { by: ASKER, notAfter: OVER, consent: ['none', 'refused', 'withdrawn'] },
  consent_given: { by: ASKER, notAfter: OVER, consent: ['none', 'asked', 'refused', 'withdrawn'] },
  consent_refused: { by: ASKER, notAfter: OVER, consent: ['none', 'asked'] },
  consent_withdrawn: { by: EITHER, notAfter: ['withdrawn'], consent: ['given'] },
  prepared: { by: PREPARER, notAfter: ['sent', ...OVER], needs: ['programme'] },
  seen_by_parents: { by: PREPARER, after: ['prepared'], notAfter: ['sent', ...OVER] },
  sent: { by: PREPARER, after: ['prepared'], notAfter: OVER, needs: ['school', 'programme'] },
  // On the route by link nobody at the school can record: childcare does, when the school tells.
  received: { by: { prepared: ['school'], link: ['childcare'] }, after: ['sent'], notAfter: OVER },
  talk_held: { by: EITHER, afterOn: { prepared: ['sent'], link: ['sent'] }, notAfter: OVER, consent: ['given'] },
  completed: { by: { prepared: ['school'], school: ['school'] }, afterOn: { prepared: ['received'] }, notAfter: OVER, needs: ['programme'] },
  feedback_given: { by: { prepared: ['school'], school: ['school'] }, after: ['completed'], notAfter: OVER, consent: ['given'], needs: ['location'] },
  closed: { by: EITHER, afterOn: { prepared: ['completed'], school: ['completed'], link: ['received'] }, notAfter: OVER },
  withdrawn: { by: ASKER, notAfter: ['completed', ...OVER] },
};

/** What has to be on record before a step on a route. */
export function stepsBefore(step: StepName, route: Route): readonly StepName[] {
  const { after = [], afterOn = {} } = STEP_RULES[step];
  return [...after, ...(afterOn[route] ?? [])];
}
