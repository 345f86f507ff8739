import type { Citation, Region } from '../engine/types.ts';

/** Since when is not known; from the year from which there is policy of the one member on record. */
const SOURCE: Citation = {
  document: 'Samenwerking in de regio Lekstroom',
  status: 'not-read',
  note: 'Een document van de regio over haar leden en hun begindatum is niet gelezen.',
};

export const lekstroom: Region = {
  id: 'lekstroom',
  name: 'Lekstroom',
  members: [
    { value: { municipalityCode: '0353', municipalityName: 'IJsselstein' }, from: '2023-01-01', unit: 'membership', source: SOURCE, checkedOn: '2026-11-22' },
  ],
  remark: 'De andere gemeenten van deze regio zijn niet vastgelegd.',
};
