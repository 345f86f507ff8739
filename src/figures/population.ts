import { formatDay } from '../ask/numbers.ts';
import type { Facts, PopulationFact } from './facts.ts';
import { endMonths } from './targets.ts';
import type { MeasureParams } from './types.ts';

/** Two and three year olds, as statistics count them. */
export const toddlerMonths = { from: 24, until: endMonths } as const;

/** Children of two and three by the counts; `missing` when these do not cover each age. */
export interface CountedToddlers { readonly children: number; readonly missing: number; readonly countedOn?: string | undefined }

/** A neighbourhood that was not counted is there with an empty range of ages. */
const isCount = ({ fromMonths, untilMonths }: PopulationFact): boolean => fromMonths < untilMonths;
const inRange = ({ fromMonths, untilMonths }: PopulationFact): boolean => fromMonths >= toddlerMonths.from && untilMonths <= toddlerMonths.until;

/** Ages do not overlap (the database refuses that), so covered months that add up to all are all. */
function coversAllAges(counts: readonly PopulationFact[]): boolean {
  return counts.reduce((sum, { fromMonths, untilMonths }) => sum + untilMonths - fromMonths, 0) === toddlerMonths.until - toddlerMonths.from;
}

/** Of several neighbourhoods together each has to be counted: without one of them the sum would pretend to be all. */
export function countedToddlers(counts: readonly PopulationFact[]): CountedToddlers {
  const within = counts.filter(inRange);
  const places = [...new Set(counts.map(({ neighbourhood }) => neighbourhood))];
  const complete = places.every((place) => coversAllAges(within.filter(({ neighbourhood }) => neighbourhood === place)));
  if (places.length === 0 || !complete) return { children: 0, missing: 1 };
  return { children: within.reduce((sum, { children }) => sum + children, 0), missing: 0, countedOn: within[0]!.countedOn };
}

/** Of the whole scope: the municipality's own counts, or those of the part that was asked. */
export function ofScope({ population }: Facts, { isPart }: MeasureParams): PopulationFact[] {
  return isPart ? [...population] : population.filter(({ neighbourhood }) => neighbourhood === undefined);
}

export function populationRemarks({ missing, countedOn }: CountedToddlers): string[] {
  if (missing > 0) return ['Er ontbreekt: het aantal kinderen van 2 en 3 jaar, op een dag in het jaar tot en met de peildatum. De beheerder importeert dat elk jaar (bevolking).'];
  return countedOn === undefined ? [] : [`Inwoners van 2 en 3 jaar zoals geteld op ${formatDay(countedOn)}.`];
}

/** Labels of neighbourhoods or clusters of which something was counted. */
export function populationBy({ population }: Facts, by: 'neighbourhood' | 'cluster'): ReadonlyMap<string, PopulationFact[]> {
  const groups = new Map<string, PopulationFact[]>();
  for (const count of population) {
    const label = count[by];
    if (label !== undefined) groups.set(label, [...(groups.get(label) ?? []), count]);
  }
  return new Map([...groups].filter(([, counts]) => counts.some(isCount)));
}
