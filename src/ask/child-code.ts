/**
 * The code of a child, `PU-4KX7-9TM9`: two letters of the municipality that issued it,
 * seven random symbols and one check character. People read it aloud, write it on paper
 * and type it on a phone, so the symbols leave out 0, 1, I, L, O and U.
 *
 * The check is ISO 7064 MOD 37-2 over everything before it, prefix included. 37 is prime
 * and larger than the 36 characters that can occur, and each place has its own weight
 * (a power of 2), so every single wrong character and every swap of two neighbours shows.
 * The standard would sometimes end in a character that is not in our alphabet; such
 * draws are thrown away when a code is made. About 33 bits remain to be guessed.
 */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const modulus = 37;
const blockLength = 4;
const maxDraws = 1000;

/**
 * The check character for a payload without dashes ("PU4KX79TM"), or `undefined` when the
 * standard's character is not in our alphabet, so that no code with this payload exists.
 */
export function checkCharacter(payload: string): string | undefined {
  let remainder = 0;
  for (const symbol of payload) {
    const value = values.indexOf(symbol);
    if (value < 0) return undefined;
    remainder = ((remainder + value) * 2) % modulus;
  }
  const check = values[(modulus + 1 - remainder) % modulus];
  return check !== undefined && codeAlphabet.includes(check) ? check : undefined;
}

function draw(length: number, randomInt: (maxExclusive: number) => number): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)] ?? '').join('');
}

/**
 * A new code. `randomInt` must be cryptographic (node's `randomInt`): a code cannot be guessed.
 * The first block has a digit, so that the code is never taken for a word when typed without dashes.
 * Throws RangeError on a prefix that is not two capitals, and when the source of chance is stuck.
 */
export function newChildCode(prefix: string, randomInt: (maxExclusive: number) => number): string {
  if (!/^[A-Z]{2}$/.test(prefix)) throw new RangeError('the prefix of a child code is two capitals');
  for (let attempt = 0; attempt < maxDraws; attempt += 1) {
    const first = draw(blockLength, randomInt);
    const second = draw(blockLength - 1, randomInt);
    const check = checkCharacter(prefix + first + second);
    if (check !== undefined && /\d/.test(first)) return `${prefix}-${first}-${second}${check}`;
  }
  throw new RangeError('randomInt gives no usable codes');
}

export type ParsedCode =
  | { readonly kind: 'code'; readonly code: string }
  /** It has the form of a code, but a character is wrong. */
  | { readonly kind: 'wrong-check' }
  | { readonly kind: 'not-a-code' };

/**
 * Reads a whole input field. Case, spaces and the kind of dash do not matter. One-block
 * codes are not issued but accepted, for codes that were imported from elsewhere.
 */
export function parseChildCode(text: string): ParsedCode {
  if (text.length > 40) return { kind: 'not-a-code' };
  const folded = text.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const match = /^([A-Z]{2})([0-9A-Z]{4})([0-9A-Z]{4})?$/.exec(folded);
  if (match === null) return { kind: 'not-a-code' };
  const [, prefix = '', first = '', second] = match;
  const symbols = first + (second ?? '');
  const check = checkCharacter(prefix + symbols.slice(0, -1));
  if (check === undefined || check !== symbols.at(-1)) return { kind: 'wrong-check' };
  if ([...symbols].some((symbol) => !codeAlphabet.includes(symbol))) return { kind: 'wrong-check' };
  return { kind: 'code', code: [prefix, first, ...(second === undefined ? [] : [second])].join('-') };
}
