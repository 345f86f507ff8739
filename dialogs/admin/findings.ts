import { addMonths, daysBetween } from '../../src/policy/engine/days.ts';
import { dutchCount, dutchDay } from '../../src/policy/engine/dutch.ts';
import { finding, type Rule } from '../../src/policy/engine/findings.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { recordingRule } from '../../src/policy/national/citations.ts';
import { BACKDATED_AFTER_DAYS } from '../../src/policy/national/backdating.ts';

/** What the rules of the administration say; written out in `dialogs/gebruiksregels.md`. */
const rule = (id: string, section: string): Rule => ({ id, citation: { document: 'Gebruiksregels Kansenlijn', section, status: 'read' } });

const MANAGED = rule('managed', 'Beheer van de eigen gemeente');
const ONE_NAME = rule('one-name', 'Eén naam');
const CLOSING = rule('closing', 'Openen en sluiten');
const ONE_NUMBER = rule('one-number-a-day', 'Eén aantal per dag');
const AGREEMENT = rule('one-agreement', 'Eén resultaatafspraak');
const ROLE = rule('role', 'Rollen');
const ADMIN_BACKDATED: Rule = { id: 'admin-backdated', citation: recordingRule('Met terugwerkende kracht') };

/** A place is planned a year or two ahead; further away is nearly always a wrong year. */
const AT_MOST_MONTHS_AHEAD = 24;

export const cannotManage = (text: string): Finding => finding(MANAGED, 'block', text);
export const nameTaken = (text: string): Finding => finding(ONE_NAME, 'block', text);
export const renamed = (): Finding => finding(ONE_NAME, 'inform', 'De oude naam blijft bewaard, voor cijfers die al zijn gegeven.');
export const nothingChanged = (): Finding => finding(MANAGED, 'block', 'Er is niets gewijzigd. Pas iets aan, of kies Annuleren.');
export const cannotClose = (text: string): Finding => finding(CLOSING, 'block', text);
export const closesToo = (text: string): Finding => finding(CLOSING, 'confirm', text);
export const cannotSucceed = (text: string): Finding => finding(ONE_NUMBER, 'block', text);
export const endsRunning = (text: string): Finding => finding(ONE_NUMBER, 'inform', text);
export const fewerThanTaken = (text: string): Finding => finding(ONE_NUMBER, 'confirm', text);
export const agreementReplaced = (text: string): Finding => finding(AGREEMENT, 'confirm', text);
export const cannotRevoke = (text: string): Finding => finding(ROLE, 'block', text);
export const revokesOwn = (text: string): Finding => finding(ROLE, 'confirm', text);

/** More than 31 days back is asked, more than 24 months ahead is refused; the limits themselves are allowed. */
export function unlikelyDay(what: string, day: IsoDate | undefined, today: IsoDate): Finding | undefined {
  if (day === undefined) return undefined;
  const limit = addMonths(today, AT_MOST_MONTHS_AHEAD);
  if (day > limit) return finding(ADMIN_BACKDATED, 'block', `${what} (${dutchDay(day)}) ligt meer dan ${AT_MOST_MONTHS_AHEAD} maanden vooruit. Kies een dag tot en met ${dutchDay(limit)}.`);
  const ago = daysBetween(day, today);
  if (ago <= BACKDATED_AFTER_DAYS) return undefined;
  return finding(ADMIN_BACKDATED, 'confirm', `${what} (${dutchDay(day)}) is ${dutchCount(ago, 'dag', 'dagen')} geleden. Eerdere cijfers kunnen hierdoor veranderen. Klopt de datum?`);
}

/** Names are compared as people do: without regard to case. */
export const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'nl', { sensitivity: 'base' }) === 0;
