import type { NamedPlace } from '../../dialogs/ports.ts';
import type { Scope } from '../ask/question.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId, PartKind } from '../figures/types.ts';
import type { KnownContext } from './context.ts';
import { regionsFor, scopesFor, type FigureScope } from './figure-scope.ts';

/**
 * The scope of a figure by the person's own rights; a question may come from a card, so what
 * stands in it proves nothing. Undefined when it is not theirs, or does not exist: which of the
 * two is not told.
 */
export async function resolveScope({ kind, id }: Scope, measure: MeasureId, context: KnownContext): Promise<FigureScope | undefined> {
  if (kind === 'region') return regionsFor(measure, context.person, context.where).find(({ region }) => region?.id === id);
  const allowed = scopesFor(measure, context.person, context.where);
  const own = allowed.find(({ locationId, schoolId }) => (kind === 'location' && locationId === id) || (kind === 'school' && schoolId === id));
  if (own) return own;
  const place = (await context.ports.figures.names()).find((candidate) => candidate.kind === kind && candidate.id === id);
  if (!place) return undefined;
  // A button offers only what means something; one that was made by hand may not.
  if (place.kind !== 'municipality' && !catalogue.get(measure).parts.includes(place.kind)) return undefined;
  const municipalities = allowed.filter(({ municipalityCode }) => municipalityCode !== undefined && place.municipalityCodes.includes(municipalityCode));
  if (municipalities.length === 0) return place.kind === 'group' ? ownGroup(place, allowed) : undefined;
  return within(place, place.kind, municipalities);
}

/** Childcare knows its own groups, and nothing of the municipality around them. */
function ownGroup(place: NamedPlace, allowed: readonly FigureScope[]): FigureScope | undefined {
  const location = allowed.find(({ locationId }) => locationId !== undefined && locationId === place.locationId);
  return location && { ...location, name: `${place.name}, ${location.name}`, part: { kind: 'group', name: place.name } };
}

function within(place: NamedPlace, kind: PartKind | 'municipality', municipalities: readonly FigureScope[]): FigureScope {
  const [only] = municipalities;
  const isProtected = municipalities.some((municipality) => municipality.protected);
  if (kind === 'municipality') return only!;
  if (kind === 'location') return { name: place.name, locationId: place.id, policyOf: only!.municipalityCode, protected: isProtected };
  const part = { kind, name: place.name, ...(kind === 'group' ? { location: place.locationName } : {}) };
  const name = kind === 'group' ? `${place.name}, ${place.locationName}` : place.name;
  if (municipalities.length === 1) return { name, municipalityCode: only!.municipalityCode, part, protected: isProtected };
  // A provider with locations in several municipalities of the person.
  return { name, region: { id: place.id, members: municipalities.map(({ municipalityCode, name: municipality }) => ({ code: municipalityCode!, name: municipality })) }, part, protected: isProtected };
}
