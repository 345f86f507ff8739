import { addMonths } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { leastInShare, modeOf, whyBands, withheld } from './disclosure.ts';
import { addBands, bandOf, bandText } from './release-bands.ts';
import type { FigureBody, MeasureParams } from './types.ts';

/**
 * What happened in a period, as readers and channels may see it. Periods and places that lie
 * in one another give a small number away by subtraction: a year less three quarters, a
 * municipality less one of its two locations. So only whole calendar quarters of a whole
 * municipality are told, each in its band; these do not overlap. A longer period is the sum
 * of the bands of its quarters. A quarter that runs is not whole.
 */
const onlyQuarters = 'Voor lezers en in kanalen geven we dit cijfer alleen per heel kwartaal of per heel jaar, en voor de hele gemeente. Zo valt geen enkel kind terug te rekenen. Vraag bijvoorbeeld: “uitstroom kwartaal 1”.';
const tooFew = 'Een gemiddelde van zo weinig kinderen laten we hier niet zien. Zo kan niemand een kind herkennen.';

/** The calendar quarters that a period consists of; none when it does not consist of whole ones. */
export function quartersOf({ from, until }: Pick<MeasureParams, 'from' | 'until'>): { readonly from: IsoDate; readonly until: IsoDate }[] {
  const quarters: { from: IsoDate; until: IsoDate }[] = [];
  if (!/-(01|04|07|10)-01$/.test(from)) return [];
  for (let day = from; day < until; day = addMonths(day, 3)) quarters.push({ from: day, until: addMonths(day, 3) });
  return quarters.at(-1)?.until === until ? quarters : [];
}

/** `counts` of each whole quarter, by its first day. */
export function toldQuarters(counts: Readonly<Record<string, number>>, params: MeasureParams): FigureBody {
  const bands = Object.values(counts).map((count) => bandOf(count, modeOf(params)));
  if (params.isPart || params.members || bands.length === 0) return withheld(onlyQuarters);
  return { value: bandText(addBands(bands)), parts: [], chart: [], remarks: [whyBands] };
}

/** An average over one quarter, without the number of children; only when its band says that there are enough. */
export function toldAverage(count: number, params: MeasureParams, figure: () => FigureBody): FigureBody {
  if (params.isPart || params.members || quartersOf(params).length !== 1) return withheld(onlyQuarters);
  return bandOf(count, modeOf(params)).low < leastInShare ? withheld(tooFew) : figure();
}
