import { describe, expect, it } from 'vitest';
import { maySend } from '../../src/reminders/hours.ts';

describe('when messages may go out', () => {
  it.each([
    ['2026-11-26T07:29:59Z', false], ['2026-11-26T07:30:00Z', true], ['2026-11-26T08:59:59Z', true], ['2026-11-26T09:00:00Z', false],
    // Summer time.
    ['2026-06-25T06:29:59Z', false], ['2026-06-25T06:30:00Z', true], ['2026-06-25T07:59:59Z', true], ['2026-06-25T08:00:00Z', false],
    // The Monday after the clock went back and forward.
    ['2026-10-26T07:30:00Z', true], ['2026-03-30T06:30:00Z', true], ['2026-03-30T06:29:00Z', false],
    // Saturday and Sunday.
    ['2026-11-28T07:30:00Z', false], ['2026-11-29T07:30:00Z', false], ['2026-11-30T07:30:00Z', true],
  ])('%s: %s', (moment, may) => expect(maySend(new Date(moment))).toBe(may));
});
