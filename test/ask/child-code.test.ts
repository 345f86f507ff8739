import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, codeAlphabet, newChildCode, parseChildCode } from '../../src/ask/child-code.ts';

const samples = ['PU-4KX7-9TM9', 'PU-4KXN', ...['IJ', 'MA', 'TW', 'AA', 'ZZ'].flatMap((prefix) => [newChildCode(prefix, (max) => randomInt(max)), newChildCode(prefix, (max) => randomInt(max))])];
const everySymbol = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const compact = (code: string): string => code.replaceAll('-', '');

describe('the check character', () => {
  it('has these values', () => {
    expect(checkCharacter('PU4KX79TM')).toBe('9');
    expect(checkCharacter('PU4KX')).toBe('N');
  });

  it('does not exist where the standard leaves our alphabet, or the payload has another symbol', () => {
    const checks = [...codeAlphabet].map((symbol) => checkCharacter(`PU4K${symbol}`));
    expect(checks.filter((check) => check === undefined).length).toBeGreaterThan(0);
    expect(checkCharacter('PU4K*')).toBeUndefined();
  });

  it.each(samples)('shows every single wrong character in %s', (code) => {
    const symbols = [...compact(code)];
    for (const [index, right] of symbols.entries()) {
      for (const wrong of everySymbol.filter((symbol) => symbol !== right)) expect(parseChildCode(symbols.with(index, wrong).join('')).kind, `${code}: ${wrong} at ${index}`).not.toBe('code');
    }
  });

  it.each(samples)('shows every swap of two neighbours in %s', (code) => {
    const symbols = [...compact(code)];
    for (let index = 0; index + 1 < symbols.length; index += 1) {
      const [a = '', b = ''] = symbols.slice(index, index + 2);
      if (a !== b) expect(parseChildCode(symbols.with(index, b).with(index + 1, a).join('')).kind, `${code}: swap at ${index}`).not.toBe('code');
    }
  });
});

describe('newChildCode', () => {
  it('makes codes that parse, with a digit in the first block', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat(29)), (stream) => {
      const code = newChildCode('PU', (max) => (stream.next().value as number) % max);
      expect(code).toMatch(/^PU-(?=[A-Z]*\d)[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
      expect(parseChildCode(code)).toEqual({ kind: 'code', code });
    }));
  });

  it('refuses another kind of prefix and a source of chance that is stuck', () => {
    for (const prefix of ['', 'P', 'pu', 'PUT', 'P1']) expect(() => newChildCode(prefix, () => 0)).toThrow(RangeError);
    expect(() => newChildCode('PU', () => 29)).toThrow('no usable codes');
  });
});

describe('parseChildCode', () => {
  it.each(['PU-4KX7-9TM9', 'pu-4kx7-9tm9', ' PU 4KX7 9TM9 ', 'pu4kx79tm9', 'PU–4KX7—9TM9', 'ＰＵ-4KX7-9TM9'])('reads "%s"', (text) => expect(parseChildCode(text)).toEqual({ kind: 'code', code: 'PU-4KX7-9TM9' }));
  it('reads a code of one block, from elsewhere', () => expect(parseChildCode('pu4kxn')).toEqual({ kind: 'code', code: 'PU-4KXN' }));
  it.each(['PU-4KX7-9TMC', 'PU-4KX7', 'PU-4K07-9TM9', 'IU-4KX7-9TM9'])('says that "%s" has a wrong character', (text) => expect(parseChildCode(text)).toEqual({ kind: 'wrong-check' }));
  it.each(['', 'PU', 'hallo', 'P1-4KX7-9TM9', 'PU-4KX7-9TM', "PU-4KX7-9TM9'; drop", '4KX7-9TM9', 'x'.repeat(20_000)])('says that "%s" is no code', (text) => expect(parseChildCode(text)).toEqual({ kind: 'not-a-code' }));
  it('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(['code', 'wrong-check', 'not-a-code']).toContain(parseChildCode(text).kind); })));
});
