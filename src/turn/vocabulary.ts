import type { NamedPlace, Person } from '../../dialogs/ports.ts';
import type { KnownMeasure, ScopeKind, Vocabulary } from '../ask/question.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { Measure } from '../figures/types.ts';

const scopesOf = ({ parts }: Measure): ScopeKind[] => ['municipality', 'region', ...parts];

/** What the grammar must know of each figure, from the catalogue and nowhere else. */
export const KNOWN_MEASURES: readonly KnownMeasure[] = catalogue.all.map((measure) => ({
  id: measure.id, title: measure.title, kind: measure.periodKind, splits: [...measure.breakdowns, 'municipality'], overTime: measure.id !== 'last-delivery', scopes: scopesOf(measure),
}));

/** Names for the grammar: those of the database, and the regions of the person's own roles. */
export function vocabularyOf(places: readonly NamedPlace[], { roles }: Person): Vocabulary {
  const regions = roles.flatMap(({ role, regionId, regionName }) => (role === 'regional' && regionId !== undefined ? [{ scope: { kind: 'region' as const, id: regionId, name: regionName ?? regionId }, names: [regionName ?? regionId] }] : []));
  return [...regions, ...places.map(({ kind, id, name, locationName }) => ({ scope: { kind, id, name: locationName === undefined ? name : `${name} (${locationName})` }, names: [name] }))];
}
