import type { IsoDate, PolicyTopics, PolicyValue, TopicName } from '../policy/engine/types.ts';
import type { Facts, FactSet } from './facts.ts';
import type { ShareBand } from './release-bands.ts';

/** The measures that can be asked for. A new one gets a file in measures/ and a line in the catalogue. */
export const MEASURE_IDS = [
  'reach', 'reach-inspectorate', 'reach-all-toddlers', 'toddlers', 'target-toddlers', 'not-reached', 'unknown', 'placed-elsewhere', 'indications', 'waiting',
  'supply', 've-places', 'free-places', 'taken-places', 'occupancy', 'placements', 'groups', 'group-mix', 'hours', 'hours-shortfall', 'policy-officer-hours',
  'intakes', 'exits', 'early-exits', 'start-age', 'used', 'guidance-time',
  'without-indication', 'without-outcome', 'last-delivery', 'other-reasons',
  'handovers-due', 'handovers-done', 'handovers-with-consent', 'handovers-refused', 'handovers-late', 'handovers-missing', 'handover-days', 'handover-talk', 'handover-feedback',
  'results', 'results-language', 'results-arithmetic', 'results-motor', 'results-social', 'results-group-1', 'results-start-group-3', 'results-missing', 'results-prepared',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** Roles as the rest of the product names them. */
export type FigureRole = 'childcare' | 'health' | 'school' | 'official' | 'regional' | 'reader';

/** By what the facts of one place and period can be split. */
export const DIMENSIONS = ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground', 'reason', 'school', 'programme', 'board'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** A series: the figure again for each such stretch of the period. */
export const TIME_STEPS = ['month', 'quarter', 'year', 'school-year'] as const;
export type TimeStep = (typeof TIME_STEPS)[number];
/** By what a figure can be split. `municipality`: the members of a region, each with its own policy. */
export const BREAKDOWNS = [...DIMENSIONS, 'municipality', ...TIME_STEPS] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const isTimeStep = (breakdown: Breakdown | undefined): breakdown is TimeStep => TIME_STEPS.some((step) => step === breakdown);
export const isDimension = (breakdown: Breakdown | undefined): breakdown is Dimension => breakdown !== undefined && breakdown !== 'municipality' && !isTimeStep(breakdown);

/** Smaller than a municipality: of what part a figure can be asked. */
export type PartKind = 'location' | 'provider' | 'group' | 'neighbourhood' | 'cluster' | 'school';

/** A part of a municipality by the name under which the facts carry it; a group with its location. */
export interface Part { readonly kind: Exclude<PartKind, 'location'>; readonly name: string; readonly location?: string | undefined }

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
  /** Roles that get it protected, though they see other figures of the municipality exactly. */
  readonly protectedFor?: readonly FigureRole[];
  /**
   * What readers and channels get of it, where that is less than bands: only of today, because
   * numbers of two days beside what happened between them would say who came and who left; or nothing.
   */
  readonly protectedAs?: 'today' | 'nothing';
  /** By what it can be split within one place and period, when somebody asks for that. */
  readonly breakdowns: readonly Dimension[];
  /** How its lines are split when nobody asks for another split. */
  readonly splitBy?: Dimension;
  /** In which order its lines come when nobody asks for one; otherwise as its own definition gives them. */
  readonly firstLine?: 'largest';
  /** False: its lines come by name, never the best or worst first. */
  readonly ranked?: false;
  /** The facts that it is computed from. */
  readonly reads: readonly FactSet[];
  /** Ages that count. `municipal` has no figure without a policy; absent: of every age. */
  readonly window?: 'municipal' | 'inspectorate';
  /** Parts of a municipality of which it means something. A municipality and a region always are. */
  readonly parts: readonly PartKind[];
  /** Values of the municipality's policy that go into the number, besides the window; kept with the reference. */
  readonly topics?: readonly TopicName[];
  /** The day of which it really speaks, where that is not the reference date itself: 1 January of its year. */
  readonly speaksOf?: (referenceDate: IsoDate) => IsoDate;
  /** Measures to ask next. */
  readonly related: readonly MeasureId[];
}

/** One measure, defined once. */
export interface Measure extends MeasureText {
  /** What is counted: plain data without anything of one child; kept with the reference, so that comparing it compares figures to the digit. Throws RangeError on facts that contradict each other. */
  readonly count: (facts: Facts, params: MeasureParams) => unknown;
  /** The figure of such counts; of several municipalities together when counts were added. */
  readonly figureOf: (counts: unknown, params: MeasureParams) => Figure;
  /** The children, placements or places behind the figure. Their numerators and denominators add up to the figure's. */
  readonly rows: (facts: Facts, params: MeasureParams) => readonly FigureRow[];
  /** Definitions that old references were given with, by version. */
  readonly earlier: Readonly<Record<number, Pick<Measure, 'count' | 'figureOf'>>>;
}

/** One child or place behind a figure, for people who may see codes, and to tell what changed. */
export interface FigureRow {
  /** Of a child (`child` is set) or of a location; the same at every moment. */
  readonly key: string;
  readonly child?: string | undefined;
  readonly numerator: number;
  readonly denominator: number;
  /** Dutch: how it counts, "Bereikt elders", "Verhuisd". */
  readonly status: string;
  readonly location?: string | undefined;
  readonly provider?: string | undefined;
  readonly group?: string | undefined;
  readonly neighbourhood?: string | undefined;
  readonly cluster?: string | undefined;
  readonly school?: string | undefined;
  readonly programme?: string | undefined;
  /** The day that made it count: start, last day, date of issue. */
  readonly day?: IsoDate | undefined;
  /** Dutch day on which that was first recorded. */
  readonly recordedOn?: IsoDate | undefined;
}

/** Everything besides the records that decides a figure; kept with a reference to compute it again. */
export interface FigureParams {
  readonly referenceDate: IsoDate;
  /** Age in months from which a toddler counts. Absent when the municipality laid down no window, or for several municipalities together. */
  readonly windowStartMonths?: number;
  /** Several municipalities together, each counted by its own definition. */
  readonly members?: readonly Member[];
}

/** A municipality of a figure over several, with its own window and agreements. */
export interface Member { readonly name: string; readonly windowStartMonths?: number | undefined; readonly policy: PolicyUsed }

/** Values of policy by topic, each with its days and source. */
export type PolicyUsed = { readonly [K in TopicName]?: PolicyValue<PolicyTopics[K]> };

export interface MeasureParams extends FigureParams {
  /** First day and first day after; a `day` measure looks at `referenceDate` only. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly breakdown?: Dimension;
  /** The municipality's policy of the topics that the measure names. */
  readonly policy: PolicyUsed;
  /** The scope is smaller than a municipality. */
  readonly isPart: boolean;
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
  /** Written behind the value where there is room. */
  readonly unit?: '%' | undefined;
}

/** A value of a series or comparison, in the figure's own unit. */
export interface SeriesPoint { readonly label: string; readonly value: number; /** Of a series over time: the day that the value speaks of. */ readonly day?: string | undefined }

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
  /** Of a share told to readers and channels: between which whole percentages it lies. */
  readonly share?: ShareBand;
  readonly parts: readonly FigurePart[];
  /** Empty when there is nothing to draw or a part is hidden. */
  readonly chart: readonly ChartPart[];
  /** Of a series or comparison: its values in order; absent or empty when there is nothing to draw. */
  readonly series?: readonly SeriesPoint[];
  /** Dutch sentences shown under the figure. */
  readonly remarks: readonly string[];
}

/** A figure before the catalogue has put its measure on it. */
export type FigureBody = Omit<Figure, 'measure' | 'version'>;
