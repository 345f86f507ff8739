import { describe, expect, it } from 'vitest';
import type { ReminderFact } from '../../dialogs/reminders/port.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import { shippedPolicies } from '../../src/policy/municipalities/index.ts';
import { feedbackKind, handoverCompletedKind, handoverDueKind, handoverReceivedKind } from '../../src/reminders/kinds/handovers.ts';
import { noPlaceKind, outcomeKind } from '../../src/reminders/kinds/indications.ts';
import { capacityKind, deliveryKind, intakeKind, turningFourKind } from '../../src/reminders/kinds/places.ts';
import { resultsKind } from '../../src/reminders/kinds/results.ts';
import { named, type Judging, type ReminderKind } from '../../src/reminders/kinds/types.ts';

const judging = (today: string): Judging => ({ today, policy: (code, day) => { const policy = shippedPolicies.policyOf(code); return policy && resolvePolicy(policy, day); } });
const fact = (over: Partial<ReminderFact>): ReminderFact => ({ subject: 's', placeId: '0273', place: 'Putten', municipalityCode: '0273', code: 'PU-0000-0000', mine: true, ...over });

describe.each<[string, ReminderKind, Partial<ReminderFact>, string, string]>([
  ['an indication without outcome, after eight weeks', outcomeKind, { birthDate: '2024-03-01', since: '2026-10-01' }, '2026-11-25', '2026-11-26'],
  ['an offer without a place, after four weeks', noPlaceKind, { birthDate: '2024-03-01', since: '2026-10-29' }, '2026-11-25', '2026-11-26'],
  ['a handover with VE, at 3 years and 6 months', handoverDueKind, { birthDate: '2023-05-26', withVeOrCare: true }, '2026-11-25', '2026-11-26'],
  ['a handover without VE or care, at 3 years and 9 months', handoverDueKind, { birthDate: '2023-02-26', withVeOrCare: false }, '2026-11-25', '2026-11-26'],
  ['a handover that the school did not confirm, after a week', handoverReceivedKind, { steps: ['sent'], since: '2026-11-19' }, '2026-11-25', '2026-11-26'],
  ['a handover that the school did not submit, two weeks after it came', handoverCompletedKind, { steps: ['sent', 'received'], since: '2026-11-12' }, '2026-11-25', '2026-11-26'],
  ['feedback, six weeks after the fourth birthday', feedbackKind, { steps: ['sent', 'received', 'completed'], birthDate: '2022-10-15', hasLocation: true }, '2026-11-25', '2026-11-26'],
  ['kindergarten results, a month after they can be taken', resultsKind, { subject: 's:end_group_2:2025', place: 'De Lindeboom', since: '2026-05-01' }, '2026-05-31', '2026-06-01'],
  ['a child without a first day, after a week', intakeKind, { birthDate: '2024-03-01', since: '2026-11-19' }, '2026-11-25', '2026-11-26'],
  ['a child that turns 4 on the last day of next month', turningFourKind, { birthDate: '2022-12-31' }, '2026-10-31', '2026-11-01'],
  ['a location that was silent for a month', deliveryKind, { since: '2026-10-26' }, '2026-11-25', '2026-11-26'],
  ['VE places that end in six weeks', capacityKind, { until: '2027-01-07', locationId: 'l' }, '2026-11-25', '2026-11-26'],
])('%s', (_, kind, over, before, day) => {
  it('does not wait the day before', () => expect(kind.waits(fact(over), judging(before))).toBe(false));
  it('waits on the day', () => expect(kind.waits(fact(over), judging(day))).toBe(true));
  it('says so in Dutch, with a button that opens a form', () => {
    expect(kind.line([fact(over)], judging(day))).toMatch(/^[A-Z1].*\.$/);
    expect(kind.button([fact(over)]).verb).toMatch(/^[a-z-]+\.open$/);
    expect(kind.counted(2)).not.toMatch(/PU-/);
  });
});

