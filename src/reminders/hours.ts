import { addDays } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { dayInNetherlands, startOfDay } from '../dutch-time.ts';

/** From half past eight; until ten for a server that was away, and for a channel that was busy. */
export const SEND_FROM_MINUTES = 8 * 60 + 30;
export const SEND_UNTIL_MINUTES = 10 * 60;

/** Saturday and Sunday are quiet. */
export function isWorkday(day: IsoDate): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Whether messages may go out at this moment, by the clock of the Netherlands. */
export function maySend(now: Date): boolean {
  const day = dayInNetherlands(now);
  // The clock jumps at night only, so minutes since midnight are counted back from the next day's start.
  const minutes = 24 * 60 - Math.ceil((startOfDay(addDays(day, 1)).getTime() - now.getTime()) / 60_000);
  return isWorkday(day) && minutes >= SEND_FROM_MINUTES && minutes < SEND_UNTIL_MINUTES;
}
