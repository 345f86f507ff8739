import type { Citation, MunicipalPolicy } from '../../engine/types.ts';
import { GROUNDS } from './grounds.ts';

/** In force for the years 2025 to 2029; what comes after is not agreed yet. */
const POLICY: Citation = { document: 'Onderwijskansenbeleid 2025-2029', status: 'read' };
const policy = { from: '2025-01-01', until: '2030-01-01', source: POLICY, checkedOn: '2026-11-22' } as const;

/** Before that: derived from the published monitor, the policy text of those years was not at hand. */
const before = { from: '2023-01-01', until: '2025-01-01', checkedOn: '2026-11-22' } as const;
const monitorOf2023 = (note: string): Citation => ({
  document: 'VVE-monitor IJsselstein over 2023, peildatum 01-01-2024',
  status: 'not-read',
  note,
});

export const policyData: MunicipalPolicy = {
  municipalityCode: '0353',
  municipalityName: 'IJsselstein',
  windowStartMonths: [
    {
      ...before,
      value: 30,
      unit: 'months',
      source: monitorOf2023('De gepubliceerde monitor telt indicaties tussen 2,5 en 4 jaar; het beleidsdocument dat toen gold is niet gelezen.'),
    },
    { ...policy, value: 30, unit: 'months', remark: 'Een begin vanaf 2 jaar wordt onderzocht.' },
  ],
  hoursPerWeek: [{ ...policy, value: 16, unit: 'hours per week' }],
  hoursTotal: [],
  dayparts: [{ ...policy, value: { atLeast: 3, atMost: 4 }, unit: 'day parts per week' }],
  indicatedBy: [{ ...policy, value: 'Het consultatiebureau van GGDrU', unit: 'text' }],
  grounds: [
    {
      ...before,
      value: GROUNDS,
      unit: 'grounds',
      source: monitorOf2023(
        'De gepubliceerde monitor noemt deze drie gronden en telt er 118 bij 77 indicaties; dat hij kenmerken telt, is daaruit afgeleid. '
        + 'Welke kenmerken toen golden is niet gelezen: die van het beleid vanaf 2025 zijn aangehouden.',
      ),
    },
    { ...policy, value: GROUNDS, unit: 'grounds', remark: 'Hoe er geteld wordt staat niet in het beleid; aangehouden is de monitor over 2023.' },
  ],
  groundsExclude: [{ ...policy, value: 'Niet voor kinderen met een aangeboren cognitieve of lichamelijke beperking, tenzij dat is afgesproken', unit: 'text' }],
  targets: [{ ...policy, value: { measure: 'reach', atLeastPercent: 100 }, unit: 'percent', remark: 'Alle kinderen met een indicatie nemen deel.' }],
  minimumTargetToddlersInGroup: [{ ...policy, value: 4, unit: 'children', remark: 'In een groep van 16 kinderen.' }],
  groupStaff: [{ ...policy, value: 'Twee beroepskrachten met mbo 3 of hoger en een VE-certificaat', unit: 'text' }],
  meetings: [
    {
      ...policy,
      value: [
        { name: 'Stedelijke Regiegroep', timesPerYear: 4, isMinimum: true },
        { name: 'Lokale Educatieve Agenda (LEA)', timesPerYear: 3 },
      ],
      unit: 'meetings',
    },
  ],
  handover: [{ ...policy, value: 'Eén formulier voor alle VE-aanbieders, in het kwaliteitskader', unit: 'text' }],
  parents: [{ ...policy, value: 'Een huisbezoek 3 maanden na de start en 6 ouderbijeenkomsten per jaar', unit: 'text' }],
};
