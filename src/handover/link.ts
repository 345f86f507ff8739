import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The link with which a school that is not on the bot reads one handover: which one, until
 * when, and a signature over both. The database verifies it again, and knows whether it was
 * revoked; here it is told apart from junk without asking the database.
 */
export const LINK_VALID_DAYS = 14;
export const LINK_PATH = '/overdracht';

export interface HandoverToken {
  readonly linkId: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/** Says what the key is for: a signature of anything else under the identity key is never one of a link. */
const PURPOSE = 'kansenlijn/handover-link/v1';
const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{10})\.([0-9a-f]{64})$/;

/** As `kansenlijn.handover_signature` computes it. */
function signature(linkId: string, expires: number, secret: string): string {
  const key = createHmac('sha256', secret).update(PURPOSE, 'utf8').digest();
  return createHmac('sha256', key).update(`${linkId}|${expires}`, 'utf8').digest('hex');
}

/** The token of a link; goes into the address and is kept nowhere. */
export function signLink(linkId: string, expires: number, secret: string): string {
  return `${linkId}.${expires}.${signature(linkId, expires, secret)}`;
}

/** The parts of a token that we signed and that has not expired at `now`; undefined for anything else. */
export function readLink(token: unknown, secret: string, now: Date): HandoverToken | undefined {
  const match = typeof token === 'string' ? TOKEN.exec(token) : null;
  if (!match) return undefined;
  const [, linkId, seconds, given] = match as unknown as [string, string, string, string];
  const expires = Number(seconds);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(linkId, expires, secret)))) return undefined;
  return expires * 1000 > now.getTime() ? { linkId, expires, signature: given } : undefined;
}
