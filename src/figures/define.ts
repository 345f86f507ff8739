import type { Facts } from './facts.ts';
import type { FigureBody, Measure, MeasureParams, MeasureText } from './types.ts';

interface Definition<Counts> extends MeasureText {
  /** What is kept with the reference; holds nothing of one child. */
  readonly count: (facts: Facts, params: MeasureParams) => Counts;
  /** The exact figure, for people inside the municipality. */
  readonly exact: (counts: Counts, params: MeasureParams) => FigureBody;
  /** The figure as readers and channels may see it. */
  readonly safe: (counts: Counts, params: MeasureParams) => FigureBody;
}

/** Keeps the type of the counts between the three functions, and hides it from everybody else. */
export function defineMeasure<Counts>({ count, exact, safe, ...text }: Definition<Counts>): Measure {
  return {
    ...text,
    compute(facts, params) {
      const counts = count(facts, params);
      const body = params.protected ? safe(counts, params) : exact(counts, params);
      return { counts, figure: { measure: text.id, version: text.version, ...body } };
    },
  };
}

export const insiders = ['health', 'official', 'regional'] as const;
export const insidersAndReaders = [...insiders, 'reader'] as const;
export const atLocations = ['childcare', ...insidersAndReaders] as const;
export const everybody = ['childcare', 'health', 'school', 'official', 'regional', 'reader'] as const;
