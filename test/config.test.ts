import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readToolConfig } from '../src/config.ts';
import { EXPECTED, Settings } from '../src/settings.ts';

const GUID = '22222222-2222-4222-8222-222222222222';
const serve = (changes: Record<string, string | undefined> = {}): Record<string, string | undefined> => ({
  KANSENLIJN_MODE: 'serve',
  DATABASE_URL: 'postgresql://app:x@db.example/kansenlijn',
  IDENTITY_KEY: 'k'.repeat(32),
  MICROSOFT_APP_ID: GUID,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_PASSWORD: 'secret',
  MICROSOFT_APP_TENANT_ID: GUID,
  ALLOWED_TENANTS: GUID,
  ...changes,
});
const demo = (changes: Record<string, string> = {}) => ({ KANSENLIJN_MODE: 'demo', ...changes });

function wrongSettings(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { text, logText } of error.issues) expect([text, logText].every((part) => part.length > 5)).toBe(true);
    return error.issues.map(({ setting }) => setting);
  }
}

describe('production', () => {
  it('reads a complete environment', () => {
    expect(readConfig(serve())).toMatchObject({
      mode: 'serve',
      port: 3978,
      allowedTenants: [GUID],
      metrics: false,
      rateLimitPerMinute: 120,
      handoverKeptMonths: 24,
      logLevel: 'info',
      bot: { appType: 'SingleTenant', appId: GUID, tenantId: GUID, password: 'secret' },
    });
  });

  it('is what an environment without a mode means, and refuses to start without credentials', () => {
    expect(wrongSettings(() => readConfig({}))).toEqual(['DATABASE_URL', 'IDENTITY_KEY', 'ALLOWED_TENANTS', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID']);
  });

  it.each(['DATABASE_URL', 'IDENTITY_KEY', 'ALLOWED_TENANTS', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD'])('refuses to start when %s is absent or empty', (name) => {
    expect(wrongSettings(() => readConfig(serve({ [name]: undefined })))).toEqual([name]);
    expect(wrongSettings(() => readConfig(serve({ [name]: '' })))).toEqual([name]);
  });

  it.each([
    ['MICROSOFT_APP_ID', '   '],
    ['MICROSOFT_APP_ID', 'my-bot'],
    ['MICROSOFT_APP_TYPE', 'SingelTenant'],
    ['MICROSOFT_APP_TYPE', 'MultiTenant'],
    ['MICROSOFT_APP_TYPE', 'singletenant'],
    ['MICROSOFT_APP_PASSWORD', '  '],
    ['MICROSOFT_APP_TENANT_ID', 'contoso.onmicrosoft.com'],
    ['ALLOWED_TENANTS', ' , '],
    ['ALLOWED_TENANTS', `${GUID},*`],
    ['ALLOWED_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
    ['ALLOWED_SERVICE_HOSTS', '*'],
    ['ALLOWED_SERVICE_HOSTS', '*.com'],
    ['IDENTITY_KEY', 'k'.repeat(31)],
    ['DATABASE_URL', 'mysql://app@db/x'],
    ['PORT', '65536'],
    ['PORT', ' '],
    ['PORT', '39.5'],
    ['KANSENLIJN_MODE', 'Demo'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['HANDOVER_KEPT_MONTHS', '23'],
    ['DATABASE_POOL_SIZE', '101'],
    ['LOG_LEVEL', 'verbose'],
    ['METRICS', 'yes'],
  ])('refuses %s=%j', (name, value) => {
    expect(wrongSettings(() => readConfig(serve({ [name]: value })))).toEqual([name]);
  });

  it('wants no password for a managed identity', () => {
    expect(readConfig(serve({ MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_PASSWORD: '' }))).toMatchObject({ bot: { appType: 'UserAssignedMSI' } });
    expect(wrongSettings(() => readConfig(serve({ MICROSOFT_APP_TYPE: 'UserAssignedMSI' })))).toEqual(['MICROSOFT_APP_PASSWORD']);
  });

  it('refuses a fixed day', () => {
    expect(wrongSettings(() => readConfig(serve({ KANSENLIJN_TODAY: '2026-11-22' })))).toEqual(['KANSENLIJN_TODAY']);
  });

  it('refuses the owner as the login of the application', () => {
    expect(wrongSettings(() => readConfig(serve({ DATABASE_OWNER_URL: 'postgresql://app:y@elsewhere/kansenlijn' })))).toEqual(['DATABASE_URL']);
    expect(wrongSettings(() => readConfig(serve({ DATABASE_OWNER_URL: 'postgresql://owner:y@db.example/kansenlijn' })))).toEqual([]);
  });

  it('takes a public address over TLS only, and gives it without the slash at its end', () => {
    expect(readConfig(serve()).publicUrl).toBeUndefined();
    expect(readConfig(serve({ PUBLIC_URL: '' })).publicUrl).toBeUndefined();
    expect(readConfig(serve({ PUBLIC_URL: 'https://bot.example/' })).publicUrl).toBe('https://bot.example');
    expect(readConfig(serve({ PUBLIC_URL: 'https://bot.example:8443/kansenlijn//' })).publicUrl).toBe('https://bot.example:8443/kansenlijn');
    const wrong = ['http://127.0.0.1:3978', 'http://bot.example', 'bot.example', 'ftp://bot.example', 'https://u:p@bot.example', 'https://bot.example/?x=1', 'https://bot.example/#x', 'https://', 'https://bot.example/a b'];
    for (const value of wrong) expect(wrongSettings(() => readConfig(serve({ PUBLIC_URL: value }))), value).toEqual(['PUBLIC_URL']);
  });

  it('reports every wrong setting at once, in Dutch, without a single value', () => {
    const secrets = { MICROSOFT_APP_TYPE: 'Wrong1', IDENTITY_KEY: 'tooshort', DATABASE_URL: 'ftp://hidden' };
    expect(() => readConfig(serve(secrets))).toThrow(/^De instellingen kloppen niet:\n- DATABASE_URL: verwacht .*\n- IDENTITY_KEY: verwacht .*\n- MICROSOFT_APP_TYPE: verwacht /);
    expect(() => readConfig(serve(secrets))).not.toThrow(/Wrong1|tooshort|hidden/);
  });

  it('never starts on arbitrary credentials that lack a GUID', () => {
    fc.assert(fc.property(fc.string(), (id) => {
      fc.pre(!/^[0-9a-f-]{36}$/i.test(id));
      expect(wrongSettings(() => readConfig(serve({ MICROSOFT_APP_ID: id })))).toEqual(['MICROSOFT_APP_ID']);
    }));
  });
});

describe('the demo', () => {
  it('needs nothing but its name and listens on loopback only', () => {
    expect(readConfig(demo({ HOST: '0.0.0.0', ALLOWED_SERVICE_HOSTS: 'smba.trafficmanager.net' }))).toEqual({
      mode: 'demo',
      port: 3978,
      host: '127.0.0.1',
      dataDir: '.kansenlijn',
      databasePoolSize: 10,
      handoverKeptMonths: 24,
      allowedTenants: 'any',
      allowedServiceHosts: ['127.0.0.1', 'localhost', '[::1]'],
      // One Playground user plays everybody, and the terminal is for the banner.
      rateLimitPerMinute: 1200,
      metrics: true,
      logLevel: 'warn',
      playground: true,
      playgroundPort: 56150,
    });
  });

  it('takes a fixed day, a folder, ports and a database', () => {
    const settings = { KANSENLIJN_TODAY: '2026-11-22', KANSENLIJN_DATA_DIR: '/tmp/x', PORT: '0', PLAYGROUND_PORT: '1', KANSENLIJN_PLAYGROUND: 'off', DATABASE_URL: 'postgres://u@h/d' };
    expect(readConfig(demo(settings))).toMatchObject({ today: '2026-11-22', dataDir: '/tmp/x', port: 0, playgroundPort: 1, playground: false, databaseUrl: 'postgres://u@h/d' });
  });

  it('takes a public address on this machine without TLS, and no other', () => {
    for (const value of ['http://127.0.0.1:3978', 'http://localhost:1', 'http://[::1]:3978', 'https://tunnel.example']) expect(readConfig(demo({ PUBLIC_URL: value })).publicUrl).toBe(value);
    for (const value of ['http://192.168.1.4:3978', 'http://bot.example', 'http://127.0.0.1.evil.example']) expect(wrongSettings(() => readConfig(demo({ PUBLIC_URL: value }))), value).toEqual(['PUBLIC_URL']);
  });

  it.each(['2026-02-30', '22-11-2026', 'vandaag'])('refuses %s as the fixed day', (day) => {
    expect(wrongSettings(() => readConfig(demo({ KANSENLIJN_TODAY: day })))).toEqual(['KANSENLIJN_TODAY']);
  });

  it('refuses NODE_ENV=production', () => {
    expect(wrongSettings(() => readConfig(demo({ NODE_ENV: 'production' })))).toEqual(['NODE_ENV']);
  });

  it.each(['MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'])('is impossible with %s, even when that is white space', (name) => {
    expect(wrongSettings(() => readConfig(demo({ [name]: GUID })))).toEqual([name]);
    expect(wrongSettings(() => readConfig(demo({ [name]: ' ' })))).toEqual([name]);
  });
});

describe('the tools', () => {
  it('need the owner of the database in production, and no credentials of the bot', () => {
    expect(wrongSettings(() => readToolConfig({}))).toEqual(['DATABASE_OWNER_URL']);
    expect(readToolConfig({ DATABASE_OWNER_URL: 'postgres://o@h/d' })).toMatchObject({ mode: 'serve', databaseOwnerUrl: 'postgres://o@h/d' });
    expect(readToolConfig({ KANSENLIJN_MODE: 'demo' })).toMatchObject({ mode: 'demo', dataDir: '.kansenlijn' });
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');

  it('lists exactly the settings that exist, each with a comment above it', () => {
    const names = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.slice(0, line.indexOf('=')));
    expect([...names].sort()).toEqual(Object.keys(Settings.shape).sort());
    expect(Object.keys(EXPECTED).sort()).toEqual([...names].sort());
    for (const name of names) expect(lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1]).toMatch(/^# \w/);
  });

  it('does not start production as it is', () => {
    const env = Object.fromEntries(lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=') as [string, string]));
    expect(wrongSettings(() => readConfig(env))).toContain('MICROSOFT_APP_ID');
  });
});
