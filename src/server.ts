import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { AppError } from './errors.ts';
import { exportEndpoint } from './export/endpoint.ts';
import type { Exports } from './export/types.ts';
import { handoverEndpoint } from './handover/endpoint.ts';
import { LINK_PATH } from './handover/link.ts';
import type { HandoverPages } from './handover/types.ts';
import type { Log } from './log.ts';
import { createEndpoint, createReject, type EndpointOptions, type Reject, type RequestLocals } from './teams/endpoint.ts';
import { hostAllowed, type RejectReason } from './teams/guard.ts';

export interface Readiness { readonly ready: boolean; readonly reasons: readonly string[] }
export interface ServerOptions extends EndpointOptions {
  /** Whether the product can do its work now: database reachable, migrations current. Reasons are codes. */
  readonly readiness: () => Promise<Readiness>;
  readonly log: Log;
  /** Downloads of figures; absent: there are none. */
  readonly exports?: Exports;
  /** Handovers for schools that are not on the bot; absent: there are none. */
  readonly handoverPages?: HandoverPages;
}
export interface RunningServer {
  /** The port that was taken, also when 0 was asked. */
  readonly port: number;
  /** Stops accepting, lets turns in flight finish within `deadlineMs`, then resolves. Repeatable. */
  close(deadlineMs?: number): Promise<void>;
}

const STOP_DEADLINE_MS = 10_000;
const READINESS_DEADLINE_MS = 5_000;

/** The HTTP face of the product. @throws AppError when authentication does not match the mode. */
export async function createServer(options: ServerOptions): Promise<Express> {
  const { config, readiness, log, metrics, exports, handoverPages } = options;
  const reject = createReject(metrics);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(nameRequest(log));
  if (config.mode === 'demo') app.use(loopbackHost(config.allowedServiceHosts, reject));
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const state = await readinessOf(readiness, log);
    response.status(state.ready ? 200 : 503).json(state);
  });
  app.get('/metrics', async (request, response) => {
    if (!config.metrics || !isFromThisMachine(request)) return reject(response, 'not_found');
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  if (exports) app.get('/export/:token', ...exportEndpoint({ exports, requestsPerMinute: config.rateLimitPerMinute, metrics }));
  if (handoverPages) app.get(`${LINK_PATH}/:token`, ...handoverEndpoint(handoverPages));
  app.use('/api/messages', await createEndpoint(options));
  app.use((_request, response) => reject(response, 'not_found'));
  app.use(answerError(reject));
  return app;
}

/** @throws AppError `port-in-use` or `port-not-allowed`, with the way out. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, log } = options;
  const server = createHttpServer({ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, await createServer(options));
  let inFlight = 0;
  server.on('request', (_request, response) => {
    inFlight += 1;
    response.once('close', () => (inFlight -= 1));
  });
  const port = await listen(server, config);
  let closing: Promise<void> | undefined;
  return { port, close: (deadlineMs = STOP_DEADLINE_MS) => (closing ??= stop(server, () => inFlight, deadlineMs, log)) };
}

async function listen(server: Server, { port, host, mode }: ServerOptions['config']): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port, mode)));
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function listenFault(error: NodeJS.ErrnoException, port: number, mode: 'serve' | 'demo'): Error {
  const other = port >= 65535 ? 3978 : port + 1;
  const wayOut = `Kies een andere poort, bijvoorbeeld: PORT=${other < 1024 ? 3978 : other} npm ${mode === 'demo' ? 'start' : 'run serve'}`;
  if (error.code === 'EADDRINUSE') {
    return new AppError({ code: 'port-in-use', userText: `Poort ${port} is al in gebruik door een ander programma. ${wayOut}`, logText: `port ${port} is in use`, cause: error });
  }
  if (error.code === 'EACCES') {
    return new AppError({ code: 'port-not-allowed', userText: `Poort ${port} mag niet worden gebruikt door deze gebruiker. ${wayOut}`, logText: `port ${port} needs more rights`, cause: error });
  }
  return error;
}

async function stop(server: Server, inFlight: () => number, deadlineMs: number, log: Log): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const until = performance.now() + deadlineMs;
  while (inFlight() > 0 && performance.now() < until) await sleep(20);
  if (inFlight() > 0) log.warn({ unfinished: inFlight() }, 'stopped with turns in flight');
  server.closeAllConnections();
  await closed;
}

function nameRequest(log: Log): RequestHandler {
  return (_request, response, next) => {
    const requestId = randomUUID();
    Object.assign(response.locals, { requestId, log: log.child({ requestId }) });
    response.setHeader('X-Request-Id', requestId);
    next();
  };
}

/** A web page can make its own name resolve to 127.0.0.1 and so speak to the demo; the Host header gives it away. */
function loopbackHost(hosts: readonly string[], reject: Reject): RequestHandler {
  return (request, response, next) => {
    const host = `http://${request.headers.host ?? ''}`;
    if (!URL.canParse(host) || !hostAllowed(new URL(host).hostname, hosts)) return reject(response, 'host_not_allowed');
    next();
  };
}

async function readinessOf(readiness: ServerOptions['readiness'], log: Log): Promise<Readiness> {
  const late = sleep(READINESS_DEADLINE_MS, { ready: false, reasons: ['readiness_check_timed_out'] }, { ref: false });
  try {
    return await Promise.race([readiness(), late]);
  } catch (error) {
    log.error({ err: error }, 'readiness check failed');
    return { ready: false, reasons: ['readiness_check_failed'] };
  }
}

/** Not through a proxy on this machine either: that would show the counters to everyone. */
function isFromThisMachine(request: Request): boolean {
  const proxied = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !proxied && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
}

/** Express's own error page shows the stack outside production. */
function answerError(reject: Reject): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const reason = reasonOf(error);
    if (reason === 'internal_error') (response.locals as Partial<RequestLocals>).log?.error({ err: error }, 'request failed');
    reject(response, reason);
  };
}

/** body-parser names its errors in `type`, with a 4xx `status`. */
function reasonOf(error: unknown): RejectReason {
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return 'body_too_large';
  if (type === 'entity.parse.failed') return 'invalid_json';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported_media_type';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad_request' : 'internal_error';
}
