import { formatCount, formatPercent } from '../ask/numbers.ts';
import { momentLabel, populationLabel, populationWords, type ResultPopulation } from '../policy/results/index.ts';
import { isSmall, leastInShare, notShown } from './disclosure.ts';
import { mainLine, type ResultLine, type ResultTally, type Subject } from './results.ts';
import { withoutBreakdown } from './targets.ts';
import type { FigureBody, FigurePart, MeasureParams } from './types.ts';

/** How results are told: exactly to the school and the municipality, as a rounded share to everybody else. */

const MIN_SCHOOLS = 3;
export const whyRounded = 'Buiten school en gemeente staat hier alleen een afgerond percentage, van ten minste 10 kinderen van ten minste 3 scholen. Zo valt geen school en geen kind terug te rekenen.';

/**
 * A share as others may see it. The number of children is not told with it, so from a whole
 * percentage nobody computes a number of children, also not from two answers.
 */
export function roundedShare({ numerator, denominator, schools }: Pick<ResultLine, 'numerator' | 'denominator' | 'schools'>, minSchools = MIN_SCHOOLS): string {
  if (schools < minSchools || denominator < leastInShare || isSmall(numerator) || isSmall(denominator - numerator)) return notShown;
  return `${Math.floor((200 * numerator + denominator) / (2 * denominator))}%`;
}

const populationName = (population: ResultPopulation): string => (population === 'all' ? 'kinderen' : populationLabel(population));
const isMet = ({ numerator, denominator, target }: ResultLine): boolean => numerator * 100 >= Number(target) * denominator;
const isJudged = ({ standing, target, denominator }: ResultLine): boolean => standing === 'agreed' && target !== '' && denominator > 0;

const shareText = ({ numerator, denominator, population }: ResultLine): string =>
  (denominator === 0 ? `geen ${populationName(population)}` : `${formatPercent(numerator, denominator)} (${formatCount(numerator)} van ${formatCount(denominator)})`);
const targetText = (line: ResultLine, judges: boolean): string => {
  if (line.standing === 'none') return ', geen afspraak';
  return judges && isJudged(line) ? `, afspraak ${line.target}%: ${isMet(line) ? 'gehaald' : 'niet gehaald'}` : '';
};

const noYear = ({ moment }: Subject): string => `In deze periode worden geen resultaten gemeten: ${momentLabel(moment).toLowerCase()} ${moment === 'start_group_3' ? 'is in september' : 'is in mei tot en met juli'}. Vraag bijvoorbeeld “kleuterresultaten 2024-2025”.`;

function remarksOf(subject: Subject, { lines, delivered, expected, year }: ResultTally, { members, isPart }: MeasureParams): string[] {
  if (year === '') return [noYear(subject)];
  const apart = lines.some(({ standing }) => standing === 'apart');
  return [
    `${momentLabel(subject.moment)}, schooljaar ${year}.${isPart ? '' : ` ${formatCount(delivered)} van ${formatCount(expected)} scholen ${delivered === 1 && expected === 1 ? 'leverde' : 'leverden'} een resultaat.`}`,
    ...(members !== undefined && lines.length > 0 ? ['Gemeenten spreken elk iets anders af. Daarom staat hier geen oordeel over een afspraak.'] : []),
    ...(apart ? ['Wat met een ander instrument is gemeten dan is afgesproken, staat apart en telt niet mee.'] : []),
  ];
}

function agreementRemark(main: ResultLine | undefined, { members }: MeasureParams): string[] {
  if (!main || members !== undefined) return [];
  if (main.standing === 'none') return ['Geen afspraak vastgelegd.'];
  if (main.standing === 'agreed' && main.target === '') return ['De afspraken verschillen per schoolbestuur; daarom staat hier geen oordeel.'];
  return isJudged(main) ? [`Afspraak: ${main.target}% van ${populationWords(main.population)}, ${main.level}. ${isMet(main) ? 'Gehaald.' : 'Niet gehaald.'}`] : [];
}

/** Without bars: instruments and schools are not put next to each other as if they were one. */
const bare = { chart: [], series: [] } as const;

function besides({ others = [] }: ResultTally, line: ResultLine): string {
  const other = others.find(({ label }) => label === line.label);
  return other === undefined ? '' : `; alle scholen samen ${roundedShare(other)}`;
}

const partsOf = (tally: ResultTally, judges: boolean): FigurePart[] =>
  (tally.split ?? tally.lines).map((line) => ({ label: line.label, value: `${shareText(line)}${targetText(line, judges)}${besides(tally, line)}` }));

/** One domain: the share of the line that is the figure. */
function domainFigure(subject: Subject, tally: ResultTally, params: MeasureParams): FigureBody {
  const main = mainLine(tally.lines, params);
  const both: FigurePart[] = !main || tally.split || tally.lines.length > 1 ? partsOf(tally, params.members === undefined) : [
    { label: populationLabel(main.population), value: `${shareText(main)}${besides(tally, main)}` },
    ...(main.population === 've' ? [{ label: 'Alle kinderen', value: shareText({ ...main, ...main.all, population: 'all' }) }] : []),
  ];
  const divided = main !== undefined && main.denominator > 0;
  return {
    value: main ? (divided ? formatPercent(main.numerator, main.denominator) : 'geen') : tally.lines.length === 0 ? 'geen' : 'apart per instrument',
    ...(divided ? { basis: `${formatCount(main.numerator)} van ${formatCount(main.denominator)} ${populationName(main.population)} op of boven het niveau`, numerator: main.numerator, denominator: main.denominator } : {}),
    parts: both, ...bare, remarks: [...agreementRemark(main, params), ...remarksOf(subject, tally, params)],
  };
}

/** All domains: how many agreements were met; shares of domains are not added up. */
function domainsFigure(subject: Subject, tally: ResultTally, params: MeasureParams): FigureBody {
  const judges = params.members === undefined;
  const judged = judges ? tally.lines.filter(isJudged) : [];
  const value = judged.length > 0 ? `${judged.filter(isMet).length} van ${judged.length} ${judged.length === 1 ? 'afspraak' : 'afspraken'} gehaald`
    : tally.lines.length === 0 ? 'geen' : judges ? 'geen afspraak' : 'per domein';
  return { value, parts: partsOf(tally, judges), ...bare, remarks: remarksOf(subject, tally, params) };
}

export const exactResults = (subject: Subject, tally: ResultTally, params: MeasureParams): FigureBody =>
  (subject.domain === undefined ? domainsFigure : domainFigure)(subject, tally, params);

/** Of a whole municipality, and of one moment: parts of it could be subtracted. */
export function safeResults(subject: Subject, tally: ResultTally, params: MeasureParams): FigureBody {
  const shown = params.isPart ? [] : tally.lines.filter(({ standing }) => standing !== 'apart').map((line) => ({ label: line.label, value: roundedShare(line) }));
  const main = subject.domain === undefined || params.isPart ? undefined : mainLine(tally.lines, params);
  const value = tally.year === '' ? 'geen' : main ? roundedShare(main) : shown.some((part) => part.value !== notShown) ? 'per domein' : notShown;
  return withoutBreakdown({ value, parts: main ? [] : shown, ...bare, remarks: tally.year === '' ? [noYear(subject)] : [`${momentLabel(subject.moment)}, schooljaar ${tally.year}.`, whyRounded] }, params);
}
