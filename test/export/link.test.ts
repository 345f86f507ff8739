import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createExportLinks, LINK_MINUTES, type ExportLink } from '../../src/export/link.ts';
import { createFormKeys } from '../../src/turn/form-key.ts';

const SECRET = 's'.repeat(40);
const START = Date.parse('2026-11-22T10:00:00Z');
const link: ExportLink = { reference: 'KL-7F3K-9Q2M', format: 'xlsx', tenantId: 'tenant', aadObjectId: 'person|with"signs é' };

let clock = START;
const links = createExportLinks(SECRET, () => new Date(clock));
const at = <T>(ms: number, work: () => T): T => {
  clock = ms;
  try {
    return work();
  } finally {
    clock = START;
  }
};
const { token, validUntil } = links.issue(link);

describe('a link', () => {
  it('opens as what it was issued for, and goes into an address as it is', () => {
    expect(links.open(token)).toEqual({ kind: 'valid', link });
    expect(token).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('is valid for ten minutes, and not at the tenth', () => {
    expect(LINK_MINUTES).toBe(10);
    expect(validUntil.getTime()).toBe(START + 600_000);
    expect(at(START + 599_999, () => links.open(token).kind)).toBe('valid');
    expect(at(START + 600_000, () => links.open(token).kind)).toBe('expired');
    expect(at(START + 1e12, () => links.open(token).kind)).toBe('expired');
  });

  it('can be opened more than once: a client may fetch an address before the person does', () => {
    expect([links.open(token), links.open(token)].map(({ kind }) => kind)).toEqual(['valid', 'valid']);
  });
});

describe('a link that is not ours', () => {
  it('is refused when any one character was changed, also when it expired', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let index = 0; index < token.length; index += 1) {
      for (const other of index === token.length - 1 ? alphabet : ['A', 'z', '_']) {
        if (other === token[index]) continue;
        const altered = token.slice(0, index) + other + token.slice(index + 1);
        expect(links.open(altered).kind, `${index} ${other}`).toBe('invalid');
        expect(at(START + 1e12, () => links.open(altered).kind)).toBe('invalid');
      }
    }
  });

  it('is refused when it was cut, made longer or put together from two', () => {
    const [payload, signature] = token.split('.') as [string, string];
    const [other] = links.issue({ ...link, format: 'rows-csv' }).token.split('.') as [string];
    for (const broken of [token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, `${payload}.`, `.${signature}`, payload, `${other}.${signature}`, `${token}.${signature}`, `${token}\n`, ` ${token}`]) {
      expect(links.open(broken).kind, broken).toBe('invalid');
    }
  });

  it.each([undefined, null, 12, {}, [token], '', '.', 'a'.repeat(100_000), '../../etc/passwd', '\u0000'])('is refused when it is %j', (wrong) => {
    expect(links.open(wrong)).toEqual({ kind: 'invalid' });
  });

  it('is refused under another key, and under the identity key itself', () => {
    expect(createExportLinks('t'.repeat(40), () => new Date(START)).open(token)).toEqual({ kind: 'invalid' });
    const [payload] = token.split('.') as [string];
    expect(links.open(`${payload}.${createHmac('sha256', SECRET).update(payload).digest('base64url')}`)).toEqual({ kind: 'invalid' });
  });

  it('is no form key, nor is a form key a link', () => {
    const forms = createFormKeys(SECRET);
    expect(forms.open(token, 'person', 'exit')).toBeUndefined();
    expect(links.open(forms.issue('person', 'exit')).kind).toBe('invalid');
  });

  it('differs by format, reference, person and tenant', () => {
    const tokens = [link, { ...link, format: 'csv' as const }, { ...link, reference: 'KL-2222-2222' }, { ...link, aadObjectId: 'other' }, { ...link, tenantId: 'other' }].map((each) => links.issue(each).token);
    expect(new Set(tokens).size).toBe(5);
  });
});
