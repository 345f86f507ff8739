import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod/v4';
import type { ExportFormat } from '../records/export/types.ts';

/**
 * Links to files of answers. A chat in a channel cannot take a file, so the person gets an
 * address on our own server. Who has the address can fetch the file while it is valid, and
 * gets what the person in it may see at that moment, no more.
 */

/** Long enough to press a button and to try again, too short to be kept. */
export const LINK_MINUTES = 10;

const FORMATS = ['xlsx', 'csv', 'rows-xlsx', 'rows-csv'] as const satisfies readonly ExportFormat[];

/** What a link gives, and as whom it is fetched. */
export interface ExportLink {
  readonly reference: string;
  readonly format: ExportFormat;
  readonly tenantId: string;
  readonly aadObjectId: string;
}

export type OpenedLink =
  | { readonly kind: 'valid'; readonly link: ExportLink }
  | { readonly kind: 'expired' | 'invalid' };

export interface ExportLinks {
  issue(link: ExportLink): { readonly token: string; readonly validUntil: Date };
  /** `expired` only for a link that was ours; whatever else came is `invalid`. */
  open(token: unknown): OpenedLink;
}

/** Says what the key is for: a signature of anything else under the identity key is never one of a link. */
const PURPOSE = 'kansenlijn/export-link/v1';
/** base64url of a payload, and of 32 bytes. */
const TOKEN = /^([\w-]{20,2000})\.([\w-]{43})$/;

const Payload = z.tuple([z.string(), z.enum(FORMATS), z.string(), z.string(), z.number().int()]);

export function createExportLinks(secret: string, now: () => Date): ExportLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, 32));
  const sign = (payload: string): string => createHmac('sha256', key).update(payload, 'ascii').digest('base64url');
  return {
    issue({ reference, format, tenantId, aadObjectId }) {
      const validUntil = new Date(now().getTime() + LINK_MINUTES * 60_000);
      const payload = Buffer.from(JSON.stringify([reference, format, tenantId, aadObjectId, validUntil.getTime()])).toString('base64url');
      return { token: `${payload}.${sign(payload)}`, validUntil };
    },
    open(token) {
      const match = typeof token === 'string' ? TOKEN.exec(token) : null;
      if (!match) return { kind: 'invalid' };
      const [, payload, signature] = match as unknown as [string, string, string];
      // The signature is compared as it was written: its last character has bits that decoding drops.
      if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) return { kind: 'invalid' };
      return opened(payload, now());
    },
  };
}

function opened(payload: string, moment: Date): OpenedLink {
  const [reference, format, tenantId, aadObjectId, validUntil] = Payload.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return moment.getTime() < validUntil ? { kind: 'valid', link: { reference, format, tenantId, aadObjectId } } : { kind: 'expired' };
}
