import { z } from 'zod/v4';

/** What the package is filled with: the names of the placeholders in manifest.json. */
export interface PackageSettings {
  /** Version of package.json; Teams shows it and offers an update when it rises. */
  readonly VERSION: string;
  /** Application (client) id of the bot's registration in Entra. */
  readonly BOT_ID: string;
  /** Id under which Teams knows the app; may equal BOT_ID. */
  readonly TEAMS_APP_ID: string;
  /** Organisation that offers the app, at most 32 characters. */
  readonly DEVELOPER_NAME: string;
  readonly PUBLIC_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
}

/** The environment or the manifest does not allow a package; `message` is for the person who builds it. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

const guidHint = 'een GUID, bijvoorbeeld 11111111-2222-4333-8444-555555555555 / a GUID';
const urlHint = 'een adres dat met https:// begint / an address that starts with https://';

/** The schema of Teams accepts http as well; its store and its clients do not. */
const httpsUrl = z.url({ protocol: /^https$/, error: urlHint }).max(2048, urlHint);
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: guidHint, abort: true })
  // An all-zero id is what unfilled templates carry; Teams would refuse it only at upload.
  .refine((id) => /[1-9a-f]/i.test(id), guidHint);
const semver = z.string().regex(/^\d+\.\d+\.\d+$/, 'drie getallen met punten, 1.2.3 / three numbers with dots');

/** An empty line in an .env file means the same as no line. */
const filled = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);

const environment = z.object({
  VERSION: semver,
  BOT_ID: filled(guid),
  TEAMS_APP_ID: filled(guid.optional()),
  DEVELOPER_NAME: filled(z.string().trim().min(1).max(32, 'ten hoogste 32 tekens / at most 32 characters').default('Kansenlijn')),
  PUBLIC_URL: filled(httpsUrl),
  PRIVACY_URL: filled(httpsUrl.optional()),
  TERMS_URL: filled(httpsUrl.optional()),
});

function describe(issue: { readonly path: readonly PropertyKey[]; readonly message: string }, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  const missing = given[name] === undefined || given[name] === '';
  return missing ? `- ${name} ontbreekt / is missing` : `- ${name} is niet geldig / is not valid: ${issue.message}`;
}

/**
 * Settings from environment variables. Where PRIVACY_URL or TERMS_URL is absent, a page
 * under PUBLIC_URL is named, which the organisation must then publish.
 * Throws PackageError, naming every variable that is missing or wrong.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, version: string): PackageSettings {
  const given = { ...env, VERSION: version };
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => describe(issue, given));
    throw new PackageError(['Het Teams-pakket kan niet gemaakt worden / The Teams package cannot be built:', ...lines,
      'Zie docs/operations.md, of gebruik --demo voor een proefpakket / See docs/operations.md, or use --demo for a trial package.'].join('\n'));
  }
  const { TEAMS_APP_ID, PRIVACY_URL, TERMS_URL, ...rest } = parsed.data;
  const page = (name: string): string => `${rest.PUBLIC_URL.replace(/\/+$/, '')}/${name}`;
  return { ...rest, TEAMS_APP_ID: TEAMS_APP_ID ?? rest.BOT_ID, PRIVACY_URL: PRIVACY_URL ?? page('privacy'), TERMS_URL: TERMS_URL ?? page('voorwaarden') };
}

/** Settings for looking at a package without a registration: it validates, but no bot answers. */
export const demoSettings = (version: string): PackageSettings =>
  readSettings({ BOT_ID: '4b616e73-656e-4c69-8a6e-000000000001', PUBLIC_URL: 'https://kansenlijn.example' }, version);
