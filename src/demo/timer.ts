/** Tells the debug log how long each step took, and begins none after an abort. */
export interface Timer {
  <Result>(step: string, work: () => Promise<Result>): Promise<Result>;
  total(): void;
}

export function createTimer(log: (line: string) => void, signal?: AbortSignal): Timer {
  const startedMs = performance.now();
  const timed = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
    signal?.throwIfAborted();
    const beganMs = performance.now();
    const result = await work();
    log(`${step}: ${Math.round(performance.now() - beganMs)} ms`);
    return result;
  };
  return Object.assign(timed, { total: () => log(`started in ${Math.round(performance.now() - startedMs)} ms`) });
}
