import { migrate } from '../../../db/migrate.ts';
import { readCliConfigWithKey } from './config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';

/** `migrate`: brings the database up to date and stores the identity key. */
export async function runMigrateCommand({ env, out }: CliContext): Promise<ExitCode> {
  const ran = await migrate(readCliConfigWithKey(env));
  out(ran.length === 0 ? 'De database was al bij.' : `De database is bijgewerkt: ${ran.join(', ')}.`);
  return EXIT.done;
}
