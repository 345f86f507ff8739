import { addDays } from '../../src/policy/engine/days.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import type { Held } from './port.ts';

interface Days { readonly from: IsoDate; readonly until?: IsoDate | undefined }

/** What something new on these days meets: what still runs and is ended the day before, and what begins later and stands in the way. */
export function succession<T extends Held>(held: readonly T[], { from, until }: Days): { readonly running: T | undefined; readonly inTheWay: T | undefined } {
  return {
    running: held.find((one) => one.from < from && (one.until === undefined || one.until > from)),
    inTheWay: held.find((one) => one.from >= from && (until === undefined || one.from < until)),
  };
}

/** What a corrected version meets: the others that share a day with it. */
export const overlapping = <T extends Held>(held: readonly T[], versionId: string, { from, until }: Days): T | undefined =>
  held.find((one) => one.versionId !== versionId && (until === undefined || one.from < until) && (one.until === undefined || one.until > from));

/** "vanaf 01-08-2026" or "van 01-01-2026 tot en met 31-07-2026". */
export const daysLabel = ({ from, until }: Days): string =>
  (until === undefined ? `vanaf ${dutchDay(from)}` : `van ${dutchDay(from)} tot en met ${dutchDay(addDays(until, -1))}`);

/** People name the last day; the record keeps the first day after it. */
export const untilOf = (lastDay: IsoDate | undefined): IsoDate | undefined => (lastDay === undefined ? undefined : addDays(lastDay, 1));
export const lastDayOf = (until: IsoDate | undefined): IsoDate | undefined => (until === undefined ? undefined : addDays(until, -1));
