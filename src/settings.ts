import { z } from 'zod/v4';

/**
 * Every setting of the product: its form, its default, and what to tell the operator when
 * it is wrong. Rules that need two settings are in config.ts. A value is never repeated in
 * a message, because some of them are secrets.
 */

/** Digits only: coercion would read white space as 0. */
const whole = (min: number, max: number) => z.string().regex(/^\d{1,7}$/).transform(Number).pipe(z.number().min(min).max(max));
const port = whole(0, 65535);
const guid = z.string().regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i).transform((value) => value.toLowerCase());
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const listOf = <Item extends z.ZodType<string, string>>(item: Item) =>
  z.string().transform((value) => value.split(',').map((part) => part.trim()).filter((part) => part !== '')).pipe(z.array(item).min(1));
/** A host name, or `*.` and a domain of at least two labels. Neither scheme, port nor path. */
const hostPattern = z.string().toLowerCase().regex(/^(?:\*\.[a-z0-9-]+\.[a-z0-9.-]+|[a-z0-9][a-z0-9.-]*)$/);
const postgresUrl = z.string().refine(isPostgresUrl);
const isoDay = z.iso.date();
/** Without the slash at its end, so that a path can follow. Whether http will do depends on the mode. */
const publicUrl = z.string().refine(isPublicUrl).transform((value) => value.replace(/\/+$/, ''));

export const Settings = z.object({
  KANSENLIJN_MODE: z.enum(['serve', 'demo']).default('serve'),
  NODE_ENV: z.string().optional(),
  PORT: port.default(3978),
  HOST: z.string().regex(/^[A-Za-z0-9.:[\]-]+$/).default('0.0.0.0'),
  PUBLIC_URL: publicUrl.optional(),
  PLAYGROUND_PORT: port.default(56150),
  KANSENLIJN_DATA_DIR: z.string().default('.kansenlijn'),
  KANSENLIJN_PLAYGROUND: onOff.default(true),
  KANSENLIJN_TODAY: isoDay.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: whole(1, 100).default(10),
  IDENTITY_KEY: z.string().min(32).optional(),
  MICROSOFT_APP_ID: guid.optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).optional(),
  MICROSOFT_APP_PASSWORD: z.string().regex(/\S/).optional(),
  MICROSOFT_APP_TENANT_ID: guid.optional(),
  ALLOWED_TENANTS: listOf(guid).optional(),
  ALLOWED_SERVICE_HOSTS: listOf(hostPattern).default(['smba.trafficmanager.net', '*.botframework.com', 'smba.infra.gcc.teams.microsoft.com']),
  RATE_LIMIT_PER_MINUTE: whole(1, 1_000_000).optional(),
  HANDOVER_KEPT_MONTHS: whole(24, 240).default(24),
  METRICS: onOff.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
});
export type Settings = z.infer<typeof Settings>;
export type SettingName = keyof Settings;

/** What a setting must be, in the words of the operator (`nl`) and of the log (`en`). */
export const EXPECTED: Readonly<Record<SettingName, { readonly nl: string; readonly en: string }>> = {
  KANSENLIJN_MODE: { nl: 'serve of demo', en: 'serve or demo' },
  NODE_ENV: { nl: 'een tekst, bijvoorbeeld production', en: 'a text such as production' },
  PORT: { nl: 'een poortnummer van 0 tot en met 65535', en: 'a port number from 0 to 65535' },
  HOST: { nl: 'een IP-adres of computernaam', en: 'an IP address or host name' },
  PUBLIC_URL: { nl: 'een adres als https://bot.gemeente.nl', en: 'an address such as https://bot.example.org' },
  PLAYGROUND_PORT: { nl: 'een poortnummer van 0 tot en met 65535', en: 'a port number from 0 to 65535' },
  KANSENLIJN_DATA_DIR: { nl: 'de naam van een map', en: 'the name of a folder' },
  KANSENLIJN_PLAYGROUND: { nl: 'on of off', en: 'on or off' },
  KANSENLIJN_TODAY: { nl: 'een bestaande dag als 2026-11-22', en: 'an existing day such as 2026-11-22' },
  DATABASE_URL: { nl: 'een adres als postgresql://gebruiker:wachtwoord@server:5432/naam', en: 'an address such as postgresql://user:password@server:5432/name' },
  DATABASE_OWNER_URL: { nl: 'een adres als postgresql://eigenaar:wachtwoord@server:5432/naam', en: 'an address such as postgresql://owner:password@server:5432/name' },
  DATABASE_POOL_SIZE: { nl: 'een heel getal van 1 tot en met 100', en: 'a whole number from 1 to 100' },
  IDENTITY_KEY: { nl: 'een geheime tekst van ten minste 32 tekens', en: 'a secret of at least 32 characters' },
  MICROSOFT_APP_ID: { nl: 'de GUID van de bot', en: 'the GUID of the bot' },
  MICROSOFT_APP_TYPE: { nl: 'precies SingleTenant of UserAssignedMSI', en: 'exactly SingleTenant or UserAssignedMSI' },
  MICROSOFT_APP_PASSWORD: { nl: 'het geheim van de bot, niet alleen spaties', en: 'the secret of the bot, not only white space' },
  MICROSOFT_APP_TENANT_ID: { nl: 'de GUID van de tenant van de bot', en: "the GUID of the bot's tenant" },
  ALLOWED_TENANTS: { nl: "een of meer GUID's van tenants, met komma's ertussen", en: 'one or more tenant GUIDs, separated by commas' },
  ALLOWED_SERVICE_HOSTS: { nl: "een of meer servernamen zonder https://, met komma's ertussen", en: 'one or more host names without a scheme, separated by commas' },
  RATE_LIMIT_PER_MINUTE: { nl: 'een heel getal van 1 of meer', en: 'a whole number of 1 or more' },
  HANDOVER_KEPT_MONTHS: { nl: 'een heel getal van 24 of meer', en: 'a whole number of 24 or more' },
  METRICS: { nl: 'on of off', en: 'on or off' },
  LOG_LEVEL: { nl: 'fatal, error, warn, info, debug, trace of silent', en: 'fatal, error, warn, info, debug, trace or silent' },
};

function isPostgresUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && (url.protocol === 'postgres:' || url.protocol === 'postgresql:');
}

/** An address to put a path behind: no query, fragment or credentials. Plain http only reaches this machine. */
function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value) || /[?#\s]/.test(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)));
}
