import type { Config } from '../config.ts';
import { RequiredFields, tenantOf, type RawActivity } from './activity.ts';

/** Why a request reaches no handler. Also the label of the counter and the `error` in the answer. */
export type RejectReason =
  | 'not_an_object'
  | 'missing_field'
  | 'channel_not_allowed'
  | 'tenant_not_allowed'
  | 'service_url_not_allowed'
  | 'host_not_allowed'
  | 'invalid_json'
  | 'unsupported_media_type'
  | 'body_too_large'
  | 'method_not_allowed'
  | 'unauthorized'
  | 'authentication_unavailable'
  | 'too_many_requests'
  | 'not_found'
  | 'bad_request'
  | 'internal_error';

export const STATUS: Readonly<Record<RejectReason, number>> = {
  not_an_object: 400,
  missing_field: 400,
  channel_not_allowed: 403,
  tenant_not_allowed: 403,
  service_url_not_allowed: 403,
  host_not_allowed: 403,
  invalid_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  method_not_allowed: 405,
  unauthorized: 401,
  authentication_unavailable: 503,
  too_many_requests: 429,
  not_found: 404,
  bad_request: 400,
  internal_error: 500,
};

export type GuardRules = Pick<Config, 'mode' | 'allowedTenants' | 'allowedServiceHosts'>;
export type GuardResult = { readonly ok: true; readonly activity: RawActivity; readonly tenantId: string } | { readonly ok: false; readonly reason: RejectReason };

/**
 * What botbuilder does not check: it accepts any tenant's token, lets an activity without
 * serviceUrl skip the comparison with the token, and would send our token to any serviceUrl.
 */
export function inspect(body: unknown, rules: GuardRules): GuardResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return rejected('not_an_object');
  const parsed = RequiredFields.safeParse(body);
  if (!parsed.success) return rejected('missing_field');
  if (parsed.data.channelId !== 'msteams') return rejected('channel_not_allowed');
  const tenantId = tenantOf(parsed.data);
  if (tenantId === undefined || !tenantAllowed(tenantId, rules.allowedTenants)) return rejected('tenant_not_allowed');
  if (!serviceUrlAllowed(parsed.data.serviceUrl, rules)) return rejected('service_url_not_allowed');
  return { ok: true, activity: parsed.data, tenantId };
}

function tenantAllowed(tenantId: string, allowed: GuardRules['allowedTenants']): boolean {
  return allowed === 'any' || allowed.includes(tenantId);
}

export function serviceUrlAllowed(serviceUrl: string, { mode, allowedServiceHosts }: Pick<GuardRules, 'mode' | 'allowedServiceHosts'>): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (mode === 'demo') return ['http:', 'https:'].includes(url.protocol) && hostAllowed(url.hostname, allowedServiceHosts);
  return url.protocol === 'https:' && url.port === '' && hostAllowed(url.hostname, allowedServiceHosts);
}

export function hostAllowed(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern));
}

function rejected(reason: RejectReason): GuardResult {
  return { ok: false, reason };
}
