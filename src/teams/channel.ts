import type { Config } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import { createAdapter, type ChannelAdapter, type ChannelAuthentication } from './adapter.ts';
import { connectorPolicy, DEFAULT_TIMING, type ConnectorTiming } from './connector-policy.ts';

export interface ChannelOptions {
  readonly config: Config;
  readonly metrics: Metrics;
  readonly timing?: Partial<ConnectorTiming>;
  readonly authentication?: ChannelAuthentication;
}

/** The connection with the channel, for answering turns and for speaking first. @throws AppError as `createAdapter`. */
export async function openChannel({ config, metrics, timing, authentication }: ChannelOptions): Promise<ChannelAdapter> {
  const adapter = await createAdapter(config, authentication);
  adapter.use(connectorPolicy(adapter, { ...DEFAULT_TIMING, ...timing }, metrics));
  return adapter;
}
