import { atLocations, defineMeasure } from '../define.ts';
import { countPlaces, ofKnown, placeRows, toldOfKnown, type PlaceRow } from '../place-rows.ts';
import { protectedOccupancyFigure } from '../protected-figures.ts';
import { occupancyFigure } from '../taken-figure.ts';
import { withoutBreakdown } from '../targets.ts';

export const occupancyMeasure = defineMeasure<readonly PlaceRow[]>({
  id: 'occupancy',
  version: 1,
  title: 'Bezetting',
  names: ['bezetting', 'bezettingsgraad', 'bezettingspercentage'],
  definition: 'Het aantal bezette VE-plekken als deel van de VE-plekken die op de peildatum worden aangeboden. Boven de 100% zitten er meer kinderen dan er plekken zijn.',
  unit: 'VE-plekken',
  source: 'Plaatsingen van de kinderopvang en opgaven van VE-plekken per locatie',
  periodKind: 'day',
  seenBy: atLocations,
  protectedAs: 'today',
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  splitBy: 'location',
  reads: ['locations'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster'],
  related: ['free-places', 've-places'],
  count: countPlaces,
  rows: (facts, params) => placeRows(facts, params, ({ offered, taken }) => ({ numerator: taken, denominator: offered, status: 'Bezet' })),
  exact: (rows) => ofKnown(rows, occupancyFigure),
  safe: (rows, params) => withoutBreakdown(toldOfKnown(rows, (known) => protectedOccupancyFigure(known, params)), params),
});
