import { formatCount, formatMonths } from '../../ask/numbers.ts';
import { ageInMonths } from '../../policy/engine/days.ts';
import { atLocations, defineMeasure } from '../define.ts';
import { defaultDisclosure } from '../disclosure.ts';
import { safeEvents, withheldEvents } from '../disclosure-events.ts';
import { eventLabel, intakesIn, withoutBirthDate, type PlacementEvent } from '../events.ts';
import { whyWithheld } from '../protected-figures.ts';
import { counted } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { FigureBody, MeasureParams } from '../types.ts';

interface Sum { readonly count: number; readonly months: number }
interface Tally extends Sum { readonly intakes: number; readonly rows?: readonly (Sum & { readonly label: string })[] }

const sumOf = (events: readonly PlacementEvent[]): Sum => {
  const ages = events.flatMap(({ birthDate, start }) => (birthDate === undefined ? [] : [ageInMonths(birthDate, start)]));
  return { count: ages.length, months: ages.reduce((sum, age) => sum + age, 0) };
};

function rowsOf(events: readonly PlacementEvent[], { breakdown }: MeasureParams): Pick<Tally, 'rows'> {
  if (breakdown === undefined) return {};
  const labels = [...new Set(events.map((event) => eventLabel(event, breakdown)))].sort((a, b) => a.localeCompare(b, 'nl'));
  return { rows: labels.map((label) => ({ label, ...sumOf(events.filter((event) => eventLabel(event, breakdown) === label)) })) };
}

/** "30,5": one decimal, half rounded up, on integers so that no binary fraction can tip it. */
function average({ count, months }: Sum): string {
  if (count === 0) return 'geen';
  const tenths = Math.floor((months * 20 + count) / (2 * count));
  return `${formatCount(Math.floor(tenths / 10))},${tenths % 10}`;
}

const total = (tally: Sum): FigureBody => ({
  value: tally.count === 0 ? 'geen' : `${average(tally)} maanden`, parts: [], chart: [],
  remarks: tally.count === 0 ? ['Er is in deze periode geen instroom met een leeftijd die hier te zien is.'] : [`Dat is ${formatMonths(Math.round(tally.months / tally.count))}, op een hele maand afgerond.`],
});

function exact(tally: Tally): FigureBody {
  const body = total(tally);
  return {
    ...body,
    ...(tally.count === 0 ? {} : { basis: `over ${counted(tally.count, 'plaatsing', 'plaatsingen')}`, numerator: tally.months, denominator: tally.count }),
    parts: (tally.rows ?? []).map((row) => ({ label: row.label, value: row.count === 0 ? 'geen' : `${average(row)} maanden (${formatCount(row.count)})` })),
    remarks: [...body.remarks, ...withoutBirthDate(tally.intakes - tally.count, 'Zo’n plaatsing telt niet mee in het gemiddelde.')],
  };
}

/** Without numbers of placements; an average over fewer than ten could be undone. */
function safe(tally: Tally, params: MeasureParams): FigureBody {
  return safeEvents([tally.intakes], params, () =>
    (tally.count > 0 && tally.count < defaultDisclosure.percentMinimumDenominator ? withheldEvents(whyWithheld) : total(tally)));
}

export const startAgeMeasure = defineMeasure<Tally>({
  id: 'start-age',
  version: 1,
  title: 'Gemiddelde startleeftijd',
  names: ['startleeftijd', 'gemiddelde startleeftijd', 'leeftijd bij instroom'],
  definition: 'De gemiddelde leeftijd in maanden op de eerste dag van de plaatsingen op een VE-plek die in de periode begonnen. Van elk kind tellen de hele maanden.',
  unit: 'maanden',
  source: 'Plaatsingen van de kinderopvang en geboortedata uit de registratie',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'neighbourhood'],
  reads: 'locations',
  ofLocation: true,
  related: ['intakes', 'exits'],
  count: (facts, params) => {
    const intakes = intakesIn(facts, params);
    return { ...sumOf(intakes), intakes: intakes.length, ...rowsOf(intakes, params) };
  },
  exact,
  safe: (tally, params) => withoutBreakdown(safe(tally, params), params),
});
