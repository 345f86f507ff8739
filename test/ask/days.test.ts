import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/ask/days.ts';

const today = '2026-11-22';

describe('readDay', () => {
  it.each([
    ['per 1 maart', '2027-03-01', 'per'], ['op 1 oktober', '2026-10-01', 'op'], ['vanaf 1-12-2026', '2026-12-01', 'vanaf'], ['m.i.v. 1 dec', '2026-12-01', 'vanaf'], ['met ingang van 1 december', '2026-12-01', 'vanaf'],
    ['t/m 31-12', '2026-12-31', 't/m'], ['tot en met 5 januari', '2027-01-05', 't/m'], ['tot 1 januari 2027', '2027-01-01', 'tot'], ['sinds gisteren', '2026-11-21', 'sinds'],
    ['morgen', '2026-11-23', undefined], ['overmorgen', '2026-11-24', undefined], ['vanaf maandag 23 november', '2026-11-23', 'vanaf'], ['op 1 maart 16 uur', '2027-03-01', 'op'],
  ])('reads "%s" as %s with preposition %s', (text, day, preposition) => {
    const reading = readDay(text, today);
    expect(reading).toMatchObject({ kind: 'day', day });
    expect(reading.kind === 'day' && reading.preposition).toBe(preposition);
  });

  it('takes the occurrence nearest to today, before or after, and says that the year was filled in', () => {
    expect(readDay('24 mei', today)).toMatchObject({ day: '2026-05-24', assumed: true });
    expect(readDay('23 mei', today)).toMatchObject({ day: '2027-05-23', assumed: true });
    expect(readDay('31 december', '2026-01-01')).toMatchObject({ day: '2025-12-31' });
    expect(readDay('24 mei 2026', today)).toMatchObject({ day: '2026-05-24', assumed: false });
  });

  it('refuses days that do not exist instead of moving them', () => {
    expect(readDay('per 30/2', today)).toMatchObject({ kind: 'impossible', text: '30 februari bestaat niet.' });
    expect(readDay('per 29 februari', '2025-03-10')).toMatchObject({ kind: 'impossible', text: '29 februari bestaat niet in 2025; dat is geen schrikkeljaar.' });
    expect(readDay('per 29 februari', '2028-03-10')).toMatchObject({ kind: 'day', day: '2028-02-29' });
  });

  it('does not choose between two days', () => expect(readDay('1 maart of 2 maart', today)).toMatchObject({ kind: 'several', days: ['2027-03-01', '2027-03-02'] }));

  it('tells which words it used, in the text as typed', () => {
    const text = 'verhuisd PER  1 maart, groetjes';
    const reading = readDay(text, today);
    expect(reading.kind === 'day' && text.slice(...reading.span)).toBe('PER  1 maart');
  });

  it.each(['', 'verhuisd', '3-4', '16 uur', 'maart', 'PU-4KX7-9TM9'])('reads no day in "%s"', (text) => expect(readDay(text, today)).toEqual({ kind: 'none' }));
});
