import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface CommandResult {
  readonly exitCode: number;
  /** What the person reads: report and problems together. */
  readonly output: string;
}

/** Runs `npm run kansenlijn -- …` as a person does, on the demo that runs with this data folder. */
export function kansenlijn(dataDir: string, ...args: readonly string[]): Promise<CommandResult> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, KANSENLIJN_DATA_DIR: dataDir, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'kansenlijn', '--', ...args], { cwd: ROOT, env, timeout: 60_000 }, (problem, stdout, stderr) => {
      resolve({ exitCode: problem ? Number(problem.code ?? -1) : 0, output: `${stdout}${stderr}` });
    });
  });
}
