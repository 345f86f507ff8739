/** How far a typed word is from a known one, with a sense of the keyboard and of Dutch sounds. */

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighboursOf(letter: string): string {
  const row = rows.findIndex((keys) => keys.includes(letter));
  const column = rows[row]?.indexOf(letter) ?? -1;
  if (row < 0) return '';
  return [row - 1, row, row + 1].flatMap((r) => [column - 1, column, column + 1].map((c) => rows[r]?.[c] ?? '')).join('');
}
const neighbours: ReadonlyMap<string, string> = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, neighboursOf(letter)]));

const cheap = 0.6;
const double = 0.5;

const substitution = (a: string, b: string): number => (a === b ? 0 : neighbours.get(a)?.includes(b) ? cheap : 1);
/** A letter typed twice, or once where it belongs twice, is a smaller mistake than another letter. */
const extra = (text: string, at: number): number => (text[at] === text[at - 1] || text[at] === text[at + 1] ? double : 1);

/** Damerau-Levenshtein with cheaper neighbours, doubles and swaps; Infinity above `limit`. */
export function distance(typed: string, known: string, limit: number): number {
  if (Math.abs(typed.length - known.length) > limit * 2) return Infinity;
  let before: number[] = [];
  let previous = [0];
  for (let j = 1; j <= known.length; j += 1) previous[j] = (previous[j - 1] ?? 0) + extra(known, j - 1);
  for (let i = 1; i <= typed.length; i += 1) {
    const current = [(previous[0] ?? 0) + extra(typed, i - 1)];
    let smallest = current[0] ?? 0;
    for (let j = 1; j <= known.length; j += 1) {
      const swapped = i > 1 && j > 1 && typed[i - 1] === known[j - 2] && typed[i - 2] === known[j - 1] && typed[i - 1] !== typed[i - 2];
      const best = Math.min(
        (previous[j - 1] ?? Infinity) + substitution(typed[i - 1] ?? '', known[j - 1] ?? ''),
        (previous[j] ?? Infinity) + extra(typed, i - 1),
        (current[j - 1] ?? Infinity) + extra(known, j - 1),
        swapped ? (before[j - 2] ?? Infinity) + cheap : Infinity,
      );
      current[j] = best;
      if (best < smallest) smallest = best;
    }
    if (smallest > limit) return Infinity;
    before = previous;
    previous = current;
  }
  const result = previous[known.length] ?? Infinity;
  return result > limit ? Infinity : result;
}

/** One spelling for what sounds the same: "berijk", "capaciteid", "lokatie". */
export const sound = (word: string): string => word.replaceAll('ij', 'ei').replaceAll('ou', 'au').replaceAll('ph', 'f').replace(/c(?!h)/g, 'k').replaceAll('x', 'ks').replace(/d$/, 't').replaceAll('th', 't');
const soundCost = 0.4;

/** Shorter words are too near each other to correct. */
export const shortestCorrected = 5;
const allowed = (length: number): number => (length < 7 ? 1 : length < 10 ? 1.6 : 2.1);

export interface Candidate<T> {
  readonly word: string;
  readonly value: T;
  /** Two candidates of one sense are no doubt. */
  readonly sense: string;
}

interface Prepared<T> extends Candidate<T> {
  readonly sound: string;
  readonly letters: number;
}

/** Which letters occur, as bits: far fewer in common means far apart. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export type Speller<T> = (typed: string) => Candidate<T> | undefined;

/** Two different senses this near to what was typed are a doubt, and a doubt is not corrected. */
const margin = 0.3;

function measured<T>(typed: string, typedSound: string, limit: number, candidate: Prepared<T>): number {
  const plain = distance(typed, candidate.word, limit);
  if (plain <= cheap) return plain;
  return Math.min(plain, soundCost + distance(typedSound, candidate.sound, limit - soundCost));
}

/** Hardly anybody mistypes the first letter, so another one means another word. */
const startsAlike = (typed: string, known: string): boolean => typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0]);

/** Corrects to the one nearest word, or to none. */
export function spellerOf<T>(candidates: readonly Candidate<T>[]): Speller<T> {
  const byLength = new Map<number, Prepared<T>[]>();
  for (const candidate of candidates.filter(({ word }) => word.length >= shortestCorrected)) {
    const { length } = candidate.word;
    byLength.set(length, [...(byLength.get(length) ?? []), { ...candidate, sound: sound(candidate.word), letters: lettersOf(candidate.word) }]);
  }
  return (typed) => {
    if (typed.length < shortestCorrected || typed.length > 40) return undefined;
    const limit = allowed(typed.length);
    const typedSound = sound(typed);
    const letters = lettersOf(typed);
    const near = [-2, -1, 0, 1, 2].flatMap((more) => byLength.get(typed.length + more) ?? [])
      .filter((candidate) => startsAlike(typed, candidate.word) && bitCount(candidate.letters ^ letters) <= 4)
      .map((candidate) => ({ candidate, cost: measured(typed, typedSound, limit, candidate) }))
      .filter(({ cost }) => cost <= limit)
      .sort((a, b) => a.cost - b.cost);
    const [first] = near;
    if (first === undefined) return undefined;
    const doubt = near.some(({ candidate, cost }) => candidate.sense !== first.candidate.sense && cost - first.cost < margin);
    return doubt ? undefined : first.candidate;
  };
}
