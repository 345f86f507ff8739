import { formatCount } from '../../ask/numbers.ts';
import { addDays } from '../../policy/engine/days.ts';
import { atLocations } from '../define.ts';
import { exitReasonLabel, exitsIn, isEarly, placementRow, withoutBirthDate } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';

export const earlyExitsMeasure = rowMeasure({
  id: 'early-exits',
  version: 1,
  title: 'Vroegtijdige uitstroom',
  names: ['vroegtijdige uitstroom', 'voortijdige uitstroom', 'tussentijdse uitstroom'],
  definition: 'Het aantal plaatsingen op een VE-plek dat in de periode eindigde voordat het kind 4 jaar werd: de eerste dag zonder plek ligt voor de 4e verjaardag.',
  unit: 'plaatsingen',
  source: 'Uitstroom, vastgelegd door de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['reason', 'location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['locations'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['exits', 'intakes'],
  fold: 'count',
  words: ['geëindigde plaatsing', 'geëindigde plaatsingen'],
  splitBy: 'reason',
  color: 'warning',
  rows: (facts, params) => exitsIn(facts, params).map((exit) =>
    placementRow(exit, { numerator: isEarly(exit) === true ? 1 : 0, denominator: 1, status: exitReasonLabel(exit.exitReason), day: exit.end && addDays(exit.end, -1) })),
  notes: (facts, params) => ({ withoutBirthDate: exitsIn(facts, params).filter((exit) => isEarly(exit) === undefined).length }),
  basis: ({ numerator, denominator }) => `${formatCount(numerator)} van ${formatCount(denominator)} geëindigde plaatsingen`,
  remarks: ({ notes }) => withoutBirthDate(notes?.['withoutBirthDate'] ?? 0, 'Zo’n plaatsing telt hier niet als vroegtijdig.'),
  toldByQuarter: true,
});
