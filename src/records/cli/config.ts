import { ConfigError, readToolConfig } from '../../config.ts';
import { EXPECTED, Settings } from '../../settings.ts';

/** What the commands need of the environment. */
export interface CliConfig {
  readonly ownerUrl: string;
}

/** @throws ConfigError when the owner's login is missing, also in the demo. */
export function readCliConfig(env: NodeJS.ProcessEnv): CliConfig {
  const { databaseOwnerUrl } = readToolConfig(env);
  if (databaseOwnerUrl === undefined) throw missing('DATABASE_OWNER_URL');
  return { ownerUrl: databaseOwnerUrl };
}

/** The key that signs identities and hashes invitation codes. @throws ConfigError */
export function readIdentityKey(env: NodeJS.ProcessEnv): string {
  const parsed = Settings.shape.IDENTITY_KEY.safeParse(env['IDENTITY_KEY'] || undefined);
  if (!parsed.success || parsed.data === undefined) throw missing('IDENTITY_KEY');
  return parsed.data;
}

function missing(setting: 'DATABASE_OWNER_URL' | 'IDENTITY_KEY'): ConfigError {
  return new ConfigError([{ setting, text: `ontbreekt; verwacht ${EXPECTED[setting].nl}`, logText: `is missing; expected ${EXPECTED[setting].en}` }]);
}
