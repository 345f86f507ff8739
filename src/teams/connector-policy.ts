import type { BotAdapter, Middleware, TurnContext } from 'botbuilder';
import type { Metrics } from '../metrics.ts';

/** How long and how often the channel is called. All times in milliseconds. */
export interface ConnectorTiming {
  /** For one call with all its repetitions. Teams ends a message turn after 15 s. */
  readonly deadlineMs: number;
  /** The same within an invoke, which Teams ends after 5 s. */
  readonly invokeDeadlineMs: number;
  /** First wait when the channel names none; doubles each time, with jitter. */
  readonly retryBaseMs: number;
  /** Longest single wait, also when Retry-After asks for more. */
  readonly retryMaxWaitMs: number;
  readonly maxRetries: number;
}
export const DEFAULT_TIMING: ConnectorTiming = { deadlineMs: 10_000, invokeDeadlineMs: 3_000, retryBaseMs: 500, retryMaxWaitMs: 5_000, maxRetries: 3 };

// The part of @azure/core-rest-pipeline that we touch. `client` is private in the framework's types.
interface PipelineRequest { abortSignal?: AbortSignal }
interface PipelineResponse { readonly status: number; readonly headers: { get(name: string): string | undefined } }
type Next = (request: PipelineRequest) => Promise<PipelineResponse>;
interface Policy { readonly name: string; sendRequest(request: PipelineRequest, next: Next): Promise<PipelineResponse> }
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: Policy, options?: { phase?: 'Retry'; beforePolicies?: string[] }): void;
}

/**
 * Replaces the framework's retries for the connector client of each turn: it repeats a POST
 * after a 5xx or a lost connection, which shows the same message twice, does not repeat a
 * 412, and waits for ever. (`connectorClientOptions` has no effect in botbuilder 4.23.)
 * The request of `createConversationAsync` itself runs before middleware and is not covered.
 */
export function connectorPolicy(adapter: BotAdapter, timing: ConnectorTiming, metrics: Metrics): Middleware {
  return {
    async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
      const connector: unknown = context.turnState.get(adapter.ConnectorClientKey);
      const { pipeline } = (connector as { client: { pipeline: Pipeline } }).client;
      const deadlineMs = context.activity.type === 'invoke' ? timing.invokeDeadlineMs : timing.deadlineMs;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy(deadlinePolicy(deadlineMs), { beforePolicies: ['ServiceClientContext_Credentials_SignRequest'] });
      pipeline.addPolicy(retryPolicy({ ...timing, deadlineMs }, metrics), { phase: 'Retry' });
      await next();
    },
  };
}

/** Around everything, the fetching of a token included, which knows no signal: hence the race. */
function deadlinePolicy(deadlineMs: number): Policy {
  return {
    name: 'kansenlijnDeadline',
    async sendRequest(request, next) {
      const expiry = new AbortController();
      request.abortSignal = expiry.signal;
      let timer: NodeJS.Timeout | undefined;
      const expired = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          reject(Object.assign(new Error('connector deadline'), { name: 'ConnectorDeadline', code: 'connector-deadline' }));
          expiry.abort();
        }, deadlineMs);
      });
      try {
        return await Promise.race([next(request), expired]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** 429 and 412 mean that nothing was posted. Anything else may have been: it is not sent twice. */
function retryPolicy(timing: ConnectorTiming, metrics: Metrics): Policy {
  return {
    name: 'kansenlijnRetry',
    async sendRequest(request, next) {
      const startedAt = performance.now();
      for (let retry = 0; ; retry += 1) {
        const response = await next(request);
        if (!isRepeatable(response.status) || retry >= timing.maxRetries) return response;
        const waitMs = waitBefore(retry, response.headers.get('retry-after'), timing);
        // A wait that outlives the deadline would turn a clear refusal into an unknown outcome.
        if (performance.now() - startedAt + waitMs >= timing.deadlineMs) return response;
        metrics.connectorRetries.inc({ status: String(response.status) });
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    },
  };
}

const isRepeatable = (status: number): boolean => status === 429 || status === 412;

/** Milliseconds to wait: what the channel asks (seconds or an HTTP date), or exponential with jitter. */
export function waitBefore(retry: number, retryAfter: string | undefined, timing: Pick<ConnectorTiming, 'retryBaseMs' | 'retryMaxWaitMs'>, random: () => number = Math.random): number {
  const asked = retryAfterMs(retryAfter);
  const waitMs = asked ?? timing.retryBaseMs * 2 ** retry;
  const jitterMs = random() * timing.retryBaseMs;
  return Math.min(waitMs + jitterMs, timing.retryMaxWaitMs);
}

export function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
