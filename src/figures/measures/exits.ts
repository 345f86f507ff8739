import { addDays } from '../../policy/engine/days.ts';
import { atLocations } from '../define.ts';
import { exitReasonLabel, exitsIn, placementRow } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';

export const exitsMeasure = rowMeasure({
  id: 'exits',
  version: 1,
  title: 'Uitstroom',
  names: ['uitstroom', 'vertrokken kinderen'],
  definition: 'Het aantal plaatsingen op een VE-plek waarvan de laatste dag in de periode ligt, naar de reden van vertrek. Elke plaatsing heeft één reden.',
  unit: 'plaatsingen',
  source: 'Uitstroom, vastgelegd door de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['reason', 'location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['locations'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['early-exits', 'intakes'],
  fold: 'count',
  words: ['plaatsing', 'plaatsingen'],
  splitBy: 'reason',
  rows: (facts, params) => exitsIn(facts, params).map((exit) =>
    placementRow(exit, { numerator: 1, denominator: 0, status: exitReasonLabel(exit.exitReason), day: exit.end && addDays(exit.end, -1) })),
  basis: ({ numerator }) => `${counted(numerator, 'plaatsing', 'plaatsingen')} geëindigd`,
  toldByQuarter: true,
});
