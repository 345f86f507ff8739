import { describe, expect, it } from 'vitest';
import { handoverTiming, momentsFor } from '../../../src/policy/handover/index.ts';
import { HANDOVER_MOMENTS, nationalHandoverMoments } from '../../../src/policy/national/handover.ts';
import { historyDefects } from '../../../src/policy/engine/defects.ts';
import { EMPTY_POLICY, policyValue, TODAY } from '../support.ts';

const NATIONAL = HANDOVER_MOMENTS[0]!.value;
/** Turns 3,5 on 16-05-2026 and 4 on 16-11-2026. */
const BORN = '2022-11-16';
const urgency = (today: string, withVeOrCare = true, doneOn?: string) => handoverTiming({ birthDate: BORN, withVeOrCare, ...(doneOn === undefined ? {} : { doneOn }) }, NATIONAL, today).urgency;

describe('when a handover is due', () => {
  it.each([
    ['2026-05-15', true, 'not_yet'], ['2026-05-16', true, 'due'], ['2026-08-15', false, 'not_yet'], ['2026-08-16', false, 'due'],
    ['2026-09-15', true, 'due'], ['2026-09-16', true, 'reminder'], ['2026-11-15', true, 'reminder'], ['2026-11-16', true, 'late'], ['2030-01-01', false, 'late'],
  ])('on %s, with VE or care %s, it is %s', (today, withVeOrCare, expected) => {
    expect(urgency(today, withVeOrCare)).toBe(expected);
  });
  it.each([['2026-11-15', 'done'], ['2026-11-16', 'done_late'], ['2026-05-01', 'done']])('done on %s is %s', (doneOn, expected) => {
    expect(urgency('2027-01-01', true, doneOn)).toBe(expected);
  });
  it('reaches an age that does not exist on the last day of the month', () => {
    expect(handoverTiming({ birthDate: '2020-08-31', withVeOrCare: true }, NATIONAL, TODAY).dueOn).toBe('2024-02-29');
  });
});

describe('the moments', () => {
  it('of the municipality win, those of practice hold otherwise, and say that they were not read in any law', () => {
    const own = policyValue({ withVeOrCareMonths: 40, otherwiseMonths: 41, reminderMonths: 44, overdueMonths: 47 });
    expect(momentsFor({ ...EMPTY_POLICY, handoverMoments: own }, TODAY)).toBe(own);
    for (const policy of [EMPTY_POLICY, undefined]) expect(momentsFor(policy, TODAY)?.value).toEqual(NATIONAL);
    expect(nationalHandoverMoments(TODAY)?.source.status).toBe('not-read');
    expect(nationalHandoverMoments('2010-07-31')).toBeUndefined();
    expect(historyDefects('handover moments', HANDOVER_MOMENTS)).toEqual([]);
  });
});
