import type { Finding, IsoDate } from '../src/policy/engine/types.ts';
import { overlappingPlacement } from '../src/policy/national/placement.ts';
import type { DialogContext } from './dialog.ts';
import { intakeFacts } from './placement-form.ts';
import type { Placement } from './ports.ts';

/**
 * Whether a placement that would run until `end` (half-open; absent: without an exit)
 * meets another VE placement of the child.
 */
export async function overlapOf(context: DialogContext, placement: Placement, end?: IsoDate): Promise<Finding | undefined> {
  const { child, group, vePlace, start, hoursPerWeek, daysPerWeek, versionId } = placement;
  const answers = { group: group.groupId, place: vePlace ? 've' as const : 'regular' as const, start, hours: hoursPerWeek, days: daysPerWeek };
  const facts = await intakeFacts(context, child, group, answers, versionId);
  const otherPlacements = facts.otherPlacements.filter((other) => end === undefined || other.start < end);
  return overlappingPlacement({ ...facts, otherPlacements });
}
