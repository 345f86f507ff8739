export interface AppErrorParts {
  /** Stable and kebab-case: what logs, counters and tests compare. */
  readonly code: string;
  /** One or two Dutch sentences: the cause, and what the person can do next. */
  readonly userText: string;
  /** For the log: English, and free of personal data. */
  readonly logText: string;
  readonly cause?: unknown;
}

/** A fault that we foresaw: it says the same thing twice, once to the person and once to the log. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: string;
  readonly userText: string;
  readonly logText: string;

  constructor({ code, userText, logText, cause }: AppErrorParts) {
    super(logText, cause === undefined ? undefined : { cause });
    this.code = code;
    this.userText = userText;
    this.logText = logText;
  }
}
