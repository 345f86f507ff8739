import type { Facts } from '../facts.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

/** What a check found. Rows are those behind a difference, and empty when it holds. */
export interface CheckResult {
  readonly holds: boolean;
  /** Dutch: the numbers that were compared. */
  readonly numbers: string;
  readonly rows: readonly FigureRow[];
}

/** Two ways to the same number, or something that cannot be. A check that fails points at records, never at a person. */
export interface Check {
  readonly id: string;
  /** Dutch, as a statement that holds when all is well. */
  readonly statement: string;
  /** Dutch: what to do about the records behind a difference. */
  readonly advice: string;
  /** Undefined when it cannot be checked: no window was laid down. */
  readonly run: (facts: Facts, params: MeasureParams) => CheckResult | undefined;
}
