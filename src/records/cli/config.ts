import { ConfigError, readToolConfig } from '../../config.ts';
import { runningDemo } from '../../demo/running.ts';
import { EXPECTED, Settings } from '../../settings.ts';

/** What the commands need of the environment, or of the demo that runs in this folder. */
export interface CliConfig {
  readonly ownerUrl: string;
  /** Signs identities and hashes invitation codes; absent when only records are loaded. */
  readonly identityKey?: string | undefined;
  /** Tenant of imported people who name none. */
  readonly tenantId?: string | undefined;
}

/**
 * The database of DATABASE_OWNER_URL; without it, the demo that runs here, so that a
 * newcomer can import while looking. @throws ConfigError when there is neither.
 */
export function readCliConfig(env: NodeJS.ProcessEnv): CliConfig {
  const { databaseOwnerUrl, dataDir } = readToolConfig({ ...env, KANSENLIJN_MODE: 'demo' });
  if (databaseOwnerUrl !== undefined) return { ownerUrl: databaseOwnerUrl, identityKey: identityKeyOf(env) };
  const demo = runningDemo(dataDir);
  if (demo !== undefined) return demo;
  throw missing('DATABASE_OWNER_URL', ' Of start eerst de demo met npm start: dan werkt dit commando daarop.');
}

/** The configuration with the key. @throws ConfigError when it is missing. */
export function readCliConfigWithKey(env: NodeJS.ProcessEnv): CliConfig & { readonly identityKey: string } {
  const { identityKey, ...config } = readCliConfig(env);
  if (identityKey === undefined) throw missing('IDENTITY_KEY');
  return { ...config, identityKey };
}

function identityKeyOf(env: NodeJS.ProcessEnv): string | undefined {
  const parsed = Settings.shape.IDENTITY_KEY.safeParse(env['IDENTITY_KEY'] || undefined);
  if (!parsed.success) throw missing('IDENTITY_KEY');
  return parsed.data;
}

function missing(setting: 'DATABASE_OWNER_URL' | 'IDENTITY_KEY', wayOut = ''): ConfigError {
  return new ConfigError([{ setting, text: `ontbreekt; verwacht ${EXPECTED[setting].nl}.${wayOut}`, logText: `is missing; expected ${EXPECTED[setting].en}` }]);
}
