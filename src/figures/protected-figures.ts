import type { ChartPart, FigureBody, FigureParams, FigurePart, PlacesCounts, ReachCounts } from './types.ts';
import { formatCount } from '../ask/numbers.ts';
import { defaultDisclosure, protectReach, type Cell, type DisclosureOptions, type ProtectedReach } from './disclosure.ts';
import { protectPlaces, type ProtectedPlace } from './disclosure-places.ts';
import { emptyReach, noTargetToddlers, reachLabels, windowRemark } from './reach-figure.ts';
import { maxBars, noPlaces, placesWord } from './places.ts';

export const notShown = 'niet getoond';
/** Data are missing without which any number would pretend. */
export const cannotBeGiven = 'niet te geven';
export const whyProtected = 'Kleine aantallen laten we hier niet zien, zodat niemand een kind kan herkennen.';
export const whyWithheld = 'Het gaat om zo weinig kinderen dat we dit cijfer hier niet laten zien. Zo kan niemand een kind herkennen.';

export function cellText(cell: Cell): string {
  if (cell.kind === 'count') return formatCount(cell.count);
  return cell.kind === 'fewer-than' ? `<${cell.limit}` : notShown;
}

type ShownReach = Extract<ProtectedReach, { kind: 'shown' }>;

const bothHidden = (a: Cell, b: Cell): boolean => a.kind === 'hidden' && b.kind === 'hidden';
const othersLabel = 'Niet bereikt of onbekend';

/** A pair that is wholly hidden is one line with its sum. */
function reachParts(reach: ShownReach): FigurePart[] {
  const { reachedHere, reachedElsewhere, notReached, unknown } = reach;
  const pair = (sum: readonly [string, Cell], a: readonly [string, Cell], b: readonly [string, Cell]): FigurePart[] =>
    (bothHidden(a[1], b[1]) ? [sum] : [a, b]).map(([label, cell]) => ({ label, value: cellText(cell) }));
  return [
    ...pair(['Bereikt', reach.reached], [reachLabels.reachedHere, reachedHere], [reachLabels.reachedElsewhere, reachedElsewhere]),
    ...pair([othersLabel, reach.others], [reachLabels.notReached, notReached], [reachLabels.unknown, unknown]),
  ];
}

function reachChart({ reached, others }: ShownReach): ChartPart[] {
  if (reached.kind !== 'count' || others.kind !== 'count') return [];
  return [
    { label: 'Bereikt', value: reached.count, color: 'good' },
    { label: othersLabel, value: others.count, color: 'attention' },
  ];
}

/** Reach as readers and channels may see it. Throws RangeError as `protectReach` does. */
export function protectedReachFigure(counts: ReachCounts, params: FigureParams, options: DisclosureOptions = defaultDisclosure): FigureBody {
  const reach = protectReach(counts, options);
  if (reach.kind === 'none') return emptyReach('geen', [noTargetToddlers, windowRemark(params)]);
  if (reach.kind === 'withheld') return emptyReach(notShown, [whyWithheld, windowRemark(params)]);
  const exact = reach.reached.kind === 'count' ? { numerator: reach.reached.count, denominator: reach.total } : {};
  const basis = `${cellText(reach.reached)} van ${formatCount(reach.total)} doelgroeppeuters`;
  const parts = reachParts(reach);
  const complete = [reach.reachedHere, reach.reachedElsewhere, reach.notReached, reach.unknown].every(({ kind }) => kind === 'count');
  return {
    value: reach.percent ?? (reach.reached.kind === 'hidden' ? notShown : basis.replace(' doelgroeppeuters', '')),
    ...(reach.reached.kind === 'hidden' ? { basis: `${formatCount(reach.total)} doelgroeppeuters` } : { basis }),
    ...exact,
    parts,
    chart: reachChart(reach),
    remarks: [...(complete ? [] : [whyProtected]), windowRemark(params)],
  };
}

function freeText({ atLeastFree, exact, offered }: ProtectedPlace): string {
  if (exact) return `${formatCount(atLeastFree)} van ${formatCount(offered)} vrij`;
  return atLeastFree === 0 ? notShown : `minstens ${formatCount(atLeastFree)} van ${formatCount(offered)} vrij`;
}

/** Free places as readers and channels may see them. Throws RangeError as `protectPlaces` does. */
export function protectedFreePlacesFigure(places: readonly PlacesCounts[], options: DisclosureOptions = defaultDisclosure): FigureBody {
  const { places: all, offered, atLeastFree, exact } = protectPlaces(places, options);
  const shown = all.filter((place) => place.offered > 0);
  const least = exact ? formatCount(atLeastFree) : `minstens ${formatCount(atLeastFree)}`;
  const bars = shown.map((place): ChartPart => ({ label: place.locationName, value: place.atLeastFree, color: place.atLeastFree > 0 ? 'good' : 'warning' }));
  return {
    value: least,
    ...(offered === 0 ? {} : { basis: `${least} van ${formatCount(offered)} ${placesWord(offered)} vrij` }),
    ...(exact ? { numerator: atLeastFree } : {}),
    denominator: offered,
    parts: shown.map((place) => ({ label: place.locationName, value: freeText(place) })),
    chart: exact && bars.length <= maxBars ? bars : [],
    remarks: [...(offered === 0 ? [noPlaces] : []), ...(exact ? [] : [whyProtected])],
  };
}
