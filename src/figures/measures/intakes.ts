import { atLocations } from '../define.ts';
import { intakesIn, placementRow } from '../events.ts';
import { lateRecords, lateRemark } from '../late.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';

export const intakesMeasure = rowMeasure({
  id: 'intakes',
  version: 1,
  title: 'Instroom',
  names: ['instroom', 'nieuwe plaatsingen'],
  definition: 'Het aantal plaatsingen op een VE-plek waarvan de eerste dag in de periode ligt. Een kind dat naar een andere locatie gaat, telt daar opnieuw.',
  unit: 'plaatsingen',
  source: 'Plaatsingen van de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['exits', 'start-age'],
  fold: 'count',
  words: ['plaatsing', 'plaatsingen'],
  splitBy: 'location',
  color: 'good',
  rows: (facts, params) => intakesIn(facts, params).map((intake) => placementRow(intake, { numerator: 1, denominator: 0, status: 'Begonnen' })),
  notes: (facts, params) => lateRecords(intakesIn(facts, params)),
  basis: ({ numerator }) => `${counted(numerator, 'plaatsing', 'plaatsingen')} begonnen`,
  remarks: ({ notes }) => lateRemark(notes),
  whyWithheld: 'Voor lezers en in kanalen geven we de instroom niet: naast de uitstroom en de bezette plekken zou die kleine aantallen verraden. Vraag bijvoorbeeld “uitstroom kwartaal 1”.',
});
