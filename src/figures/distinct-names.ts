import type { Facts, LocationFact } from './facts.ts';

/** Two locations of one name are two lines, told apart by their provider. */
export function withDistinctLocations(facts: Facts): Facts {
  const places = [...facts.locations.map(({ location, locationId }) => [location, locationId] as const), ...facts.targets.map(({ location, provider }) => [location, provider] as const)];
  const several = (list: readonly (readonly [string | undefined, string | undefined])[]): (string | undefined)[] =>
    list.filter(([name, which]) => name !== undefined && list.some((other) => other[0] === name && other[1] !== which)).map(([name]) => name);
  const double = new Set([...several(places.slice(0, facts.locations.length)), ...several(places.slice(facts.locations.length)), ...several(facts.handovers.map(({ location, provider }) => [location, provider] as const))]);
  if (double.size === 0) return facts;
  const named = <T extends { readonly location?: string | undefined; readonly provider?: string | undefined }>(fact: T): T =>
    (fact.location !== undefined && double.has(fact.location) ? { ...fact, location: `${fact.location} (${fact.provider})` } : fact);
  return { ...facts, locations: facts.locations.map(named), targets: facts.targets.map(named), handovers: facts.handovers.map(named) };
}

/** Of several municipalities together, "Centrum" of the one is not that of the other, nor is a location of the same name. */
export function withMunicipality(facts: Facts, municipality: string): Facts {
  const of = (name: string | undefined): string | undefined => name && `${name} (${municipality})`;
  const placeOf = (name: string | undefined, elsewhere: boolean): string | undefined => (elsewhere ? name && `${name} (elders)` : of(name));
  const area = <T extends { readonly neighbourhood?: string | undefined; readonly cluster?: string | undefined }>(fact: T): T => ({ ...fact, neighbourhood: of(fact.neighbourhood), cluster: of(fact.cluster) });
  const placed = ({ location, ...fact }: LocationFact): LocationFact => area({ ...fact, location: `${location} (${municipality})` });
  return {
    // Of a child that is placed elsewhere we know the municipality where it lives, not that of the location.
    targets: facts.targets.map((target) => area({ ...target, location: target.standing === 'elsewhere' ? target.location && `${target.location} (elders)` : of(target.location) })), locations: facts.locations.map(placed),
    toddlers: facts.toddlers.map(area), population: facts.population.map(area),
    handovers: facts.handovers.map((fact) => area({ ...fact, location: placeOf(fact.location, fact.locationElsewhere), school: placeOf(fact.school, fact.schoolElsewhere) })),
    kindergarten: { ...facts.kindergarten, schools: facts.kindergarten.schools.map((school) => area({ ...school, school: `${school.school} (${municipality})` })) },
  };
}
