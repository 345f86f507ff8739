import type { MeasureId } from '../../src/figures/types.ts';
import type { Answer, Line, Question } from './ask.ts';

/** How a line of a figure is written. Numbers in the Dutch way; nothing here is above a thousand. */
type Wording = (line: Line, question: Question) => string;

const decimal = (tenths: number): string => `${Math.floor(tenths / 10)},${tenths % 10}`;
const halfUp = (numerator: number, denominator: number): number => Math.floor((2 * numerator + denominator) / (2 * denominator));

export function percent({ numerator, denominator }: Line | Answer): string {
  if (numerator === 0) return '0%';
  return numerator === denominator ? '100%' : `${decimal(halfUp(numerator * 1000, denominator))}%`;
}
/** Hours may have one decimal. */
export const average = ({ numerator, denominator }: Line | Answer): string => decimal(halfUp(Math.round(numerator * 10), denominator));

const several = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const many: Wording = ({ numerator }) => String(numerator);
const of: Wording = ({ numerator, denominator }) => `${numerator} van ${denominator}`;
const share: Wording = (line, question) => `${of(line, question)} (${percent(line)})`;
const averageOf = (unit: string): Wording => (line) => `${average(line)} ${unit} (${line.denominator})`;
/** In years too, as monitors write it. */
const startAge: Wording = (line) => `${average(line)} maanden, ${average({ ...line, denominator: line.denominator * 12 })} jaar (${line.denominator})`;
const taken: Wording = (line, question) => (line.denominator === 0 ? `${line.numerator} zonder VE-plek` : `${percent(line)} (${of(line, question)})`);
/** Of all target toddlers where they live; of a location only those whom it reaches are known. */
const reached: Wording = (line, question) => (['neighbourhood', 'cluster', 'ground'].some((split) => split === question.split) ? share(line, question) : many(line, question));

/** Groups about which nothing was agreed are listed, and counted for nothing. */
const mixed: Wording = ({ numerator, denominator, rows }) => (denominator === 0 ? several(rows ?? 0, 'groep', 'groepen') : `${numerator} van ${several(denominator, 'groep', 'groepen')}`);

const WORDINGS: Readonly<Partial<Record<MeasureId, Wording>>> = {
  reach: reached, 'reach-inspectorate': reached,
  'reach-all-toddlers': (line, question) => (line.denominator === 0 ? `${line.numerator} geplaatst, aantal peuters ontbreekt` : share(line, question)),
  toddlers: many, 'target-toddlers': many, 'not-reached': many, unknown: many, 'placed-elsewhere': many, indications: many, waiting: many,
  supply: ({ numerator, denominator }) => `${several(numerator, 'plek', 'plekken')} voor ${several(denominator, 'peuter', 'peuters')}`,
  've-places': many, 'free-places': (line, question) => `${of(line, question)} vrij`, 'taken-places': many, occupancy: taken,
  placements: many, groups: many, 'group-mix': mixed, hours: averageOf('uur per week'), 'hours-shortfall': of, 'policy-officer-hours': many,
  intakes: many, exits: many, 'early-exits': many, 'start-age': startAge, used: many, 'guidance-time': averageOf('dagen'),
  'without-indication': of, 'without-outcome': of, 'last-delivery': (line, question) => `${of(line, question)} locaties`, 'other-reasons': share,
};

/** "Noord: 3 van 4 (75,0%)", in the order of the letters. */
export const writtenLines = ({ lines }: Answer, question: Question): string[] =>
  lines.map((line) => `${line.label.split('|')[0]!}: ${line.text ?? WORDINGS[question.measure]!(line, question)}`).sort();
