import type { IsoDate } from '../policy/engine/types.ts';
import type { Facts } from './facts.ts';

/** The measures that can be asked for. A new one gets a file in measures/ and a line in the catalogue. */
export type MeasureId =
  | 'reach' | 'reach-inspectorate' | 'target-toddlers' | 'not-reached' | 'unknown' | 'placed-elsewhere' | 'indications'
  | 've-places' | 'free-places' | 'taken-places' | 'occupancy'
  | 'intakes' | 'exits' | 'early-exits' | 'start-age';

/** Roles as the rest of the product names them. */
export type FigureRole = 'childcare' | 'health' | 'school' | 'official' | 'regional' | 'reader';

/** By what a figure can be split. */
export type Breakdown = 'location' | 'provider' | 'neighbourhood' | 'ground' | 'reason';

/** What a measure is, in words: chat, digest, export and yearly form all show this text. */
export interface MeasureText {
  readonly id: MeasureId;
  /** Raised whenever the same records would give another figure; kept in every reference. */
  readonly version: number;
  /** Dutch title on the answer card. */
  readonly title: string;
  /** What people call it in Dutch; unique over the catalogue. */
  readonly names: readonly string[];
  /** Dutch, one or two sentences, shown with every answer. */
  readonly definition: string;
  /** Dutch plural of what is counted. */
  readonly unit: string;
  /** Where the definition comes from, in Dutch. */
  readonly source: string;
  /**
   * `day`: the figure speaks of one reference date, also when a longer period was asked.
   * `period`: it counts what happened in the period, up to and including the reference date.
   */
  readonly periodKind: 'day' | 'period';
  /** Who may ask for it. Readers and channels get it through disclosure control only. */
  readonly seenBy: readonly FigureRole[];
  /** By what it can be split, when somebody asks for that. */
  readonly breakdowns: readonly Breakdown[];
  /** The facts that it is computed from. */
  readonly reads: 'targets' | 'locations';
  /** Ages that count. `municipal` has no figure without a policy; absent: of every age. */
  readonly window?: 'municipal' | 'inspectorate';
  /** Whether it means something for one location; otherwise it is a municipality's only. */
  readonly ofLocation: boolean;
  /** Measures to ask next. */
  readonly related: readonly MeasureId[];
}

/** One measure, defined once. */
export interface Measure extends MeasureText {
  /** Throws RangeError on facts that contradict each other. */
  readonly compute: (facts: Facts, params: MeasureParams) => Computed;
}

export interface Computed {
  readonly figure: Figure;
  /** Plain data, kept with the reference: comparing it compares figures to the digit. */
  readonly counts: unknown;
}

/** Everything besides the records that decides a figure; kept with a reference to compute it again. */
export interface FigureParams {
  readonly referenceDate: IsoDate;
  /** Age in months from which a toddler counts. Absent when the municipality laid down no window. */
  readonly windowStartMonths?: number;
}

export interface MeasureParams extends FigureParams {
  /** First day and first day after; a `day` measure looks at `referenceDate` only. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly breakdown?: Breakdown;
  /** Dutch labels of the municipality's grounds by code; a code without one is shown as it is. */
  readonly groundLabels: Readonly<Record<string, string>>;
  /** The scope is one location. */
  readonly oneLocation: boolean;
  /** Small numbers are protected: for a reader or a channel. */
  readonly protected: boolean;
}

/** Target toddlers on the reference date. The four parts add up to `total`. */
export interface ReachCounts {
  readonly total: number;
  /** On a VE place of a location in the own municipality. */
  readonly reachedHere: number;
  /** On a VE place of a location in another municipality. */
  readonly reachedElsewhere: number;
  /** Not on a VE place, with a recorded reason or refusal. */
  readonly notReached: number;
  /** Not on a VE place and nothing recorded about why. */
  readonly unknown: number;
}

/** VE places of one location on the reference date. `taken` can exceed `offered`. */
export interface PlacesCounts {
  readonly locationId: string;
  readonly locationName: string;
  readonly offered: number;
  readonly taken: number;
  /** The provider or neighbourhood under which it is shown; absent: under its own name. */
  readonly part?: string;
}

export interface FigurePart {
  readonly label: string;
  /** Written the Dutch way: "1.226", "<5", "niet getoond". */
  readonly value: string;
}

export interface ChartPart {
  readonly label: string;
  readonly value: number;
  readonly color: 'good' | 'warning' | 'attention' | 'neutral';
}

/** One computed figure, ready to be shown. */
export interface Figure {
  readonly measure: MeasureId;
  readonly version: number;
  /** In large: "83,9%", "40", "niet getoond". */
  readonly value: string;
  /** "26 van 31 doelgroeppeuters"; absent when there is nothing to say about it. */
  readonly basis?: string;
  /** Exact numbers; absent when disclosure control hides them. */
  readonly numerator?: number;
  /** For reach all target toddlers, for places what is offered; absent when hidden. */
  readonly denominator?: number;
  readonly parts: readonly FigurePart[];
  /** Empty when there is nothing to draw or a part is hidden. */
  readonly chart: readonly ChartPart[];
  /** Dutch sentences shown under the figure. */
  readonly remarks: readonly string[];
}

/** A figure before the catalogue has put its measure on it. */
export type FigureBody = Omit<Figure, 'measure' | 'version'>;
