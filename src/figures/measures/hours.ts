import { countedHoursPerWeek } from '../../policy/national/hours.ts';
import { atLocations } from '../define.ts';
import { placedAt, placementRow } from '../events.ts';
import { agreedByAll, policiesOf } from '../labels.ts';
import { rowMeasure } from '../row-measure.ts';
import { counted } from '../rows.ts';

const noAgreement = 'Geen afspraak vastgelegd over het aantal uren per week. Gemiddeld 16 uur per week volgt uit 960 uur in anderhalf jaar.';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const hoursMeasure = rowMeasure({
  id: 'hours',
  version: 1,
  title: 'VE-uren per week',
  names: ['ve-uren', 'uren per week', 'aangeboden uren'],
  definition: 'Het gemiddelde aantal uren per week van de kinderen die op de peildatum op een VE-plek zitten. Uren boven 6 per dag tellen niet mee.',
  unit: 'uur per week',
  source: 'Plaatsingen van de kinderopvang; Besluit basisvoorwaarden kwaliteit voorschoolse educatie, artikel 2',
  periodKind: 'day',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['locations'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  topics: ['hoursPerWeek'],
  related: ['hours-shortfall', 'placements'],
  fold: 'average',
  words: ['kind', 'kinderen'],
  per: 'uur per week',
  rows: (facts, { referenceDate }) => placedAt(facts, referenceDate).map((placement) => {
    const hours = countedHoursPerWeek({ birthDate: referenceDate, startDate: placement.start, hoursPerWeek: placement.hoursPerWeek, daysPerWeek: placement.daysPerWeek });
    return placementRow(placement, { numerator: hours, denominator: 1, status: `${String(hours).replace('.', ',')} uur per week` });
  }),
  notes: (facts, { referenceDate, policy }) => ({
    below: placedAt(facts, referenceDate).filter((placement) =>
      countedHoursPerWeek({ birthDate: referenceDate, startDate: placement.start, hoursPerWeek: placement.hoursPerWeek, daysPerWeek: placement.daysPerWeek }) < (policy.hoursPerWeek?.value ?? 0)).length,
  }),
  remarks: ({ notes = {}, denominator }, params) => {
    const below = counted(notes['below'] ?? 0, 'kind heeft', 'kinderen hebben');
    const without = policiesOf(params).filter(({ policy }) => policy.hoursPerWeek === undefined);
    if (without.length === policiesOf(params).length) return [noAgreement];
    const agreed = agreedByAll(params, ({ hoursPerWeek }) => hoursPerWeek?.value);
    return [
      ...(denominator === 0 ? [] : [agreed === undefined ? `${capital(below)} minder dan de eigen gemeente afsprak.` : `Afgesproken is ${agreed} uur per week; ${below} minder.`]),
      ...(without.length === 0 ? [] : [`Geen afspraak vastgelegd over uren per week in ${without.map(({ name }) => name).join(', ')}.`]),
    ];
  },
});
