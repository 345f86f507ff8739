import { formatCount } from '../../ask/numbers.ts';
import { atLocations } from '../define.ts';
import { placedAt, placementRow, withoutBirthDate, type PlacementAt } from '../events.ts';
import { hoursUntilFour } from '../hours.ts';
import type { Facts } from '../facts.ts';
import { rowMeasure } from '../row-measure.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

function shortfallRow(placement: PlacementAt, params: MeasureParams): FigureRow {
  const hours = hoursUntilFour(placement, params);
  if (!hours) return placementRow(placement, { numerator: 0, denominator: 0, status: 'Geboortedatum niet te zien' });
  return placementRow(placement, { numerator: hours.shortfall > 0 ? 1 : 0, denominator: 1, status: hours.shortfall > 0 ? `${formatCount(hours.shortfall)} uur tekort` : `Haalt ${formatCount(hours.norm)} uur` });
}

function totals(facts: Facts, params: MeasureParams): Record<string, number> {
  const all = placedAt(facts, params.referenceDate).map((placement) => hoursUntilFour(placement, params));
  return { hours: all.reduce((sum, hours) => sum + (hours?.shortfall ?? 0), 0), unseen: all.filter((hours) => hours === undefined).length };
}

export const hoursShortfallMeasure = rowMeasure({
  id: 'hours-shortfall',
  version: 1,
  title: 'Urentekort',
  names: ['urentekort', 'tekort aan uren', 'kinderen onder 960 uur'],
  definition:
    'De kinderen op een VE-plek op de peildatum die tot hun 4e verjaardag naar verwachting minder uren krijgen dan 960 (of wat de gemeente afsprak), als er na die dag niets verandert; een uitstroom of start van later telt niet mee. ' +
    'Uren voor 2,5 jaar en boven 6 per dag tellen niet mee. Een late start geeft een tekort en is geen overtreding.',
  unit: 'kinderen',
  source: 'Plaatsingen van de kinderopvang; Besluit basisvoorwaarden kwaliteit voorschoolse educatie, artikel 2',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  topics: ['hoursTotal'],
  related: ['hours', 'start-age'],
  fold: 'count',
  linesOfDenominator: true,
  words: ['geplaatst kind', 'geplaatste kinderen'],
  splitBy: 'location',
  color: 'warning',
  rows: (facts, params) => placedAt(facts, params.referenceDate).map((placement) => shortfallRow(placement, params)),
  notes: totals,
  remarks: ({ notes = {} }) => [
    ...(notes['hours'] ? [`Samen komen zij ongeveer ${formatCount(notes['hours'])} uur tekort.`] : []),
    ...withoutBirthDate(notes['unseen'] ?? 0, 'Zij tellen hier niet mee.'),
  ],
});
