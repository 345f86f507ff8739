import { noFacts, type Facts } from './facts.ts';
import { kindergartenOf } from './kindergarten-facts.ts';
import type { Part } from './types.ts';

/** The facts of one part of a municipality: children by where they live, placements by where they are. Of a provider or group nobody knows who lives around it. */
export function factsOfPart(facts: Facts, part: Part | undefined): Facts {
  if (part === undefined) return facts;
  const { kind, name } = part;
  if (kind === 'group') return { ...noFacts, locations: groupOnly(facts, part) };
  if (kind === 'provider') return { ...noFacts, locations: facts.locations.filter(({ provider }) => provider === name), handovers: facts.handovers.filter(({ provider }) => provider === name) };
  if (kind === 'school') return { ...noFacts, handovers: facts.handovers.filter(({ school }) => school === name), kindergarten: kindergartenOf(facts.kindergarten, ({ school }) => school === name) };
  const there = (fact: { readonly neighbourhood?: string | undefined; readonly cluster?: string | undefined }): boolean => fact[kind] === name;
  return { targets: facts.targets.filter(there), locations: facts.locations.filter(there), toddlers: facts.toddlers.filter(there), population: facts.population.filter(there), handovers: facts.handovers.filter(there), kindergarten: kindergartenOf(facts.kindergarten, there) };
}

/** What is offered is offered by the location, so of a group there is nothing to say about it. */
function groupOnly({ locations }: Facts, { name, location: at }: Part): Facts['locations'] {
  return locations.filter(({ location }) => at === undefined || location === at)
    .map((location) => ({ ...location, offered: null, placements: location.placements.filter(({ group }) => group === name) }));
}
