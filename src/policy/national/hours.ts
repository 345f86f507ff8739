import { daysBetween } from '../engine/days.ts';
import type { IsoDate, PolicyValue, ResolvedPolicy } from '../engine/types.ts';
import { endOfWindow, startOfHours } from './ages.ts';
import { nationalValue } from './values.ts';

/** What the rules on hours need to know of a placement on a VE place. */
export interface HoursFacts {
  readonly birthDate: IsoDate;
  readonly startDate: IsoDate;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
}

/** Hours a week that count: the part above six hours a day does not. */
export function countedHoursPerWeek(facts: HoursFacts): number {
  const perDay = nationalValue('hoursPerDay', facts.startDate);
  return perDay ? Math.min(facts.hoursPerWeek, perDay.value * facts.daysPerWeek) : facts.hoursPerWeek;
}

/** The hours a week that were agreed: the municipality's, or else the average that follows from the law. */
export function agreedHoursPerWeek(facts: HoursFacts, policy: ResolvedPolicy | undefined): PolicyValue<number> | undefined {
  return policy?.hoursPerWeek ?? nationalValue('hoursPerWeek', facts.startDate);
}

export interface ExpectedHours {
  /** Whole hours that the child will receive between 2,5 years and the 4th birthday; never above `norm`. */
  readonly received: number;
  /** Hours to which the child could get in full. */
  readonly norm: number;
  /** norm - received, never below 0. */
  readonly shortfall: number;
  readonly source: PolicyValue<number>;
}

/**
 * The hours that a child will receive if nothing changes:
 *
 *   counted hours a week x 40 weeks a year x 1,5 years x share of the period that is left
 *
 * The period is the law's, from 2,5 years to the 4th birthday, and the share is counted
 * in days, so that a start on the first day gives 16 x 60 = 960 whatever the lengths of
 * the months. Hours before 2,5 years are extra and make up for nothing. Rounded to whole
 * hours and capped at the norm (the municipality's total, or else 960).
 * Undefined when a value it needs did not hold on the start day, or from the 4th birthday on.
 */
export function expectedHours(facts: HoursFacts, policy: ResolvedPolicy | undefined): ExpectedHours | undefined {
  const share = shareLeft(facts);
  const weeks = nationalValue('weeksPerYear', facts.startDate);
  const period = nationalValue('periodMonths', facts.startDate);
  const norm = policy?.hoursTotal ?? nationalValue('hoursTotal', facts.startDate);
  if (share === undefined || !weeks || !period || !norm) return undefined;
  const full = countedHoursPerWeek(facts) * weeks.value * (period.value / 12);
  const received = Math.min(norm.value, Math.round(full * share));
  return { received, norm: norm.value, shortfall: norm.value - received, source: norm };
}

/** Part of the period from 2,5 years to the 4th birthday that lies after the start, above 0 and at most 1. */
function shareLeft({ birthDate, startDate }: HoursFacts): number | undefined {
  const first = startOfHours(birthDate, startDate);
  const end = endOfWindow(birthDate, startDate);
  if (!first || !end || startDate >= end.day) return undefined;
  const from = startDate > first.day ? startDate : first.day;
  return daysBetween(from, end.day) / daysBetween(first.day, end.day);
}
