import { addMonths } from '../policy/engine/days.ts';
import { defaultDisclosure, isSmall, requireOptions, type DisclosureOptions } from './disclosure.ts';
import { notShown, whyWithheld } from './protected-figures.ts';
import type { FigureBody, MeasureParams } from './types.ts';

/**
 * Disclosure control of what happened in a period, for readers and channels.
 *
 * Periods and places that lie in one another give a small number away by subtraction: a
 * year less three quarters, a municipality less one of its two locations. So only whole
 * calendar quarters of a whole municipality are shown: these do not overlap. A quarter
 * that runs is not whole; day by day it would show one event after the other.
 *
 * Guarantee, for the answers to one quarter together: a number of exits or intakes of 1 up
 * to `minimum - 1` is never shown, nor is a number of early exits, or of exits that were
 * not early, of that size; and all such numbers give the same answer.
 */
export function isWholeQuarter({ from, until }: Pick<MeasureParams, 'from' | 'until'>): boolean {
  return /-(01|04|07|10)-01$/.test(from) && until === addMonths(from, 3);
}

const onlyQuarters = 'Voor lezers en in kanalen geven we dit cijfer alleen per heel kwartaal en voor de hele gemeente. Zo valt geen enkel kind terug te rekenen. Vraag bijvoorbeeld: “instroom kwartaal 1”.';

export const withheldEvents = (remark: string): FigureBody => ({ value: notShown, parts: [], chart: [], remarks: [remark] });

/**
 * The figure when every count is none or at least `minimum`, otherwise nothing of it.
 * `counts` are all counts that the answers about this period could be subtracted to.
 */
export function safeEvents(counts: readonly number[], params: MeasureParams, figure: () => FigureBody, options: DisclosureOptions = defaultDisclosure): FigureBody {
  requireOptions(options);
  if (params.isPart || !isWholeQuarter(params)) return withheldEvents(onlyQuarters);
  return counts.some((count) => isSmall(count, options.minimum)) ? withheldEvents(whyWithheld) : figure();
}
