import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alsoFilledIn, handoverElsewhere, noAnswerYet } from '../../../dialogs/handover/findings.ts';
import { HOLDS_PHONE_NUMBER, LOOKS_LIKE_NAME, STEP_DATE, STEP_ONCE, STEP_ORDER, STEP_UNDO } from '../../../src/policy/handover/index.ts';

const headings: readonly string[] = readFileSync(join(import.meta.dirname, '../../../src/policy/handover/overdrachtregels.md'), 'utf8').match(/(?<=^## ).+$/gmu) ?? [];

describe('the rules of the handover', () => {
  it('are written out under the headings that findings name, each of them, and no more', () => {
    const named = [
      ...[STEP_ORDER, STEP_ONCE, STEP_DATE, STEP_UNDO, LOOKS_LIKE_NAME, HOLDS_PHONE_NUMBER].map(({ citation }) => citation),
      ...[handoverElsewhere(), alsoFilledIn(), noAnswerYet()].map(({ citation }) => citation),
    ].map(({ section }) => section);
    expect([...new Set(named)].sort()).toEqual([...headings].sort());
  });
});
