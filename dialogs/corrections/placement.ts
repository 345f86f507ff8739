import { z } from 'zod/v4';
import { addDays } from '../../src/policy/engine/days.ts';
import { dutchDay, dutchNumber } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { exitBeforeStart } from '../../src/policy/national/exit.ts';
import { checkIntake } from '../../src/policy/national/intake.ts';
import type { DialogContext } from '../dialog.ts';
import { recordChanged } from '../findings.ts';
import { groupNotOpen, groupNotYours, intakeFacts, ownGroup, placementFields, placementReceiptFacts, placementShape, type PlacementAnswers } from '../placement-form.ts';
import type { Placement } from '../ports.ts';
import { defineCorrection } from './correction.ts';

export const placementCorrection = defineCorrection<PlacementAnswers>({
  answers: z.object(placementShape),

  async form({ ports: { placements } }, versionId) {
    const placement = await placements.byVersion(versionId);
    if (!placement) return undefined;
    const { group, vePlace, start, hoursPerWeek, daysPerWeek } = placement;
    const groups = await placements.groups();
    const isOpen = groups.some(({ groupId }) => groupId === group.groupId);
    return {
      fields: placementFields(isOpen ? groups : [...groups, group]),
      values: { group: group.groupId, place: vePlace ? 've' : 'regular', start, hours: dutchNumber(hoursPerWeek), days: String(daysPerWeek) },
    };
  },

  async check(context, versionId, answers) {
    const placement = await context.ports.placements.byVersion(versionId);
    if (!placement) return [recordChanged()];
    const group = await groupOf(context, placement, answers.group);
    if (!group) return [groupNotYours()];
    const { child, end } = placement;
    const facts = await intakeFacts(context, child, group, answers, versionId);
    const otherPlacements = facts.otherPlacements.filter(({ start }) => end === undefined || start < end);
    const policy = context.policy(child.municipalityCode, answers.start);
    return inOrder([groupNotOpen(group, answers.start), startAfterEnd(placement, answers), ...checkIntake({ ...facts, otherPlacements }, policy, context.today)]);
  },

  async commit(context, versionId, answers, why, confirmations) {
    const { placements, records } = context.ports;
    const placement = await placements.byVersion(versionId);
    const group = placement && (await groupOf(context, placement, answers.group));
    if (!placement || !group) return undefined;
    const change = { groupId: group.groupId, vePlace: answers.place === 've', hoursPerWeek: answers.hours, daysPerWeek: answers.days, start: answers.start };
    if (!(await records.correctPlacement(versionId, change, why, confirmations))) return undefined;
    return [{ label: 'Kind', value: placement.child.code }, ...placementReceiptFacts(group, answers, dutchDay(answers.start))];
  },
});

/** An open group of one's own, or the group as it was, which may have been closed since. */
async function groupOf(context: DialogContext, placement: Placement, groupId: string) {
  return placement.group.groupId === groupId ? placement.group : ownGroup(context, groupId);
}

/** A placement that has ended already cannot start after its last day. */
function startAfterEnd({ child, end, exitReason }: Placement, { start }: PlacementAnswers): Finding | undefined {
  if (end === undefined || exitReason === undefined) return undefined;
  return exitBeforeStart({ birthDate: child.birthDate, start, lastDay: addDays(end, -1), reason: 'other' });
}
