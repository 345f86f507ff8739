import type { Citation, Finding, FindingLevel } from './types.ts';

/** A rule apart from what it says about one record: its stable id and where it stands. */
export interface Rule {
  readonly id: string;
  readonly citation: Citation;
}

/** A finding of the rule; a citation of one's own when a municipal value made the difference. */
export function finding(rule: Rule, level: FindingLevel, text: string, citation: Citation = rule.citation): Finding {
  return { rule: rule.id, level, text, citation };
}

const RANK: Readonly<Record<FindingLevel, number>> = { block: 0, confirm: 1, inform: 2 };

/** What the rules had to say, the most serious first, otherwise in the order of the rules. */
export function inOrder(findings: readonly (Finding | undefined)[]): Finding[] {
  return findings
    .filter((found): found is Finding => found !== undefined)
    .sort((a, b) => RANK[a.level] - RANK[b.level]);
}
