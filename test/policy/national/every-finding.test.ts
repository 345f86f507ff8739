import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/policy/engine/days.ts';
import type { Finding } from '../../../src/policy/engine/types.ts';
import { checkExit, checkGuidance, checkIndication, checkIntake, EXIT_REASONS, GUIDANCE_KINDS, NON_REACH_REASONS } from '../../../src/policy/national/index.ts';
import { EMPTY_POLICY, POLICY, TODAY } from '../support.ts';

const day = fc.integer({ min: -4000, max: 1500 }).map((offset) => addDays(TODAY, offset));
const policy = fc.constantFrom(undefined, EMPTY_POLICY, POLICY);
const codes = <T extends string>(list: readonly { readonly code: T }[]) => fc.constantFrom(...list.map(({ code }) => code));

/** What has to be true of a finding, whatever the facts. */
function expectSound(findings: readonly Finding[]): void {
  const levels = findings.map(({ level }) => ['block', 'confirm', 'inform'].indexOf(level));
  expect(levels).toEqual([...levels].sort());
  expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
  for (const { rule, text, citation } of findings) {
    expect(rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(text).toMatch(/^\p{Lu}.*[.?]$/u);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\d{4}-\d{2}-\d{2}| {2}/u);
    expect(citation.document).not.toBe('');
    expect(citation.status === 'read' || citation.note !== undefined).toBe(true);
  }
}

describe('every finding, whatever the facts', () => {
  it('on an indication is one readable Dutch text with its source, once a rule, the serious ones first', () => {
    fc.assert(fc.property(day, day, fc.array(fc.constantFrom('child', 'parents', 'x')), policy, (birthDate, issuedOn, grounds, its) => expectSound(checkIndication({ birthDate, issuedOn, grounds }, its, TODAY))));
  });
  it('on an intake', () => {
    const facts = fc.record(
      {
        birthDate: day,
        startDate: day,
        vePlace: fc.boolean(),
        indication: fc.record({ issuedOn: day, endedOn: day }, { requiredKeys: ['issuedOn'] }),
        otherPlacements: fc.array(fc.record({ start: day, end: day, sameLocation: fc.boolean() }, { requiredKeys: ['start', 'sameLocation'] })),
        groupEnrolledAfter: fc.nat(40),
        placesOffered: fc.nat(20),
        placesTakenBefore: fc.nat(20),
        hoursPerWeek: fc.integer({ min: 0, max: 120 }).map((quarters) => quarters / 4),
        daysPerWeek: fc.integer({ min: 1, max: 5 }),
      },
      { requiredKeys: ['birthDate', 'startDate', 'vePlace', 'otherPlacements', 'groupEnrolledAfter', 'placesTakenBefore', 'hoursPerWeek', 'daysPerWeek'] },
    );
    fc.assert(fc.property(facts, policy, (each, its) => expectSound(checkIntake(each, its, TODAY))));
  });
  it('on an exit', () => {
    const facts = fc.record({ birthDate: day, start: day, lastDay: day, reason: codes(EXIT_REASONS), note: fc.string() }, { requiredKeys: ['birthDate', 'start', 'lastDay', 'reason'] });
    fc.assert(fc.property(facts, (each) => expectSound(checkExit(each, TODAY))));
  });
  it('on an outcome of guidance', () => {
    const facts = fc.record({ indicationIssuedOn: day, day, kind: codes(GUIDANCE_KINDS), reason: codes(NON_REACH_REASONS), note: fc.string() }, { requiredKeys: ['day', 'kind'] });
    fc.assert(fc.property(facts, (each) => expectSound(checkGuidance(each, TODAY))));
  });
});
