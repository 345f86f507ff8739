import { createHmac } from 'node:crypto';

/**
 * `person`: the rows that are the person's. `aggregate`: what a protected figure needs, read
 * only. `service`: the product itself, for the jobs of the clock; nobody's rows.
 */
export type Capacity = 'person' | 'aggregate' | 'service';

export interface IdentityClaims { readonly tenantId: string; readonly aadObjectId: string }

/** Whom the service capacity names: no person of the database. */
export const SERVICE: IdentityClaims = { tenantId: 'service', aadObjectId: 'service' };

/**
 * The signed identity that `kansenlijn.enter` verifies. SQL on the application's login
 * can repeat its own identity but not make another one: the key is not readable there.
 */
export function signIdentity(claims: IdentityClaims, capacity: Capacity, key: string): string {
  const signed = `${capacity}|${claims.tenantId}|${claims.aadObjectId}`;
  return `${signed}|${createHmac('sha256', key).update(signed, 'utf8').digest('hex')}`;
}
