import { isRealDay } from './days.ts';
import { TOPIC_NAMES } from './topics.ts';
import type { IsoDate, MunicipalPolicy, PolicyValue, ResolvedPolicy, ResolvedTopics, Target } from './types.ts';

/** Whether the value holds on the day: from the first day, up to and not including `until`. */
export function holdsOn(value: PolicyValue<unknown>, day: IsoDate): boolean {
  return value.from <= day && (value.until === undefined || day < value.until);
}

/** The value of a history that holds on the day, or undefined: no rule, never a default. */
export function valueOn<T>(history: readonly PolicyValue<T>[], day: IsoDate): PolicyValue<T> | undefined {
  return history.find((value) => holdsOn(value, day));
}

/**
 * The policy as it holds on one day. A value that nobody agreed on for that day is
 * absent from the result. Throws a RangeError for text that is not a real day.
 */
export function resolvePolicy(policy: MunicipalPolicy, day: IsoDate): ResolvedPolicy {
  if (!isRealDay(day)) throw new RangeError(`not a calendar day: ${JSON.stringify(day.slice(0, 40))}`);
  return {
    municipalityCode: policy.municipalityCode,
    municipalityName: policy.municipalityName,
    day,
    targets: policy.targets.filter((target) => holdsOn(target, day)),
    ...topicsOn(policy, day),
  };
}

/** The target for one measure, when the municipality set one that holds on the day of the policy. */
export function targetFor(policy: ResolvedPolicy | undefined, measure: string): PolicyValue<Target> | undefined {
  return policy?.targets.find((target) => target.value.measure === measure);
}

/** Only what holds: a topic that nobody decided on is absent, not undefined. */
function topicsOn(policy: MunicipalPolicy, day: IsoDate): ResolvedTopics {
  const held = TOPIC_NAMES.flatMap((name) => {
    const value = valueOn<unknown>(policy[name] ?? [], day);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(held);
}
