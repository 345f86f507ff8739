import { weekdayNames } from '../../ask/lexicon.ts';
import { weekdayOf } from '../../ask/calendar.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import { rhythmOf, rhythmSentence } from '../../policy/engine/meetings.ts';
import type { Meeting, IsoDate } from '../../policy/engine/types.ts';
import type { DigestTopic } from '../types.ts';
import type { Told } from './gather.ts';
import type { Line } from './lines.ts';

/** How often each meeting was agreed; the policies know no days. */
export const meetingLines = ({ meetings }: Told): Line[] => meetings.flatMap((meeting) => {
  const value = rhythmSentence(meeting);
  return value === undefined ? [] : [{ label: meeting.name, value }];
});

/** The day that an official recorded, with whose meeting it is and how often that was agreed; nothing once the day is over. */
export function nextMeetingLines({ nextMeeting, today, topics }: { readonly nextMeeting?: IsoDate | undefined; readonly today: IsoDate; readonly topics: readonly DigestTopic[] }, group: Meeting | undefined): Line[] {
  if (nextMeeting === undefined || nextMeeting < today || !topics.includes('meetings')) return [];
  const day = `${nextMeeting === today ? 'vandaag, ' : ''}${weekdayNames[weekdayOf(nextMeeting)]} ${dutchDay(nextMeeting)}`;
  const what = group === undefined ? '' : ` (${[group.name, rhythmOf(group)].filter((part) => part !== undefined).join(', ')})`;
  return [{ label: 'Volgend overleg', value: `${day}${what}` }];
}

export const meetingRemark = (hasDay: boolean): string => (hasDay
  ? 'De dag van het volgende overleg legde een beleidsadviseur vast; hoe vaak, staat in het beleid.'
  : 'In het beleid staat alleen hoe vaak. De dag van het volgende overleg kan een beleidsadviseur vastleggen met “weekpost instellen”.');
