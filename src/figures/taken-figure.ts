import { formatCount, formatPercent } from '../ask/numbers.ts';
import { linesOf, maxBars, noPlaces, placesWord, requirePlaces, sumOf } from './places.ts';
import { partsOf } from './rows.ts';
import type { FigureBody, PlacesCounts } from './types.ts';

/** Children on VE places. Throws RangeError on impossible counts. */
export function takenFigure(places: readonly PlacesCounts[]): FigureBody {
  requirePlaces(places);
  const lines = linesOf(places.filter(({ offered, taken }) => offered > 0 || taken > 0));
  const taken = sumOf(lines.map((line) => line.taken));
  const offered = sumOf(lines.map((line) => line.offered));
  const rows = lines.map(({ label, taken: count }) => ({ label, count }));
  return {
    value: formatCount(taken),
    ...(offered === 0 ? {} : { basis: `van ${formatCount(offered)} ${placesWord(offered)}` }),
    numerator: taken,
    denominator: offered,
    parts: partsOf(rows),
    chart: rows.length > maxBars ? [] : rows.map(({ label, count }) => ({ label, value: count, color: 'neutral' as const })),
    remarks: lines.length === 0 ? [noPlaces] : [],
  };
}

const share = (taken: number, offered: number): string => (offered === 0 ? 'geen VE-plekken' : formatPercent(taken, offered));

/** Taken of what is offered; above 100% where more children came than there are places. */
export function occupancyFigure(places: readonly PlacesCounts[]): FigureBody {
  const { numerator = 0, denominator = 0, remarks } = takenFigure(places);
  const lines = linesOf(places.filter(({ offered, taken }) => offered > 0 || taken > 0));
  return {
    value: denominator === 0 ? 'geen' : formatPercent(numerator, denominator),
    ...(denominator === 0 ? {} : { basis: `${formatCount(numerator)} van ${formatCount(denominator)} ${placesWord(denominator)} bezet` }),
    numerator,
    denominator,
    parts: lines.map(({ label, taken, offered }) => ({ label, value: offered === 0 ? `${formatCount(taken)} zonder VE-plek` : `${share(taken, offered)} (${formatCount(taken)} van ${formatCount(offered)})` })),
    chart: [],
    remarks: denominator === 0 ? [noPlaces] : remarks,
  };
}
