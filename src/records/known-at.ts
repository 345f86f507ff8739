import { startOfDay } from '../dutch-time.ts';
import { isRealDay } from '../policy/engine/days.ts';
import { readDay } from './cells.ts';

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
