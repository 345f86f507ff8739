import { formatCount } from '../../ask/numbers.ts';
import { nationalValue } from '../../policy/national/values.ts';
import { hasIndication, placedAt, placementRow, withoutBirthDate } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';
import { inWindow } from '../targets.ts';
import { recordKeepers } from '../define.ts';
import { inspectorateStartMonths } from './reach-inspectorate.ts';

export const policyOfficerHoursMeasure = rowMeasure({
  id: 'policy-officer-hours',
  version: 1,
  title: 'Uren beleidsmedewerker VE',
  names: ['uren beleidsmedewerker', 'uren pedagogisch beleidsmedewerker', 'beleidsmedewerker ve'],
  definition: 'Het wettelijke aantal uren per jaar van de pedagogisch beleidsmedewerker VE: 10 uur voor elke doelgroeppeuter van 2,5 tot 4 jaar die op 1 januari van het jaar op een VE-plek van de locatie zit.',
  unit: 'uur per jaar',
  source: 'Besluit basisvoorwaarden kwaliteit voorschoolse educatie, artikel 2a; plaatsingen en indicaties uit de registratie',
  periodKind: 'day',
  seenBy: recordKeepers,
  breakdowns: ['location', 'provider'],
  reads: ['history'],
  parts: ['location', 'provider'],
  speaksOf: (day) => `${day.slice(0, 4)}-01-01`,
  related: ['placements', 'hours'],
  fold: 'count',
  words: ['doelgroeppeuter', 'doelgroeppeuters'],
  splitBy: 'location',
  rows: (facts, { referenceDate }) => {
    const perToddler = nationalValue('policyOfficerHoursPerToddler', referenceDate)?.value ?? 0;
    return placedAt(facts, referenceDate).map((placement) => {
      const { birthDate } = placement;
      const isTarget = birthDate !== undefined && inWindow({ birthDate }, inspectorateStartMonths, referenceDate) && hasIndication(placement, referenceDate) === true;
      return placementRow(placement, isTarget ? { numerator: perToddler, denominator: 1, status: 'Doelgroeppeuter' } : { numerator: 0, denominator: 0, status: 'Telt niet mee' });
    });
  },
  notes: (facts, { referenceDate }) => ({ unseen: placedAt(facts, referenceDate).filter(({ birthDate }) => birthDate === undefined).length, known: nationalValue('policyOfficerHoursPerToddler', referenceDate) ? 1 : 0 }),
  value: ({ numerator }) => `${formatCount(numerator)} uur`,
  basis: ({ denominator }, { referenceDate }) => `voor ${counted(denominator, 'doelgroeppeuter', 'doelgroeppeuters')} op 1 januari ${referenceDate.slice(0, 4)}`,
  remarks: ({ notes = {} }) => [
    ...(notes['known'] === 0 ? ['Op deze dag gold deze regel nog niet.'] : []),
    ...withoutBirthDate(notes['unseen'] ?? 0, 'Zij tellen hier niet mee.'),
  ],
});
