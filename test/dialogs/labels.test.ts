import { expect, it } from 'vitest';
import { recordLabel } from '../../dialogs/labels.ts';
import { CODES, record, uuid } from './world.ts';

it('a record without a group leaves that part out', () => {
  expect(recordLabel(record('exit', uuid(1)))).toBe(`Uitstroom ${CODES[0]} · laatste dag 01-09-2026 · vastgelegd 22-11-2026 10:41`);
});
