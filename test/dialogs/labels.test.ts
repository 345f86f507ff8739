import { expect, it } from 'vitest';
import { momentLabel, recordLabel } from '../../dialogs/labels.ts';
import { CODES, record, uuid } from './world.ts';

it.each([['2026-11-22T09:41:00.000Z', '22-11-2026 10:41'], ['2026-07-01T22:30:00.000Z', '02-07-2026 00:30']])('a moment stands on the Dutch clock, in winter and in summer: %s', (iso, label) => {
  expect(momentLabel(iso)).toBe(label);
});
it('a record without a group leaves that part out', () => {
  expect(recordLabel(record('exit', uuid(1)))).toBe(`Uitstroom ${CODES[0]} · laatste dag 01-09-2026 · vastgelegd 22-11-2026 10:41`);
});
