import type { Person } from '../../dialogs/ports.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId } from '../figures/types.ts';
import type { Where } from './types.ts';

/** Where a figure is computed, and whether small numbers are protected for who asks. */
export interface FigureScope {
  readonly name: string;
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  readonly protected: boolean;
}

export const hasLocationMeaning = (measure: MeasureId): boolean => catalogue.get(measure).ofLocation;

/**
 * The places of which a person may ask a measure. Whoever is inside the circle of a
 * municipality in any role sees it exactly; a reader, and everybody in a channel, protected.
 */
export function scopesFor(measure: MeasureId, person: Person, where: Where): FigureScope[] {
  const seenBy = catalogue.get(measure).seenBy;
  const scopes = new Map<string, FigureScope>();
  const add = (key: string, scope: FigureScope): void => {
    const known = scopes.get(key);
    if (!known || (known.protected && !scope.protected)) scopes.set(key, scope);
  };
  for (const grant of person.roles) {
    if (!seenBy.includes(grant.role)) continue;
    const isProtected = where !== 'personal' || grant.role === 'reader';
    if (grant.role === 'childcare') {
      // A location's numbers are small and its own: not for a channel.
      if (where === 'personal' && hasLocationMeaning(measure)) add(grant.locationId!, { name: grant.locationName!, locationId: grant.locationId, protected: false });
    } else if (grant.role === 'regional') {
      for (const { code, name } of grant.regionMunicipalities ?? []) add(code, { name, municipalityCode: code, protected: isProtected });
    } else if (grant.role !== 'school') {
      add(grant.municipalityCode!, { name: grant.municipalityName!, municipalityCode: grant.municipalityCode, protected: isProtected });
    }
  }
  return [...scopes.values()];
}

/** Municipalities that the person may name in any question. */
export function municipalitiesOf(person: Person): { code: string; name: string }[] {
  const named = catalogue.all.flatMap((measure) => scopesFor(measure.id, person, 'personal'));
  return [...new Map(named.flatMap(({ municipalityCode, name }) => (municipalityCode ? [[municipalityCode, { code: municipalityCode, name }] as const] : []))).values()];
}
