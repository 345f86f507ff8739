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
  /** One Dutch sentence that belongs to the value itself: a reservation, a plan, how far it goes. */
  readonly remark?: string;
}

/** Something that youth health care can establish about a child or its parents; answers a ground. */
export interface Characteristic {
  /** Stable within the municipality, also apart from the codes of its grounds. Stored with an indication only where the ground says so. */
  readonly code: string;
  /** Dutch, as one ticks it on the form. */
  readonly label: string;
}

/** One ground on which a municipality's youth health care may issue an indication. */
export interface Ground {
  /** Stable code, stored with the indication. */
  readonly code: string;
  /** Dutch label in answers, and on the form when the ground has no characteristics. */
  readonly label: string;
  /** What makes the ground hold, when the policy says so. Absent: the ground is judged as a whole. */
  readonly characteristics?: readonly Characteristic[];
  /** Whether one of the characteristics is enough (`any`, also when absent) or each is needed (`all`). */
  readonly needs?: 'any' | 'all';
  /** The municipality counts each characteristic of this ground by itself: these are stored then, instead of the ground. */
  readonly countedApart?: boolean;
}

/** A target that the municipality set itself; reach has no legal minimum. */
export interface Target {
  /** Id of the measure; the catalogue may not have it (yet). */
  readonly measure: string;
  /** Share in percent that the municipality wants at least. */
  readonly atLeastPercent: number;
  /** Share in percent that it aims at, when it said so. */
  readonly aimPercent?: number;
}

/** Day parts in which the hours of a week are given. */
export interface Dayparts { readonly atLeast: number; readonly atMost: number }

/** Day parts on top of those that every toddler may attend. */
export interface ExtraDayparts { readonly count: number; readonly fromMonths: number }

/** Ages, in months, at which childcare prepares the handover to school. */
export interface HandoverMoments {
  /** For a child with VE or care. */
  readonly withVeOrCareMonths: number;
  readonly otherwiseMonths: number;
  readonly reminderMonths: number;
  /** From this age on a handover that was not done is late. */
  readonly overdueMonths: number;
}

/** A recurring meeting of partners. */
export interface Meeting {
  /** Dutch name, as the partners use it. */
  readonly name: string;
  /** Absent: the document names the meeting and not how often. */
  readonly timesPerYear?: number;
  readonly isMinimum?: boolean;
  /** What the meetings are for, in a few Dutch words. */
  readonly note?: string;
}

/** A new assessment of a child at somebody else's request. */
export interface ReIndication {
  /** Who may ask for it, in Dutch. */
  readonly requestedBy: string;
  /** On what, in Dutch. */
  readonly basis: string;
}

/** `below-5`: 1 to 4 is shown as "<5". `cbs`: "<10", and the rest rounded to 5. */
export type DisclosureMode = 'below-5' | 'cbs';

/** Everything that a municipality can have decided, once at a time, with the type of its value. */
export interface PolicyTopics {
  /** Age in months from which a toddler with an indication is a target toddler. */
  readonly windowStartMonths: number;
  /** Age in months from which any toddler may attend, indicated or not. */
  readonly generalStartMonths: number;
  /** Hours of VE a week that the municipality has agreed on. */
  readonly hoursPerWeek: number;
  /** Hours of VE in total, between the start age and the 4th birthday. */
  readonly hoursTotal: number;
  readonly dayparts: Dayparts;
  readonly extraDayparts: ExtraDayparts;
  /** Who issues the indication, in Dutch. */
  readonly indicatedBy: string;
  readonly grounds: readonly Ground[];
  /** For whom an indication is not meant, in Dutch. */
  readonly groundsExclude: string;
  readonly reIndication: ReIndication;
  /** How the target-group definition is kept up to date, in Dutch. */
  readonly definitionReview: string;
  /** At least so many target toddlers in a group, where that was agreed. */
  readonly minimumTargetToddlersInGroup: number;
  /** Whether toddlers with and without an indication share a group, in Dutch. */
  readonly groupComposition: string;
  /** Staff in a group, in Dutch. */
  readonly groupStaff: string;
  /** What was agreed without a number, in Dutch. */
  readonly aims: string;
  /** First that of those who steer VE together; the weekly post tells its next day. */
  readonly meetings: readonly Meeting[];
  /** Names of the clusters in which partners work together. */
  readonly clusters: readonly string[];
  readonly handover: string;
  readonly handoverMoments: HandoverMoments;
  readonly parents: string;
  readonly disclosureMode: DisclosureMode;
}
export type TopicName = keyof PolicyTopics;

/** Topics that every policy lists, if only as an empty history: nobody can forget to decide on them. */
type RequiredTopic = 'windowStartMonths' | 'hoursPerWeek' | 'hoursTotal' | 'grounds' | 'minimumTargetToddlersInGroup';
type Histories<T extends TopicName> = { readonly [K in T]: readonly PolicyValue<PolicyTopics[K]>[] };

/** The policy of one municipality: data only, every value dated and sourced. */
export interface MunicipalPolicy extends Histories<RequiredTopic>, Partial<Histories<Exclude<TopicName, RequiredTopic>>> {
  /** CBS code of four digits. */
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly targets: readonly PolicyValue<Target>[];
}

/** The values of one policy that hold on one day. An absent topic is "geen afspraak vastgelegd". */
export interface ResolvedPolicy extends ResolvedTopics {
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly day: IsoDate;
  /** Targets by measure id. */
  readonly targets: readonly PolicyValue<Target>[];
}
export type ResolvedTopics = { readonly [K in TopicName]?: PolicyValue<PolicyTopics[K]> };

/** A municipality that belongs to a region. */
export interface RegionMember {
  readonly municipalityCode: string;
  readonly municipalityName: string;
}

/** Municipalities that work together, over time. For showing and for a region's figures; never a source of rights. */
export interface Region {
  /** Lower case with hyphens, `de-bevelanden`. */
  readonly id: string;
  readonly name: string;
  readonly members: readonly PolicyValue<RegionMember>[];
  /** One Dutch sentence when not every member is on record. */
  readonly remark?: string;
}
