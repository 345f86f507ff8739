import { atLocations, defineMeasure } from '../define.ts';
import { countPlaces, ofKnown, placeRows, toldOfKnown, type PlaceRow } from '../place-rows.ts';
import { protectedTakenFigure } from '../protected-figures.ts';
import { takenFigure } from '../taken-figure.ts';
import { withoutBreakdown } from '../targets.ts';

export const takenPlacesMeasure = defineMeasure<readonly PlaceRow[]>({
  id: 'taken-places',
  version: 1,
  title: 'Bezette plekken',
  names: ['bezette plekken', 'bezette plaatsen', 'bezette ve-plaatsen'],
  definition: 'Het aantal VE-plekken waarop op de peildatum een kind zit. Elk kind telt één keer per locatie, met of zonder indicatie en ook als het in een andere gemeente woont.',
  unit: 'VE-plekken',
  source: 'Plaatsingen van de kinderopvang en opgaven van VE-plekken per locatie',
  periodKind: 'day',
  seenBy: atLocations,
  protectedAs: 'today',
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  splitBy: 'location',
  reads: ['locations'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster'],
  related: ['occupancy', 'free-places'],
  count: countPlaces,
  rows: (facts, params) => placeRows(facts, params, ({ offered, taken }) => ({ numerator: taken, denominator: offered, status: 'Bezet' })),
  exact: (rows) => ofKnown(rows, takenFigure),
  safe: (rows, params) => withoutBreakdown(toldOfKnown(rows, (known) => protectedTakenFigure(known, params)), params),
});
