import { describe, expect, it } from 'vitest';
import { demoSettings, PackageError, readSettings } from '../../manifest/settings.ts';

const guid = '11111111-2222-4333-8444-555555555555';
const complete = { BOT_ID: guid, PUBLIC_URL: 'https://bot.voorbeeld.nl' };

/** The message with which the settings are refused; fails when they are accepted. */
function refusal(env: Record<string, string | undefined>, version = '1.2.3'): string {
  try {
    readSettings(env, version);
  } catch (error) {
    if (error instanceof PackageError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}

describe('settings of the Teams package', () => {
  it('needs no more than a bot id and an address', () => {
    expect(readSettings(complete, '1.2.3')).toEqual({
      VERSION: '1.2.3', BOT_ID: guid, TEAMS_APP_ID: guid, DEVELOPER_NAME: 'Kansenlijn',
      PUBLIC_URL: 'https://bot.voorbeeld.nl', PRIVACY_URL: 'https://bot.voorbeeld.nl/privacy', TERMS_URL: 'https://bot.voorbeeld.nl/voorwaarden',
    });
  });

  it('does not double the slash of an address that ends in one', () => {
    expect(readSettings({ ...complete, PUBLIC_URL: 'https://bot.voorbeeld.nl/' }, '1.2.3').PRIVACY_URL).toBe('https://bot.voorbeeld.nl/privacy');
  });

  it('takes what is given above what it would derive', () => {
    const settings = readSettings({ ...complete, TEAMS_APP_ID: guid.replace('1', '9'), PRIVACY_URL: 'https://a.nl/p', TERMS_URL: 'https://a.nl/t', DEVELOPER_NAME: 'Gemeente' }, '1.2.3');
    expect(settings).toMatchObject({ TEAMS_APP_ID: guid.replace('1', '9'), PRIVACY_URL: 'https://a.nl/p', TERMS_URL: 'https://a.nl/t', DEVELOPER_NAME: 'Gemeente' });
  });

  it('treats an empty line in the environment as no line', () => {
    expect(readSettings({ ...complete, TEAMS_APP_ID: '', DEVELOPER_NAME: '' }, '1.2.3')).toMatchObject({ TEAMS_APP_ID: guid, DEVELOPER_NAME: 'Kansenlijn' });
  });

  it('names every missing variable at once, in Dutch and English', () => {
    const message = refusal({});
    expect(message).toContain('BOT_ID ontbreekt / is missing');
    expect(message).toContain('PUBLIC_URL ontbreekt / is missing');
    expect(refusal({ ...complete, BOT_ID: '' })).toContain('BOT_ID ontbreekt');
  });

  it.each(['abc', '00000000-0000-0000-0000-000000000000', `${guid}0`, guid.slice(1), ` ${guid}`, '${{BOT_ID}}', guid.replace('1', 'g')])('refuses %j as a bot id', (id) => {
    expect(refusal({ ...complete, BOT_ID: id })).toContain('BOT_ID is niet geldig / is not valid');
  });

  it('says one thing about one wrong bot id', () => {
    expect(refusal({ ...complete, BOT_ID: 'abc' }).match(/BOT_ID/g)).toHaveLength(1);
  });

  it.each(['http://bot.voorbeeld.nl', 'bot.voorbeeld.nl', 'javascript:alert(1)', `https://a.nl/${'x'.repeat(2048)}`])('refuses the address %.60s', (address) => {
    expect(refusal({ ...complete, PUBLIC_URL: address })).toContain('PUBLIC_URL is niet geldig');
    expect(refusal({ ...complete, PRIVACY_URL: address })).toContain('PRIVACY_URL is niet geldig');
  });

  it('accepts a developer name of 32 characters and refuses one of 33', () => {
    expect(readSettings({ ...complete, DEVELOPER_NAME: 'x'.repeat(32) }, '1.2.3').DEVELOPER_NAME).toHaveLength(32);
    expect(refusal({ ...complete, DEVELOPER_NAME: 'x'.repeat(33) })).toContain('DEVELOPER_NAME is niet geldig');
  });

  it.each(['abc', '1.2', '1.2.3-beta', ''])('refuses the version %j, which Teams would refuse only at upload', (version) => {
    expect(refusal(complete, version)).toContain('VERSION');
  });

  it('has sample settings that are complete and cannot be mistaken for a real address', () => {
    expect(new URL(demoSettings('1.2.3').PUBLIC_URL).hostname).toBe('kansenlijn.example');
  });
});
