import { randomUUID } from 'node:crypto';
import { readConfig } from '../../src/config.ts';
import { createLog, type Log } from '../../src/log.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import type { Exports } from '../../src/export/types.ts';
import type { HandoverPages } from '../../src/handover/types.ts';
import { startServer, type Readiness } from '../../src/server.ts';
import type { ChannelAuthentication } from '../../src/teams/adapter.ts';
import type { ConnectorTiming } from '../../src/teams/connector-policy.ts';
import type { Remember } from '../../src/teams/remember.ts';
import type { HandleTurn, Where } from '../../src/turn/types.ts';
import { FakeConnector, type SentActivity } from './fake-connector.ts';

/** Somebody who talks to the bot. Without `aadObjectId`: an anonymous participant. */
export interface Person { readonly tenantId: string; readonly aadObjectId?: string }

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const ANNA: Person = { tenantId: TENANT, aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
export const BRAM: Person = { tenantId: TENANT, aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000002' };

export interface DriverOptions {
  readonly handleTurn: HandleTurn;
  /** Environment settings on top of a quiet demo on a free port. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly timing?: Partial<ConnectorTiming>;
  readonly authentication?: ChannelAuthentication;
  readonly readiness?: () => Promise<Readiness>;
  readonly log?: Log;
  readonly exports?: Exports;
  readonly handoverPages?: HandoverPages;
  readonly remember?: Remember;
}

export interface TurnOptions {
  readonly person?: Person;
  readonly where?: Where;
  /** Id of the conversation; the usual one of its kind when absent. */
  readonly conversationId?: string;
  /** The id of the activity; give the same one again to re-send. */
  readonly activityId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of the activity to add or overwrite. */
  readonly activity?: Readonly<Record<string, unknown>>;
}

/** What came of one activity. `replies` are the messages that the channel took; `body` is the HTTP answer. */
export interface Exchange {
  readonly status: number;
  readonly body: unknown;
  readonly activityId: string;
  readonly replies: readonly SentActivity[];
}

export interface Driver {
  readonly url: string;
  readonly port: number;
  readonly connector: FakeConnector;
  readonly metrics: Metrics;
  /** Types a message. */
  say(text: string, options?: TurnOptions): Promise<Exchange>;
  /** Presses an Action.Execute button; `body` is the answer that replaces the card. */
  press(verb: string, data?: unknown, options?: TurnOptions): Promise<Exchange>;
  /** Presses the Action.Submit fallback of the same button. */
  submit(verb: string, data?: Readonly<Record<string, unknown>>, options?: TurnOptions): Promise<Exchange>;
  /** Installs the app in the conversation. */
  install(options?: TurnOptions): Promise<Exchange>;
  /** Any other kind of activity. */
  send(activity: Readonly<Record<string, unknown>>, options?: TurnOptions): Promise<Exchange>;
  /** Any request at all. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(deadlineMs?: number): Promise<void>;
}

/** The real server over HTTP on a free port, with a channel around it. */
export async function startDriver(options: DriverOptions): Promise<Driver> {
  const connector = await FakeConnector.start();
  const metrics = createMetrics();
  const config = readConfig({ KANSENLIJN_MODE: 'demo', PORT: '0', RATE_LIMIT_PER_MINUTE: '1000000', ...options.settings });
  const server = await startServer({
    ...options,
    config,
    metrics,
    log: options.log ?? createLog({ level: 'silent' }),
    readiness: options.readiness ?? (() => Promise.resolve({ ready: true, reasons: [] })),
  });
  const url = `http://127.0.0.1:${server.port}`;
  const send: Driver['send'] = (activity, turn = {}) => exchange(url, connector, { ...baseActivity(connector.serviceUrl, turn), ...activity, ...turn.activity }, turn.headers);
  return {
    url,
    port: server.port,
    connector,
    metrics,
    send,
    say: (text, turn) => send({ type: 'message', text, textFormat: 'plain' }, turn),
    press: (verb, data = {}, turn) => send({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } }, turn),
    submit: (verb, data = {}, turn) => send({ type: 'message', value: { ...data, verb } }, turn),
    install: (turn) => send({ type: 'installationUpdate', action: 'add' }, turn),
    request: (path, init) => fetch(`${url}${path}`, init),
    close: async (deadlineMs) => {
      await server.close(deadlineMs);
      await connector.close();
    },
  };
}

const CONVERSATION_IDS: Readonly<Record<Where, string>> = { personal: 'a:personal', channel: '19:channel@thread.tacv2;messageid=1', group: '19:group@thread.v2' };
const CONVERSATION_TYPES: Readonly<Record<Where, string>> = { personal: 'personal', channel: 'channel', group: 'groupChat' };

/** What every activity from Teams has. */
export function baseActivity(serviceUrl: string, { person = ANNA, where = 'personal', activityId = randomUUID(), conversationId = CONVERSATION_IDS[where] }: TurnOptions = {}): Record<string, unknown> {
  const { tenantId, aadObjectId } = person;
  return {
    id: activityId,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${aadObjectId ?? 'anonymous'}`, name: 'Somebody', ...(aadObjectId === undefined ? {} : { aadObjectId }) },
    recipient: { id: '28:bot', name: 'Kansenlijn' },
    conversation: { id: conversationId, conversationType: CONVERSATION_TYPES[where], tenantId, ...(where === 'personal' ? {} : { isGroup: true }) },
    channelData: { tenant: { id: tenantId }, ...(where === 'channel' ? { team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' } } : {}) },
    locale: 'nl-NL',
    entities: [{ type: 'clientInfo', locale: 'nl-NL', platform: 'Web' }],
  };
}

async function exchange(url: string, connector: FakeConnector, activity: Record<string, unknown>, headers: Readonly<Record<string, string>> = {}): Promise<Exchange> {
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(activity) });
  const text = await response.text();
  const activityId = String(activity['id']);
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), activityId, replies: connector.sent(activityId) };
}

/** The card of a reply, or of the answer to a press. */
export function cardOf(source: unknown): Record<string, unknown> | undefined {
  const { attachments, value, type } = (source ?? {}) as { attachments?: readonly { content: unknown }[]; value?: unknown; type?: string };
  const card = attachments?.[0]?.content ?? (type === 'application/vnd.microsoft.card.adaptive' ? value : undefined);
  return card as Record<string, unknown> | undefined;
}
