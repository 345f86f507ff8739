import type { Finding, FindingLevel, PolicyValue, ResolvedPolicy } from '../../src/policy/engine/types.ts';
import type { IntakeFacts } from '../../src/policy/national/intake-facts.ts';

/** A fixed day, so that no test depends on when it runs. */
export const TODAY = '2026-11-22';

export const policyValue = <T>(value: T, rest: Partial<PolicyValue<T>> = {}): PolicyValue<T> => ({
  value,
  from: '2020-01-01',
  unit: 'unit',
  source: { document: 'Testbeleid', status: 'read' },
  checkedOn: '2026-01-01',
  ...rest,
});

/** A municipality that exists nowhere, with a window from two years. */
export const POLICY: ResolvedPolicy = {
  municipalityCode: '9999',
  municipalityName: 'Teststad',
  day: TODAY,
  windowStartMonths: policyValue(24),
  hoursPerWeek: policyValue(16),
  hoursTotal: policyValue(960),
  grounds: policyValue([
    { code: 'child', label: 'Ontwikkeling' },
    { code: 'parents', label: 'Ouders' },
  ]),
  targets: [],
};

/** A municipality that recorded nothing for the day. */
export const EMPTY_POLICY: ResolvedPolicy = { municipalityCode: '9998', municipalityName: 'Leegstad', day: TODAY, targets: [] };

/**
 * A child that turns 2,5 on the start day, with an indication, a free place, room in
 * the group and 16 hours in three days: no rule has anything to say.
 */
export const INTAKE: IntakeFacts = {
  birthDate: '2024-05-16',
  startDate: '2026-11-16',
  vePlace: true,
  indication: { issuedOn: '2026-09-01' },
  otherPlacements: [],
  groupEnrolledAfter: 12,
  placesOffered: 8,
  placesTakenBefore: 4,
  hoursPerWeek: 16,
  daysPerWeek: 3,
};

/** `rule level` of each finding, for short expectations. */
export function said(findings: readonly Finding[]): string[] {
  return findings.map((found) => `${found.rule} ${found.level}`);
}

export function levelOf(findings: readonly Finding[], rule: string): FindingLevel | undefined {
  return findings.find((found) => found.rule === rule)?.level;
}

/** The text of one rule; empty when it was silent. */
export function textOf(findings: readonly Finding[], rule: string): string {
  return findings.find((found) => found.rule === rule)?.text ?? '';
}
