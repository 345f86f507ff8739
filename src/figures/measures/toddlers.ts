import { formatCount } from '../../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from '../define.ts';
import { countedToddlers, ofScope, populationBy, populationRemarks, type CountedToddlers } from '../population.ts';
import { cannotBeGiven } from '../disclosure.ts';
import { maxBars } from '../places.ts';
import type { FigureBody, FigurePart } from '../types.ts';

interface Line extends CountedToddlers { readonly label: string }
interface Tally extends CountedToddlers { readonly rows?: readonly Line[] }

const lineOf = ({ label, children, missing }: Line): FigurePart => ({ label, value: missing > 0 ? cannotBeGiven : formatCount(children) });

function body({ rows = [], ...counted }: Tally): FigureBody {
  if (counted.missing > 0) return { value: cannotBeGiven, parts: [], chart: [], remarks: populationRemarks(counted) };
  return { value: formatCount(counted.children), basis: 'kinderen van 2 en 3 jaar', numerator: counted.children, parts: rows.map(lineOf), chart: rows.length > maxBars || rows.some(({ missing }) => missing > 0) ? [] : rows.map(({ label, children }) => ({ label, value: children, color: 'neutral' as const })), remarks: populationRemarks(counted) };
}

export const toddlersMeasure = defineMeasure<Tally>({
  id: 'toddlers',
  version: 1,
  title: 'Aantal peuters',
  names: ['aantal peuters', 'inwoners van 2 en 3 jaar'],
  definition: 'Het aantal kinderen van 2 tot 4 jaar dat in de gemeente woont, volgens de laatste geïmporteerde telling die op de peildatum hoogstens een jaar oud is.',
  unit: 'kinderen',
  source: 'Bevolkingsaantallen, jaarlijks geïmporteerd',
  periodKind: 'day',
  seenBy: insidersAndReaders,
  breakdowns: ['neighbourhood', 'cluster'],
  reads: ['toddlers'],
  parts: ['neighbourhood', 'cluster'],
  related: ['reach-all-toddlers', 'target-toddlers'],
  rows: (facts, params) => {
    const { children, missing } = countedToddlers(ofScope(facts, params));
    return missing > 0 ? [] : [{ key: 'population', numerator: children, denominator: 0, status: 'Geteld' }];
  },
  count: (facts, params) => ({
    ...countedToddlers(ofScope(facts, params)),
    ...(params.breakdown === 'neighbourhood' || params.breakdown === 'cluster'
      ? { rows: [...populationBy(facts, params.breakdown)].map(([label, counts]) => ({ label, ...countedToddlers(counts) })).sort((a, b) => a.label.localeCompare(b.label, 'nl')) }
      : {}),
  }),
  exact: body,
  // Counts of a whole population are public.
  safe: body,
});
