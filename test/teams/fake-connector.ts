import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the bot sent, as the channel's connector received it. Only the fields that tests look at are named. */
export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly [field: string]: unknown;
}

/** One request to the connector, answered or not. */
export interface ConnectorCall {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly conversationId?: string;
  readonly activityId?: string;
  readonly body: unknown;
  /** The status that was answered; 0 when the request was left hanging. */
  readonly status: number;
  /** Milliseconds on a monotonic clock. */
  readonly at: number;
}
export type Operation = 'sendActivity' | 'updateActivity' | 'deleteActivity' | 'createConversation' | 'getMembers' | 'getMember' | 'unknown';

/** A scripted answer; `hang` never answers. */
export interface Script {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delayMs?: number;
  readonly hang?: boolean;
}

export interface Member { readonly id: string; readonly aadObjectId: string; readonly tenantId: string; readonly userRole: string }

interface RouteMatch { readonly operation: Operation; readonly conversationId?: string; readonly activityId?: string }

const ROUTES: readonly (readonly [string, RegExp, Operation])[] = [
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/, 'sendActivity'],
  ['PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'updateActivity'],
  ['DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'deleteActivity'],
  ['POST', /^\/v3\/conversations$/, 'createConversation'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/(?:paged)?members$/, 'getMembers'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, 'getMember'],
];

/** The channel's side of the connection: takes what the bot sends, on 127.0.0.1, as told by a script. */
export class FakeConnector {
  readonly calls: ConnectorCall[] = [];
  readonly members: Member[] = [];
  /** Everything taken, and the same by the activity that it answers: quick also after many thousands. */
  readonly #sent: SentActivity[] = [];
  readonly #repliesTo = new Map<string, SentActivity[]>();
  readonly #scripts: Script[] = [];
  readonly #hanging = new Set<ServerResponse>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #nextId = 1;

  static async start(): Promise<FakeConnector> {
    const connector = new FakeConnector();
    await new Promise<void>((resolve) => connector.#server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Activities that the channel took, in order; with an id, only the replies to that activity. */
  sent(replyToId?: string): readonly SentActivity[] {
    return replyToId === undefined ? this.#sent : (this.#repliesTo.get(replyToId) ?? []);
  }

  /** The next requests are answered with these scripts, one each; afterwards normally. */
  script(...scripts: readonly Script[]): void {
    this.#scripts.push(...scripts);
  }

  reset(): void {
    this.calls.length = 0;
    this.#scripts.length = 0;
    this.#sent.length = 0;
    this.#repliesTo.clear();
  }

  async close(): Promise<void> {
    for (const response of this.#hanging) response.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const path = new URL(request.url ?? '/', this.serviceUrl).pathname;
    const match = matchRoute(request.method ?? '', path);
    const script = this.#scripts.shift();
    const body = await readJson(request);
    const status = script?.hang ? 0 : (script?.status ?? (match.operation === 'unknown' ? 404 : 200));
    this.calls.push({ ...match, method: request.method ?? '', path, body, status, at });
    if (match.operation === 'sendActivity' && status >= 200 && status < 300) this.#take(body as SentActivity, match.activityId);
    if (script?.hang) return void this.#hanging.add(response);
    if (script?.delayMs !== undefined) await sleep(script.delayMs);
    response.writeHead(status, { 'Content-Type': 'application/json', ...script?.headers });
    response.end(JSON.stringify(script?.body ?? this.#bodyFor(match, status)));
  }

  #take(activity: SentActivity, replyToId: string | undefined): void {
    this.#sent.push(activity);
    if (replyToId !== undefined) this.#repliesTo.set(replyToId, [...(this.#repliesTo.get(replyToId) ?? []), activity]);
  }

  #bodyFor({ operation, activityId }: RouteMatch, status: number): unknown {
    if (status >= 400) return { error: { code: `Scripted${status}`, message: 'scripted failure' } };
    if (operation === 'getMembers') return this.members;
    if (operation === 'getMember') return this.members.find(({ id, aadObjectId }) => id === activityId || aadObjectId === activityId) ?? {};
    return { id: `sent-${this.#nextId++}` };
  }
}

function matchRoute(method: string, path: string): RouteMatch {
  for (const [routeMethod, pattern, operation] of ROUTES) {
    const found = method === routeMethod ? pattern.exec(path) : null;
    if (found === null) continue;
    const [, conversationId, activityId] = found;
    return {
      operation,
      ...(conversationId === undefined ? {} : { conversationId: decodeURIComponent(conversationId) }),
      ...(activityId === undefined ? {} : { activityId: decodeURIComponent(activityId) }),
    };
  }
  return { operation: 'unknown' };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
