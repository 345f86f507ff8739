/**
 * What a rule says. Pure types: this folder imports nothing of ours, so that a
 * policy can be read, tested and argued about without a bot or a database.
 */

/** A calendar day as ISO text, `2026-11-22`. Never a Date: a day has no time zone. */
export type IsoDate = string;

/** Where a value or rule was read, so that a person can look it up. */
export interface Citation {
  /** Name of the law, decree or policy document. */
  readonly document: string;
  /** Article or section inside the document, when known. */
  readonly section?: string;
  /**
   * `read`: read in the text in force. `read-old-version`: read in an older text.
   * `not-read`: known from a secondary source. Anything but `read` is shown with the rule.
   */
  readonly status: 'read' | 'read-old-version' | 'not-read';
  /** One Dutch sentence on what exactly was not read, for the person who sees the rule. */
  readonly note?: string;
}

/**
 * `block`: nothing is stored, the form keeps what was typed.
 * `confirm`: asked once; the confirmation is stored with the record.
 * `inform`: shown with the receipt.
 */
export type FindingLevel = 'block' | 'confirm' | 'inform';

/** What a rule says about one concrete record. */
export interface Finding {
  /** Stable id of the rule, `age-within-window`; confirmations are stored under it. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** One Dutch sentence or two: what is the matter and what can be done. */
  readonly text: string;
  readonly citation: Citation;
}

/** One value of a policy, on the days on which it holds. Absent means: no rule, never a default. */
export interface PolicyValue<T> {
  readonly value: T;
  /** First day on which the value holds. */
  readonly from: IsoDate;
  /** First day on which it no longer holds; absent while it is in force. */
  readonly until?: IsoDate;
  /** `months`, `hours per week`, `percent`, `text`, ... */
  readonly unit: string;
  readonly source: Citation;
  /** Day on which somebody last compared the value with its source. */
  readonly checkedOn: IsoDate;
}

/** One ground on which a municipality's youth health care may issue an indication. */
export interface Ground {
  /** Stable code, stored with the indication. */
  readonly code: string;
  /** Dutch label on the form. */
  readonly label: string;
}

/** A target that the municipality set itself; reach has no legal minimum. */
export interface Target {
  readonly measure: string;
  /** Share in percent that the municipality wants at least. */
  readonly atLeastPercent: number;
  /** Share in percent that it aims at, when it said so. */
  readonly aimPercent?: number;
}

/** The policy of one municipality: data only, every value dated and sourced. */
export interface MunicipalPolicy {
  /** CBS code of four digits. */
  readonly municipalityCode: string;
  readonly municipalityName: string;
  /** Age in months from which a toddler with an indication is a target toddler. */
  readonly windowStartMonths: readonly PolicyValue<number>[];
  /** Hours of VE a week that the municipality has agreed on. */
  readonly hoursPerWeek: readonly PolicyValue<number>[];
  /** Hours of VE in total, between the start age and the 4th birthday. */
  readonly hoursTotal: readonly PolicyValue<number>[];
  readonly grounds: readonly PolicyValue<readonly Ground[]>[];
  readonly targets: readonly PolicyValue<Target>[];
  /** At least so many target toddlers in a group, where that was agreed. */
  readonly minimumTargetToddlersInGroup: readonly PolicyValue<number>[];
}

/** The values of one policy that hold on one day. `undefined` is "geen afspraak vastgelegd". */
export interface ResolvedPolicy {
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly day: IsoDate;
  readonly windowStartMonths?: PolicyValue<number>;
  readonly hoursPerWeek?: PolicyValue<number>;
  readonly hoursTotal?: PolicyValue<number>;
  readonly grounds?: PolicyValue<readonly Ground[]>;
  /** Targets by measure id. */
  readonly targets: readonly PolicyValue<Target>[];
  readonly minimumTargetToddlersInGroup?: PolicyValue<number>;
}
