import { TZDate } from '@date-fns/tz';
import type { IsoDate } from './policy/engine/types.ts';

const TIME_ZONE = 'Europe/Amsterdam';

/** First moment of a day in the Netherlands, whichever clock holds. */
export function startOfDay(day: IsoDate): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(new TZDate(year!, month! - 1, date!, TIME_ZONE).getTime());
}

/** The calendar day that it is in the Netherlands at a moment. */
export function dayInNetherlands(now: Date): IsoDate {
  const local = new TZDate(now, TIME_ZONE);
  const padded = (value: number): string => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${padded(local.getMonth() + 1)}-${padded(local.getDate())}`;
}
