import { dutchAge, dutchCount, dutchDay, dutchNumber } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding, ResolvedPolicy } from '../engine/types.ts';
import { startOfHours } from './ages.ts';
import { DECREE_HOURS, DECREE_HOURS_A_DAY } from './citations.ts';
import { agreedHoursPerWeek, countedHoursPerWeek, expectedHours } from './hours.ts';
import type { IntakeFacts } from './intake-facts.ts';
import { nationalValue } from './values.ts';

export const HOURS_BELOW_WEEK: Rule = { id: 'hours-below-week', citation: DECREE_HOURS };
export const HOURS_ABOVE_6_A_DAY: Rule = { id: 'hours-above-6-a-day', citation: DECREE_HOURS_A_DAY };
export const LATE_START: Rule = { id: 'late-start', citation: DECREE_HOURS };

/** Compares the hours that count, so 16 hours on two days are below 16. Silent for a regular place. */
export function hoursBelowWeek(facts: IntakeFacts, policy: ResolvedPolicy | undefined): Finding | undefined {
  const agreed = agreedHoursPerWeek(facts, policy);
  const counted = countedHoursPerWeek(facts);
  if (!facts.vePlace || !agreed || counted >= agreed.value) return undefined;
  const text =
    `Er tellen ${dutchNumber(counted)} uur per week mee; afgesproken is ${dutchNumber(agreed.value)} uur.` +
    inTotal(facts, policy);
  return finding(HOURS_BELOW_WEEK, 'inform', text, agreed.source);
}

/** The law speaks of one day; we know the week, so this looks at the average day. Silent for a regular place. */
export function hoursAbove6ADay(facts: IntakeFacts): Finding | undefined {
  const perDay = nationalValue('hoursPerDay', facts.startDate);
  const counted = countedHoursPerWeek(facts);
  if (!facts.vePlace || !perDay || counted >= facts.hoursPerWeek) return undefined;
  const text =
    `Uren boven ${perDay.value} uur per dag tellen niet mee: van de ${dutchNumber(facts.hoursPerWeek)} uur ` +
    `op ${dutchCount(facts.daysPerWeek, 'dag', 'dagen')} per week tellen er ${dutchNumber(counted)}.`;
  return finding(HOURS_ABOVE_6_A_DAY, 'inform', text, perDay.source);
}

/**
 * The duty is on the offer: a child that comes later breaks no rule, it just cannot
 * receive all hours any more. Silent from the 4th birthday on, where the age rule blocks.
 */
export function lateStart(facts: IntakeFacts, policy: ResolvedPolicy | undefined): Finding | undefined {
  const first = startOfHours(facts.birthDate, facts.startDate);
  const hours = expectedHours(facts, policy);
  if (!facts.vePlace || !first || !hours || facts.startDate <= first.day) return undefined;
  const text =
    `Het kind start later dan ${dutchDay(first.day)}, de dag waarop het ${dutchAge(first.value.value)} wordt. ` +
    `Dat mag; het is geen overtreding.${inTotal(facts, policy)}`;
  return finding(LATE_START, 'inform', text);
}

/** The same sentence in every finding about hours, so that a shortfall is not added up twice. */
function inTotal(facts: IntakeFacts, policy: ResolvedPolicy | undefined): string {
  const hours = expectedHours(facts, policy);
  if (!hours) return '';
  const norm = `${dutchNumber(hours.norm)} uur`;
  if (hours.shortfall === 0) return ` Tot de 4e verjaardag haalt het kind toch ${norm}.`;
  return ` Tot de 4e verjaardag krijgt het kind in totaal ongeveer ${dutchNumber(hours.received)} van ${norm}: een tekort van ${dutchNumber(hours.shortfall)} uur.`;
}
