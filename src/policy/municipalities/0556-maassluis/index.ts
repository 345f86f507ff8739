import type { Citation, Ground, MunicipalPolicy } from '../../engine/types.ts';

/** Adopted in November 2022; the document names no last year. */
const POLICY: Citation = { document: 'Onderwijskansenbeleid vanaf 2023, van november 2022', status: 'read' };
const policy = { from: '2023-01-01', source: POLICY, checkedOn: '2026-11-22' } as const;

/** The four characteristics of the definition; one or more is enough. */
const GROUNDS: readonly Ground[] = [
  {
    code: 'development_delay',
    label: 'Achterstand, of reële kans daarop, in Nederlands, motoriek of sociaal-emotionele ontwikkeling (gemeten door het CJG)',
  },
  {
    code: 'home_language_and_education',
    label: 'Thuistaal niet Nederlands en opleiding van de ouders ten hoogste mbo 4',
    needs: 'all',
    characteristics: [
      { code: 'home_language_not_dutch', label: 'De thuistaal is niet Nederlands' },
      { code: 'education_at_most_mbo_4', label: 'De opleiding van de ouders is ten hoogste mbo 4' },
    ],
  },
  { code: 'parents_education', label: 'Opleiding van de ouders lager dan mbo 1, of lbo, vbo, praktijkonderwijs of vmbo basis of kader' },
  { code: 'professional_judgement', label: 'Professioneel oordeel van het CJG over de omgeving van het kind (de verpleegkundige overlegt met de arts)' },
];

export const policyData: MunicipalPolicy = {
  municipalityCode: '0556',
  municipalityName: 'Maassluis',
  windowStartMonths: [{ ...policy, value: 30, unit: 'months' }],
  generalStartMonths: [{ ...policy, value: 24, unit: 'months' }],
  hoursPerWeek: [],
  hoursTotal: [{ ...policy, value: 960, unit: 'hours' }],
  extraDayparts: [{ ...policy, value: { count: 2, fromMonths: 30 }, unit: 'day parts per week' }],
  indicatedBy: [{ ...policy, value: 'CJG Rijnmond, de arts of de verpleegkundige', unit: 'text' }],
  grounds: [{ ...policy, value: GROUNDS, unit: 'grounds' }],
  reIndication: [{ ...policy, value: { requestedBy: 'de kinderopvang', basis: 'objectieve observaties' }, unit: 'procedure' }],
  targets: [
    { ...policy, value: { measure: 'reach', atLeastPercent: 100 }, unit: 'percent', remark: 'Alle doelgroeppeuters nemen deel.' },
    { ...policy, value: { measure: 'to-school-at-4', atLeastPercent: 100 }, unit: 'percent', remark: 'Alle kinderen gaan op hun 4e naar school.' },
  ],
  minimumTargetToddlersInGroup: [],
  groupComposition: [{ ...policy, value: 'Gemengde groepen', unit: 'text' }],
  meetings: [{ ...policy, value: [{ name: 'Werkgroep VVE' }, { name: 'Lokale Educatieve Agenda (LEA)' }], unit: 'meetings' }],
  clusters: [{ ...policy, value: ['Oost', 'Midden', 'West'], unit: 'clusters' }],
  handover: [{ ...policy, value: 'Een standaardformulier van de kinderopvang naar de school', unit: 'text' }],
  parents: [{ ...policy, value: 'Ouderprogramma’s en ouderkamers', unit: 'text' }],
};
