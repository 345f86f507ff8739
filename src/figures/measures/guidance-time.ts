import { daysBetween } from '../../policy/engine/days.ts';
import { atLocations } from '../define.ts';
import { intakesIn, placementRow, type PlacementAt } from '../events.ts';
import { averageText, rowMeasure, type Sum } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { FigureRow } from '../types.ts';

/** Days from the first indication to this start, for the child's first VE start only. */
function daysTaken({ start, history }: PlacementAt): number | undefined {
  const first = history?.indications.map(({ from }) => from).sort()[0];
  const isFirst = history?.vePlaces.every(({ from }) => from >= start) ?? false;
  return first === undefined || first > start || !isFirst ? undefined : daysBetween(first, start);
}

function timeRow(intake: PlacementAt): FigureRow {
  const days = daysTaken(intake);
  return placementRow(intake, days === undefined
    ? { numerator: 0, denominator: 0, status: 'Geen eerste start na een indicatie' }
    : { numerator: days, denominator: 1, status: counted(days, 'dag', 'dagen') });
}

const weeks = ({ numerator, denominator }: Sum): string => averageText({ numerator, denominator: denominator * 7 });

export const guidanceTimeMeasure = rowMeasure({
  id: 'guidance-time',
  version: 1,
  title: 'Tijd tussen indicatie en start',
  names: ['tijd tussen indicatie en start', 'toeleidingstijd', 'doorlooptijd'],
  definition: 'Het gemiddelde aantal dagen van de eerste indicatie tot de eerste dag op een VE-plek, over de kinderen van wie die eerste dag in de periode ligt. Wie voor de indicatie begon, telt niet mee.',
  unit: 'dagen',
  source: 'Indicaties van de JGZ en plaatsingen van de kinderopvang',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['history'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['start-age', 'without-outcome', 'intakes'],
  fold: 'average',
  words: ['kind', 'kinderen'],
  per: 'dagen',
  rows: (facts, params) => intakesIn(facts, params).map(timeRow),
  notes: (facts, params) => ({ intakes: intakesIn(facts, params).length }),
  remarks: (tally) => (tally.denominator === 0
    ? ['In deze periode begon geen kind voor het eerst na een indicatie.']
    : [`Dat is ${weeks(tally)} weken.`, ...((tally.notes?.['intakes'] ?? 0) > tally.denominator ? [`Van de ${tally.notes!['intakes']} begonnen plaatsingen zijn dit de eerste na een indicatie die hier te zien is.`] : [])]),
});
