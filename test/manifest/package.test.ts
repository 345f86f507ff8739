import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';
import type { AppManifest } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillPlaceholders, loadManifest, packageFiles, stringsOf, translationProblems, zipPackage } from '../../manifest/assemble.ts';
import type { Manifest } from '../../manifest/assemble.ts';
import { demoSettings, PackageError } from '../../manifest/settings.ts';

const settings = demoSettings('1.2.3');
const template = readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8');
const files = await packageFiles(settings);
const text = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8');
const manifest = JSON.parse(text('manifest.json')) as Manifest & {
  localizationInfo: { defaultLanguageTag: string; additionalLanguages: { languageTag: string; file: string }[] };
  icons: Record<string, string>; validDomains: string[]; developer: Record<string, string>; id: string; version: string;
};
const languageFiles = manifest.localizationInfo.additionalLanguages;
const commandLists = manifest.bots.flatMap((bot) => bot.commandLists) as { scopes: string[]; commands: { title: string; description: string }[] }[];

/** The validator of language files that comes with the manifest library, of the same schema version. */
function languageFileErrors(content: unknown): unknown[] {
  const fromLibrary = createRequire(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
  const loaded = fromLibrary('ajv-draft-04') as { default: new (options: object) => { compile: (schema: unknown) => ((value: unknown) => boolean) & { errors?: unknown[] | null } } };
  const schema: unknown = fromLibrary('./json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json');
  // One pattern in the published schema is not valid under the u flag.
  const validate = new loaded.default({ strict: false, unicodeRegExp: false, allErrors: true, validateFormats: false }).compile(schema);
  return validate(content) ? [] : [...(validate.errors ?? [])];
}

afterEach(() => { vi.unstubAllGlobals(); });

describe('the manifest', () => {
  it('is valid against its own schema without any network', async () => {
    vi.stubGlobal('fetch', () => { throw new Error('no network'); });
    expect(await AppManifestUtils.validateAgainstSchema(manifest as unknown as AppManifest)).toEqual([]);
  });

  it('has no placeholder left in any file', () => {
    for (const name of Object.keys(files)) expect(text(name)).not.toContain('${{');
  });

  it('carries the settings', () => {
    expect(manifest).toMatchObject({ version: '1.2.3', id: settings.TEAMS_APP_ID, developer: { privacyUrl: settings.PRIVACY_URL, termsOfUseUrl: settings.TERMS_URL, websiteUrl: settings.PUBLIC_URL } });
    expect(manifest.bots).toMatchObject([{ botId: settings.BOT_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: false }]);
  });

  it('asks for no more than it needs: no domains, no permissions, no shared channels, no sign-in', () => {
    expect(manifest.validDomains).toEqual([]);
    for (const key of ['authorization', 'permissions', 'webApplicationInfo', 'supportsChannelFeatures', 'supportedChannelTypes', 'devicePermissions']) expect(manifest).not.toHaveProperty(key);
  });

  it('offers at most ten commands a list, with titles that every client shows whole', () => {
    expect(commandLists.map((list) => list.scopes)).toEqual([['personal'], ['team', 'groupChat']]);
    for (const { commands } of commandLists) {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(title).toBe(title.toLowerCase());
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it('offers no form in a team or group chat, where nothing of one child may appear', () => {
    const shared = commandLists.find((list) => list.scopes.includes('team'));
    expect(shared?.commands.map(({ title }) => title)).toEqual(['bereik', 'vrije plekken', 'help']);
  });
});

describe('the languages', () => {
  it('are Dutch by default and English beside it, each also without a region', () => {
    expect(manifest.localizationInfo.defaultLanguageTag).toBe('nl-nl');
    expect(languageFiles.map(({ languageTag }) => languageTag)).toEqual(['nl', 'en-us', 'en']);
  });

  it.each(languageFiles)('$file is there, has the keys and lengths that Teams allows, and every text of the manifest', ({ file }) => {
    const strings = JSON.parse(text(file)) as Record<string, string>;
    expect(languageFileErrors(strings)).toEqual([]);
    expect(Object.keys(strings).sort()).toEqual(Object.keys(stringsOf(manifest)).sort());
    expect(Object.values(strings).every((value) => value.trim() !== '')).toBe(true);
  });

  it('rejects a key that Teams does not know and a text that is too long, so that the check above can fail', () => {
    const strings = JSON.parse(text('en.json')) as Record<string, string>;
    expect(languageFileErrors({ ...strings, 'name.short': 'x'.repeat(30) })).toEqual([]);
    expect(languageFileErrors({ ...strings, 'name.short': 'x'.repeat(31) })).toHaveLength(1);
    expect(languageFileErrors({ ...strings, 'name.shorter': 'x' })).toHaveLength(1);
  });

  it('keeps the commands Dutch in English, because the bot reads Dutch, and translates their descriptions', () => {
    const english = JSON.parse(text('en-us.json')) as Record<string, string>;
    for (const [key, own] of Object.entries(stringsOf(manifest))) {
      if (key.endsWith('.title') || key === 'name.short') expect(english[key]).toBe(own);
      else expect(english[key]).not.toBe(own);
    }
  });

  it('names a translation that is missing, unknown or gives a command another title', () => {
    const own = { 'name.short': 'Kansenlijn', 'bots[0].commandLists[0].commands[0].title': 'bereik' };
    expect(translationProblems(own, own)).toEqual([]);
    expect(translationProblems(own, { ...own, 'name.short': '' })).toEqual([expect.stringContaining('name.short')]);
    expect(translationProblems(own, { ...own, extra: 'x' })).toEqual([expect.stringContaining('extra')]);
    expect(translationProblems(own, { ...own, 'bots[0].commandLists[0].commands[0].title': 'reach' })).toEqual([expect.stringContaining('must stay Dutch')]);
  });
});

describe('building', () => {
  it('puts six files at the root of the zip, and those that the manifest names', () => {
    const unzipped = unzipSync(zipPackage(files));
    expect(Object.keys(unzipped).sort()).toEqual(['color.png', 'en-us.json', 'en.json', 'manifest.json', 'nl.json', 'outline.png']);
    for (const name of [...Object.values(manifest.icons), ...languageFiles.map(({ file }) => file)]) expect(unzipped).toHaveProperty([name]);
    for (const [name, bytes] of Object.entries(unzipped)) expect(Buffer.from(bytes).equals(Buffer.from(files[name] ?? []))).toBe(true);
  });

  it('gives the same bytes twice', () => {
    expect(Buffer.from(zipPackage(files)).equals(Buffer.from(zipPackage(files)))).toBe(true);
  });

  it('refuses a placeholder that no setting fills', () => {
    expect(() => fillPlaceholders('{"a": "${{ UNKNOWN }}"}', settings)).toThrow(PackageError);
  });

  it('keeps the file valid when a name holds a quote, a backslash or a dollar pattern', () => {
    const name = 'A "B" \\ $& ${{X}}';
    const filled = fillPlaceholders('{"name": "${{DEVELOPER_NAME}}"}', { ...settings, DEVELOPER_NAME: name });
    expect(JSON.parse(filled)).toEqual({ name });
  });

  it('refuses a manifest that the schema does not allow and says what is wrong', async () => {
    const tooLong = template.replace('"short": "Kansenlijn"', `"short": "${'x'.repeat(31)}"`);
    await expect(loadManifest(settings, tooLong)).rejects.toThrow(/short/);
    await expect(loadManifest(settings, template.replace('"groupChat"]', '"groupchat"]'))).rejects.toThrow(PackageError);
  });
});
