import { describe, expect, it } from 'vitest';
import { dutchAge, dutchCount, dutchDay, dutchNumber } from '../../../src/policy/engine/dutch.ts';
import { finding, inOrder } from '../../../src/policy/engine/findings.ts';

describe('Dutch writing', () => {
  it('writes a day with the day first', () => {
    expect(dutchDay('2024-03-31')).toBe('31-03-2024');
  });
  it.each([
    [0, '0'],
    [12.5, '12,5'],
    [12.345, '12,35'],
    [999, '999'],
    [1226, '1.226'],
    [1234567.8, '1.234.567,8'],
    [-3, '-3'],
  ])('writes %d as %s', (value, expected) => {
    expect(dutchNumber(value)).toBe(expected);
  });
  it.each([
    [0, '0 maanden'],
    [1, '1 maand'],
    [11, '11 maanden'],
    [24, '2 jaar'],
    [25, '2 jaar en 1 maand'],
    [30, '2 jaar en 6 maanden'],
    [48, '4 jaar'],
  ])('writes an age of %i months as %s', (ageMonths, expected) => {
    expect(dutchAge(ageMonths)).toBe(expected);
  });
  it('writes one and more than one', () => {
    expect([dutchCount(1, 'dag', 'dagen'), dutchCount(2, 'dag', 'dagen')]).toEqual(['1 dag', '2 dagen']);
  });
});

describe('inOrder', () => {
  it('puts the most serious first and keeps the order of the rules otherwise', () => {
    const rule = (id: string) => ({ id, citation: { document: 'x', status: 'read' as const } });
    const found = [finding(rule('a'), 'inform', 't'), undefined, finding(rule('b'), 'block', 't'), finding(rule('c'), 'confirm', 't'), finding(rule('d'), 'block', 't')];
    expect(inOrder(found).map((each) => each.rule)).toEqual(['b', 'd', 'c', 'a']);
  });
});
