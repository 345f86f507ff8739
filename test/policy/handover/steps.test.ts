import { describe, expect, it } from 'vitest';
import {
  consentOf, CONSENT_STEPS, hasStep, stepDateMisfit, stepMisfit, STEP_NAMES, STEP_RULES, stepsBefore, stepsThatFit, undoMisfit,
  type HandoverState, type Route, type Side, type StepName,
} from '../../../src/policy/handover/index.ts';

const ROUTES: readonly Route[] = ['prepared', 'link', 'school'];
const SIDES: readonly Side[] = ['childcare', 'school'];
const DAY = '2026-11-20';
const TODAY = '2026-11-22';

const state = (route: Route, steps: readonly StepName[] = [], over: Partial<HandoverState> = {}): HandoverState =>
  ({ route, hasSchool: true, hasLocation: true, hasProgramme: true, steps: steps.map((step) => ({ step, onDate: DAY })), ...over });
const fits = (route: Route, steps: readonly StepName[], side: Side, over: Partial<HandoverState> = {}): StepName[] => stepsThatFit(state(route, steps, over), side);

/** Every set of steps that can be reached by the rules; consent at most twice over, so that the search ends. */
function reachable(route: Route): StepName[][] {
  const seen = new Map<string, StepName[]>();
  const open: StepName[][] = [[]];
  while (open.length > 0) {
    const steps = open.pop()!;
    const key = `${[...steps].filter((one) => !CONSENT_STEPS.includes(one)).sort().join()}|${consentOf(steps.map((step) => ({ step })))}|${steps.filter((one) => CONSENT_STEPS.includes(one)).length}`;
    if (seen.has(key)) continue;
    seen.set(key, steps);
    if (steps.filter((one) => CONSENT_STEPS.includes(one)).length >= 3) continue;
    for (const side of SIDES) for (const step of fits(route, steps, side)) open.push([...steps, step]);
  }
  return [...seen.values()];
}

describe.each(ROUTES)('every step in every state of route %s', (route) => {
  const states = reachable(route);

  it('reaches many states, and each end of the route', () => {
    expect(states.length).toBeGreaterThan(30);
    for (const end of ['closed', 'withdrawn'] as const) expect(states.some((steps) => steps.includes(end)), end).toBe(true);
  });

  it('either fits or is blocked with one readable reason, for both sides', () => {
    for (const steps of states) for (const step of STEP_NAMES) for (const side of SIDES) {
      const misfit = stepMisfit(state(route, steps), step, side);
      if (!misfit) continue;
      expect(misfit.level).toBe('block');
      expect(misfit.text).toMatch(/^(\p{Lu}|“).*[.]$/u);
      expect(misfit.text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}| {2}/u);
    }
  });

  it('that is recorded follows all that it needs, and nothing that comes too late for it', () => {
    for (const steps of states) steps.forEach((step, index) => {
      const before = steps.slice(0, index);
      for (const needed of stepsBefore(step, route)) expect(before, `${step} in ${steps.join()}`).toContain(needed);
      for (const late of STEP_RULES[step].notAfter) expect(before).not.toContain(late);
    });
  });

  it('never lets what is told go without consent, or before the parents saw it', () => {
    for (const steps of states) {
      for (const told of ['talk_held', 'feedback_given'] as const) {
        if (steps.includes(told)) expect(consentOf(steps.slice(0, steps.indexOf(told)).map((step) => ({ step })))).toBe('given');
      }
      const sent = steps.indexOf('sent');
      if (sent >= 0 && consentOf(steps.slice(0, sent).map((step) => ({ step }))) === 'given') expect(steps.slice(0, sent)).toContain('seen_by_parents');
    }
  });

  it('lets parents withdraw a consent that was given, at every moment until the handover was withdrawn', () => {
    for (const steps of states.filter((one) => consentOf(one.map((step) => ({ step }))) === 'given' && !one.includes('withdrawn'))) {
      expect(SIDES.some((side) => stepMisfit(state(route, steps), 'consent_withdrawn', side) === undefined), steps.join()).toBe(true);
    }
  });

  it('ends: after closing only consent can be withdrawn, after withdrawing nothing fits', () => {
    for (const steps of states) for (const side of SIDES) {
      if (steps.includes('withdrawn')) expect(fits(route, steps, side)).toEqual([]);
      else if (steps.includes('closed')) expect(fits(route, steps, side).filter((step) => step !== 'consent_withdrawn')).toEqual([]);
    }
  });

  it('can be undone exactly when nothing stands on it', () => {
    for (const steps of states) for (const step of steps.filter((one) => !CONSENT_STEPS.includes(one) && one !== 'withdrawn')) {
      const stands = steps.some((one) => stepsBefore(one, route).includes(step) || (step === 'seen_by_parents' && one === 'sent'));
      expect(undoMisfit(state(route, steps), step) !== undefined, `${step} of ${steps.join()}`).toBe(stands);
    }
  });

  it('of consent can be undone when it was the last word, whatever followed', () => {
    for (const steps of states) {
      const words = steps.filter((one) => CONSENT_STEPS.includes(one));
      const last = words.at(-1);
      if (last) expect(undoMisfit(state(route, steps), last)).toBeUndefined();
      for (const earlier of words.filter((one) => one !== last)) expect(undoMisfit(state(route, steps), earlier)?.text).toContain('Maak die stap eerst ongedaan');
    }
  });
});

