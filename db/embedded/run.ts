import { execFile } from 'node:child_process';

/** The account as which the server runs; absent means ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface RunResult {
  /** Exit code; -1 when the program could not be started. */
  readonly code: number;
  readonly output: string;
}

/**
 * What our child processes see of the environment: PG* variables of the person who starts
 * must not redirect the server, and LC_ALL=C keeps messages in a language that we can read back.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }), ...(TMP && { TMP }), LC_ALL: 'C' };
}

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, in `/`, because the account may not be allowed into our
 * folders. Rejects only when it was interrupted: Ctrl+C says nothing about what the
 * program would have found.
 */
export function run(file: string, args: readonly string[], account?: Account, timeoutMs = 60_000): Promise<RunResult> {
  const options = { ...account, cwd: process.platform === 'win32' ? undefined : '/', env: serverEnvironment(), timeout: timeoutMs };
  return new Promise((resolve, reject) => {
    try {
      execFile(file, args, options, (problem, stdout, stderr) => {
        if (problem && !problem.killed && INTERRUPTS.includes(String(problem.signal))) return reject(new Error(`${file} was interrupted`));
        const code = problem ? (typeof problem.code === 'number' ? problem.code : -1) : 0;
        resolve({ code, output: `${stdout}${stderr}${code === -1 ? String(problem?.message) : ''}`.trim() });
      });
    } catch (problem) {
      resolve({ code: -1, output: String(problem) });
    }
  });
}
