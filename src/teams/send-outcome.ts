import type { SendOutcome } from '../digest/types.ts';
import { retryAfterMs } from './connector-policy.ts';

/** The connection was never made. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

interface ConnectorError {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly errorCode?: unknown;
  readonly name?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | undefined | null } };
}

/** What an error of the connector tells about the message. Where it tells nothing, it may have been posted. */
export function outcomeOfError(error: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  const { statusCode: status, code, errorCode, name, response } = (error ?? {}) as ConnectorError;
  if (typeof status === 'number') return outcomeOfStatus(status, response?.headers?.get?.('retry-after') ?? undefined);
  if (typeof code === 'string' && NEVER_LEFT.has(code)) return { kind: 'retry' };
  // The token service refused or is away, before anything was sent.
  if (typeof errorCode === 'string' && typeof name === 'string' && /(?:Auth|Server)Error$/.test(name)) return { kind: 'retry' };
  return { kind: 'unknown' };
}

function outcomeOfStatus(status: number, retryAfter: string | undefined): Exclude<SendOutcome, { kind: 'sent' }> {
  if (status === 429 || status === 412) {
    const afterMs = retryAfterMs(retryAfter);
    return afterMs === undefined ? { kind: 'retry' } : { kind: 'retry', afterMs };
  }
  if (status === 403 || status === 404) return { kind: 'gone', status };
  return status >= 400 && status < 500 ? { kind: 'failed', status } : { kind: 'unknown' };
}
