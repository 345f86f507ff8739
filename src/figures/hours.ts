import { daysBetween } from '../policy/engine/days.ts';
import { endOfWindow, startOfHours } from '../policy/national/ages.ts';
import { countedHoursPerWeek } from '../policy/national/hours.ts';
import { nationalValue } from '../policy/national/values.ts';
import type { PlacementFact, PlacedStretch } from './facts.ts';
import type { MeasureParams } from './types.ts';

export interface HoursUntilFour { readonly received: number; readonly norm: number; readonly shortfall: number }

const earliest = (a: string, b: string): string => (a < b ? a : b);
const latest = (a: string, b: string): string => (a > b ? a : b);

/**
 * Hours that a child receives between 2,5 years and its 4th birthday, over all its stretches
 * on a VE place that can be seen: what has been, and the current one as if it goes on. In
 * the proportions of the rule at intake (counted hours x 40 weeks x 1,5 years x part of
 * the period), so that one full stretch gives the same number as there. Undefined without
 * a birth date, or on days on which the law did not give the values.
 */
export function hoursUntilFour({ birthDate, start, history, hoursPerWeek, daysPerWeek }: PlacementFact, { policy, referenceDate }: MeasureParams): HoursUntilFour | undefined {
  if (birthDate === undefined) return undefined;
  const first = startOfHours(birthDate, start);
  const end = endOfWindow(birthDate, start);
  const weeks = nationalValue('weeksPerYear', start);
  const period = nationalValue('periodMonths', start);
  const norm = (policy.hoursTotal ?? nationalValue('hoursTotal', start))?.value;
  if (!first || !end || !weeks || !period || norm === undefined) return undefined;
  const share = (stretch: PlacedStretch): number => {
    const until = stretch.until !== undefined && stretch.until <= referenceDate ? earliest(stretch.until, end.day) : end.day;
    return Math.max(0, daysBetween(latest(stretch.from, first.day), until)) / daysBetween(first.day, end.day);
  };
  const stretches = history?.vePlaces ?? [{ from: start, hoursPerWeek, daysPerWeek }];
  const hours = (stretch: PlacedStretch): number =>
    countedHoursPerWeek({ birthDate, startDate: stretch.from, hoursPerWeek: stretch.hoursPerWeek, daysPerWeek: stretch.daysPerWeek }) * weeks.value * (period.value / 12) * share(stretch);
  const known = stretches.filter(({ from }) => from <= referenceDate);
  const received = Math.min(norm, Math.round(known.reduce((sum, stretch) => sum + hours(stretch), 0)));
  return { received, norm, shortfall: norm - received };
}
