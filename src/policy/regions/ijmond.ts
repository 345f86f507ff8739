import type { Citation, Region, RegionMember } from '../engine/types.ts';

const PLAN: Citation = {
  document: 'OAB-plan 2023-2026 van de IJmond',
  status: 'not-read',
  note: 'Bekend uit een gesprek van 09-12-2025 over het plan; het plan zelf is niet gelezen.',
};
const member = (value: RegionMember): Region['members'][number] =>
  ({ value, from: '2023-01-01', until: '2027-01-01', unit: 'membership', source: PLAN, checkedOn: '2026-11-22' });

export const ijmond: Region = {
  id: 'ijmond',
  name: 'IJmond',
  members: [
    member({ municipalityCode: '0375', municipalityName: 'Beverwijk' }),
    member({ municipalityCode: '0396', municipalityName: 'Heemskerk' }),
    member({ municipalityCode: '0453', municipalityName: 'Velsen' }),
  ],
};
