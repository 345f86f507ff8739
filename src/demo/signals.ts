const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes Ctrl+C on to a program that the terminal has told already: twice at once is one wish. */
const SAME_WISH_MS = 1_000;
const STOP_WITHIN_MS = 30_000;

export interface SignalOptions {
  /** Stops everything in its order. */
  readonly stop: () => Promise<void>;
  readonly log: (line: string) => void;
  readonly source?: Pick<NodeJS.Process, 'on' | 'off'>;
  readonly exit?: (code: number) => void;
  readonly nowMs?: () => number;
  readonly stopWithinMs?: number;
}

/**
 * The first signal stops gracefully and exits with 0; a later one, or a stop that takes
 * too long, exits with 1 at once. Returns a function that takes the listeners away.
 */
export function stopOnSignals(options: SignalOptions): () => void {
  const { stop, log, source = process, exit = (code) => process.exit(code), nowMs = Date.now } = options;
  let firstAtMs: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
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
  return () => {
    for (const signal of SIGNALS) source.off(signal, onSignal);
  };
}
