import { inOrder } from '../engine/findings.ts';
import type { Finding, IsoDate, ResolvedPolicy } from '../engine/types.ts';
import { noPolicy, startAge } from './age-within-window.ts';
import { backdated, startFarFuture } from './backdating.ts';
import { groupOver16, noFreeVePlace } from './capacity.ts';
import { hoursAbove6ADay, hoursBelowWeek, lateStart } from './hours-rules.ts';
import type { IntakeFacts } from './intake-facts.ts';
import { indicationNeeded, overlappingPlacement, startBeforeBirth } from './placement.ts';

/**
 * `policy` is that of the municipality where the child lives, resolved on the start
 * day; undefined when none was recorded.
 */
export function checkIntake(facts: IntakeFacts, policy: ResolvedPolicy | undefined, today: IsoDate): Finding[] {
  return inOrder([
    startBeforeBirth(facts),
    startFarFuture(facts.startDate, today),
    startAge(facts, policy),
    indicationNeeded(facts),
    overlappingPlacement(facts),
    groupOver16(facts),
    noFreeVePlace(facts),
    backdated('De startdatum', facts.startDate, today),
    hoursBelowWeek(facts, policy),
    hoursAbove6ADay(facts),
    lateStart(facts, policy),
    facts.vePlace ? noPolicy(policy, ['window']) : undefined,
  ]);
}
