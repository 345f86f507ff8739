import type { Scope, Span, Vocabulary } from './types.ts';
import { wordsOf, type Token } from './fold.ts';
import { articles, greetings, measurePhrases, politeness, scopeNouns, stopwords, thanks } from './lexicon.ts';
import { readPeriodFolded } from './periods.ts';
import { findPhrases, phraseBook, type PhraseBook } from './phrases.ts';

export interface NamedScope {
  readonly scope: Scope;
  readonly name: string;
  readonly span: Span;
  /** The name is made of everyday words ("De Peuters"), so the place may not have been meant. */
  readonly doubtful: boolean;
}

interface Entry {
  readonly scope: Scope;
  readonly name: string;
  /** The words that matched: the name, or the name without its article. */
  readonly words: readonly string[];
}

const ordinaryPhrases = new Set([...stopwords, ...politeness, ...greetings, ...thanks, ...Object.values(measurePhrases).flat()].map((phrase) => wordsOf(phrase).join(' ')));

/** A location that is called "Mei", "Bereik" or "1 maart" is only meant when "locatie" stands before it. */
function isOrdinary(words: readonly string[]): boolean {
  const phrase = words.join(' ');
  if (ordinaryPhrases.has(phrase)) return true;
  const { spans } = readPeriodFolded(phrase, '2026-01-01');
  return spans.some(([start, end]) => start === 0 && end === phrase.length);
}

function* entriesOf(scope: Scope, name: string): Generator<readonly [readonly string[], Entry]> {
  const words = wordsOf(name);
  yield [words, { scope, name, words }];
  const bare = words.slice(1);
  if (articles.includes(words[0] ?? '') && bare.length > 0) yield [bare, { scope, name, words: bare }];
}

function* allEntries({ municipalities, locations }: Vocabulary): Generator<readonly [readonly string[], Entry]> {
  for (const { code, name } of municipalities) yield* entriesOf({ kind: 'municipality', code }, name);
  for (const { id, name } of locations) yield* entriesOf({ kind: 'location', id }, name);
}

/** The book of a vocabulary is made once, also when the caller keeps the vocabulary for many questions. */
const books = new WeakMap<Vocabulary, PhraseBook<Entry>>();

function bookOf(vocabulary: Vocabulary): PhraseBook<Entry> {
  const book = books.get(vocabulary) ?? phraseBook(allEntries(vocabulary));
  books.set(vocabulary, book);
  return book;
}

/** The token right before a name, when it announces a place of that kind. */
function announcement(tokens: readonly Token[], start: number, { scope }: Entry): Token | undefined {
  const previous = tokens.findLast((token) => token.span[1] <= start);
  return previous !== undefined && scopeNouns[scope.kind].includes(previous.word) ? previous : undefined;
}

/**
 * The names of places in a text. "De Krokodillen" twice is one. Two locations of one
 * name are both given: the caller asks which.
 */
export function findScopes(tokens: readonly Token[], vocabulary: Vocabulary): NamedScope[] {
  const hits = findPhrases(tokens, bookOf(vocabulary)).map((hit) => ({ ...hit, announced: announcement(tokens, hit.span[0], hit.value) }));
  const announcedAt = new Set(hits.filter(({ announced }) => announced !== undefined).map(({ span }) => span[0]));
  return hits
    // "locatie Putten" is not the municipality of that name.
    .filter(({ announced, span }) => announced !== undefined || !announcedAt.has(span[0]))
    .filter(({ value, announced }) => announced !== undefined || !isOrdinary(value.words))
    .map(({ value, span, announced }) => ({
      scope: value.scope,
      name: value.name,
      span: [announced?.span[0] ?? span[0], span[1]],
      doubtful: announced === undefined && value.words.every((word) => ordinaryPhrases.has(word)),
    }));
}
