import { dutchCount } from './dutch.ts';
import type { Meeting, ResolvedPolicy } from './types.ts';

/** The meeting of those who steer VE together: a policy lists it first. */
export const groupMeeting = (policy: Pick<ResolvedPolicy, 'meetings'> | undefined): Meeting | undefined => policy?.meetings?.value[0];

/** "minstens 4 keer per jaar afgesproken"; undefined where the policy does not say how often. */
export const rhythmOf = ({ timesPerYear, isMinimum }: Meeting): string | undefined =>
  (timesPerYear === undefined ? undefined : `${isMinimum ? 'minstens ' : ''}${timesPerYear} keer per jaar afgesproken`);

/** The same as people plan: "4 keer per jaar afgesproken, ongeveer elke 3 maanden; waarvan 2 keer met casussen". */
export function rhythmSentence(meeting: Meeting): string | undefined {
  const rhythm = rhythmOf(meeting);
  const months = 12 / (meeting.timesPerYear ?? 0);
  const every = months === 1 ? 'maand' : dutchCount(months, 'maand', 'maanden');
  const about = Number.isInteger(months) && months < 12 ? `, ongeveer elke ${every}` : '';
  return rhythm && `${rhythm}${about}${meeting.note === undefined ? '' : `; ${meeting.note}`}`;
}
