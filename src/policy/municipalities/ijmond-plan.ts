import type { Citation, MunicipalPolicy } from '../engine/types.ts';

/** One plan for three municipalities, known from a talk about it. Age and grounds are each municipality's own, and not on record. */
export const PLAN: Citation = {
  document: 'OAB-plan 2023-2026 van de IJmond',
  status: 'not-read',
  note: 'Bekend uit een gesprek van 09-12-2025 over het plan; het plan zelf is niet gelezen.',
};
const plan = { from: '2023-01-01', until: '2027-01-01', source: PLAN, checkedOn: '2026-11-22' } as const;

/** What the plan says for each of its municipalities. */
export const agreedInPlan: Omit<MunicipalPolicy, 'municipalityCode' | 'municipalityName'> = {
  windowStartMonths: [],
  hoursPerWeek: [],
  hoursTotal: [{ ...plan, value: 960, unit: 'hours' }],
  indicatedBy: [{ ...plan, value: 'JGZ Kennemerland', unit: 'text' }],
  grounds: [],
  targets: [],
  minimumTargetToddlersInGroup: [],
  aims: [{ ...plan, value: 'Een hoger bereik, betere toeleiding en gezamenlijke monitoring', unit: 'text' }],
  meetings: [{ ...plan, value: [{ name: 'Regionale LEA (REA)' }], unit: 'meetings' }],
  handover: [{ ...plan, value: 'Werkafspraken, nog niet op elkaar afgestemd', unit: 'text' }],
  parents: [{ ...plan, value: 'Inventarisatie', unit: 'text' }],
};
