import type { IsoDate } from '../policy/engine/types.ts';

/** The measures that can be asked for. A new one gets a file in measures/ and a line in the catalogue. */
export type MeasureId = 'reach' | 've-places' | 'free-places';

/** Roles as the rest of the product names them. */
export type FigureRole = 'childcare' | 'health' | 'school' | 'official' | 'regional' | 'reader';

/** One measure, defined once: chat, digest, export and yearly form all show this text. */
export interface Measure {
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
  /** `day`: the figure speaks of one reference date, also when a longer period was asked. */
  readonly periodKind: 'day';
  /** Who may ask for it. Readers and channels get it through disclosure control only. */
  readonly seenBy: readonly FigureRole[];
}

/** Everything besides the records that decides a figure; kept with a reference to compute it again. */
export interface FigureParams {
  readonly referenceDate: IsoDate;
  /** Age in months from which a toddler counts. Absent when the municipality laid down no window. */
  readonly windowStartMonths?: number;
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
