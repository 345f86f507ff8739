import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { chosenSeveral, childCode, daysPerWeek, freeText, holdsCitizenNumber, hoursPerWeek, isoDay, isUuid, note, optional, ownReference, required } from '../../dialogs/fields.ts';
import { CODES, uuid } from './world.ts';
import type { z } from 'zod/v4';

const read = (schema: z.ZodType, value: unknown): unknown => schema.safeParse(value).data;
const complaint = (schema: z.ZodType, value: unknown): string | undefined => schema.safeParse(value).error?.issues[0]?.message;

describe('a day', () => {
  const day = required(isoDay('Vul de startdatum in.'));
  it.each([['2026-02-28', '2026-02-28'], ['2024-02-29', '2024-02-29'], ['31-03-2026', '2026-03-31'], ['1-3-2026', '2026-03-01'], ['1900-01-01', '1900-01-01'], ['2099-12-31', '2099-12-31']])('%s is read', (typed, iso) => {
    expect(read(day, typed)).toBe(iso);
  });
  it.each(['2026-02-29', '2026-02-30', '30-02-2026', '2026-13-01', '1899-12-31', '2100-01-01', 'morgen', '2026-3-1'])('%s does not exist', (typed) => {
    expect(complaint(day, typed)).toContain('bestaat niet');
  });
  it.each(['', '   ', undefined, null])('%j is asked for', (typed) => {
    expect(complaint(day, typed)).toBe('Vul de startdatum in.');
  });
});

describe('hours a week', () => {
  const hours = required(hoursPerWeek());
  it.each([['16', 16], ['16,5', 16.5], ['16.5', 16.5], ['0,5', 0.5], ['60', 60], [' 8 ', 8]])('%s is %d', (typed, value) => {
    expect(read(hours, typed)).toBe(value);
  });
  it.each(['0', '0,4', '60,1', '61', '16,55', '-16', '1e1', 'zestien', '16 uur', '0x10'])('%s is refused', (typed) => {
    expect(complaint(hours, typed)).toContain('0,5 tot en met 60');
  });
});

describe('days a week', () => {
  const days = required(daysPerWeek());
  it.each([['1', 1], ['5', 5]])('%s is %d', (typed, value) => expect(read(days, typed)).toBe(value));
  it.each(['0', '6', '2,5', 'vijf'])('%s is refused', (typed) => expect(complaint(days, typed)).toContain('1 tot en met 5'));
});

describe('a child code', () => {
  it('is read in any case and with any dash, in canonical form', () => {
    expect(read(childCode(), CODES[0].toLowerCase().replaceAll('-', ' '))).toBe(CODES[0]);
  });
  it('says that a character is wrong', () => expect(complaint(childCode(), 'PU-9QN9-F37Q')).toContain('klopt een teken niet'));
  it('says that something else is no code', () => expect(complaint(childCode(), 'Jan Jansen')).toContain('geen code van een kind'));
});

describe('a note', () => {
  it('is absent when blank or made of control characters only', () => {
    for (const blank of ['', '  ', '\u0000', undefined, null]) expect(read(note(), blank)).toBeUndefined();
  });
  it('keeps markdown and tags for the card to escape, and drops what a database refuses', () => {
    expect(read(note(), '**vet** <at>x</at>\u0000\u0007\nregel')).toBe('**vet** <at>x</at>\nregel');
  });
  it('may have 500 characters and no more', () => {
    expect(read(note(), 'a'.repeat(500))).toBe('a'.repeat(500));
    expect(complaint(note(), 'a'.repeat(501))).toContain('500 tekens');
  });
  it('never holds a NUL, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const kept = read(note(), typed);
      expect(typeof kept === 'string' && kept.includes('\u0000')).toBe(false);
    }));
  });
  it('as mandatory text refuses blanks and control characters', () => {
    for (const blank of ['', ' ', '\u0000', undefined, null]) expect(complaint(required(freeText('Schrijf kort waarom.')), blank)).toBe('Schrijf kort waarom.');
  });
});

describe('several choices', () => {
  it('come apart at the comma, each once', () => expect(read(chosenSeveral('Kies.'), 'aa, bb,aa,')).toEqual(['aa', 'bb']));
  it.each(['a b,cc', "x';--", 'A', Array.from({ length: 31 }, (_, i) => `c${i}`).join(',')])('%s is refused', (typed) => {
    expect(complaint(chosenSeveral('Kies.'), typed)).toBe('Kies opnieuw uit de lijst.');
  });
});

it('an optional field that is blank is absent, and a wrong one is not taken for blank', () => {
  expect(optional(isoDay('x')).safeParse('').success).toBe(true);
  expect(optional(isoDay('x')).safeParse('2026-02-30').success).toBe(false);
});

it('only an id of the database is an id of the database', () => {
  expect(isUuid(uuid(1))).toBe(true);
  for (const other of ['', 'x', `${uuid(1)}\n`, uuid(1).toUpperCase().replace('0', 'Z'), `${uuid(1)}0`]) expect(isUuid(other)).toBe(false);
});

describe('a citizen number', () => {
  it.each(['111222333', 'bsn 111.222.333', '123456782', 'kind 123 456 782 komt'])('is seen in "%s"', (text) => {
    expect(holdsCitizenNumber(text)).toBe(true);
    expect(complaint(note(), text)).toContain('burgerservicenummer');
  });
  it.each(['123456789', '12345678', '1112223334', '0612345678', 'groep 16, 3 dagen', ''])('is not seen in "%s"', (text) => {
    expect(holdsCitizenNumber(text)).toBe(false);
  });
});

describe('an own reference', () => {
  it.each(['klant 12', 'A-2026/001', '4711'])('may be "%s"', (text) => expect(read(ownReference(), text)).toBe(text));
  it.each(['Jan Jansen', 'x'.repeat(33) + '1', '<b>1</b>', '12\n13', '111222333'])('may not be %j', (text) => expect(complaint(ownReference(), text)).toBeDefined());
});
