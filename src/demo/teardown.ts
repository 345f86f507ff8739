/** Stops what was started, last first. */
export interface Teardown {
  add(name: string, stop: () => Promise<void>): void;
  /** Runs each once, also when called twice or when one before it failed. */
  run(): Promise<void>;
}

export function createTeardown(log: (line: string) => void): Teardown {
  const steps: { name: string; stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step.stop();
        log(`stopped: ${step.name}`);
      } catch (problem) {
        log(`stopping ${step.name} failed: ${String(problem)}`);
      }
    }
  };
  return { add: (name, stop) => void steps.push({ name, stop }), run: () => (running ??= runAll()) };
}
