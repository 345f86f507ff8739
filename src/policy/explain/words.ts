import { addDays } from '../engine/days.ts';
import { dutchAge, dutchCount, dutchDay, dutchNumber } from '../engine/dutch.ts';
import type { Citation, Dayparts, ExtraDayparts, Ground, HandoverMoments, Meeting, PolicyValue, Target } from '../engine/types.ts';

/** Values of a policy as people read them. */

/** "Opleiding van de ouders: het ene; of het andere". */
export function groundLine({ label, needs, characteristics = [] }: Ground): string {
  if (characteristics.length === 0) return label;
  const between = needs === 'all' ? '; en ' : '; of ';
  return `${label}: ${characteristics.map((one) => lowerFirst(one.label)).join(between)}`;
}

/** "Stedelijke Regiegroep: ten minste 4 keer per jaar". */
export function meetingLine({ name, timesPerYear, isMinimum, note }: Meeting): string {
  const rhythm = timesPerYear === undefined ? undefined : `${isMinimum ? 'ten minste ' : ''}${timesPerYear} keer per jaar`;
  const said = [rhythm, note].filter((part) => part !== undefined).join(', ');
  return said === '' ? `${name} (hoe vaak is niet vastgelegd)` : `${name}: ${said}`;
}

export function targetLine({ atLeastPercent, aimPercent }: Target): string {
  const atLeast = atLeastPercent === 100 ? '100%' : `ten minste ${dutchNumber(atLeastPercent)}%`;
  return aimPercent === undefined ? upperFirst(atLeast) : `${upperFirst(atLeast)}, streven ${dutchNumber(aimPercent)}%`;
}

/** "In 3 of 4 dagdelen per week". */
export function daypartsLine({ atLeast, atMost }: Dayparts): string {
  if (atLeast === atMost) return `In ${dutchCount(atLeast, 'dagdeel', 'dagdelen')} per week`;
  return `In ${atLeast} ${atMost - atLeast === 1 ? 'of' : 'tot en met'} ${atMost} dagdelen per week`;
}

export const extraDaypartsLine = ({ count, fromMonths }: ExtraDayparts): string =>
  `${dutchCount(count, 'extra dagdeel', 'extra dagdelen')} per week voor kinderen met een indicatie, vanaf ${dutchAge(fromMonths)}`;

export function handoverMomentsLine(moments: HandoverMoments): string {
  const { withVeOrCareMonths, otherwiseMonths, reminderMonths, overdueMonths } = moments;
  return `Bij VE of zorg op ${dutchAge(withVeOrCareMonths)}, anders op ${dutchAge(otherwiseMonths)}; herinnering op ${dutchAge(reminderMonths)}; te laat vanaf ${dutchAge(overdueMonths)}`;
}

/** "van 01-01-2025 tot en met 31-12-2028", "vanaf 01-01-2023". */
export function validityText({ from, until }: PolicyValue<unknown>): string {
  return until === undefined ? `vanaf ${dutchDay(from)}` : `van ${dutchDay(from)} tot en met ${dutchDay(addDays(until, -1))}`;
}

const STATUS: Readonly<Record<Citation['status'], string>> = {
  read: 'gelezen bij de bron',
  'read-old-version': 'gelezen in een oudere tekst',
  'not-read': 'niet bij de bron gelezen',
};
export const statusText = ({ status }: Citation): string => STATUS[status];

export const documentText = ({ document, section }: Citation): string => (section === undefined ? document : `${document}, ${section}`);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
