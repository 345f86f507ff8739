import type { Citation, MunicipalPolicy } from '../engine/types.ts';

/** One plan for five municipalities, known from a talk about it. Each keeps its own definition, which is not on record. */
export const PLAN: Citation = {
  document: 'OAB-plan 2023-2026 van De Bevelanden',
  status: 'not-read',
  note: 'Bekend uit een gesprek van 09-12-2025 over het plan; het plan zelf is niet gelezen.',
};
const plan = { from: '2023-01-01', until: '2027-01-01', source: PLAN, checkedOn: '2026-11-22' } as const;

/** What the plan says for each of its municipalities. The start age differs between them, and which one uses which is not known: absent. */
export const agreedInPlan: Omit<MunicipalPolicy, 'municipalityCode' | 'municipalityName'> = {
  windowStartMonths: [],
  hoursPerWeek: [],
  hoursTotal: [{ ...plan, value: 960, unit: 'hours' }],
  indicatedBy: [{ ...plan, value: 'De jeugdgezondheidszorg (JGZ)', unit: 'text' }],
  grounds: [],
  definitionReview: [{ ...plan, value: 'Een brede maar betaalbare doelgroepdefinitie, die twee keer per planperiode wordt geëvalueerd', unit: 'text' }],
  targets: [
    { ...plan, value: { measure: 'reach-all-toddlers', atLeastPercent: 90 }, unit: 'percent', remark: 'Van alle peuters, in een erkende VE-voorziening.' },
    { ...plan, value: { measure: 'reach', atLeastPercent: 100 }, unit: 'percent', remark: 'Van de doelgroeppeuters, op een VE-plek.' },
  ],
  minimumTargetToddlersInGroup: [],
  meetings: [
    {
      ...plan,
      value: [{ name: 'Kerngroepoverleg' }, { name: 'Analyse van het bereik per gemeente', timesPerYear: 2 }],
      unit: 'meetings',
    },
  ],
  handover: [{ ...plan, value: 'Samenwerkingskaders per cluster', unit: 'text' }],
  parents: [{ ...plan, value: 'Werkgroep', unit: 'text' }],
};