describe.each<[string, ReminderKind, Partial<ReminderFact>, string, string]>([
  ['an indication without outcome, on the fourth birthday', outcomeKind, { birthDate: '2022-11-26', since: '2026-01-01' }, '2026-11-25', '2026-11-26'],
  ['an offer without a place, on the fourth birthday', noPlaceKind, { birthDate: '2022-11-26', since: '2026-01-01' }, '2026-11-25', '2026-11-26'],
  ['a handover, half a year after the fourth birthday', handoverDueKind, { birthDate: '2022-05-26' }, '2026-11-25', '2026-11-26'],
  ['a child without a first day, on the fourth birthday', intakeKind, { birthDate: '2022-11-26', since: '2026-01-01' }, '2026-11-25', '2026-11-26'],
  ['kindergarten results, half a year after they can be taken', resultsKind, { subject: 's:end_group_2:2025', since: '2026-05-01' }, '2026-10-31', '2026-11-01'],
  ['VE places that ended, after a month', capacityKind, { until: '2026-10-26', locationId: 'l' }, '2026-11-25', '2026-11-26'],
])('%s', (_, kind, over, before, day) => {
  it('still waits the day before', () => expect(kind.waits(fact(over), judging(before))).toBe(true));
  it('no longer waits on the day', () => expect(kind.waits(fact(over), judging(day))).toBe(false));
});

describe('what is done', () => {
  it.each<[string, ReminderKind, Partial<ReminderFact>]>([
    ['a handover that was sent', handoverDueKind, { birthDate: '2022-12-01', doneOn: '2026-10-01' }],
    ['a handover that was received', handoverReceivedKind, { steps: ['sent', 'received'], since: '2026-01-01' }],
    ['a handover that was withdrawn', handoverReceivedKind, { steps: ['sent', 'withdrawn'], since: '2026-01-01' }],
    ['a handover that the school began itself', handoverReceivedKind, { steps: ['sent'], since: '2026-01-01', bySchool: true }],
    ['a handover that was submitted', handoverCompletedKind, { steps: ['sent', 'received', 'completed'], since: '2026-01-01' }],
    ['feedback that was given', feedbackKind, { steps: ['completed', 'feedback_given'], birthDate: '2022-01-01', hasLocation: true }],
    ['feedback of a handover without a location', feedbackKind, { steps: ['completed'], birthDate: '2022-01-01', hasLocation: false }],
    ['an offer of a child too young for the window', noPlaceKind, { birthDate: '2026-01-01', since: '2026-02-01' }],
  ])('%s does not wait', (_, kind, over) => expect(kind.waits(fact(over), judging('2026-11-26'))).toBe(false));
});

describe('the words', () => {
  it('say how many handovers are late and nearly late, the eldest child first', () => {
    const facts = [fact({ birthDate: '2023-05-26', withVeOrCare: true, code: 'PU-DUE0-0000', subject: 'due' }), fact({ birthDate: '2022-11-26', code: 'PU-LATE-0000', subject: 'late' }), fact({ birthDate: '2023-01-26', code: 'PU-NEAR-0000', subject: 'near' })];
    expect(handoverDueKind.line(facts, judging('2026-11-26'))).toBe('De overdracht naar school is aan de beurt voor 3 kinderen (1 te laat, 1 bijna te laat): PU-LATE-0000, PU-NEAR-0000 en PU-DUE0-0000.');
    expect(handoverDueKind.button(facts)).toMatchObject({ verb: 'handover.open', data: { child: 'late' } });
  });
  it('name five at most and count the rest', () => {
    const all = (count: number): ReminderFact[] => Array.from({ length: count }, (_, index) => fact({ code: `C${index}` }));
    expect(named(all(1))).toBe('C0');
    expect(named(all(2))).toBe('C0 en C1');
    expect(named(all(5))).toBe('C0, C1, C2, C3 en C4');
    expect(named(all(6))).toBe('C0, C1, C2, C3, C4 en 1 andere');
  });
  it('lead one child to its form and several to the list', () => {
    const one = fact({ birthDate: '2024-03-01', since: '2026-09-01' });
    expect(outcomeKind.button([one])).toMatchObject({ verb: 'guidance.open', data: { code: 'PU-0000-0000' } });
    expect(outcomeKind.button([one, one])).toMatchObject({ verb: 'guidance-backlog.open' });
    expect(turningFourKind.button([fact({ birthDate: '2022-12-01' })])).toMatchObject({ verb: 'exit.open', data: { placement: 's', reason: 'school_at_4' } });
  });
});
