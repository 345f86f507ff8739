import { nationalValue } from '../../policy/national/values.ts';
import { atLocations } from '../define.ts';
import { withoutHistory } from '../events.ts';
import { groupsAt } from '../groups.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { MeasureParams } from '../types.ts';

const agreed = ({ policy }: MeasureParams): number | undefined => policy.minimumTargetToddlersInGroup?.value;
const noAgreement = 'Geen afspraak vastgelegd over het aantal doelgroeppeuters in een groep. De groepen staan hier zonder oordeel.';

export const groupMixMeasure = rowMeasure({
  id: 'group-mix',
  version: 1,
  title: 'Groepsmix',
  names: ['groepsmix', 'groepssamenstelling', '4 op 16'],
  definition: 'Van de groepen waarin op de peildatum een kind op een VE-plek zit: de groepen met ten minste het afgesproken aantal kinderen met een geldige indicatie. Alle ingeschreven kinderen van de groep tellen mee.',
  unit: 'groepen',
  source: 'Plaatsingen van de kinderopvang, indicaties van de JGZ en de afspraak van de gemeente',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['group', 'location', 'provider', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  topics: ['minimumTargetToddlersInGroup'],
  related: ['groups', 'placements'],
  fold: 'count',
  linesOfDenominator: true,
  lineText: ({ status }) => status,
  words: ['groep', 'groepen'],
  splitBy: 'group',
  rows: (facts, params) => groupsAt(facts, params.referenceDate).map(({ row, children, indicated }) => {
    const minimum = agreed(params);
    return { ...row, numerator: minimum !== undefined && indicated >= minimum ? 1 : 0, denominator: 1, status: `${indicated} van ${counted(children, 'kind', 'kinderen')} met indicatie` };
  }),
  notes: (facts, { referenceDate }) => {
    const groups = groupsAt(facts, referenceDate);
    const limit = nationalValue('groupSize', referenceDate)?.value ?? Infinity;
    return { unseen: groups.reduce((sum, { unseen }) => sum + unseen, 0), tooLarge: groups.filter(({ children }) => children > limit).length };
  },
  value: ({ numerator, denominator }, params) => (agreed(params) === undefined ? 'geen afspraak' : `${numerator} van ${denominator}`),
  basis: ({ denominator }, params) => (agreed(params) === undefined ? counted(denominator, 'groep', 'groepen') : `groepen met ten minste ${agreed(params)} doelgroeppeuters`),
  remarks: ({ notes = {} }, params) => [
    ...(agreed(params) === undefined ? [noAgreement] : []),
    ...(notes['tooLarge'] ? [`In ${counted(notes['tooLarge'], 'groep', 'groepen')} staan meer dan 16 kinderen ingeschreven; er mogen er 16 tegelijk aanwezig zijn.`] : []),
    ...withoutHistory(notes['unseen'] ?? 0, 'Zij tellen niet als doelgroeppeuter.'),
  ],
});
