import type { AskContext, Question, Scope } from '../question.ts';
import type { Draft } from './draft.ts';
import { questionOf } from './finish.ts';
import { whenOf } from './default-when.ts';
import type { Reading } from './reading.ts';

/** "Oost in Maassluis" is one place, said with where it lies; "Oost en Maassluis" are two. */

type Named = Reading['names'][number];
const wide: readonly Scope['kind'][] = ['municipality', 'region'];
const coordinated = /(?<![\p{L}])(?:en|and|met|tegenover|vs|versus|of)(?![\p{L}])|,|&/u;

const withinOf = (scope: Scope, { vocabulary }: AskContext): readonly string[] => {
  const entry = vocabulary.find((each) => each.scope.kind === scope.kind && each.scope.id === scope.id);
  return entry?.within ?? (scope.kind === 'cluster' ? [scope.id.split('/')[0] ?? ''] : []);
};

/** A municipality or region beside a smaller place, with no word between them that makes them two. */
function qualifierOf(name: Named, names: readonly Named[], text: string): Scope | undefined {
  const mine = name.scopes[0];
  if (mine === undefined || wide.includes(mine.kind)) return undefined;
  const near = names.find((other) => {
    const [scope] = other.scopes;
    const [first, second] = other.span[0] < name.span[0] ? [other, name] : [name, other];
    return scope !== undefined && other.scopes.length === 1 && wide.includes(scope.kind) && !coordinated.test(text.slice(first.span[1], second.span[0]));
  });
  return near?.scopes[0];
}

export interface Placed {
  readonly names: readonly Named[];
  /** A provider may work elsewhere too, so its part in one municipality is another figure. */
  readonly doubt?: readonly [Scope, Scope];
}

/** Leaves out the municipality that only says where a place lies. */
export function placed(reading: Reading, context: AskContext): Placed {
  const { names, text } = reading;
  const qualifiers = names.map((name) => ({ name, qualifier: qualifierOf(name, names, text) }));
  const used = new Set(qualifiers.flatMap(({ qualifier }) => (qualifier === undefined ? [] : [qualifier.id])));
  const resolved = qualifiers.filter(({ name }) => !used.has(name.scopes[0]?.id ?? '')).map(({ name, qualifier }): Named => {
    const inside = qualifier === undefined ? [] : name.scopes.filter((scope) => withinOf(scope, context).includes(qualifier.id));
    return inside.length > 0 ? { ...name, scopes: inside } : name;
  });
  const doubtful = qualifiers.find(({ name, qualifier }) => {
    const [scope] = name.scopes;
    const within = scope === undefined ? [] : withinOf(scope, context);
    return qualifier !== undefined && scope?.kind === 'provider' && !(within.length === 1 && within[0] === qualifier.id);
  });
  const [provider] = doubtful?.name.scopes ?? [];
  return { names: resolved, ...(provider !== undefined && doubtful?.qualifier !== undefined ? { doubt: [provider, doubtful.qualifier] as const } : {}) };
}

/** The provider as a whole, or the municipality with a line for each provider. */
export function placeQuestions([provider, area]: readonly [Scope, Scope], draft: Draft, context: AskContext): Question[] {
  const measures = draft.measures.length > 0 ? [draft.measures] : context.measures.map(({ id }) => [id]);
  return measures.flatMap((each) => {
    const one: Draft = { ...draft, measures: each };
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf({ ...one, scopes: [provider] }, when), questionOf({ ...one, scopes: [area], splits: ['provider'] }, when), questionOf({ ...one, scopes: [area] }, when)];
  });
}
