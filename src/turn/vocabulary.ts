import { createHash } from 'node:crypto';
import type { NamedPlace, Person } from '../../dialogs/ports.ts';
import { scopeTexts } from '../ask/lexicon/splits.ts';
import type { Vocabulary, VocabularyEntry } from '../ask/question.ts';

/** Vocabularies that are kept: about as many as there are circles of people who see the same places. */
const MAX_KEPT = 50;

/** By a hash of all that is in it: names of places, nothing of a person. The latest used stands last. */
const kept = new Map<string, Vocabulary>();

/**
 * Names for the grammar: those of the database, and the regions of the person's own roles.
 * The same names give the same array, for which the grammar makes its index once.
 */
export function vocabularyOf(places: readonly NamedPlace[], person: Person): Vocabulary {
  const entries = [...regionEntries(person), ...placeEntries(places)];
  const key = createHash('sha256').update(JSON.stringify(entries)).digest('base64');
  const vocabulary = kept.get(key) ?? entries;
  kept.delete(key);
  kept.set(key, vocabulary);
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
  return vocabulary;
}

function regionEntries({ roles }: Person): VocabularyEntry[] {
  return roles.flatMap(({ role, regionId, regionName }) => (role === 'regional' && regionId !== undefined ? [{ scope: { kind: 'region' as const, id: regionId, name: regionName ?? regionId }, names: [regionName ?? regionId] }] : []));
}

/** A group by its location; of places of one name each by what and where it is, so that a button can tell them apart. */
function placeEntries(places: readonly NamedPlace[]): VocabularyEntry[] {
  const municipality = new Map(places.flatMap(({ kind, id, name }) => (kind === 'municipality' ? [[id, name] as const] : [])));
  const seen = new Map<string, number>();
  for (const { name } of places) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1);
  const label = ({ kind, name, municipalityCodes, locationName }: NamedPlace): string => {
    if (locationName !== undefined) return `${name} (${locationName})`;
    if (kind === 'municipality' || seen.get(name.toLowerCase()) === 1) return name;
    const where = municipalityCodes.flatMap((code) => municipality.get(code) ?? []);
    return `${name} (${scopeTexts[kind]}${where.length === 0 ? '' : ` in ${where.join(' en ')}`})`;
  };
  return places.map((place) => ({ scope: { kind: place.kind, id: place.id, name: label(place) }, names: [place.name], within: place.municipalityCodes }));
}
