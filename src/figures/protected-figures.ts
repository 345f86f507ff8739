import { formatCount } from '../ask/numbers.ts';
import { leastInShare, modeOf, notShown, ofWholeOnly, whyBands } from './disclosure.ts';
import { tellPlaces, type ToldPlace, type ToldPlaces } from './disclosure-places.ts';
import { noPlaces, placesWord } from './places.ts';
import { reachLabels, requireConsistent, windowRemark } from './reach-figure.ts';
import type { DisclosureMode } from '../policy/engine/types.ts';
import { addBands, bandOf, bandText, shareBand, shareOfKnown, shareText, type Band, type ShareBand } from './release-bands.ts';
import type { FigureBody, FigurePart, MeasureParams, PlacesCounts, ReachCounts } from './types.ts';

/** Reach as readers and channels may know it. Who has a place elsewhere is not told apart: a small number that few need. */
export interface ToldReach { readonly reached: Band; readonly others: Band; readonly notReached: Band; readonly unknown: Band }

/** Throws RangeError on counts that contradict each other. */
export function tellReach(counts: ReachCounts, mode?: DisclosureMode): ToldReach {
  requireConsistent(counts);
  const bandFor = (count: number): Band => bandOf(count, mode);
  const { reachedHere, reachedElsewhere, notReached, unknown } = counts;
  return { reached: bandFor(reachedHere + reachedElsewhere), others: bandFor(notReached + unknown), notReached: bandFor(notReached), unknown: bandFor(unknown) };
}

export const othersLabel = 'Niet bereikt of onbekend';

function reachParts({ reached, others, notReached, unknown }: ToldReach): FigurePart[] {
  return [
    { label: 'Bereikt', value: bandText(reached) }, { label: othersLabel, value: bandText(others) },
    { label: reachLabels.notReached, value: bandText(notReached) }, { label: reachLabels.unknown, value: bandText(unknown) },
  ];
}

const withShare = (share: ShareBand | undefined): { value: string; share?: ShareBand } => (share === undefined ? { value: notShown } : { value: shareText(share), share });

/** Reach as readers and channels may see it. Throws RangeError on counts that contradict each other. */
export function protectedReachFigure(counts: ReachCounts, params: MeasureParams): FigureBody {
  return ofWholeOnly(params, () => {
    const told = tellReach(counts, modeOf(params));
    const all = addBands([told.reached, told.others]);
    const share = shareBand(told.reached, told.others);
    return {
      ...withShare(share),
      basis: `${bandText(told.reached)} van ${bandText(all)} doelgroeppeuters`,
      parts: reachParts(told), chart: [],
      remarks: [...(share ? [] : [`Een percentage geven we hier pas vanaf ${leastInShare} kinderen.`]), whyBands, windowRemark(params)],
    };
  });
}

/** "12-16 van 16", "0 van 15". */
export const freeText = ({ free, offered }: Pick<ToldPlace, 'free' | 'offered'>): string => `${free.low === free.high ? formatCount(free.low) : `${formatCount(free.low)}-${formatCount(free.high)}`} van ${formatCount(offered)}`;

const told = (places: readonly PlacesCounts[], params: MeasureParams): ToldPlaces => tellPlaces(places, modeOf(params));
const remarksOn = (places: readonly PlacesCounts[]): string[] => (places.length === 0 ? [noPlaces] : [whyBands]);

/** Free places as readers and channels may see them. Throws RangeError on impossible counts. */
export function protectedFreePlacesFigure(places: readonly PlacesCounts[], params: MeasureParams): FigureBody {
  const all = told(places, params);
  const shown = all.places.filter(({ offered }) => offered > 0);
  return {
    value: freeText(all).replace(/ van .*$/, ''),
    ...(all.offered === 0 ? {} : { basis: `${freeText(all)} ${placesWord(all.offered)} vrij` }),
    denominator: all.offered,
    parts: shown.map((place) => ({ label: place.locationName, value: `${freeText(place)} vrij` })),
    chart: [], remarks: remarksOn(places),
  };
}

/** Children on VE places: the sum of the bands of the locations, which the free places tell as well. */
export function protectedTakenFigure(places: readonly PlacesCounts[], params: MeasureParams): FigureBody {
  const { taken, offered } = told(places, params);
  return { value: bandText(taken), ...(offered === 0 ? {} : { basis: `van ${formatCount(offered)} ${placesWord(offered)}` }), parts: [], chart: [], remarks: remarksOn(places) };
}

export function protectedOccupancyFigure(places: readonly PlacesCounts[], params: MeasureParams): FigureBody {
  const { taken, offered } = told(places, params);
  if (offered === 0) return { value: 'geen', parts: [], chart: [], remarks: [noPlaces] };
  const share = offered < leastInShare ? undefined : shareOfKnown(taken, offered);
  return { ...withShare(share), basis: `${bandText(taken)} van ${formatCount(offered)} ${placesWord(offered)} bezet`, parts: [], chart: [], remarks: [whyBands] };
}
