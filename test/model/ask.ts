import type { MeasureId } from '../../src/figures/types.ts';
import type { Day } from './calendar.ts';

export type Split = 'location' | 'provider' | 'group' | 'neighbourhood' | 'cluster' | 'ground' | 'reason';

/** Of what: a municipality, or a part of it; or one location, about which is known only what happens there. */
export type Scope =
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'location'; readonly location: string }
  | { readonly kind: 'provider' | 'neighbourhood' | 'cluster'; readonly code: string; readonly name: string }
  | { readonly kind: 'group'; readonly code: string; readonly group: string };

export interface Question {
  readonly measure: MeasureId;
  readonly scope: Scope;
  /** First day, and the last day that counts: of the period, or today while it runs. */
  readonly from: Day;
  readonly day: Day;
  readonly split?: Split | undefined;
  /** Municipalities whose children the asker may see. */
  readonly sees: readonly string[];
}

export interface Line { readonly label: string; readonly numerator: number; readonly denominator: number; /** What it says, where that is more than numbers. */ readonly text?: string; /** How many things are in it, where some count for nothing. */ readonly rows?: number }

export interface Answer {
  readonly numerator: number;
  readonly denominator: number;
  readonly lines: readonly Line[];
  /** Data are missing without which there is no figure. */
  readonly missing?: boolean;
}
