import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFreeText, holdsPhoneNumber, likelyName } from '../../../src/policy/handover/index.ts';

describe('a word that looks like a name', () => {
  it.each([
    ['speelt graag met Fatima', 'Fatima'], ['Met Sem gaat het goed', 'Sem'], ['zusje Noor zit in groep 3', 'Noor'], ['juf Anne kent hem', 'Anne'], ['dhr. Jansen belde', 'Jansen'],
    ['zijn moeder Ayşe komt', 'Ayşe'], ['het kind heet Ömer', 'Ömer'], ['van O\'Brien', 'O\'Brien'],
  ])('%s: %s', (text, name) => {
    expect(likelyName(text)).toBe(name);
  });
  it.each([
    '', 'speelt graag met treinen', 'spreekt thuis met moeder Pools', 'werkt met KIJK! en Cito', 'Van huis uit rustig', 'met Duplo', 'Fatima', 'vader werkt', 'omvang Groot', 'samen met de juf',
    'begeleid door het CJG', 'een plan van JGZ', 'MET MOEDER',
  ])('%j has none', (text) => {
    expect(likelyName(text)).toBeUndefined();
  });
});

describe('a telephone number', () => {
  it.each(['06-12345678', '06 12 34 56 78', '0341 351 234', '(0341) 351234', '+31 6 12345678', '0031612345678', 'bel 0612345678.'])('%s is one', (text) => {
    expect(holdsPhoneNumber(text)).toBe(true);
  });
  it.each(['', '1234567890', '061234567', 'telt tot 10', '12-03-2024 en 13-04-2025', 'groep 1/2', '2026-11-22', '16 uur in 4 dagen'])('%j is none', (text) => {
    expect(holdsPhoneNumber(text)).toBe(false);
  });
});

describe('free text', () => {
  it('is refused for a number, asked about for a name, and otherwise let be', () => {
    expect(checkFreeText('Aanpak', 'bel 06-12345678 met Fatima').map(({ level }) => level)).toEqual(['block']);
    expect(checkFreeText('Aanpak', 'werkt met Fatima').map(({ level, text }) => [level, text.includes('“Aanpak”')])).toEqual([['confirm', true]]);
    expect(checkFreeText('Aanpak', 'rustig aankondigen')).toEqual([]);
  });
  it('of any kind gives findings and no fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { for (const { text: said } of checkFreeText('Veld', text)) expect(said.length).toBeLessThan(300); }));
  });
});
