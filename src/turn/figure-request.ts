import { catalogue } from '../figures/catalogue.ts';
import { isDimension, type Breakdown, type Dimension, type MeasureId, type Part, type PolicyUsed } from '../figures/types.ts';
import type { IsoDate, ResolvedPolicy, TopicName } from '../policy/engine/types.ts';

/** A municipality or location that a figure counts, with the policy that goes into the number. */
export interface FigurePlace {
  readonly name: string;
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  readonly schoolId?: string | undefined;
  /** Of a location or school: the municipality whose agreements hold there. */
  readonly policyOf?: string | undefined;
  /** Absent: the municipality laid none down for the day. */
  readonly windowStartMonths?: number | undefined;
  /** Values of the topics that decide the number, each with its days and source. */
  readonly policy: PolicyUsed;
}

/** The figure of some places over some days: the whole answer, or one part of a series or region. */
export interface FigureCell {
  /** Under which it stands as a part: "kwartaal 1 van 2026", "Velsen". */
  readonly label: string;
  /** First day of the period. */
  readonly from: IsoDate;
  /** The last day that counts. */
  readonly referenceDate: IsoDate;
  /** Several: counted together, each by its own policy. */
  readonly places: readonly FigurePlace[];
  /** Only this part of the places. */
  readonly part?: Part | undefined;
}

/** All that decides a figure; kept with its reference, so that it can be computed again. */
export interface FigureRequest {
  readonly measure: MeasureId;
  /** Absent: the measure as it is now. */
  readonly version?: number | undefined;
  readonly dimension?: Dimension | undefined;
  readonly whole: FigureCell;
  /** The same figure again: for each step of time, for each municipality, or for what is compared with the whole. */
  readonly cells: readonly FigureCell[];
  /** The cells stand next to each other, and there is no figure of them together. */
  readonly isComparison?: boolean | undefined;
  readonly protected: boolean;
}

export const dimensionOf = (breakdown: Breakdown | undefined): { dimension?: Dimension } => (isDimension(breakdown) ? { dimension: breakdown } : {});

/** Of a resolved policy, what goes into this measure's number, and how it is told to who may not see it. */
export function policyUsed(measure: MeasureId, policy: ResolvedPolicy | undefined, dimension: Dimension | undefined): PolicyUsed {
  const { topics: own = [], window } = catalogue.get(measure);
  const topics: readonly TopicName[] = [...(window === 'municipal' ? ['windowStartMonths' as const] : []), ...own, ...(dimension === 'ground' ? ['grounds' as const] : []), 'disclosureMode'];
  return Object.fromEntries(topics.flatMap((topic) => (policy?.[topic] === undefined ? [] : [[topic, policy[topic]]])));
}
