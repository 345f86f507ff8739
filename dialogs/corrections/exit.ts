import { z } from 'zod/v4';
import { addDays } from '../../src/policy/engine/days.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { checkExit } from '../../src/policy/national/exit.ts';
import type { DialogContext } from '../dialog.ts';
import { exitFacts, exitFields, exitReceiptFacts, exitShape } from '../exit.ts';
import { present } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { overlapOf } from '../overlap.ts';
import type { Placement } from '../ports.ts';
import { defineCorrection } from './correction.ts';

const answers = z.object(exitShape);

export const exitCorrection = defineCorrection<z.infer<typeof answers>>({
  answers,

  async form(context, versionId) {
    const placement = await endedPlacement(context, versionId);
    if (!placement) return undefined;
    const { end, exitReason, exitNote } = placement;
    return { fields: exitFields(), values: { lastDay: addDays(end, -1), reason: exitReason ?? '', note: exitNote ?? '' } };
  },

  async check(context, versionId, given) {
    const placement = await endedPlacement(context, versionId);
    if (!placement) return [recordChanged()];
    return inOrder([await laterPlacement(context, placement, addDays(given.lastDay, 1)), ...checkExit(exitFacts(placement, given), context.today)]);
  },

  async commit(context, versionId, given, why, confirmations) {
    const placement = await endedPlacement(context, versionId);
    const { lastDay, reason, note } = given;
    const isStored = placement && (await context.ports.records.correctExit(versionId, { lastDay, reason, ...present('note', note) }, why, confirmations));
    return isStored ? exitReceiptFacts(placement, given) : undefined;
  },
});

async function endedPlacement({ ports }: DialogContext, versionId: string): Promise<(Placement & { readonly end: IsoDate }) | undefined> {
  const placement = await ports.placements.byVersion(versionId);
  return placement?.end === undefined ? undefined : { ...placement, end: placement.end };
}

/** A later last day may run into a placement that came afterwards. */
function laterPlacement(context: DialogContext, placement: Placement, end: IsoDate): Promise<Finding | undefined> {
  return overlapOf(context, placement, end);
}
