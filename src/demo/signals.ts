const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes Ctrl+C on to a program that the terminal has told already: twice at once is one wish. */
const SAME_WISH_MS = 1_000;
const STOP_WITHIN_MS = 30_000;
const PARENT_CHECK_MS = 500;

export interface SignalOptions {
  /** Stops everything in its order. */
  readonly stop: () => Promise<void>;
  readonly log: (line: string) => void;
  readonly source?: Pick<NodeJS.Process, 'on' | 'off'>;
  readonly exit?: (code: number) => void;
  readonly nowMs?: () => number;
  readonly stopWithinMs?: number;
  /** Our parent's process id now; given only when its end should stop us. */
  readonly parent?: (() => number) | undefined;
}

/**
 * npm passes SIGTERM to the shell between it and us, which ends without telling us: so
 * the end of our parent counts as a signal. Not outside npm, where a program may outlive
 * the shell that started it; Windows never changes the number.
 */
export function npmParent(env: NodeJS.ProcessEnv = process.env): (() => number) | undefined {
  return env['npm_lifecycle_event'] === undefined ? undefined : () => process.ppid;
}

/**
 * The first signal stops gracefully and exits with 0; a later one, or a stop that takes
 * too long, exits with 1 at once. Returns a function that takes the listeners away.
 */
export function stopOnSignals(options: SignalOptions): () => void {
  const { stop, log, source = process, exit = (code) => process.exit(code), nowMs = Date.now, parent = npmParent() } = options;
  let firstAtMs: number | undefined;
  const onSignal = (signal: NodeJS.Signals | 'parent ended'): void => {
    if (firstAtMs !== undefined) {
      if (nowMs() - firstAtMs > SAME_WISH_MS) exit(1);
      return;
    }
    firstAtMs = nowMs();
    log(`${signal}: stopping`);
    setTimeout(() => exit(1), options.stopWithinMs ?? STOP_WITHIN_MS).unref();
    stop().then(() => exit(0), (problem: unknown) => {
      log(`stopping failed: ${String(problem)}`);
      exit(1);
    });
  };
  for (const signal of SIGNALS) source.on(signal, onSignal);
  const watch = parent && whenChanged(parent, () => onSignal('parent ended'));
  return () => {
    clearInterval(watch);
    for (const signal of SIGNALS) source.off(signal, onSignal);
  };
}

function whenChanged(read: () => number, tell: () => void): NodeJS.Timeout {
  const first = read();
  const timer = setInterval(() => {
    if (read() === first) return;
    clearInterval(timer);
    tell();
  }, PARENT_CHECK_MS);
  return timer.unref();
}
