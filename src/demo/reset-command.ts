import { readToolConfig, ConfigError } from '../config.ts';
import { AppError } from '../errors.ts';
import { resetDemo, resetReport } from './reset.ts';

/** `npm run demo:reset` */
async function main(): Promise<void> {
  const { dataDir, databaseUrl } = readToolConfig({ ...process.env, KANSENLIJN_MODE: 'demo' });
  const removed = await resetDemo({ dataDir, databaseUrl, log: (line) => console.error(line) });
  console.log(resetReport(removed, databaseUrl));
}

await main().catch((problem: unknown) => {
  if (problem instanceof AppError) console.error(problem.userText);
  else if (problem instanceof ConfigError) console.error(problem.message);
  else console.error(problem);
  process.exitCode = 1;
});
