/** What a command gets from the outside, so that a test can stand in for the terminal. */
export interface CliContext {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether a person watches, so that a moving bar makes sense. */
  readonly isTerminal: boolean;
}

/** What the process ends with. */
export const EXIT = { done: 0, refused: 1, usage: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
