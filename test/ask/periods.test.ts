import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/ask/calendar.ts';
import { monthPeriod, quarterPeriod, schoolYearPeriod } from '../../src/ask/make-period.ts';
import { readPeriod, referenceDate } from '../../src/ask/periods.ts';

const today = '2026-11-22';
const label = (text: string, on = today): string => {
  const reading = readPeriod(text, on);
  if (reading.kind === 'period') return `${reading.period.label}${reading.assumed ? ' ?' : ''}`;
  return reading.kind === 'several' ? reading.periods.map((period) => period.label).join(' / ') : reading.kind;
};

describe('readPeriod', () => {
  it.each([
    ['vandaag', '22-11-2026'], ['gisteren', '21-11-2026'], ['eergisteren', '20-11-2026'],
    ['2024-03-31', '31-03-2024'], ['1-3-2026', '01-03-2026'], ['01/03/2026', '01-03-2026'], ['1.3.2026', '01-03-2026'], ['1-1-24', '01-01-2024'],
    ['1 maart 2026', '01-03-2026'], ['1 mrt. 2026', '01-03-2026'], ['1 maart 24', '01-03-2024'], ["1 maart '24", '01-03-2024'], ['29-02-2024', '29-02-2024'],
    ['zondag 22-11-2026', '22-11-2026'],
    ['q1 2024', 'kwartaal 1 van 2024'], ['Q1-2024', 'kwartaal 1 van 2024'], ['q1, 2024', 'kwartaal 1 van 2024'], ['2024 Q1', 'kwartaal 1 van 2024'], ['2024-q1', 'kwartaal 1 van 2024'],
    ['kwartaal 1 2024', 'kwartaal 1 van 2024'], ['kwartaal 1 van 2024', 'kwartaal 1 van 2024'], ['het eerste kwartaal van dit jaar', 'kwartaal 1 van 2026'], ['2e kwartaal vorig jaar', 'kwartaal 2 van 2025'],
    ['vorig kwartaal', 'kwartaal 3 van 2026'], ['dit kwartaal', 'kwartaal 4 van 2026'], ['deze maand', 'november 2026'], ['vorige maand', 'oktober 2026'],
    ['maart 2024', 'maart 2024'], ['sept 2025', 'september 2025'], ['03-2024', 'maart 2024'], ['2024-03', 'maart 2024'], ['2011-12', 'december 2011'],
    ['2024', '2024'], ['heel 2024', '2024'], ['dit jaar', '2026'], ['vorig jaar', '2025'],
    ['schooljaar 2024-2025', 'schooljaar 2024-2025'], ['schooljaar 24/25', 'schooljaar 2024-2025'], ['24/25', 'schooljaar 2024-2025'], ['2024-2025', 'schooljaar 2024-2025'],
    ['dit schooljaar', 'schooljaar 2026-2027'], ['vorig schooljaar', 'schooljaar 2025-2026'],
    ['Q1 2024 (kwartaal 1 van 2024)', 'kwartaal 1 van 2024'],
  ])('reads "%s" as %s without guessing', (text, expected) => expect(label(text)).toBe(expected));

  it.each([
    ['1 mrt', '01-03-2026 ?'], ['per 1 maart', '01-03-2026 ?'], ['op 1/3', '01-03-2026 ?'], ['1 december', '01-12-2025 ?'], ['22 november', '22-11-2026 ?'], ['23 november', '23-11-2025 ?'],
    ['Q1', 'kwartaal 1 van 2026 ?'], ['k3', 'kwartaal 3 van 2026 ?'], ['q4', 'kwartaal 4 van 2026 ?'], ['1e kwartaal', 'kwartaal 1 van 2026 ?'], ['eerste kwartaal', 'kwartaal 1 van 2026 ?'],
    ['november', 'november 2026 ?'], ['dec', 'december 2025 ?'], ['schooljaar 2024', 'schooljaar 2024-2025 ?'], ['vanaf 1-3-2026', '01-03-2026 ?'],
  ])('fills in "%s" as %s and says so', (text, expected) => expect(label(text)).toBe(expected));

  it('takes the latest quarter that has begun, on both sides of its first day', () => {
    expect(label('Q4', '2026-09-30')).toBe('kwartaal 4 van 2025 ?');
    expect(label('Q4', '2026-10-01')).toBe('kwartaal 4 van 2026 ?');
    expect(label('vorig kwartaal', '2026-01-01')).toBe('kwartaal 4 van 2025');
    expect(label('vorige maand', '2026-01-31')).toBe('december 2025');
    expect(label('dit schooljaar', '2026-07-31')).toBe('schooljaar 2025-2026');
    expect(label('dit schooljaar', '2026-08-01')).toBe('schooljaar 2026-2027');
  });

  it.each([
    ['30 februari', '30 februari bestaat niet.'], ['31-4-2026', '31 april bestaat niet.'], ['0-1-2026', '0 januari bestaat niet.'],
    ['Q5', 'Er is geen kwartaal 5; een jaar heeft er vier.'], ['kwartaal 0', 'Er is geen kwartaal 0; een jaar heeft er vier.'], ['vijfde kwartaal 2024', 'Er is geen kwartaal 5; een jaar heeft er vier.'],
    ['maand 13', 'Er is geen maand 13; een jaar heeft er twaalf.'], ['1-13-2026', 'Er is geen maand 13; een jaar heeft er twaalf.'], ['2024-00', 'Er is geen maand 0; een jaar heeft er twaalf.'],
    ['29-02-2025', '29 februari bestaat niet in 2025; dat is geen schrikkeljaar.'], ['29 februari', '29 februari bestaat niet in 2026; dat is geen schrikkeljaar.'],
    ['1 maart 1600', 'Het jaar 1600 klopt niet; noem een jaar van 1900 tot en met 2099.'], ['maandag 22-11-2026', '22-11-2026 is een zondag, geen maandag.'],
    ['schooljaar 2024-2026', 'Schooljaar 2024-2026 bestaat niet; een schooljaar loopt van 1 augustus tot en met 31 juli.'],
  ])('says what is wrong with "%s"', (text, sentence) => expect(readPeriod(text, today)).toMatchObject({ kind: 'impossible', text: sentence }));

  it('says when a period has not begun, and accepts one that runs', () => {
    expect(readPeriod('Q1 2027', today)).toMatchObject({ kind: 'future', text: 'Kwartaal 1 van 2027 begint pas op 01-01-2027; daarover zijn nog geen cijfers.' });
    expect(readPeriod('morgen', today)).toMatchObject({ kind: 'future', text: '23-11-2026 ligt in de toekomst; daarover zijn nog geen cijfers.' });
    expect(label('volgend schooljaar')).toBe('future');
    expect(label('2026')).toBe('2026');
  });

  it('gives two different periods as several', () => {
    expect(label('Q1 2024 en Q2 2024')).toBe('kwartaal 1 van 2024 / kwartaal 2 van 2024');
    expect(label('van januari 2024 t/m maart 2024')).toBe('januari 2024 / maart 2024');
  });

  it.each(['', 'bereik', 'PU-2024-9TMC', '3-4', 'om 12:30', '1 maart 20261', '2,5%', 'groep 2', 'halfjaar', '3024', '12345', 'goedemorgen'])('reads no period in "%s"', (text) => expect(readPeriod(text, today)).toEqual({ kind: 'none' }));

  it('gives the span in the text as typed, also after accents and odd spaces', () => {
    const text = 'Berëik  e\u0301\u200B van  per 1  maart\u00A02024!';
    const reading = readPeriod(text, today);
    expect(reading.kind === 'period' && text.slice(...reading.span)).toBe('per 1  maart\u00A02024');
  });

  it('reads every real date back from all the ways of writing it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const day = addDays('1960-01-01', offset);
      const [y, m, d] = day.split('-').map(Number) as [number, number, number];
      for (const text of [day, `${d}-${m}-${y}`, `${d}/${m}/${y}`]) expect(readPeriod(text, '2060-01-01')).toMatchObject({ kind: 'period', assumed: false, period: { kind: 'day', start: day, endExclusive: addDays(day, 1) } });
    }), { numRuns: 200 });
  });

  it('reads its own labels back', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2025 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      for (const period of [monthPeriod(year, month), quarterPeriod(year, Math.ceil(month / 3)), schoolYearPeriod(year)]) expect(readPeriod(period.label, today)).toMatchObject({ kind: 'period', period, assumed: false });
    }), { numRuns: 200 });
  });

  it('never throws and never gives a period without a day, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const reading = readPeriod(text, today);
      if (reading.kind === 'period') expect(reading.period.start < reading.period.endExclusive && reading.period.start <= today).toBe(true);
    }));
  });

  it('does not look at text above the limit, and is quick below it', () => {
    expect(readPeriod(`Q1 2024${' '.repeat(3993)}`, today).kind).toBe('period');
    expect(readPeriod(`Q1 2024${' '.repeat(3994)}`, today).kind).toBe('none');
    const begun = performance.now();
    for (const piece of ['1-', '1 maart ', 'per ', '2024 ', "'2", 'q1 ']) readPeriod(piece.repeat(4000 / piece.length), today);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('referenceDate', () => {
  it('is the last day of a past period, and today while it runs', () => {
    expect(referenceDate(quarterPeriod(2024, 1), today)).toBe('2024-03-31');
    expect(referenceDate(quarterPeriod(2026, 4), today)).toBe(today);
    expect(referenceDate(monthPeriod(2026, 11), '2026-11-30')).toBe('2026-11-30');
    expect(referenceDate(monthPeriod(2026, 11), '2026-12-01')).toBe('2026-11-30');
  });
});
