import type { Scope, Vocabulary } from '../question.ts';
import type { Span } from '../types.ts';
import { blank, fold } from '../fold.ts';
import { stepsFromPrevious } from '../lexicon/period-words.ts';
import { genericNameWords, nameLinks, numberWords, scopeNouns, articles } from '../lexicon/splits.ts';
import { book, earlyBook, isFiller, weightOf, type Meaning } from './book.ts';
import { nameIndexOf, type NameForm } from './names.ts';
import { prepare, type PreparedWord } from './prepare.ts';
import { allMatches, bestMatches, type Match, type Trie, type Word } from './trie.ts';
import { readWhen, type WhenReading } from './when.ts';

/** What every word of a question says, before anything is concluded from it. */
export interface Reading {
  readonly text: string;
  readonly words: readonly PreparedWord[];
  /** More than one scope: two places of one name. */
  readonly names: readonly { readonly scopes: readonly Scope[]; readonly span: Span }[];
  /** Of everyday words ("De WIJ") and not announced, so perhaps not meant. */
  readonly everydayNames: readonly Scope[];
  readonly when: WhenReading;
  readonly said: readonly Said[];
  readonly limit?: number;
  /** "en daarvoor?" */
  readonly stepFromPrevious?: number;
  /** Not understood; as typed. */
  readonly unread: readonly PreparedWord[];
}

export interface Said {
  readonly meaning: Meaning;
  readonly span: Span;
  readonly typed: readonly string[];
}

type IndexedWord = Word & { readonly index: number };

const joins = new Set(['en', 'and', 'of', 'maar', 'but']);
const mayStand = (word: string): boolean => isFiller(word) && !joins.has(word);

/** Words that are still to be read, each knowing whether a comma or full stop stands before it. */
function wordsLeft(text: string, words: readonly PreparedWord[], original: string): IndexedWord[] {
  return words.flatMap(({ word, span }, index) => {
    if (text[span[0]] === '|') return [];
    const before = original.slice(words[index - 1]?.span[1] ?? 0, span[0]);
    return [{ word, span, index, breaks: /[,;.?!:](?: |$)/.test(before) }];
  });
}

const spanOf = (words: readonly Word[], { at }: Match<unknown>): Span => [words[at[0] ?? 0]?.span[0] ?? 0, words[at.at(-1) ?? 0]?.span[1] ?? 0];

/** The word before a name that says of which kind it is, past an article. */
function announcerOf(words: readonly Word[], first: number): Word | undefined {
  const before = words[first - 1];
  return before !== undefined && articles.includes(before.word) ? words[first - 2] : before;
}

const kindsOf = (word: string | undefined): string[] => Object.entries(scopeNouns).flatMap(([kind, nouns]) => (nouns.includes(word ?? '') ? [kind] : []));

function meantScopes(forms: readonly NameForm[], kinds: readonly string[]): Scope[] {
  const announced = forms.filter(({ scope }) => kinds.includes(scope.kind));
  const usable = announced.length > 0 ? announced : forms.filter(({ ordinary }) => !ordinary);
  const full = usable.filter((form) => form.full);
  return [...new Map((full.length > 0 ? full : usable).map(({ scope }) => [`${scope.kind} ${scope.id}`, scope])).values()];
}

/** One such word ("mei") is a word; two in a row as in the name may be the name. */
const everydayScopes = ({ at, values }: Match<NameForm>): Scope[] => (at.length < 2 ? [] : values.filter(({ full }) => full).map(({ scope }) => scope));

function findNames(words: readonly Word[], vocabulary: Vocabulary): Pick<Reading, 'names' | 'everydayNames'> & { readonly spans: readonly Span[] } {
  const found = bestMatches(words, allMatches(words, nameIndexOf(vocabulary).trie, (word) => nameLinks.includes(word)), (form) => (form.full ? 2 : 0));
  const names: { scopes: Scope[]; span: Span }[] = [];
  const everydayNames: Scope[] = [];
  const spans: Span[] = [];
  for (const match of found) {
    const [start, end] = spanOf(words, match);
    const announcer = announcerOf(words, match.at[0] ?? 0);
    const kinds = kindsOf(announcer?.word);
    const scopes = meantScopes(match.values, kinds);
    if (scopes.length === 0) {
      everydayNames.push(...everydayScopes(match));
      continue;
    }
    const after = words[(match.at.at(-1) ?? 0) + 1];
    const generic = announcer !== undefined && (kinds.length > 0 || genericNameWords.includes(announcer.word));
    names.push({ scopes, span: [start, end] });
    spans.push([generic ? announcer.span[0] : start, after !== undefined && genericNameWords.includes(after.word) ? after.span[1] : end]);
  }
  return { names, everydayNames, spans };
}

