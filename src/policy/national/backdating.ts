import { addMonths, daysBetween } from '../engine/days.ts';
import { dutchCount, dutchDay } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate } from '../engine/types.ts';
import { recordingRule } from './citations.ts';

export const BACKDATED: Rule = { id: 'backdated', citation: recordingRule('Met terugwerkende kracht') };
export const START_FAR_FUTURE: Rule = { id: 'start-far-future', citation: recordingRule('Start ver in de toekomst') };
export const EXIT_IN_FUTURE: Rule = { id: 'exit-in-future', citation: recordingRule('Uitstroom in de toekomst') };

/** Later than this, a record changes figures that people have already used. */
export const BACKDATED_AFTER_DAYS = 31;
/** A place can be promised a school year ahead; further away is nearly always a wrong year. */
export const START_AT_MOST_MONTHS_AHEAD = 12;
/** Notice is given a month or two ahead; a later day is a plan rather than an exit. */
export const EXIT_AT_MOST_MONTHS_AHEAD = 3;

/** More than 31 days before today; the 31st day itself is still in time. */
export function backdated(what: string, day: IsoDate, today: IsoDate): Finding | undefined {
  const daysAgo = daysBetween(day, today);
  if (daysAgo <= BACKDATED_AFTER_DAYS) return undefined;
  const text =
    `${what} (${dutchDay(day)}) is ${dutchCount(daysAgo, 'dag', 'dagen')} geleden. ` +
    'Eerdere cijfers kunnen hierdoor veranderen. Klopt de datum?';
  return finding(BACKDATED, 'confirm', text);
}

/** The limit day itself is allowed. */
export function startFarFuture(startDate: IsoDate, today: IsoDate): Finding | undefined {
  const limit = addMonths(today, START_AT_MOST_MONTHS_AHEAD);
  if (startDate <= limit) return undefined;
  const text =
    `De startdatum ${dutchDay(startDate)} ligt meer dan ${START_AT_MOST_MONTHS_AHEAD} maanden vooruit. ` +
    `Kies een dag tot en met ${dutchDay(limit)}.`;
  return finding(START_FAR_FUTURE, 'block', text);
}

/** The limit day itself is allowed. */
export function exitInFuture(lastDay: IsoDate, today: IsoDate): Finding | undefined {
  const limit = addMonths(today, EXIT_AT_MOST_MONTHS_AHEAD);
  if (lastDay <= limit) return undefined;
  const text =
    `De laatste dag ${dutchDay(lastDay)} ligt meer dan ${EXIT_AT_MOST_MONTHS_AHEAD} maanden vooruit. ` +
    `U kunt een uitstroom melden tot en met ${dutchDay(limit)}.`;
  return finding(EXIT_IN_FUTURE, 'block', text);
}
