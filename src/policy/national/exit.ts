import { addDays } from '../engine/days.ts';
import { dutchAge, dutchDay } from '../engine/dutch.ts';
import { finding, inOrder, type Rule } from '../engine/findings.ts';
import type { Finding, IsoDate } from '../engine/types.ts';
import { endOfWindow, type AgeLimit } from './ages.ts';
import { backdated, exitInFuture } from './backdating.ts';
import { recordingRule } from './citations.ts';
import type { ExitReason } from './reasons.ts';
import { otherNeedsText } from './required-text.ts';

/** What childcare wants to record about a child that leaves. */
export interface ExitFacts {
  readonly birthDate: IsoDate;
  /** First day of the placement. */
  readonly start: IsoDate;
  /** Last day on which the child was or will be there; the placement ends, half-open, on the day after. */
  readonly lastDay: IsoDate;
  readonly reason: ExitReason;
  readonly note?: string;
}

export const EXIT_BEFORE_START: Rule = { id: 'exit-before-start', citation: recordingRule('Uitstroom vóór de start') };
export const EARLY_EXIT: Rule = { id: 'early-exit', citation: recordingRule('Vroegtijdige uitstroom') };
export const SCHOOL_AT_4_BEFORE_4: Rule = { id: 'school-at-4-before-4', citation: recordingRule('Naar school vóór 4 jaar') };

/** No municipal policy is needed: what is asked of an exit is the same everywhere. */
export function checkExit(facts: ExitFacts, today: IsoDate): Finding[] {
  return inOrder([
    exitBeforeStart(facts),
    exitInFuture(facts.lastDay, today),
    otherNeedsText(facts.reason, facts.note),
    schoolAt4Before4(facts),
    backdated('De laatste dag', facts.lastDay, today),
    earlyExit(facts),
  ]);
}

/** One single day of attendance is possible: the last day may be the first. */
export function exitBeforeStart({ start, lastDay }: ExitFacts): Finding | undefined {
  if (lastDay >= start) return undefined;
  const text = `De laatste dag (${dutchDay(lastDay)}) ligt vóór de startdatum (${dutchDay(start)}). Kies de startdatum of een latere dag.`;
  return finding(EXIT_BEFORE_START, 'block', text);
}

/** Who leaves on the day before the 4th birthday, or later, does not leave early. */
export function earlyExit(facts: ExitFacts): Finding | undefined {
  const birthday = birthdayStillToCome(facts);
  if (!birthday) return undefined;
  const text = `Het kind stopt voordat het ${dutchAge(birthday.value.value)} wordt (${dutchDay(birthday.day)}). Dit telt als vroegtijdige uitstroom.`;
  return finding(EARLY_EXIT, 'inform', text);
}

/** Going to school at 4 and being younger than that do not go together, unless the holidays lie between. */
export function schoolAt4Before4(facts: ExitFacts): Finding | undefined {
  const birthday = facts.reason === 'school_at_4' ? birthdayStillToCome(facts) : undefined;
  if (!birthday) return undefined;
  const text =
    `U koos "naar de basisschool", maar het kind wordt pas op ${dutchDay(birthday.day)} ${dutchAge(birthday.value.value)}. ` +
    'Kloppen de laatste dag en de reden?';
  return finding(SCHOOL_AT_4_BEFORE_4, 'confirm', text);
}

function birthdayStillToCome({ birthDate, lastDay }: ExitFacts): AgeLimit | undefined {
  const birthday = endOfWindow(birthDate, lastDay);
  return birthday && addDays(lastDay, 1) < birthday.day ? birthday : undefined;
}
