import type { Citation, Ground, MunicipalPolicy } from '../../engine/types.ts';

/** In force for the years 2025 to 2028; what comes after is not agreed yet. */
const FRAMEWORK: Citation = { document: 'Beleidskader OAB 2025-2028', status: 'read' };
const framework = { from: '2025-01-01', until: '2029-01-01', source: FRAMEWORK, checkedOn: '2026-11-22' } as const;

/** Before the framework: derived from the published table, the policy text of those years was not at hand. */
const before = { from: '2023-01-01', until: '2025-01-01', checkedOn: '2026-11-22' } as const;
const monitorOf2024 = (note: string): Citation => ({
  document: 'VVE-monitor Putten, kwartaal 1 van 2024',
  status: 'not-read',
  note,
});

/** The indicators and criteria of the consultatiebureau. */
const GROUNDS: readonly Ground[] = [
  { code: 'child_development', label: 'Ontwikkeling van het kind' },
  { code: 'parents_situation', label: 'Situatie van de ouders' },
];

export const policyData: MunicipalPolicy = {
  municipalityCode: '0273',
  municipalityName: 'Putten',
  windowStartMonths: [
    {
      ...before,
      value: 24,
      unit: 'months',
      source: monitorOf2024(
        'De gepubliceerde monitor telt kinderen vanaf 2 jaar; het beleidsdocument dat toen gold is niet gelezen.',
      ),
    },
    { ...framework, value: 24, unit: 'months' },
  ],
  hoursPerWeek: [{ ...framework, value: 16, unit: 'hours per week' }],
  hoursTotal: [{ ...framework, value: 960, unit: 'hours' }],
  indicatedBy: [{ ...framework, value: 'Het consultatiebureau (JGZ)', unit: 'text' }],
  grounds: [
    {
      ...before,
      value: GROUNDS,
      unit: 'grounds',
      source: monitorOf2024(
        'Aangenomen is dat dezelfde gronden golden als vanaf 2025; het beleidsdocument dat toen gold is niet gelezen.',
      ),
    },
    { ...framework, value: GROUNDS, unit: 'grounds' },
  ],
  targets: [{ ...framework, value: { measure: 'reach', atLeastPercent: 80, aimPercent: 100 }, unit: 'percent' }],
  minimumTargetToddlersInGroup: [],
  meetings: [{ ...framework, value: [{ name: 'VVE-werkgroep', timesPerYear: 4, note: 'waarvan 2 keer met casussen' }], unit: 'meetings' }],
  handover: [{ ...framework, value: 'Met toestemming van de ouders; de school koppelt na de overgang terug aan de voorschool', unit: 'text' }],
  parents: [{ ...framework, value: 'Jaarlijkse ouderbijeenkomsten', unit: 'text' }],
};
