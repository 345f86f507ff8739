import { addDays } from '../../../src/ask/calendar.ts';
import { readWhen } from '../../../src/ask/understand/when.ts';
import type { PeriodReader } from './peers.ts';

/** Period expressions alone, with the first and the last day that they mean on 22-11-2026. A day is its own last day. */
export const expressions: readonly (readonly [text: string, start: string, last: string])[] = [
  ['1 maart 2025', '2025-03-01', '2025-03-01'], ['1-1-2024', '2024-01-01', '2024-01-01'], ['1-1-24', '2024-01-01', '2024-01-01'], ['01/10/2025', '2025-10-01', '2025-10-01'], ['2025-03-31', '2025-03-31', '2025-03-31'],
  ['1 jan', '2026-01-01', '2026-01-01'], ['per 1 oktober', '2026-10-01', '2026-10-01'], ['31 dec. 2025', '2025-12-31', '2025-12-31'], ['gisteren', '2026-11-21', '2026-11-21'], ['vandaag', '2026-11-22', '2026-11-22'],
  ['maart 2025', '2025-03-01', '2025-03-31'], ["mei '25", '2025-05-01', '2025-05-31'], ['sept 2025', '2025-09-01', '2025-09-30'], ['vorige maand', '2026-10-01', '2026-10-31'], ['deze maand', '2026-11-01', '2026-11-30'], ['in maart', '2026-03-01', '2026-03-31'],
  ['Q1 2024', '2024-01-01', '2024-03-31'], ['Q1', '2026-01-01', '2026-03-31'], ['1e kwartaal', '2026-01-01', '2026-03-31'], ['k3', '2026-07-01', '2026-09-30'], ['derde kwartaal vorig jaar', '2025-07-01', '2025-09-30'], ['eerste kwartaal van 2025', '2025-01-01', '2025-03-31'], ['vorig kwartaal', '2026-07-01', '2026-09-30'], ['laatste kwartaal van 2025', '2025-10-01', '2025-12-31'],
  ['2025', '2025-01-01', '2025-12-31'], ['vorig jaar', '2025-01-01', '2025-12-31'], ['dit jaar', '2026-01-01', '2026-12-31'], ['schooljaar 24/25', '2024-08-01', '2025-07-31'], ['schooljaar 2025-2026', '2025-08-01', '2026-07-31'], ['dit schooljaar', '2026-08-01', '2027-07-31'],
  ['week 12', '2026-03-16', '2026-03-22'], ['week 40 van 2025', '2025-09-29', '2025-10-05'], ['vorige week', '2026-11-09', '2026-11-15'], ['deze week', '2026-11-16', '2026-11-22'],
  ['eerste halfjaar 2025', '2025-01-01', '2025-06-30'], ['tweede helft van vorig jaar', '2025-07-01', '2025-12-31'], ['H2 2024', '2024-07-01', '2024-12-31'],
  ['tussen 1 maart en 1 juni', '2026-03-01', '2026-06-01'], ['van 1 maart tot en met 31 mei 2025', '2025-03-01', '2025-05-31'], ['van januari t/m maart', '2026-01-01', '2026-03-31'], ['jan-mrt 2025', '2025-01-01', '2025-03-31'], ['sinds 1 augustus', '2026-08-01', '2026-11-22'], ['afgelopen 30 dagen', '2026-10-24', '2026-11-22'], ['de laatste 3 maanden', '2026-08-23', '2026-11-22'], ['1 t/m 15 maart 2025', '2025-03-01', '2025-03-15'], ['Q1 t/m Q3 2025', '2025-01-01', '2025-09-30'],
  ['eind vorig jaar', '2025-12-31', '2025-12-31'], ['begin dit schooljaar', '2026-08-01', '2026-08-01'], ['eind maart', '2026-03-31', '2026-03-31'],
];

export const ownReader = (today: string): PeriodReader => (text) => {
  const { periods: [first] } = readWhen(text.toLowerCase().replace('jan-mrt', 'jan - mrt'), today);
  return first && { start: first.period.start, last: addDays(first.period.endExclusive, -1) };
};

/** How many were read as meant, how many as other days, and how many not at all. */
export function score(read: PeriodReader): { readonly right: number; readonly firstDay: number; readonly wrong: number; readonly none: number } {
  const outcomes = expressions.map(([text, start, last]) => {
    const found = read(text);
    if (found === undefined) return 'none';
    return found.start === start && found.last === last ? 'right' : 'wrong';
  });
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  // A library for single dates may know where a period begins without knowing how long it is.
  const firstDay = expressions.filter(([text, start]) => read(text)?.start === start).length;
  return { right: count('right'), firstDay, wrong: count('wrong'), none: count('none') };
}
