import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { ExportProblem, Exports } from './types.ts';

const MINUTE_MS = 60_000;

/** An unknown link and one of somebody without the right look alike from outside. */
const STATUS: Readonly<Record<ExportProblem, number>> = { invalid: 404, 'not-yours': 404, expired: 410, gone: 410 };

/** A file is for the one who asked: kept nowhere, never run as a page, and its address told to nobody. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

export interface ExportEndpointOptions {
  readonly exports: Exports;
  readonly requestsPerMinute: number;
  readonly metrics: Metrics;
}

/** GET /export/:token, behind the naming of requests. The address is never logged: it is the key to the file. */
export function exportEndpoint({ exports, requestsPerMinute, metrics }: ExportEndpointOptions): RequestHandler[] {
  return [safeHeaders, limit(exports, requestsPerMinute, metrics), download(exports, metrics)];
}

const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};

/** By person; whatever is no link of ours by address, so that guessing takes nothing away from who has one. */
function limit(exports: Exports, requestsPerMinute: number, metrics: Metrics): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: requestsPerMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: ({ params, socket }) => exports.ownerOf(String(params['token'])) ?? `address|${ipKeyGenerator(socket.remoteAddress ?? '')}`,
    handler: (_request, response) => {
      metrics.rejected.inc({ reason: 'too_many_requests' });
      page(response.set('Retry-After', String(MINUTE_MS / 1000)), 429, 'Er is in korte tijd te vaak geëxporteerd. Probeer het over een minuut opnieuw.');
    },
  });
}

function download(exports: Exports, metrics: Metrics): RequestHandler {
  return async (request, response) => {
    try {
      const outcome = await exports.file(String(request.params['token']));
      metrics.exports.inc({ outcome: 'problem' in outcome ? outcome.problem : 'ok' });
      if ('problem' in outcome) return page(response, STATUS[outcome.problem], outcome.text);
      response.set('Content-Disposition', `attachment; filename="${safeName(outcome.name)}"`).type(outcome.type).send(outcome.body);
    } catch (error) {
      metrics.exports.inc({ outcome: 'fault' });
      (response.locals as { log?: Log }).log?.error({ err: error }, 'export failed');
      if (error instanceof AppError) return page(response, 503, 'De registratie is even niet bereikbaar. Probeer dezelfde link over een minuut opnieuw, of vraag de export opnieuw in de chat.');
      page(response, 500, 'Het bestand kon niet worden gemaakt. Vraag de export opnieuw in de chat. Lukt het dan weer niet, meld het bij de beheerder.');
    }
  };
}

/** Names are made of these signs already; a header is no place to rely on that. */
const safeName = (name: string): string => name.replace(/[^A-Za-z0-9._-]/g, '-');

function page(response: Response, status: number, text: string): void {
  response.status(status).type('text/plain; charset=utf-8').send(`${text}\n`);
}
