import { describe, expect, it } from 'vitest';
import type { NamedPlace, Person } from '../../dialogs/ports.ts';
import { ask } from '../../src/ask/ask.ts';
import { KNOWN_MEASURES } from '../../src/ask/known-measures.ts';
import { vocabularyOf } from '../../src/turn/vocabulary.ts';

const place = (kind: NamedPlace['kind'], id: string, name: string, ...municipalityCodes: string[]): NamedPlace => ({ kind, id, name, municipalityCodes });
const putten = place('municipality', '0273', 'Putten', '0273');
const ermelo = place('municipality', '0233', 'Ermelo', '0233');
const nobody: Person = { personId: 'p1', roles: [] };
const regional: Person = { personId: 'p2', roles: [{ id: 'r1', role: 'regional', regionId: 'veluwe', regionName: 'Noord-Veluwe' }] };
const namesOf = (places: readonly NamedPlace[]): string[] => vocabularyOf(places, nobody).map(({ scope }) => scope.name);

describe('the names that a question may use', () => {
  it('tell places of one name apart by what and where they are', () => {
    expect(namesOf([putten, ermelo, place('neighbourhood', 'a', 'Centrum', '0273'), place('neighbourhood', 'b', 'Centrum', '0233'), place('cluster', '0233/West', 'West', '0233'), place('neighbourhood', 'c', 'West', '0233')]))
      .toEqual(['Putten', 'Ermelo', 'Centrum (wijk in Putten)', 'Centrum (wijk in Ermelo)', 'West (cluster in Ermelo)', 'West (wijk in Ermelo)']);
  });

  it('are as they are when there is one, with its location for a group, and without a municipality for who knows none', () => {
    expect(namesOf([putten, place('location', 'l', 'De Bosrand', '0273'), { ...place('group', 'g', 'Kikkers', '0273'), locationId: 'l', locationName: 'De Bosrand' }])).toEqual(['Putten', 'De Bosrand', 'Kikkers (De Bosrand)']);
    expect(namesOf([place('location', 'l', 'Het Nest', '0273'), place('location', 'm', 'Het Nest', '0233')])).toEqual(['Het Nest (locatie)', 'Het Nest (locatie)']);
  });

  it('say where they lie, so that a provider with its one municipality is one place', () => {
    const read = (...codes: string[]) => ask('capaciteit Stichting Heideroos in Putten', { today: '2026-11-22', measures: KNOWN_MEASURES, vocabulary: vocabularyOf([putten, ermelo, place('provider', 'h', 'Stichting Heideroos', ...codes)], nobody) });
    expect(read('0273')).toMatchObject({ kind: 'question', question: { scopes: [{ kind: 'provider', id: 'h' }] } });
    expect(read('0273', '0233').kind).toBe('clarify');
  });

  it('are one array for the same names, and another as soon as a name or a region differs', () => {
    const first = vocabularyOf([putten], nobody);
    expect(vocabularyOf([{ ...putten }], { ...nobody, personId: 'p9' })).toBe(first);
    expect(vocabularyOf([{ ...putten, name: 'Nieuw Putten' }], nobody)).not.toBe(first);
    expect(vocabularyOf([putten], regional)).not.toBe(first);
    expect(vocabularyOf([putten], regional)[0]?.scope).toEqual({ kind: 'region', id: 'veluwe', name: 'Noord-Veluwe' });
  });

  it('are forgotten when fifty others came after, and not before', () => {
    const first = vocabularyOf([putten], nobody);
    const others = (count: number): void => { for (let index = 0; index < count; index += 1) vocabularyOf([place('municipality', '1', `Elders ${index}`)], nobody); };
    others(49);
    expect(vocabularyOf([putten], nobody)).toBe(first);
    others(50);
    expect(vocabularyOf([putten], nobody)).not.toBe(first);
  });
});
