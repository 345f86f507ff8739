import { migrate } from '../../../db/migrate.ts';
import { readCliConfig, readIdentityKey } from './config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';

/** `migrate`: brings the database up to date and stores the identity key. */
export async function runMigrateCommand({ env, out }: CliContext): Promise<ExitCode> {
  const { ownerUrl } = readCliConfig(env);
  const ran = await migrate({ ownerUrl, identityKey: readIdentityKey(env) });
  out(ran.length === 0 ? 'De database was al bij.' : `De database is bijgewerkt: ${ran.join(', ')}.`);
  return EXIT.done;
}
