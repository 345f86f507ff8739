import express, { Router, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Application } from '@microsoft/teams-ai';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { HandleTurn } from '../turn/types.ts';
import type { SafeActivity } from './activity.ts';
import { isRefusal, type Authenticated, type ChannelAdapter, type ChannelAuthentication } from './adapter.ts';
import { createApplication, TURN_SCOPE, type TurnScope } from './application.ts';
import { openChannel } from './channel.ts';
import type { ConnectorTiming } from './connector-policy.ts';
import { inspect, STATUS, type RejectReason } from './guard.ts';
import { normalise } from './normalise.ts';
import type { Remember } from './remember.ts';

/** Teams' own limit for a message is about 100 kB; inputs of a card come on top of that. */
const BODY_LIMIT = '256kb';
const MINUTE_MS = 60_000;

export interface EndpointOptions {
  readonly config: Config;
  readonly handleTurn: HandleTurn;
  readonly metrics: Metrics;
  readonly timing?: Partial<ConnectorTiming>;
  readonly authentication?: ChannelAuthentication;
  /** The connection that speaks first, too; absent: one of its own. */
  readonly channel?: ChannelAdapter;
  /** Keeps how a conversation is reached; absent: the bot only answers. */
  readonly remember?: Remember;
}

/** What the steps of one request hand to each other. */
export interface RequestLocals extends Record<string, unknown> {
  requestId: string;
  log: Log;
  activity: SafeActivity;
  authenticated: Authenticated;
}
type Step = RequestHandler<Record<string, string>, unknown, unknown, unknown, RequestLocals>;
export type Reject = (response: Response, reason: RejectReason) => void;

/** Small JSON with the reason, counted. Nothing about the request or the cause goes back. */
export function createReject(metrics: Metrics): Reject {
  return (response, reason) => {
    metrics.rejected.inc({ reason });
    response.status(STATUS[reason]).json({ error: reason });
  };
}

/** POST /api/messages: guard, authentication, rate limit, turn. Only the last one reaches a handler. */
export async function createEndpoint(options: EndpointOptions): Promise<Router> {
  const { config, handleTurn, metrics, remember } = options;
  const adapter = options.channel ?? (await openChannel(options));
  const app = createApplication(adapter, handleTurn);
  const reject = createReject(metrics);
  const router = Router();
  router.post('/', express.json({ limit: BODY_LIMIT }), guard(config, reject), authenticate(adapter, reject), limit(config, reject), turn(adapter, app, metrics, remember));
  router.all('/', (_request, response) => {
    response.setHeader('Allow', 'POST');
    reject(response, 'method_not_allowed');
  });
  return router;
}

function guard(config: Config, reject: Reject): Step {
  return (request, response, next) => {
    if (request.body === undefined && request.is('application/json') === false) return reject(response, 'unsupported_media_type');
    const result = inspect(request.body, config);
    if (!result.ok) return reject(response, result.reason);
    response.locals.activity = normalise(result.activity, result.tenantId, response.locals.requestId);
    next();
  };
}

function authenticate(adapter: ChannelAdapter, reject: Reject): Step {
  return async (request, response, next) => {
    try {
      response.locals.authenticated = await adapter.authenticate(response.locals.activity, request.headers.authorization ?? '');
    } catch (error) {
      if (isRefusal(error)) return reject(response, 'unauthorized');
      response.locals.log.error({ err: error }, 'token service unavailable');
      return reject(response, 'authentication_unavailable');
    }
    next();
  };
}

/** After authentication: otherwise anyone could use up another person's turns. */
function limit(config: Config, reject: Reject): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: config.rateLimitPerMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (_request, response) => senderKey((response.locals as RequestLocals).activity),
    handler: (_request, response) => {
      response.setHeader('Retry-After', MINUTE_MS / 1000);
      reject(response, 'too_many_requests');
    },
  });
}

const senderKey = ({ conversation, from }: SafeActivity): string => `${conversation.tenantId}|${from.aadObjectId ?? from.id}`;

function turn(adapter: ChannelAdapter, app: Application, metrics: Metrics, remember: Remember = async () => undefined): Step {
  return async (_request, response) => {
    const { requestId, log, activity, authenticated } = response.locals;
    const scope: TurnScope = { requestId, log, kind: 'other', outcome: 'ignored' };
    const startedAt = performance.now();
    const remembered = remember(activity, log);
    const result = await adapter.runTurn(authenticated, activity, async (context) => {
      context.turnState.set(TURN_SCOPE, scope);
      await app.run(context);
    });
    measure(metrics, scope, performance.now() - startedAt);
    await remembered;
    response.status(result?.status ?? 200);
    if (result?.body === undefined) response.end();
    else response.json(result.body);
  };
}

function measure(metrics: Metrics, { kind, outcome, log }: TurnScope, elapsedMs: number): void {
  metrics.turns.inc({ kind, outcome });
  metrics.turnSeconds.observe({ kind }, elapsedMs / 1000);
  log.info({ kind, outcome, ms: Math.round(elapsedMs) }, 'turn');
}
