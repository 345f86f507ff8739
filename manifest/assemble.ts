import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import type { AppManifest } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { z } from 'zod/v4';
import { PackageError } from './settings.ts';
import type { PackageSettings } from './settings.ts';

/** Flat keys of a Teams language file, `bots[0].commandLists[0].commands[3].title`, with their text. */
export type Strings = Readonly<Record<string, string>>;

const command = z.object({ title: z.string(), description: z.string() });
const localisable = z.looseObject({
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({ commands: z.array(command) })) })),
});
export type Manifest = z.infer<typeof localisable>;

const read = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));
const readText = (name: string): string => Buffer.from(read(name)).toString('utf8');
const toBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');

/** Puts the settings in the place of `${{NAME}}`. Throws PackageError for a name that no setting has. */
export function fillPlaceholders(template: string, settings: PackageSettings): string {
  const values = new Map<string, string>(Object.entries(settings));
  return template.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_match, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new PackageError(`Onbekende plaatshouder in manifest.json / unknown placeholder: ${name}`);
    // The text stands inside a JSON string: quotes and backslashes need their escape.
    return JSON.stringify(value).slice(1, -1);
  });
}

/** Every text of the manifest that Teams lets an app translate, under its language-file key. */
export function stringsOf(manifest: Manifest): Strings {
  const strings: Record<string, string> = {
    'name.short': manifest.name.short,
    'name.full': manifest.name.full,
    'description.short': manifest.description.short,
    'description.full': manifest.description.full,
  };
  manifest.bots.forEach((bot, b) => bot.commandLists.forEach((list, l) => list.commands.forEach((item, c) => {
    const key = `bots[${b}].commandLists[${l}].commands[${c}]`;
    strings[`${key}.title`] = item.title;
    strings[`${key}.description`] = item.description;
  })));
  return strings;
}

/**
 * Compares a translation with the manifest: the same keys, and the same command titles.
 * A command only fills the compose box, and the bot reads Dutch, so a title in another
 * language would be a command that does not work.
 */
export function translationProblems(own: Strings, translated: Strings): string[] {
  const missing = Object.keys(own).filter((key) => !translated[key]).map((key) => `vertaling ontbreekt / translation missing: ${key}`);
  const unknown = Object.keys(translated).filter((key) => !(key in own)).map((key) => `onbekende sleutel / unknown key: ${key}`);
  const renamed = Object.keys(own)
    .filter((key) => key.endsWith('.title') && key in translated && translated[key] !== own[key])
    .map((key) => `opdracht moet Nederlands blijven / command must stay Dutch: ${key}`);
  return [...missing, ...unknown, ...renamed];
}

/** The filled manifest, read and checked offline. Throws PackageError with every problem found. */
export async function loadManifest(settings: PackageSettings, template: string = readText('manifest.json')): Promise<Manifest> {
  const manifest = localisable.parse(JSON.parse(fillPlaceholders(template, settings)));
  // The library brings the schema that `$schema` names: nothing is fetched.
  const problems = await AppManifestUtils.validateAgainstSchema(manifest as unknown as AppManifest);
  if (problems.length > 0) throw new PackageError(`manifest.json:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  return manifest;
}

/**
 * Everything that goes into the package, by its name at the root of the zip. A client
 * takes the exact language first and then the language without region, so that each
 * language is there in both forms: `en-gb` gets `en`, `nl-be` gets `nl`.
 */
export async function packageFiles(settings: PackageSettings): Promise<Record<string, Uint8Array>> {
  const manifest = await loadManifest(settings);
  const dutch = stringsOf(manifest);
  const english = z.record(z.string(), z.string()).parse(JSON.parse(readText('strings.en.json')));
  const problems = translationProblems(dutch, english);
  if (problems.length > 0) throw new PackageError(`strings.en.json:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  return {
    'manifest.json': toBytes(manifest),
    'color.png': read('icons/color.png'),
    'outline.png': read('icons/outline.png'),
    'nl.json': toBytes(dutch),
    'en-us.json': toBytes(english),
    'en.json': toBytes(english),
  };
}

/** One zip, the same bytes for the same input: the time inside is fixed to the first that zip can hold. */
export const zipPackage = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
