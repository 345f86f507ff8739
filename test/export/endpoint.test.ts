import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Exports } from '../../src/export/types.ts';
import { createLog } from '../../src/log.ts';
import { recorder } from '../teams/cards.ts';
import { startDriver, type Driver } from '../teams/driver.ts';

/** The route with exports that we make up. */
async function around(exports: Partial<Exports>, work: (driver: Driver) => Promise<void>, settings: Record<string, string> = {}, log = createLog({ level: 'silent' })): Promise<void> {
  const file = async () => ({ name: 'x.csv', type: 'text/csv; charset=utf-8', body: Buffer.from('a;b') });
  const driver = await startDriver({ handleTurn: recorder().handleTurn, exports: { file, ownerOf: () => undefined, ...exports }, settings, log });
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

describe('GET /export/:token', () => {
  it('is not there when the product has no exports', async () => {
    const driver = await startDriver({ handleTurn: recorder().handleTurn });
    expect((await driver.request('/export/a.b')).status).toBe(404);
    await driver.close();
  });

  it.each([['invalid', 404], ['not-yours', 404], ['expired', 410], ['gone', 410]] as const)('answers %s with %d and the text, as text', async (problem, status) => {
    await around({ file: async () => ({ problem, text: 'Vraag de export opnieuw.' }) }, async (driver) => {
      const response = await driver.request('/export/a.b');
      expect([response.status, await response.text(), response.headers.get('content-disposition')]).toEqual([status, 'Vraag de export opnieuw.\n', null]);
    });
  });

  it('never lets a name break the header', async () => {
    const file = async () => ({ name: 'a"\r\nX-Evil: 1; é/../x.csv', type: 'text/csv', body: Buffer.from('a') });
    await around({ file }, async (driver) => {
      const { headers } = await driver.request('/export/a.b');
      expect(headers.get('content-disposition')).toBe('attachment; filename="a---X-Evil--1----..-x.csv"');
      expect(headers.get('x-evil')).toBeNull();
    });
  });

  it('says that it cannot now when the database is away, and nothing about a fault', async () => {
    const away = new AppError({ code: 'database-unreachable', userText: 'weg', logText: 'weg' });
    await around({ file: () => Promise.reject(away) }, async (driver) => {
      const response = await driver.request('/export/a.b');
      expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('over een minuut opnieuw')]);
    });
    await around({ file: () => Promise.reject(new Error('secret')) }, async (driver) => {
      const response = await driver.request('/export/a.b');
      const text = await response.text();
      expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store']);
      expect(text).not.toContain('secret');
    });
  });

  it('counts by person, so that one, or somebody who guesses, takes nothing from another', async () => {
    const ownerOf = (token: string): string | undefined => (token.startsWith('anna') ? 'anna' : token.startsWith('bram') ? 'bram' : undefined);
    await around({ ownerOf }, async (driver) => {
      const status = async (token: string): Promise<number> => (await driver.request(`/export/${token}`)).status;
      expect([await status('anna1'), await status('anna2'), await status('anna3')]).toEqual([200, 200, 429]);
      expect([await status('x'), await status('y'), await status('z')]).toEqual([200, 200, 429]);
      expect(await status('bram')).toBe(200);
      const refused = await driver.request('/export/anna4');
      expect([refused.headers.get('retry-after'), await refused.text()]).toEqual(['60', expect.stringContaining('over een minuut opnieuw')]);
    }, { RATE_LIMIT_PER_MINUTE: '2' });
  });

  it('leaves the address out of the log, also when it fails', async () => {
    const written: string[] = [];
    const log = createLog({ level: 'trace', destination: { write: (line: string) => void written.push(line) } });
    await around({ file: () => Promise.reject(new Error('x')) }, async (driver) => void (await driver.request('/export/SECRET.TOKEN')), {}, log);
    expect(written.join('')).toContain('export failed');
    expect(written.join('')).not.toContain('SECRET');
  });

  it('answers the demo only under the names of this machine', async () => {
    await around({}, async (driver) => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request({ host: '127.0.0.1', port: driver.port, path: '/export/a.b', headers: { Host: 'evil.example' } }, (response) => resolve(response.resume().statusCode)).on('error', reject).end();
      });
      expect(status).toBe(403);
    });
  });
});
