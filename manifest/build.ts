/**
 * Builds manifest/build/kansenlijn.zip, ready to upload in the Teams admin centre:
 * `npm run package`, or `npm run package -- --demo` for a sample without a registration.
 *
 * manifest.json follows schema 1.25: the newest that Microsoft's documentation describes
 * as current. Clients and the store know it; later schemas bring nothing that we use.
 * It is also the first in which an app must ask for shared and private channels
 * (`supportsChannelFeatures`). We leave that out on purpose: people of other tenants sit
 * in shared channels. No resource-specific consent either: the bot only reads messages
 * that mention it.
 *
 * Command titles are Dutch in every language, because the bot reads Dutch; their
 * descriptions are translated.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { packageFiles, zipPackage } from './assemble.ts';
import { demoSettings, PackageError, readSettings } from './settings.ts';
import type { PackageSettings } from './settings.ts';

const ownVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;

/** Writes the package and returns the path of the zip. */
async function writePackage(settings: PackageSettings, folder: URL): Promise<string> {
  const zip = zipPackage(await packageFiles(settings));
  mkdirSync(folder, { recursive: true });
  const target = new URL('kansenlijn.zip', folder);
  writeFileSync(target, zip);
  return fileURLToPath(target);
}

/** `--demo` uses sample settings; `--out <folder>` writes elsewhere than manifest/build. */
function readArguments(): { demo: boolean; out?: string | undefined } {
  try {
    return parseArgs({ options: { demo: { type: 'boolean', default: false }, out: { type: 'string' } } }).values;
  } catch (error) {
    throw new PackageError(`Onbekende optie / unknown option: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function main(): Promise<void> {
  const values = readArguments();
  const settings = values.demo ? demoSettings(ownVersion()) : readSettings(process.env, ownVersion());
  const folder = values.out === undefined ? new URL('./build/', import.meta.url) : pathToFileURL(`${resolve(values.out)}/`);
  const path = await writePackage(settings, folder);
  console.log(`Pakket gemaakt / package built: ${path}`);
  console.log(`Controleer of deze pagina's bestaan / check that these pages exist: ${settings.PRIVACY_URL} ${settings.TERMS_URL}`);
  if (values.demo) console.log('Dit is een proefpakket: er hoort geen bot bij / this is a sample: no bot answers.');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
