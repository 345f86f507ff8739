import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelAuthentication } from '../../src/teams/adapter.ts';

export const ISSUER = 'https://api.botframework.com';

/** Signs tokens as the channel would, and publishes the keys to check them with. Offline. */
export interface TokenService {
  readonly authentication: ChannelAuthentication;
  /** A valid token with these changes; `key` other than the published one gives a bad signature. */
  token(claims?: Record<string, unknown>, options?: { readonly header?: Record<string, unknown>; readonly key?: KeyObject }): string;
  close(): Promise<void>;
}

/** A fresh port each time, because the framework caches the published keys by address for a day. */
export async function startTokenService(appId: string, serviceUrl: string): Promise<TokenService> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1', endorsements: ['msteams'] }];
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const metadata = `http://127.0.0.1:${(server.address() as AddressInfo).port}/meta`;
  const now = Math.floor(Date.now() / 1000);
  const valid = { iss: ISSUER, aud: appId, nbf: now - 60, exp: now + 600, serviceurl: serviceUrl };
  return {
    authentication: withMetadata(metadata),
    token: (claims = {}, { header = {}, key = privateKey } = {}) => sign({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header }, { ...valid, ...claims }, key),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** One address of our own makes the framework expect all of them. */
export function withMetadata(metadata: string): ChannelAuthentication {
  return {
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: 'https://token.botframework.com/',
    ValidateAuthority: true,
    CallerId: 'urn:botframework:azure',
  };
}

function sign(header: Record<string, unknown>, payload: Record<string, unknown>, key: KeyObject): string {
  const content = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = header['alg'] === 'none' ? '' : createSign('RSA-SHA256').update(content).sign(key).toString('base64url');
  return `Bearer ${content}.${signature}`;
}
