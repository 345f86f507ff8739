import { formatCount, formatMonths } from '../../ask/numbers.ts';
import { ageInMonths } from '../../policy/engine/days.ts';
import { atLocations } from '../define.ts';
import { intakesIn, placementRow, withoutBirthDate } from '../events.ts';
import { averageText, rowMeasure, type Sum } from '../row-measure.ts';

/** "2,6": in years, as monitors write it. */
const years = ({ numerator, denominator }: Sum): string => averageText({ numerator, denominator: denominator * 12 });

function inWords(tally: Sum): string {
  if (tally.denominator === 0) return 'Er is in deze periode geen instroom met een leeftijd die hier te zien is.';
  return `Dat is ${years(tally)} jaar: ${formatMonths(Math.round(tally.numerator / tally.denominator))}, op een hele maand afgerond.`;
}

export const startAgeMeasure = rowMeasure({
  id: 'start-age',
  version: 1,
  title: 'Gemiddelde startleeftijd',
  names: ['startleeftijd', 'gemiddelde startleeftijd', 'leeftijd bij instroom'],
  definition: 'De gemiddelde leeftijd in maanden op de eerste dag van de plaatsingen op een VE-plek die in de periode begonnen. Van elk kind tellen de hele maanden.',
  unit: 'maanden',
  source: 'Plaatsingen van de kinderopvang en geboortedata uit de registratie',
  periodKind: 'period',
  seenBy: atLocations,
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  reads: ['locations'],
  parts: ['location', 'provider', 'group', 'neighbourhood', 'cluster'],
  related: ['intakes', 'exits'],
  fold: 'average',
  words: ['plaatsing', 'plaatsingen'],
  per: 'maanden',
  sayLine: (line) => `${averageText(line)} maanden, ${years(line)} jaar (${formatCount(line.denominator)})`,
  rows: (facts, params) => intakesIn(facts, params).map((intake) => placementRow(intake, intake.birthDate === undefined
    ? { numerator: 0, denominator: 0, status: 'Geboortedatum niet te zien' }
    : { numerator: ageInMonths(intake.birthDate, intake.start), denominator: 1, status: formatMonths(ageInMonths(intake.birthDate, intake.start)) })),
  notes: (facts, params) => ({ intakes: intakesIn(facts, params).length }),
  remarks: (tally) => [inWords(tally), ...withoutBirthDate((tally.notes?.['intakes'] ?? 0) - tally.denominator, 'Zo’n plaatsing telt niet mee in het gemiddelde.')],
  // Also whether there are enough for an average would say how many came, which readers and channels are not told: see intakes.
  whyWithheld: 'Voor lezers en in kanalen geven we dit gemiddelde niet: of het er is, zou zeggen hoeveel kinderen er begonnen, en naast de uitstroom en de bezette plekken zou dat kleine aantallen verraden.',
});
