/**
 * The notation of the lexicon: `(vrije|lege) [ve] {plek}` stands for every phrase with one of
 * the words between round brackets, with or without what stands between square ones, and with
 * each word of the list {plek}. Words that say nothing ("de", "er", "nog") may stand between
 * the words of a phrase in a question, so phrases leave them out.
 */
export type WordLists = Readonly<Record<string, readonly string[]>>;

type Phrases = readonly (readonly string[])[];

const cross = (left: Phrases, right: Phrases): Phrases => left.flatMap((a) => right.map((b) => [...a, ...b]));

interface Cursor {
  readonly parts: readonly string[];
  at: number;
}

function alternatives(cursor: Cursor, lists: WordLists, close: string): Phrases {
  const found: (readonly string[])[] = [];
  let current: Phrases = [[]];
  for (;;) {
    const part = cursor.parts[cursor.at];
    cursor.at += 1;
    if (part === undefined || part === close) {
      if (part !== (close === '' ? undefined : close)) throw new RangeError(`"${cursor.parts.join(' ')}" misses ${close}`);
      return [...found, ...current];
    }
    if (part === '|') {
      found.push(...current);
      current = [[]];
    } else current = cross(current, one(part, cursor, lists));
  }
}

function one(part: string, cursor: Cursor, lists: WordLists): Phrases {
  if (part === '(') return alternatives(cursor, lists, ')');
  if (part === '[') return [...alternatives(cursor, lists, ']'), []];
  if (!part.startsWith('{')) return [[part]];
  const list = lists[part.slice(1, -1)];
  if (list === undefined) throw new RangeError(`there is no list ${part} in the lexicon`);
  return list.map((words) => words.split(' '));
}

/** Every phrase that a line of the lexicon stands for, as words. Throws RangeError on a line with a mistake. */
export function expand(line: string, lists: WordLists): readonly (readonly string[])[] {
  const parts = line.match(/[()[\]|]|\{\p{L}+\}|[\p{L}\p{N}]+/gu) ?? [];
  const phrases = alternatives({ parts, at: 0 }, lists, '');
  const seen = new Map(phrases.filter((words) => words.length > 0).map((words) => [words.join(' '), words]));
  return [...seen.values()];
}
