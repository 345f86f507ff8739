import type { AsOf } from '../../dialogs/ports.ts';
import { startOfDay } from '../dutch-time.ts';
import { addDays } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';

/** What was known at the end of a Dutch day: before the first moment of the next. Today has no end yet, so no limit. */
export function asKnownOn(day: IsoDate | undefined, today: IsoDate): AsOf {
  if (day === undefined || day >= today) return {};
  return { knownAt: new Date(startOfDay(addDays(day, 1)).getTime() - 1).toISOString() };
}
