import type { Scope, Vocabulary } from '../question.ts';
import { wordsOf } from '../fold.ts';
import { timeWords, shortTimeWords } from '../lexicon/period-words.ts';
import { articles, genericNameWords, nameLinks, scopeNouns } from '../lexicon/splits.ts';
import { book, isFiller } from './book.ts';
import { trieOf, type Trie } from './trie.ts';

/** How somebody may write the name of a place. */
export interface NameForm {
  readonly scope: Scope;
  /** Made of everyday words ("De WIJ", "Mei"), so the place is only meant when its kind stands before it. */
  readonly ordinary: boolean;
  /** The name or an alias in full, not a part of it. */
  readonly full: boolean;
}

export interface NameIndex {
  readonly trie: Trie<NameForm>;
  readonly words: ReadonlySet<string>;
  /** Words of names by which a scope can be found alone, for the corrector. */
  readonly distinctive: ReadonlyMap<string, string>;
}

const times = new Set([...timeWords, ...shortTimeWords]);
const generic = new Set(genericNameWords);
const nouns = new Set(Object.values(scopeNouns).flat());
const everyday = (word: string): boolean => isFiller(word) || times.has(word) || book.next.has(word) || nouns.has(word) || /^\d+$/.test(word);

/** "De Zaza's" is typed as "zaza's" and "zazas"; "Kind & Co" as "kind en co". */
function spellings(name: string): string[][] {
  const words = wordsOf(name).filter((word) => !nameLinks.includes(word));
  const joined = wordsOf(name.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).filter((word) => !nameLinks.includes(word));
  return [words, joined];
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return articles.includes(words[0] ?? '') ? words.slice(1) : words;
}

const keyOf = (scope: Scope): string => `${scope.kind} ${scope.id}`;
const core = (words: readonly string[]): readonly string[] => withoutArticle(withoutArticle(words).filter((word) => !generic.has(word)));

/** In how many scopes each word of a name occurs. */
function wordUse(vocabulary: Vocabulary): Map<string, Set<string>> {
  const use = new Map<string, Set<string>>();
  for (const { scope, names } of vocabulary) {
    for (const word of names.flatMap((name) => spellings(name).flat())) use.set(word, (use.get(word) ?? new Set()).add(keyOf(scope)));
  }
  return use;
}

/** Single words that only this name has: "Blos", "Ludens". The first may be short, as people shorten to it. */
function shortForms(words: readonly string[], use: ReadonlyMap<string, ReadonlySet<string>>): (readonly string[])[] {
  const own = core(words);
  const singles = own.filter((word, index) => word.length >= (index === 0 ? 4 : 5) && use.get(word)?.size === 1 && !everyday(word));
  return [...singles.map((word) => [word]), ...(own.length > 2 ? [own.slice(0, 2)] : [])];
}

function* formsOf(vocabulary: Vocabulary): Generator<readonly [readonly string[], NameForm]> {
  const use = wordUse(vocabulary);
  for (const { scope, names } of vocabulary) {
    const forms = new Map<string, readonly [readonly string[], NameForm]>();
    const add = (words: readonly string[], full: boolean): void => {
      const key = words.join(' ');
      if (words.length > 0 && !forms.has(key)) forms.set(key, [words, { scope, full, ordinary: words.every(everyday) }]);
    };
    for (const words of names.flatMap(spellings)) {
      add(words, true);
      add(withoutArticle(words), true);
      add(core(words), false);
      for (const short of shortForms(words, use)) add(short, false);
    }
    yield* forms.values();
  }
}

function build(vocabulary: Vocabulary): NameIndex {
  const forms = [...formsOf(vocabulary)];
  const words = new Set(forms.flatMap(([each]) => each));
  const distinctive = new Map<string, string>();
  for (const [each, { scope }] of forms) for (const word of each) if (!everyday(word) && !generic.has(word)) distinctive.set(word, distinctive.has(word) && distinctive.get(word) !== keyOf(scope) ? 'several' : keyOf(scope));
  return { trie: trieOf(forms), words, distinctive };
}

/** An index is made once, as the caller keeps the vocabulary for many questions. */
const indexes = new WeakMap<Vocabulary, NameIndex>();

export function nameIndexOf(vocabulary: Vocabulary): NameIndex {
  const index = indexes.get(vocabulary) ?? build(vocabulary);
  indexes.set(vocabulary, index);
  return index;
}
