import { z } from 'zod/v4';
import { EXPECTED, Settings, type SettingName } from './settings.ts';

interface CommonConfig {
  readonly port: number;
  readonly host: string;
  /** Where the demo keeps its database; relative to the working directory. */
  readonly dataDir: string;
  readonly databasePoolSize: number;
  /** Directory tenants that may talk to the bot; `any` exists in the demo only. */
  readonly allowedTenants: readonly string[] | 'any';
  /** Hosts that a reply, and with it our token, may be sent to: exact, or `*.domain`. */
  readonly allowedServiceHosts: readonly string[];
  /** Activities a minute of one person. */
  readonly rateLimitPerMinute: number;
  /** Months after a child left preschool at which what was told about it is removed; never fewer than 24. */
  readonly handoverKeptMonths: number;
  /** Whether GET /metrics answers, which it only ever does to this machine. */
  readonly metrics: boolean;
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>;
  /** Base of the links that people open, without a slash at its end. Absent: no links, or in the demo the bot's own port. */
  readonly publicUrl?: string;
}

/** The registration of the bot. A password belongs to SingleTenant only. */
export type BotCredentials =
  | { readonly appType: 'SingleTenant'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | { readonly appType: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string };

export interface ServeConfig extends CommonConfig {
  readonly mode: 'serve';
  /** The application's restricted login. */
  readonly databaseUrl: string;
  /** Signs the person's identity towards the database. */
  readonly identityKey: string;
  readonly bot: BotCredentials;
}

/** The local trial: no authentication, therefore loopback only and never with credentials. */
export interface DemoConfig extends CommonConfig {
  readonly mode: 'demo';
  readonly host: '127.0.0.1';
  readonly playground: boolean;
  readonly playgroundPort: number;
  /** A fixed calendar day instead of the clock's. */
  readonly today?: string;
  /** A server on which the demo may create its own roles; absent: the embedded one. */
  readonly databaseUrl?: string;
  readonly identityKey?: string;
}
export type Config = ServeConfig | DemoConfig;

/** What the tools that need the owner's login read (migrate, import): no bot credentials. */
export interface ToolConfig {
  readonly mode: Config['mode'];
  readonly dataDir: string;
  readonly databaseOwnerUrl?: string;
  readonly databaseUrl?: string;
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>;
}

export interface ConfigIssue {
  readonly setting: SettingName;
  /** Dutch, for the operator. */
  readonly text: string;
  /** English, for the log. */
  readonly logText: string;
}

/** Every wrong setting at once. Its message is Dutch, one line a setting, without values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config-invalid';
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(['De instellingen kloppen niet:', ...issues.map(({ setting, text }) => `- ${setting}: ${text}`)].join('\n'));
    this.issues = issues;
  }
}

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;
const CREDENTIALS = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'] as const;

/** Reads the environment for the bot itself. @throws ConfigError naming every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // In the demo no credential may be present at all: whether it is well formed does not matter.
  const stray = env['KANSENLIJN_MODE'] === 'demo' ? CREDENTIALS.filter((name) => env[name]) : [];
  refuse(stray.map((name) => issue(name, 'mag niet bestaan in de demo, want de demo controleert niemand', 'must not be set in demo mode, which authenticates nobody')));
  const settings = parseSettings(env);
  return settings.KANSENLIJN_MODE === 'demo' ? demoConfig(settings) : serveConfig(settings);
}

/** Reads the environment for a tool that changes the database's structure or loads records. @throws ConfigError */
export function readToolConfig(env: NodeJS.ProcessEnv): ToolConfig {
  const settings = parseSettings(env);
  if (settings.KANSENLIJN_MODE === 'serve' && settings.DATABASE_OWNER_URL === undefined) refuse([missing('DATABASE_OWNER_URL')]);
  return {
    mode: settings.KANSENLIJN_MODE,
    dataDir: settings.KANSENLIJN_DATA_DIR,
    logLevel: settings.LOG_LEVEL ?? 'info',
    ...(settings.DATABASE_OWNER_URL === undefined ? {} : { databaseOwnerUrl: settings.DATABASE_OWNER_URL }),
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
  };
}

/** An empty value is an absent one, as in a copied `.env.example`. */
function parseSettings(env: NodeJS.ProcessEnv): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(present);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => Settings.keyof().parse(path[0])));
  throw new ConfigError([...names].map((name) => issue(name, `verwacht ${EXPECTED[name].nl}`, `expected ${EXPECTED[name].en}`)));
}

