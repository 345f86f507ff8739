import { formatCount } from '../ask/numbers.ts';
import type { DisclosureMode } from '../policy/engine/types.ts';

/**
 * A number of children as readers and channels may know it: in which band of a fixed width it lies,
 * and never the number. The bands do not move, so what was told earlier changes nothing, and
 * somebody who keeps every post and answer knows of each number its band and no more: see ADR 15.
 * None lies in the lowest band with 1 up to 4, because "none" next week would give away what left.
 */
export interface Band { readonly low: number; readonly high: number }

/** 5 wide, or 10 where the municipality follows CBS, which shows nothing below 10. */
export const bandWidth = (mode: DisclosureMode = 'below-5'): number => (mode === 'cbs' ? 10 : 5);

/** Throws RangeError on what is no number of children. */
export function bandOf(count: number, mode?: DisclosureMode): Band {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a band is of a whole number of 0 or more');
  const width = bandWidth(mode);
  const low = count - (count % width);
  return { low, high: low + width - 1 };
}

/** The sum of what is told, made of the bands alone, so that it tells nothing more. */
export const addBands = (bands: readonly Band[]): Band => bands.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });

/** "<5", "25-29". */
export const bandText = ({ low, high }: Band): string => (low === 0 ? `<${formatCount(high + 1)}` : `${formatCount(low)}-${formatCount(high)}`);

/** Whole percentages between which a share lies; absent where there may be fewer than 10. */
export interface ShareBand { readonly low: number; readonly high: number }
export function shareBand(part: Band, rest: Band): ShareBand | undefined {
  if (part.low + rest.low < 10) return undefined;
  return { low: Math.floor((100 * part.low) / (part.low + rest.high)), high: Math.ceil((100 * part.high) / (part.high + rest.low)) };
}
/** The same of a number that everybody may know, such as places; above 100% where more children came than there are. */
export const shareOfKnown = (part: Band, whole: number): ShareBand => ({ low: Math.floor((100 * part.low) / whole), high: Math.ceil((100 * part.high) / whole) });

export const shareText = ({ low, high }: ShareBand): string => `${low}-${high}%`;

/** Whether a share certainly reached a target, certainly did not, or may have. */
export function meets({ low, high }: ShareBand, atLeastPercent: number): 'yes' | 'no' | 'unsure' {
  if (low >= atLeastPercent) return 'yes';
  return high < atLeastPercent ? 'no' : 'unsure';
}