describe('the line between preschool and a school on the bot', () => {
  const GIVEN: StepName[] = ['consent_given'];
  it.each<[StepName[], Side, StepName[]]>([
    [[], 'childcare', ['consent_asked', 'consent_given', 'consent_refused', 'prepared', 'withdrawn']],
    [[], 'school', []],
    [['consent_asked'], 'childcare', ['consent_given', 'consent_refused', 'prepared', 'withdrawn']],
    [GIVEN, 'childcare', ['consent_withdrawn', 'prepared', 'withdrawn']],
    [[...GIVEN, 'prepared'], 'childcare', ['consent_withdrawn', 'seen_by_parents', 'withdrawn']],
    [[...GIVEN, 'prepared', 'seen_by_parents'], 'childcare', ['consent_withdrawn', 'sent', 'withdrawn']],
    [['consent_refused', 'prepared'], 'childcare', ['consent_asked', 'consent_given', 'seen_by_parents', 'sent', 'withdrawn']],
    [[...GIVEN, 'prepared', 'seen_by_parents', 'sent'], 'childcare', ['consent_withdrawn', 'talk_held', 'withdrawn']],
    [[...GIVEN, 'prepared', 'seen_by_parents', 'sent'], 'school', ['consent_withdrawn', 'received', 'talk_held']],
    [[...GIVEN, 'prepared', 'seen_by_parents', 'sent', 'received'], 'school', ['consent_withdrawn', 'talk_held', 'completed']],
    [[...GIVEN, 'prepared', 'seen_by_parents', 'sent', 'received', 'completed'], 'school', ['consent_withdrawn', 'talk_held', 'feedback_given', 'closed']],
    [['consent_refused', 'prepared', 'sent', 'received', 'completed'], 'school', ['closed']],
  ])('after %j the %s can record %j', (steps, side, expected) => {
    expect(fits('prepared', steps, side)).toEqual(expected);
  });

  it('needs the programme to be prepared, and a school to be sent', () => {
    expect(stepMisfit(state('prepared', GIVEN, { hasProgramme: false }), 'prepared', 'childcare')?.text).toBe('Vul eerst het programma, de start en de uren in.');
    expect(stepMisfit(state('prepared', ['consent_refused', 'prepared'], { hasSchool: false }), 'sent', 'childcare')?.text).toBe('Kies eerst de school.');
  });
  it('gives feedback only to a location that takes part', () => {
    const steps: StepName[] = ['consent_given', 'completed'];
    expect(stepMisfit(state('school', steps, { hasLocation: false }), 'feedback_given', 'school')?.text).toContain('geen kinderopvang');
    expect(stepMisfit(state('school', steps), 'feedback_given', 'school')).toBeUndefined();
  });
  it('says when and by whom a step was, and is, to be recorded', () => {
    expect(stepMisfit(state('prepared', ['prepared']), 'prepared', 'childcare')?.text).toBe('“Voorbereid door de kinderopvang” is al vastgelegd op 20-11-2026.');
    expect(stepMisfit(state('prepared', ['consent_refused', 'prepared', 'sent']), 'received', 'childcare')?.text).toBe('“Ontvangen door de school” legt de school vast.');
    expect(stepMisfit(state('school'), 'sent', 'school')?.text).toContain('de school is haar zelf begonnen');
  });
});

describe('the day of a step', () => {
  const sent = state('prepared', ['consent_given', 'prepared', 'seen_by_parents', 'sent']);
  it.each([['2026-11-19', true], ['2026-11-20', false], ['2026-11-22', false], ['2026-11-23', true]])('%s of a receipt, sent on the 20th: blocked %s', (day, blocked) => {
    expect(stepDateMisfit(sent, 'received', day, TODAY) !== undefined).toBe(blocked);
  });
  it('of a word on consent is not before an earlier word', () => {
    expect(stepDateMisfit(sent, 'consent_withdrawn', '2026-11-19', TODAY)?.text).toContain('ligt vóór “Toestemming gegeven” op 20-11-2026');
    expect(stepDateMisfit(sent, 'consent_withdrawn', '2026-11-20', TODAY)).toBeUndefined();
  });
  it('is free of steps that it does not follow', () => {
    expect(stepDateMisfit(sent, 'talk_held', '2026-11-20', TODAY)).toBeUndefined();
    expect(hasStep(sent, 'talk_held')).toBe(false);
  });
});