/** What production cannot do without. The form of each was checked by `Settings`. */
const Required = z.object({
  DATABASE_URL: z.string(),
  IDENTITY_KEY: z.string(),
  ALLOWED_TENANTS: z.array(z.string()),
  MICROSOFT_APP_ID: z.string(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']),
  MICROSOFT_APP_TENANT_ID: z.string(),
});

function serveConfig(settings: Settings): ServeConfig {
  const required = Required.safeParse(settings);
  const absent = required.error?.issues.map(({ path }) => missing(Settings.keyof().parse(path[0]))) ?? [];
  const issues = [...absent, ...passwordIssues(settings), ...serveOnlyIssues(settings)];
  if (!required.success || issues.length > 0) throw new ConfigError(issues);
  return {
    ...common(settings, settings.METRICS ?? false),
    rateLimitPerMinute: settings.RATE_LIMIT_PER_MINUTE ?? 120,
    logLevel: settings.LOG_LEVEL ?? 'info',
    mode: 'serve',
    host: settings.HOST,
    allowedTenants: required.data.ALLOWED_TENANTS,
    allowedServiceHosts: settings.ALLOWED_SERVICE_HOSTS,
    databaseUrl: required.data.DATABASE_URL,
    identityKey: required.data.IDENTITY_KEY,
    bot: credentials(required.data, settings.MICROSOFT_APP_PASSWORD),
  };
}

function demoConfig(settings: Settings): DemoConfig {
  if (settings.NODE_ENV === 'production') {
    refuse([issue('NODE_ENV', 'de demo start niet met NODE_ENV=production: de demo controleert niemand', 'demo mode refuses NODE_ENV=production: it authenticates nobody')]);
  }
  return {
    ...common(settings, settings.METRICS ?? true),
    // One user plays everybody, and a script may play that user.
    rateLimitPerMinute: settings.RATE_LIMIT_PER_MINUTE ?? 1_200,
    // The banner is for a person; lines of JSON around it are not.
    logLevel: settings.LOG_LEVEL ?? 'warn',
    mode: 'demo',
    host: '127.0.0.1',
    // The Playground's tenant is made up, and only this machine can reach the demo.
    allowedTenants: settings.ALLOWED_TENANTS ?? 'any',
    allowedServiceHosts: LOOPBACK_HOSTS,
    playground: settings.KANSENLIJN_PLAYGROUND,
    playgroundPort: settings.PLAYGROUND_PORT,
    ...(settings.KANSENLIJN_TODAY === undefined ? {} : { today: settings.KANSENLIJN_TODAY }),
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
    ...(settings.IDENTITY_KEY === undefined ? {} : { identityKey: settings.IDENTITY_KEY }),
  };
}

function common(settings: Settings, metrics: boolean) {
  return {
    port: settings.PORT,
    dataDir: settings.KANSENLIJN_DATA_DIR,
    databasePoolSize: settings.DATABASE_POOL_SIZE,
    handoverKeptMonths: settings.HANDOVER_KEPT_MONTHS,
    metrics,
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL }),
  };
}

function passwordIssues(settings: Settings): readonly ConfigIssue[] {
  const given = settings.MICROSOFT_APP_PASSWORD !== undefined;
  if (settings.MICROSOFT_APP_TYPE === 'SingleTenant' && !given) return [missing('MICROSOFT_APP_PASSWORD')];
  if (settings.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' || !given) return [];
  return [issue('MICROSOFT_APP_PASSWORD', 'moet leeg zijn bij UserAssignedMSI', 'must be empty with UserAssignedMSI')];
}

function serveOnlyIssues(settings: Settings): readonly ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  if (settings.KANSENLIJN_TODAY !== undefined) issues.push(issue('KANSENLIJN_TODAY', 'een vaste dag kan alleen in de demo', 'a fixed day is for demo mode only'));
  if (settings.PUBLIC_URL?.startsWith('http:')) issues.push(issue('PUBLIC_URL', 'moet met https:// beginnen', 'must be https'));
  if (sameLogin(settings.DATABASE_URL, settings.DATABASE_OWNER_URL)) {
    // The owner bypasses row-level security: as the application's login it would show everyone everything.
    issues.push(issue('DATABASE_URL', 'moet een andere gebruiker hebben dan DATABASE_OWNER_URL', 'must have another user than DATABASE_OWNER_URL'));
  }
  return issues;
}

function sameLogin(application?: string, owner?: string): boolean {
  if (application === undefined || owner === undefined) return false;
  return new URL(application).username === new URL(owner).username;
}

function credentials(required: z.infer<typeof Required>, password: string | undefined): BotCredentials {
  const registration = { appId: required.MICROSOFT_APP_ID, tenantId: required.MICROSOFT_APP_TENANT_ID };
  return password === undefined ? { appType: 'UserAssignedMSI', ...registration } : { appType: 'SingleTenant', ...registration, password };
}

const issue = (setting: SettingName, text: string, logText: string): ConfigIssue => ({ setting, text, logText });
const missing = (setting: SettingName): ConfigIssue => issue(setting, `ontbreekt; verwacht ${EXPECTED[setting].nl}`, `is missing; expected ${EXPECTED[setting].en}`);

function refuse(issues: readonly ConfigIssue[]): void {
  if (issues.length > 0) throw new ConfigError(issues);
}
