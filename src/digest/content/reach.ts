import { addBands, shareBand, type Band, type ShareBand } from '../../figures/release-bands.ts';
import type { ReachCounts } from '../../figures/types.ts';
import { addDays, addMonths } from '../../policy/engine/days.ts';
import type { DisclosureMode, IsoDate } from '../../policy/engine/types.ts';
import { tellReach } from '../../figures/protected-figures.ts';
import { on, readFigure, type Counting } from './read.ts';

/** Reach of one day as a channel may know it: two bands, and what follows from these. */
export interface ToldReach { readonly day: IsoDate; readonly reached: Band; readonly others: Band; readonly share?: ShareBand | undefined; /** Of one municipality. */ readonly reference?: string | undefined }

export const toldReach = (day: IsoDate, reached: Band, others: Band): ToldReach => ({ day, reached, others, share: shareBand(reached, others) });

/** Today, a week and a month ago, and the months before that for the trend. */
export const reachDays = (today: IsoDate): { readonly week: IsoDate; readonly month: IsoDate; readonly trend: readonly IsoDate[] } =>
  ({ week: addDays(today, -7), month: addMonths(today, -1), trend: [5, 4, 3, 2, 1, 0].map((months) => addMonths(today, -months)) });

async function reachOn(counting: Counting, day: IsoDate, mode: DisclosureMode | undefined): Promise<ToldReach | undefined> {
  const read = await readFigure<ReachCounts>(counting, 'reach', on(day));
  if (!read) return undefined;
  const { reached, others } = tellReach(read.counts, mode);
  return { ...toldReach(day, reached, others), reference: read.reference };
}

/** By day; a day without a recorded window is left out. */
export type ReachByDay = ReadonlyMap<IsoDate, ToldReach>;

export async function readReach(counting: Counting, today: IsoDate, mode: DisclosureMode | undefined): Promise<ReachByDay> {
  const { week, month, trend } = reachDays(today);
  const found = new Map<IsoDate, ToldReach>();
  for (const day of new Set([...trend, week, month])) {
    const told = await reachOn(counting, day, mode);
    if (told) found.set(day, told);
  }
  return found;
}

/** Of a region: made of its members' bands, on the days that all of them have. */
export function reachTogether(all: readonly ReachByDay[]): ReachByDay {
  const days = [...(all[0]?.keys() ?? [])].filter((day) => all.every((one) => one.has(day)));
  return new Map(days.map((day) => {
    const told = all.map((one) => one.get(day)!);
    return [day, toldReach(day, addBands(told.map(({ reached }) => reached)), addBands(told.map(({ others }) => others)))];
  }));
}
