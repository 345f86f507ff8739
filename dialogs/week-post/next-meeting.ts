import type { Field } from '../../cards/models.ts';
import { addMonths } from '../../src/policy/engine/days.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { groupMeeting } from '../../src/policy/engine/meetings.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { cannotManage } from '../admin/findings.ts';
import type { DialogContext } from '../dialog.ts';
import type { ChannelBinding } from './port.ts';

/** A meeting is planned within a year; further away is nearly always a wrong year. */
const AT_MOST_MONTHS_AHEAD = 12;

/** Which meeting the day is of, as the policy of the municipality calls it; a region has none on record. */
export function nextMeetingField({ scope }: ChannelBinding, { policy, today }: Pick<DialogContext, 'policy' | 'today'>): Field {
  const meeting = scope.kind === 'municipality' ? groupMeeting(policy(scope.code, today)) : undefined;
  return {
    kind: 'date', id: 'nextMeeting', label: `Volgend overleg${meeting === undefined ? '' : `: ${meeting.name}`}`,
    hint: 'Leeg: in de post staat alleen hoe vaak het is afgesproken.',
  };
}

/** A day that is over is no longer told, nor filled in beforehand. */
export const comingMeeting = ({ nextMeeting }: Pick<ChannelBinding, 'nextMeeting'>, today: IsoDate): IsoDate | undefined => (nextMeeting !== undefined && nextMeeting >= today ? nextMeeting : undefined);

export function unlikelyMeeting(day: IsoDate | undefined, today: IsoDate): Finding | undefined {
  const limit = addMonths(today, AT_MOST_MONTHS_AHEAD);
  if (day === undefined || (day >= today && day <= limit)) return undefined;
  return cannotManage(`Het volgende overleg kan niet op ${dutchDay(day)} zijn: kies een dag vanaf vandaag tot en met ${dutchDay(limit)}, of laat de datum leeg.`);
}
