import type { Citation, Region, RegionMember } from '../engine/types.ts';

const PLAN: Citation = {
  document: 'OAB-plan 2023-2026 van De Bevelanden',
  status: 'not-read',
  note: 'Bekend uit een gesprek van 09-12-2025 over het plan; het plan zelf is niet gelezen.',
};
const member = (value: RegionMember): Region['members'][number] =>
  ({ value, from: '2023-01-01', until: '2027-01-01', unit: 'membership', source: PLAN, checkedOn: '2026-11-22' });

export const deBevelanden: Region = {
  id: 'de-bevelanden',
  name: 'De Bevelanden',
  members: [
    member({ municipalityCode: '0654', municipalityName: 'Borsele' }),
    member({ municipalityCode: '1695', municipalityName: 'Noord-Beveland' }),
    member({ municipalityCode: '0678', municipalityName: 'Kapelle' }),
    member({ municipalityCode: '0664', municipalityName: 'Goes' }),
    member({ municipalityCode: '0703', municipalityName: 'Reimerswaal' }),
  ],
};
