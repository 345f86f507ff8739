import { addMonths } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { withheldEvents } from './disclosure-events.ts';
import type { FigureBody, MeasureParams } from './types.ts';

/**
 * Disclosure control of counts that are shown as a range: "hoogstens 5", "6 t/m 10", and so
 * on, for readers and channels.
 *
 * Only whole calendar quarters of a whole municipality are shown; these do not overlap. A
 * longer period is the sum of the ranges of its quarters and so tells nothing more.
 *
 * Guarantee: from all counts of one quarter together nobody finds a number of 1 up to 4. Each
 * range has five values or six, and figures that add up to one another are rounded apart, so
 * at least two values remain for every small number; test/figures/ranges.test.ts tries them all.
 */
const WIDTH = 5;

interface Range { readonly least: number; readonly most: number }

export function rangeOf(count: number): Range {
  if (count <= WIDTH) return { least: 0, most: WIDTH };
  const most = Math.ceil(count / WIDTH) * WIDTH;
  return { least: most - WIDTH + 1, most };
}

export const rangeText = ({ least, most }: Range): string => (least === 0 ? `hoogstens ${most}` : `${least} t/m ${most}`);

/** The calendar quarters that a period consists of; none when it does not consist of whole ones. */
export function quartersOf({ from, until }: Pick<MeasureParams, 'from' | 'until'>): { readonly from: IsoDate; readonly until: IsoDate }[] {
  const quarters: { from: IsoDate; until: IsoDate }[] = [];
  if (!/-(01|04|07|10)-01$/.test(from)) return [];
  for (let day = from; day < until; day = addMonths(day, 3)) quarters.push({ from: day, until: addMonths(day, 3) });
  return quarters.at(-1)?.until === until ? quarters : [];
}

const onlyQuarters = 'Voor lezers en in kanalen geven we dit cijfer alleen per heel kwartaal of per heel jaar, en voor de hele gemeente. Zo valt geen enkel kind terug te rekenen. Vraag bijvoorbeeld: “overdrachten gedaan kwartaal 1”.';
const whyRanges = 'Om kinderen te beschermen laten we hier niet het precieze aantal zien, maar tussen welke grenzen het ligt.';

/** `counts` of each whole quarter, by its first day. */
export function safeRange(counts: Readonly<Record<string, number>>, params: Pick<MeasureParams, 'isPart'>): FigureBody {
  const ranges = Object.values(counts).map(rangeOf);
  if (params.isPart || ranges.length === 0) return withheldEvents(onlyQuarters);
  const sum = (of: (range: Range) => number): number => ranges.reduce((total, range) => total + of(range), 0);
  return { value: rangeText({ least: sum(({ least }) => least), most: sum(({ most }) => most) }), parts: [], chart: [], remarks: [whyRanges] };
}
