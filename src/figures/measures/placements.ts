import { atLocations } from '../define.ts';
import { hasIndication, placedAt, placementRow, withoutHistory } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';

export const placementsMeasure = rowMeasure({
  id: 'placements',
  version: 1,
  title: 'Geplaatste kinderen',
  names: ['geplaatste kinderen', 'geplaatste peuters'],
  definition: 'Het aantal kinderen dat op de peildatum op een VE-plek zit, op de locaties van de gemeente, met of zonder indicatie en ook als het in een andere gemeente woont. Elk kind telt één keer per locatie.',
  unit: 'kinderen',
  source: 'Plaatsingen van de kinderopvang',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['taken-places', 'used', 'without-indication'],
  fold: 'count',
  words: ['kind', 'kinderen'],
  splitBy: 'provider',
  rows: (facts, { referenceDate }) => placedAt(facts, referenceDate).map((placement) => {
    const indicated = hasIndication(placement, referenceDate);
    return placementRow(placement, { numerator: 1, denominator: 0, status: indicated === undefined ? 'Indicatie niet te zien' : indicated ? 'Met indicatie' : 'Zonder indicatie' });
  }),
  notes: (facts, { referenceDate }) => {
    const placed = placedAt(facts, referenceDate);
    const are = (indicated: boolean | undefined): number => placed.filter((placement) => hasIndication(placement, referenceDate) === indicated).length;
    return { withIndication: are(true), without: are(false), unseen: are(undefined) };
  },
  basis: ({ numerator }) => `${counted(numerator, 'kind', 'kinderen')} op een VE-plek`,
  remarks: ({ notes = {} }) => [
    `Daarvan ${notes['withIndication'] ?? 0} met een geldige indicatie en ${notes['without'] ?? 0} zonder.`,
    ...withoutHistory(notes['unseen'] ?? 0, ''),
  ].map((remark) => remark.trim()),
});
