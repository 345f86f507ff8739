import { daysBetween } from '../../policy/engine/days.ts';
import { atLocations } from '../define.ts';
import { intakesIn, placementRow, type PlacementAt } from '../events.ts';
import { averageText, rowMeasure, type Sum, type Tally } from '../row-measure.ts';
import { counted } from '../rows.ts';
import type { Facts } from '../facts.ts';
import type { FigureRow, MeasureParams } from '../types.ts';

/** Days from the first indication to this start, for the child's first VE start only. */
function daysTaken({ start, history }: PlacementAt): number | undefined {
  const first = history?.indications.map(({ from }) => from).sort()[0];
  const isFirst = history?.vePlaces.every(({ from }) => from >= start) ?? false;
  return first === undefined || first > start || !isFirst ? undefined : daysBetween(first, start);
}

/** A child that begins at two locations on one day counts at the first of them. */
function firstsOf(intakes: readonly PlacementAt[]): ReadonlySet<PlacementAt> {
  const nameOf = ({ at }: PlacementAt): string => `${at.location} ${at.locationId}`;
  const firsts = new Map<string, PlacementAt>();
  for (const intake of intakes) {
    const key = `${intake.child} ${intake.start}`;
    const other = firsts.get(key);
    if (!other || nameOf(intake) < nameOf(other)) firsts.set(key, intake);
  }
  return new Set(firsts.values());
}

function timeRow(intake: PlacementAt, days: number | undefined): FigureRow {
  return placementRow(intake, days === undefined
    ? { numerator: 0, denominator: 0, status: 'Geen eerste start na een indicatie' }
    : { numerator: days, denominator: 1, status: counted(days, 'dag', 'dagen') });
}

const weeks = ({ numerator, denominator }: Sum): string => averageText({ numerator, denominator: denominator * 7 });

const timeRows = (intakes: readonly PlacementAt[], counting: ReadonlySet<PlacementAt>): FigureRow[] =>
  intakes.map((intake) => timeRow(intake, counting.has(intake) ? daysTaken(intake) : undefined));

const shared = {
  id: 'guidance-time',
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
  notes: (facts: Facts, params: MeasureParams) => ({ intakes: intakesIn(facts, params).length }),
  remarks: (tally: Tally) => (tally.denominator === 0
    ? ['In deze periode begon geen kind voor het eerst na een indicatie.']
    : [`Dat is ${weeks(tally)} weken.`, ...((tally.notes?.['intakes'] ?? 0) > tally.denominator ? [`Van de ${tally.notes!['intakes']} begonnen plaatsingen zijn dit de eerste na een indicatie die hier te zien is.`] : [])]),
} as const;

export const guidanceTimeMeasure = rowMeasure({
  ...shared,
  version: 2,
  rows: (facts, params) => {
    const intakes = intakesIn(facts, params);
    return timeRows(intakes, firstsOf(intakes));
  },
  // A child that began at two locations on one day counted at both.
  earlier: {
    1: rowMeasure({ ...shared, version: 1, rows: (facts, params) => {
      const intakes = intakesIn(facts, params);
      return timeRows(intakes, new Set(intakes));
    } }),
  },
});
