import { plusMonths, type Day } from './calendar.ts';
import type { Home, Indication, Outcome, Placement, Records } from './records.ts';
import { neighbourhoodOf, type Neighbourhood } from './world.ts';

/** One child: the code into which others were joined, or one that was never joined. */
export interface OneChild {
  readonly code: string;
  readonly codes: readonly string[];
}

export function oneChildOf(records: Records, code: string): string {
  for (const join of records.join.values()) if (join.code === code) return join.into;
  return code;
}

export function codesOf(records: Records, one: string): string[] {
  const codes = [one];
  for (const join of records.join.values()) if (join.into === one) codes.push(join.code);
  return codes;
}

/** All children, each with all of its codes. */
export function allChildren(records: Records): OneChild[] {
  const children: OneChild[] = [];
  for (const code of records.child.keys()) if (oneChildOf(records, code) === code) children.push({ code, codes: codesOf(records, code) });
  return children;
}

export const birthOf = (records: Records, child: string): Day | undefined => records.child.get(child)?.birth;

/** The birth date as the asker knows it: of the code that stands for the child where that is seen, otherwise the earliest of those that are. */
export function birthSeen(records: Records, one: string, codes: readonly string[], municipalities: readonly string[]): Day | undefined {
  const seen = codes.filter((code) => isSeen(records, [code], municipalities));
  return seen.includes(one) ? birthOf(records, one) : seen.map((code) => birthOf(records, code)!).sort()[0];
}

/** Where a child lives on a day. */
export function homeOn(records: Records, child: string, day: Day): Home | undefined {
  let found: Home | undefined;
  for (const home of records.child.get(child)?.homes ?? []) if (home.from <= day && (found === undefined || home.from > found.from)) found = home;
  return found;
}

export function livesIn(records: Records, child: string, day: Day): Neighbourhood | undefined {
  return neighbourhoodOf(homeOn(records, child, day)?.neighbourhood);
}

/** An official sees a child that lives, lived or will live in the own municipality, under one of its codes. */
export function isSeen(records: Records, codes: readonly string[], municipalities: readonly string[]): boolean {
  return codes.some((code) => (records.child.get(code)?.homes ?? []).some((home) => municipalities.includes(home.municipality)));
}

export const isBetween = (birth: Day, fromMonths: number, untilMonths: number, day: Day): boolean => plusMonths(birth, fromMonths) <= day && day < plusMonths(birth, untilMonths);

export const holdsOn = ({ from, until }: { readonly from: Day; readonly until?: Day | undefined }, day: Day): boolean => from <= day && (until === undefined || day < until);
export const isThereOn = ({ start, end }: Placement, day: Day): boolean => start <= day && (end === undefined || day < end);

export const indicationsOf = (records: Records, codes: readonly string[]): Indication[] => [...records.indication.values()].filter(({ child }) => codes.includes(child));
export const outcomesOf = (records: Records, codes: readonly string[]): (Outcome & { readonly told: number })[] => [...records.outcome.values()].filter(({ child }) => codes.includes(child));
export const placementsOf = (records: Records, codes: readonly string[]): Placement[] => [...records.placement.values()].filter(({ child }) => codes.includes(child));
