import { catalogue } from '../figures/catalogue.ts';
import type { Measure } from '../figures/types.ts';
import type { KnownMeasure, ScopeKind } from './question.ts';

const scopesOf = ({ parts }: Measure): ScopeKind[] => ['municipality', 'region', ...parts];

/** What the grammar must know of each figure, from the catalogue and nowhere else, in its order. */
export const KNOWN_MEASURES: readonly KnownMeasure[] = catalogue.all.map((measure) => ({
  id: measure.id,
  title: measure.title,
  kind: measure.periodKind,
  splits: [...measure.breakdowns, 'municipality'],
  // A line of months says nothing of it: each answer already says when it was.
  overTime: measure.id !== 'last-delivery',
  scopes: scopesOf(measure),
}));
