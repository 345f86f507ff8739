import { describe, expect, it } from 'vitest';
import { tickNames } from '../../src/turn/tick-names.ts';

describe('the name under a point of a line', () => {
  it.each([
    ['month', '2025-01-31', ['jan', 'j']],
    ['month', '2025-03-31', ['mrt', 'm']],
    ['month', '2025-12-31', ['dec', 'd']],
    ['quarter', '2025-03-31', ['K1', '1']],
    ['quarter', '2026-11-22', ['K4', '4']],
    ['year', '2009-12-31', ['2009', "'09"]],
    ['school-year', '2026-07-31', ['25/26']],
    ['school-year', '2026-08-01', ['26/27']],
    ['school-year', '2100-07-31', ['99/00']],
  ] as const)('is short, of a %s on %s', (step, day, names) => expect(tickNames(step, day)).toEqual(names));
});
