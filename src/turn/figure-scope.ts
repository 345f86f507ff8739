import type { Person, RoleGrant } from '../../dialogs/ports.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId, Part } from '../figures/types.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { membersOn, regionOf } from '../policy/regions/index.ts';
import type { Where } from './types.ts';

export interface NamedMunicipality { readonly code: string; readonly name: string }

/** Where a figure is computed, and whether small numbers are protected for who asks. */
export interface FigureScope {
  readonly name: string;
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  /** The school of the person; others see a school as a part of the municipality. */
  readonly schoolId?: string | undefined;
  /** Of a location or school: the municipality whose agreements hold there. */
  readonly policyOf?: string | undefined;
  /** Several municipalities together; today's, where membership changes. */
  readonly region?: { readonly id: string; readonly members: readonly NamedMunicipality[] } | undefined;
  /** A part of the municipality. */
  readonly part?: Part | undefined;
  readonly protected: boolean;
}

export const hasLocationMeaning = (measure: MeasureId): boolean => catalogue.get(measure).parts.includes('location');

/**
 * The places of which a person may ask a measure. Whoever is inside the circle of a
 * municipality in any role sees it exactly; a reader, and everybody in a channel, protected.
 */
export function scopesFor(measure: MeasureId, person: Person, where: Where): FigureScope[] {
  const { seenBy, protectedFor = [], parts } = catalogue.get(measure);
  const scopes = new Map<string, FigureScope>();
  const add = (key: string, scope: FigureScope): void => {
    const known = scopes.get(key);
    if (!known || (known.protected && !scope.protected)) scopes.set(key, scope);
  };
  for (const grant of person.roles) {
    if (!seenBy.includes(grant.role)) continue;
    const isProtected = where !== 'personal' || grant.role === 'reader' || protectedFor.includes(grant.role);
    if (grant.role === 'childcare') {
      // A location's numbers are small and its own: not for a channel.
      if (where === 'personal' && hasLocationMeaning(measure)) add(grant.locationId!, { name: grant.locationName!, locationId: grant.locationId, policyOf: grant.municipalityCode, protected: false });
    } else if (grant.role === 'regional') {
      for (const { code, name } of grant.regionMunicipalities ?? []) add(code, { name, municipalityCode: code, protected: isProtected });
    } else if (grant.role === 'school') {
      if (where === 'personal' && parts.includes('school')) add(grant.schoolId!, { name: grant.schoolName!, schoolId: grant.schoolId, policyOf: grant.municipalityCode, protected: false });
    } else {
      add(grant.municipalityCode!, { name: grant.municipalityName!, municipalityCode: grant.municipalityCode, protected: isProtected });
    }
  }
  return [...scopes.values()];
}

/** Regions of which a person may ask a measure as a whole. Not in a channel: the members' protected figures would give numbers away. */
export function regionsFor(measure: MeasureId, person: Person, where: Where): FigureScope[] {
  if (where !== 'personal' || !catalogue.get(measure).seenBy.includes('regional')) return [];
  return regionGrants(person).map(({ regionId, regionName, regionMunicipalities = [] }) =>
    ({ name: regionName ?? regionId!, region: { id: regionId!, members: regionMunicipalities }, protected: false }));
}

const regionGrants = ({ roles }: Person): RoleGrant[] => roles.filter(({ role, regionMunicipalities = [] }) => role === 'regional' && regionMunicipalities.length > 0);

/** The members of a region on the day, as far as the person may ask for them; those on record that it may not are named. */
export function membersOf({ id, members }: NonNullable<FigureScope['region']>, day: IsoDate): { readonly members: readonly NamedMunicipality[]; readonly left: readonly string[] } {
  const region = regionOf(id);
  const then = region ? membersOn(region, day) : [];
  if (then.length === 0) return { members, left: [] };
  const allowed = new Set(members.map(({ code }) => code));
  return {
    members: then.filter(({ municipalityCode }) => allowed.has(municipalityCode)).map(({ municipalityCode: code, municipalityName: name }) => ({ code, name })),
    left: then.filter(({ municipalityCode }) => !allowed.has(municipalityCode)).map(({ municipalityName }) => municipalityName),
  };
}

/** Municipalities that the person may name in any question. */
export function municipalitiesOf(person: Person): NamedMunicipality[] {
  const named = catalogue.all.flatMap((measure) => scopesFor(measure.id, person, 'personal'));
  return [...new Map(named.flatMap(({ municipalityCode, name }) => (municipalityCode ? [[municipalityCode, { code: municipalityCode, name }] as const] : []))).values()];
}
