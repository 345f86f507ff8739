import type { ExportModel, ExportRows } from '../../../src/records/export/types.ts';

/** Reach of Putten as an official exports it; the children are invented. */
export const reach: ExportModel = {
  fileName: 'bereik-putten-2024-03-31-KL-7F3K-9Q2M',
  title: 'Bereik · Putten',
  period: 'Kwartaal 1 van 2024, peildatum 31-03-2024',
  scope: 'Putten',
  value: '83,9%',
  basis: '26 van 31 doelgroeppeuters',
  numerator: 26,
  denominator: 31,
  target: 'Gehaald. Doel: minstens 80%, streven 100%',
  parts: [
    { label: 'Bereikt in de gemeente', value: '1.226', number: 1226 },
    { label: 'Onbekend', value: '<5' },
  ],
  definition: 'Doelgroeppeuters op een VE-plek, van alle doelgroeppeuters.',
  definitionVersion: 2,
  policy: [{ topic: 'Beginleeftijd', value: '2 jaar', source: 'Beleidskader OAB Putten 2025-2028, hoofdstuk 3' }],
  source: 'Beleidskader OAB Putten',
  remarks: ['Geteld zijn peuters van 2 jaar tot 4 jaar.'],
  reference: 'KL-7F3K-9Q2M',
  knownAs: 'zoals bekend op 02-04-2024 09:05',
  // Summer time: ten past ten at night in the Netherlands is another day in no zone, but another hour.
  madeOn: '2026-07-01T20:10:00Z',
};

/** Nothing but what every figure has. */
export const bare: ExportModel = {
  fileName: reach.fileName, title: reach.title, period: reach.period, scope: reach.scope, value: reach.value, parts: [], definition: reach.definition, definitionVersion: 2,
  policy: [], source: reach.source, remarks: [], reference: reach.reference, knownAs: reach.knownAs, madeOn: reach.madeOn,
};

export const rows: ExportRows = {
  columns: [
    { key: 'code', label: 'Code', kind: 'text' },
    { key: 'birthDate', label: 'Geboren', kind: 'date' },
    { key: 'hours', label: 'Uren per week', kind: 'number' },
  ],
  rows: [
    { code: 'PU-4KX7-9TM9', birthDate: '2022-01-31', hours: 16 },
    { code: 'PU-AAA2-AAAA', birthDate: null, hours: 12.5 },
  ],
  note: 'Een rij per kind.',
};
