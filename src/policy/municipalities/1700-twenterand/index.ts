import type { Citation, Ground, MunicipalPolicy } from '../../engine/types.ts';

/** An account of what holds, not a plan with a last year: in force until something else is recorded. */
const ACCOUNT: Citation = { document: 'Jaarverantwoording LEA/vve 2024', status: 'read' };
const account = { from: '2024-01-01', source: ACCOUNT, checkedOn: '2026-11-22' } as const;

/** The elements of the target-group definition. */
const GROUNDS: readonly Ground[] = [
  { code: 'parents_education', label: 'Opleiding van de ouders' },
  { code: 'parents_language', label: 'Taalniveau van de ouders' },
  { code: 'child_language', label: 'Taal van het kind' },
  { code: 'country_of_origin', label: 'Land van herkomst' },
  { code: 'length_of_stay', label: 'Verblijfsduur' },
  { code: 'child_development', label: 'Ontwikkeling van het kind' },
  { code: 'home_language', label: 'Thuistaal' },
  { code: 'financial_situation', label: 'Financiële situatie (schuldsanering)' },
  { code: 'family_situation', label: 'Gezinssituatie' },
  { code: 'youth_doctor_judgement', label: 'Oordeel van de jeugdarts' },
];

export const policyData: MunicipalPolicy = {
  municipalityCode: '1700',
  municipalityName: 'Twenterand',
  windowStartMonths: [{ ...account, value: 30, unit: 'months' }],
  hoursPerWeek: [],
  hoursTotal: [{ ...account, value: 960, unit: 'hours' }],
  indicatedBy: [{ ...account, value: 'De jeugdgezondheidszorg (JGZ / GGD)', unit: 'text' }],
  grounds: [{ ...account, value: GROUNDS, unit: 'grounds' }],
  targets: [
    { ...account, value: { measure: 'level-1f-group-8', atLeastPercent: 100 }, unit: 'percent', remark: 'Lokale pilot: referentieniveau 1F aan het einde van groep 8.' },
    { ...account, value: { measure: 'level-2f-group-8', atLeastPercent: 95 }, unit: 'percent', remark: 'Lokale pilot: referentieniveau 2F aan het einde van groep 8.' },
  ],
  minimumTargetToddlersInGroup: [],
  groupComposition: [{ ...account, value: 'Gemengde groepen, afgesproken met de aanbieders', unit: 'text' }],
  meetings: [{ ...account, value: [{ name: 'LEA/OOGO' }, { name: 'Werkgroep per dorp' }], unit: 'meetings' }],
  handover: [{ ...account, value: 'Nieuwe afspraken uit 2022 tussen scholen en kinderopvang', unit: 'text' }],
};
