import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export type TurnKind = 'message' | 'action' | 'installed' | 'removed' | 'renamed' | 'other';
/** `fault`: the handler rejected. `unsent`: it answered, but the channel did not take (all of) the reply. */
export type TurnOutcome = 'ok' | 'fault' | 'unsent' | 'ignored';

/** Counters of the channel edge. No label ever holds a person, a text or an id. */
export interface Metrics {
  readonly registry: Registry;
  readonly rejected: Counter<'reason'>;
  readonly turns: Counter<'kind' | 'outcome'>;
  readonly turnSeconds: Histogram<'kind'>;
  /** Downloads of exports, by how they ended. */
  readonly exports: Counter<'outcome'>;
  /** Jobs of the clock, by how they ended. */
  readonly jobs: Counter<'job' | 'outcome'>;
  /** Messages that the bot sent first, by how they ended. */
  readonly outbox: Counter<'kind' | 'outcome'>;
  /** Calls to the channel that were tried again, by HTTP status. */
  readonly connectorRetries: Counter<'status'>;
}

/** `processMetrics`: also memory, CPU and event loop; one set a process is enough. */
export function createMetrics({ processMetrics = false }: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (processMetrics) collectDefaultMetrics({ register: registry });
  return {
    registry,
    rejected: new Counter({ name: 'kansenlijn_requests_rejected_total', help: 'Requests refused before any handler.', labelNames: ['reason'], registers }),
    turns: new Counter({ name: 'kansenlijn_turns_total', help: 'Turns by kind and outcome.', labelNames: ['kind', 'outcome'], registers }),
    turnSeconds: new Histogram({
      name: 'kansenlijn_turn_seconds',
      help: 'Time from request to reply delivered.',
      labelNames: ['kind'],
      // Teams shows an error on a card after 5 s and sends a message again after 15 s.
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
      registers,
    }),
    exports: new Counter({ name: 'kansenlijn_exports_total', help: 'Downloads of exports by outcome.', labelNames: ['outcome'], registers }),
    jobs: new Counter({ name: 'kansenlijn_jobs_total', help: 'Jobs of the clock by outcome.', labelNames: ['job', 'outcome'], registers }),
    outbox: new Counter({ name: 'kansenlijn_outbox_total', help: 'Messages that the bot sent first, by outcome.', labelNames: ['kind', 'outcome'], registers }),
    connectorRetries: new Counter({ name: 'kansenlijn_connector_retries_total', help: 'Repeated calls to the channel.', labelNames: ['status'], registers }),
  };
}
