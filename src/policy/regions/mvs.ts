import type { Citation, Region, RegionMember } from '../engine/types.ts';

/** Since when the three work together is not known; from the year from which there is policy of one of them. */
const SOURCE: Citation = {
  document: 'Samenwerking van Maassluis, Vlaardingen en Schiedam (MVS)',
  status: 'not-read',
  note: 'Een document van de regio over haar leden en hun begindatum is niet gelezen.',
};
const member = (value: RegionMember): Region['members'][number] =>
  ({ value, from: '2023-01-01', unit: 'membership', source: SOURCE, checkedOn: '2026-11-22' });

export const mvs: Region = {
  id: 'mvs',
  name: 'MVS',
  members: [
    member({ municipalityCode: '0556', municipalityName: 'Maassluis' }),
    member({ municipalityCode: '0622', municipalityName: 'Vlaardingen' }),
    member({ municipalityCode: '0606', municipalityName: 'Schiedam' }),
  ],
  remark: 'Van Vlaardingen en Schiedam is geen beleid vastgelegd.',
};
