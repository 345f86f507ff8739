import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentence } from '../../src/ask/read-sentence.ts';

const today = '2026-11-22';
const reasons = [
  { code: 'primary-school', words: ['naar school', 'basisschool', 'school'] },
  { code: 'moved', words: ['verhuisd', 'verhuizing', 'verhuist'] },
  { code: 'other-provider', words: ['andere aanbieder', 'naar school bij andere aanbieder'] },
];
const read = (text: string) => readSentence(text, today, { reasons });

describe('readSentence', () => {
  it('reads code, reason and day from one sentence', () => {
    expect(read('PU-4KX7-9TM9 verhuisd per 1 maart')).toEqual({
      childCode: 'PU-4KX7-9TM9',
      day: { kind: 'day', day: '2027-03-01', preposition: 'per', assumed: true, span: [22, 33] },
      reason: 'moved',
      leftover: [],
    });
  });

  it.each(['pu-4kx7-9tm9 verhuisd', 'PU 4KX7 9TM9 is verhuisd', 'verhuisd: pu4kx79tm9.', 'PU–4KX7–9TM9, verhuisd, PU-4KX7-9TM9'])('finds the code in "%s"', (text) => expect(read(text)).toMatchObject({ childCode: 'PU-4KX7-9TM9', reason: 'moved', leftover: [] }));
  it('finds a code of one block and leaves the next word alone', () => expect(read('pu 4kxn gaat weg')).toEqual({ childCode: 'PU-4KXN', leftover: ['weg'] }));

  it('does not take words for codes', () => {
    expect(read('is ziek')).toEqual({ leftover: ['ziek'] });
    expect(read('ve-plek na week 9')).not.toHaveProperty('childCode');
  });

  it('names a mistyped code and chooses none of two', () => {
    expect(read('PU-4KX7-9TMC verhuisd')).toMatchObject({ doubtfulCode: 'PU-4KX7-9TMC', reason: 'moved' });
    const two = read('PU-4KX7-9TM9 en PU-4KXN');
    expect(two).not.toHaveProperty('childCode');
    expect(two.leftover).toContain('4KXN');
  });

  it('reads hours and days a week', () => {
    expect(read('16 uur 3 dagen per 1 maart')).toMatchObject({ hoursPerWeek: 16, daysPerWeek: 3, day: { day: '2027-03-01' }, leftover: [] });
    expect(read('per 1 maart 2026 12,5 uur per week')).toMatchObject({ hoursPerWeek: 12.5, day: { day: '2026-03-01' } });
  });

  it.each(['6 uur per dag', '16 uur of 12 uur', '169 uur', '0 uur', '8 dagen', '12 maanden'])('leaves the amount open in "%s"', (text) => {
    const reading = read(text);
    expect(reading).not.toHaveProperty('hoursPerWeek');
    expect(reading).not.toHaveProperty('daysPerWeek');
    expect(reading.leftover.length).toBeGreaterThan(0);
  });
  it('accepts the largest amounts that a week has', () => expect(read('168 uur 7 dagen')).toMatchObject({ hoursPerWeek: 168, daysPerWeek: 7 }));

  it.each(['verhuisd en naar school', 'niet verhuisd', 'verhuisdoos', 'geen basisschool'])('reads no reason in "%s"', (text) => expect(read(text)).not.toHaveProperty('reason'));
  it('takes the longest phrase', () => expect(read('naar school bij andere aanbieder')).toMatchObject({ reason: 'other-provider' }));

  it('passes an impossible day on', () => expect(read('verhuisd per 30 februari')).toMatchObject({ day: { kind: 'impossible', text: '30 februari bestaat niet.' } }));
  it('gives back the words that it did nothing with, as typed', () => expect(read('Verhuisd naar Zwolle, moeder belt nog').leftover).toEqual(['Zwolle', 'moeder', 'belt']));
  it('reads nothing in nothing, and nothing above the limit', () => {
    expect(read('')).toEqual({ leftover: [] });
    expect(read(`verhuisd${' '.repeat(4000)}`)).toEqual({ leftover: [] });
  });

  it('never throws, and gives no code that was not typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { childCode } = read(text);
      if (childCode !== undefined) expect(text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')).toContain(childCode.replaceAll('-', ''));
    }));
  });
});
