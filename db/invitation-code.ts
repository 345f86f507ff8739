import { createHmac, randomInt } from 'node:crypto';

/** No 0, O, 1, I, L and U: people read the code aloud and type it on a phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const BLOCKS = 3;
const BLOCK_LENGTH = 4;

/** A new one-time code such as `7KXM-2QPD-VH4R`: twelve random characters, about 58 bits. */
export function newInvitationCode(): string {
  return Array.from({ length: BLOCKS }, newBlock).join('-');
}

function newBlock(): string {
  return Array.from({ length: BLOCK_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * What the database keeps instead of the code: an HMAC-SHA256 under the identity key, as
 * bytes for a `bytea` parameter. Keyed, because a copy of the table alone must not be
 * enough to try codes. Case, spaces and dashes do not matter.
 */
export function hashInvitationCode(code: string, key: string): Buffer {
  const normalised = code.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  return createHmac('sha256', key).update(normalised, 'utf8').digest();
}
