import { TOPIC_NAMES } from '../engine/topics.ts';
import type { Citation, PolicyValue, ResolvedPolicy, Target, TopicName } from '../engine/types.ts';
import { PARTS, TARGET_LABELS, TOPIC_TEXTS, type Part, type TopicText } from './topics.ts';
import { targetLine, validityText } from './words.ts';

/** A rule with everything that lets a person judge it. */
export interface ExplainedRule {
  readonly label: string;
  /** The value in Dutch, a line for each part of it. */
  readonly lines: readonly string[];
  /** "van 01-01-2025 tot en met 31-12-2028"; absent for a rule of law whose first day is not on record. */
  readonly validity?: string;
  readonly source: Citation;
  readonly remark?: string;
  /** What the product does with it; follows on "In Kansenlijn:". */
  readonly effect: string;
}

export interface ExplainedPart { readonly part: Part; readonly rules: readonly ExplainedRule[] }

export interface ExplainedPolicy {
  readonly parts: readonly ExplainedPart[];
  /** Labels of topics that nobody decided on for this day. */
  readonly absent: readonly string[];
}

/** The policy of one day, in words. `hasMeasure`: whether the product has a figure for a target's measure. */
export function explainPolicy(policy: ResolvedPolicy, hasMeasure: (measure: string) => boolean): ExplainedPolicy {
  const rulesOf = (part: Part): ExplainedRule[] => [
    ...TOPIC_NAMES.filter((name) => TOPIC_TEXTS[name].part === part).flatMap((name) => topicRule(name, policy)),
    ...(part === 'Doelen' ? policy.targets.map((target) => targetRule(target, hasMeasure)) : []),
  ];
  return {
    parts: PARTS.map((part) => ({ part, rules: rulesOf(part) })).filter(({ rules }) => rules.length > 0),
    absent: [
      ...TOPIC_NAMES.filter((name) => !policy[name]).map((name) => TOPIC_TEXTS[name].label),
      ...(policy.targets.length === 0 ? ['Doelen'] : []),
    ],
  };
}

/** The value of a topic as people read it. */
export function topicLines<K extends TopicName>(name: K, value: PolicyValue<unknown>): readonly string[] {
  // The history of a topic holds values of its own type; the compiler does not follow the name.
  const text = TOPIC_TEXTS[name] as unknown as TopicText<unknown>;
  return text.write(value.value);
}

function topicRule(name: TopicName, policy: ResolvedPolicy): ExplainedRule[] {
  const value = policy[name];
  if (!value) return [];
  const { label, effect } = TOPIC_TEXTS[name];
  return [{ ...common(value), label, lines: topicLines(name, value), effect }];
}

export const targetLabel = (measure: string): string => TARGET_LABELS[measure] ?? `Doel: ${measure}`;

function targetRule(target: PolicyValue<Target>, hasMeasure: (measure: string) => boolean): ExplainedRule {
  const { measure } = target.value;
  const effect = hasMeasure(measure) ? 'staat bij dit cijfer, met of het gehaald is.' : 'ter informatie; dit cijfer is er niet.';
  return { ...common(target), label: targetLabel(measure), lines: [targetLine(target.value)], effect };
}

function common(value: PolicyValue<unknown>): Pick<ExplainedRule, 'validity' | 'source' | 'remark'> {
  return { validity: validityText(value), source: value.source, ...(value.remark === undefined ? {} : { remark: value.remark }) };
}
