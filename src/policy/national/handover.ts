import { valueOn } from '../engine/resolve.ts';
import type { Citation, HandoverMoments, IsoDate, PolicyValue } from '../engine/types.ts';

const PRACTICE: Citation = {
  document: 'Praktijk van gemeenten en kinderopvang',
  status: 'not-read',
  note: 'Deze leeftijden komen uit een beschrijving van de praktijk; geen wet noemt ze.',
};

/** When a handover is prepared where the municipality agreed on nothing: no law says when. */
export const HANDOVER_MOMENTS: readonly PolicyValue<HandoverMoments>[] = [
  {
    value: { withVeOrCareMonths: 42, otherwiseMonths: 45, reminderMonths: 46, overdueMonths: 48 },
    from: '2010-08-01', unit: 'months', source: PRACTICE, checkedOn: '2026-11-22',
  },
];

/** Months for which the handed-over data are kept after the child left the preschool: read in an older text only. */
export const HANDOVER_KEPT_MONTHS = 24;

export const nationalHandoverMoments = (day: IsoDate): PolicyValue<HandoverMoments> | undefined => valueOn(HANDOVER_MOMENTS, day);
