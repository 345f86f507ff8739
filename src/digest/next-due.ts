import type { ChannelBinding } from '../../dialogs/week-post/port.ts';
import { addDays } from '../policy/engine/days.ts';
import { dueAt, mondayOf, weekAt, weekOf } from './schedule.ts';

/** When the next post of a channel comes: of this week when it has none yet and is not over, else of the next. */
export function nextDue({ day, hour, lastWeek }: Pick<ChannelBinding, 'day' | 'hour' | 'lastWeek'>, now: Date): Date {
  const week = weekAt(now);
  const due = dueAt(week, day, hour);
  return lastWeek === week || due < now ? dueAt(weekOf(addDays(mondayOf(week), 7)), day, hour) : due;
}
