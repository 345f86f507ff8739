import { createHash } from 'node:crypto';
import type { NamedPlace, Person } from '../../dialogs/ports.ts';
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
  const entries = [...regionEntries(person), ...places.map(placeEntry)];
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

function placeEntry({ kind, id, name, municipalityCodes, locationName }: NamedPlace): VocabularyEntry {
  return { scope: { kind, id, name: locationName === undefined ? name : `${name} (${locationName})` }, names: [name], within: municipalityCodes };
}
