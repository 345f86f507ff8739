import type { Facts } from './facts.ts';
import type { Figure, FigureBody, FigureRow, Measure, MeasureParams, MeasureText } from './types.ts';

/** How facts become counts, and counts a figure. */
interface Computation<Counts> {
  /** What is kept with the reference; holds nothing of one child. */
  readonly count: (facts: Facts, params: MeasureParams) => Counts;
  /** The exact figure, for people inside the municipality. */
  readonly exact: (counts: Counts, params: MeasureParams) => FigureBody;
  /** The figure as readers and channels may see it. */
  readonly safe: (counts: Counts, params: MeasureParams) => FigureBody;
}

interface Definition<Counts> extends MeasureText, Computation<Counts> {
  readonly rows: (facts: Facts, params: MeasureParams) => readonly FigureRow[];
  readonly earlier?: Measure['earlier'];
}

/** Keeps the type of the counts between the functions, and hides it from everybody else: what went out as counts comes back as counts. */
function computed<Counts>(id: MeasureText['id'], version: number, { count, exact, safe }: Computation<Counts>): Pick<Measure, 'count' | 'figureOf'> {
  return {
    count,
    figureOf(counts, params): Figure {
      const body = params.protected ? safe(counts as Counts, params) : exact(counts as Counts, params);
      return { measure: id, version, ...body };
    },
  };
}

export function defineMeasure<Counts>({ count, exact, safe, rows, earlier = {}, ...text }: Definition<Counts>): Measure {
  return { ...text, ...computed(text.id, text.version, { count, exact, safe }), rows, earlier };
}

/** A definition as it was before the measure's version was raised, so that old references still say what they said. */
export function definedEarlier<Counts>(id: MeasureText['id'], version: number, computation: Computation<Counts>): Measure['earlier'] {
  return { [version]: computed(id, version, computation) };
}

/** Counts and figure in one step, for facts of one place. */
export function computeMeasure({ count, figureOf }: Pick<Measure, 'count' | 'figureOf'>, facts: Facts, params: MeasureParams): { readonly counts: unknown; readonly figure: Figure } {
  const counts = count(facts, params);
  return { counts, figure: figureOf(counts, params) };
}

export const insiders = ['health', 'official', 'regional'] as const;
export const insidersAndReaders = [...insiders, 'reader'] as const;
export const atLocations = ['childcare', ...insidersAndReaders] as const;
/** Who keeps the records, without readers: small numbers by nature, of no use protected. */
export const recordKeepers = ['childcare', ...insiders] as const;
export const everybody = ['childcare', 'health', 'school', 'official', 'regional', 'reader'] as const;