const numberWord = Object.keys(numberWords).join('|');
const topPattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:top ?(?<top>\\d{1,4}|${numberWord})|(?<many>\\d{1,2}|${numberWord})(?= (?:grootste|hoogste|laagste|kleinste|meeste|minste|langste|volste|leegste|largest|highest|lowest|locaties|wijken|aanbieders|redenen|buurten|gemeenten) ))(?![\\p{L}\\p{N}])`, 'u');

function findLimit(text: string): { readonly limit: number; readonly span: Span } | undefined {
  const match = topPattern.exec(`${text} `);
  const number = match?.groups?.top ?? match?.groups?.many ?? '';
  const limit = numberWords[number] ?? Number(number);
  return match !== null && limit >= 1 && limit <= 50 ? { limit, span: [match.index, match.index + match[0].length] } : undefined;
}

const stepPattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:het |de )?(?:jaar|kwartaal|maand|week|schooljaar|halfjaar|periode) )?(?<word>${Object.keys(stepsFromPrevious).join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** "in- en uitstroom" stands together; "in Beverwijk en uitstroom in Velsen" is something else. */
const namesTwo = ({ values }: Match<Meaning>): boolean => values.some((meaning) => meaning.kind === 'measure' && meaning.measures.length > 1);
const isUnbroken = (words: readonly IndexedWord[], { at }: Match<unknown>): boolean => (words[at.at(-1) ?? 0]?.index ?? 0) - (words[at[0] ?? 0]?.index ?? 0) === at.length - 1;

function best(words: readonly IndexedWord[], trie: Trie<Meaning>): Match<Meaning>[] {
  return bestMatches(words, allMatches(words, trie, mayStand).filter((match) => !namesTwo(match) || isUnbroken(words, match)), weightOf, isFiller);
}

function saidBy(words: readonly IndexedWord[], match: Match<Meaning>, prepared: readonly PreparedWord[]): Said[] {
  const [meaning] = [...match.values].sort((a, b) => weightOf(b) - weightOf(a));
  const typed = match.at.map((at) => prepared[words[at]?.index ?? -1]?.typed ?? '');
  return meaning === undefined ? [] : [{ meaning, span: spanOf(words, match), typed }];
}

const tokenSpans = (words: readonly Word[], match: Match<unknown>): Span[] => match.at.map((at): Span => words[at]?.span ?? [0, 0]);

/** Reads names, then what has numbers of its own, then time, then the rest: what was understood is gone for the next. */
export function readWords(original: string, vocabulary: Vocabulary, today: string): Reading {
  const prepared = prepare(original, fold(original), vocabulary);
  const { words } = prepared;
  const all = wordsLeft(prepared.text, words, prepared.text);
  const { names, everydayNames, spans: nameSpans } = findNames(all, vocabulary);
  let text = blank(prepared.text, nameSpans);

  const early = wordsLeft(text, words, prepared.text);
  const earlyMatches = best(early, earlyBook);
  text = blank(text, earlyMatches.flatMap((match) => tokenSpans(early, match)));

  const limit = findLimit(text);
  if (limit !== undefined) text = blank(text, [limit.span]);
  const step = stepPattern.exec(text);
  if (step !== null) text = blank(text, [[step.index, step.index + step[0].length]]);
  const when = readWhen(text, today);
  text = blank(text, when.spans);

  const rest = wordsLeft(text, words, prepared.text);
  const matches = best(rest, book);
  const read = new Set(matches.flatMap(({ at }) => at));
  return {
    text: prepared.text, words, names, everydayNames, when,
    said: [...earlyMatches.flatMap((match) => saidBy(early, match, words)), ...matches.flatMap((match) => saidBy(rest, match, words))].sort((a, b) => a.span[0] - b.span[0]),
    ...(limit === undefined ? {} : { limit: limit.limit }),
    ...(step === null ? {} : { stepFromPrevious: stepsFromPrevious[step.groups?.word ?? ''] ?? 0 }),
    unread: rest.flatMap(({ word, index }, at) => (read.has(at) || isFiller(word) ? [] : [words[index]].flatMap((each) => each ?? []))),
  };
}
