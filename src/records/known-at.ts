import { TZDate } from '@date-fns/tz';
import { isRealDay } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { readDay } from './cells.ts';

const TIME_ZONE = 'Europe/Amsterdam';

/**
 * A moment of knowledge as an operator writes it: a day (`2024-04-05`, `05-04-2024`), which
 * is its first moment in the Netherlands so that a question "as known on that day" includes
 * it, or a full ISO time with offset. Undefined for anything else.
 */
export function readKnownAt(text: string): Date | undefined {
  const day = readDay(text.trim());
  if (day !== undefined) return isRealDay(day) ? startOfDay(day) : undefined;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** First moment of a day in the Netherlands. */
export function startOfDay(day: IsoDate): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(new TZDate(year!, month! - 1, date!, TIME_ZONE).getTime());
}

/** The calendar day that it is in the Netherlands. */
export function todayInNetherlands(now: Date): IsoDate {
  const local = new TZDate(now, TIME_ZONE);
  const padded = (value: number): string => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${padded(local.getMonth() + 1)}-${padded(local.getDate())}`;
}
