import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesOf, deltasOf, type Change, type ChangeKind } from '../../src/figures/difference.ts';
import type { FigureRow } from '../../src/figures/types.ts';

const row = (key: string, numerator: number, denominator = 1): FigureRow => ({ key, child: key, numerator, denominator, status: '' });
const sum = (items: readonly { numerator: number; denominator: number }[]): [number, number] => [items.reduce((total, { numerator }) => total + numerator, 0), items.reduce((total, { denominator }) => total + denominator, 0)];

describe('the difference between two moments', () => {
  it('is the children that count differently, each once', () => {
    expect(deltasOf([row('a', 1), row('b', 0)], [row('a', 1), row('b', 1), row('c', 0)])).toEqual([
      { key: 'b', child: true, numerator: 1, denominator: 0 }, { key: 'c', child: true, numerator: 0, denominator: 1 },
    ]);
  });

  it('is told by what happened; a child to which two things happened stands under both together', () => {
    const deltas = deltasOf([row('a', 1), row('b', 0)], [row('b', 1), row('c', 0)]);
    const changes: Change[] = [{ key: 'a', kind: 'indication-withdrawn' }, { key: 'b', kind: 'placement-recorded' }, { key: 'b', kind: 'guidance-corrected' }, { key: 'x', kind: 'exit-processed' }];
    expect(causesOf(deltas, changes)).toEqual([
      { label: 'Indicatie ingetrokken', numerator: -1, denominator: -1, children: 1 },
      { label: 'Instroom later vastgelegd en toeleiding gecorrigeerd', numerator: 1, denominator: 0, children: 1 },
      { label: 'Overige wijzigingen', numerator: 0, denominator: 1, children: 1 },
    ]);
  });

  it('adds up to the whole for all rows and all changes', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rows = fc.array(fc.record({ key, child: key, numerator: fc.nat(3), denominator: fc.nat(3), status: fc.constant('') }), { maxLength: 12 });
    const changes = fc.array(fc.record({ key, kind: fc.constantFrom<ChangeKind>('exit-processed', 'placement-corrected', 'codes-joined') }), { maxLength: 12 });
    fc.assert(fc.property(rows, rows, changes, (then, now, what) => {
      const causes = causesOf(deltasOf(then, now), what);
      const [[n0, d0], [n1, d1]] = [sum(then), sum(now)];
      expect(sum(causes)).toEqual([n1 - n0, d1 - d0]);
    }));
  });
});
