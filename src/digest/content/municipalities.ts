import type { Person } from '../../../dialogs/ports.ts';
import { membersOf, type NamedMunicipality } from '../../turn/figure-scope.ts';
import type { WeekPostRequest } from '../types.ts';

/** Whose figures a post tells. */
export interface Municipalities {
  /** By name, so that a reader finds the own one. */
  readonly told: readonly NamedMunicipality[];
  /** Members of the region of which the person may not see the figures: these would read as none. */
  readonly left: readonly string[];
}

const byName = (a: NamedMunicipality, b: NamedMunicipality): number => a.name.localeCompare(b.name, 'nl');

/** Of a region its members on the day, as far as the person coordinates them. */
export function municipalitiesOf({ scope, today }: Pick<WeekPostRequest, 'scope' | 'today'>, { roles }: Pick<Person, 'roles'>): Municipalities {
  if (scope.kind === 'municipality') return { told: [{ code: scope.code, name: scope.name }], left: [] };
  const own = roles.filter(({ role, regionId }) => role === 'regional' && regionId === scope.id).flatMap(({ regionMunicipalities = [] }) => regionMunicipalities);
  const { members, left } = membersOf({ id: scope.id, members: own }, today);
  return { told: [...members].sort(byName), left: [...left].sort((a, b) => a.localeCompare(b, 'nl')) };
}
