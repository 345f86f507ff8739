import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Log } from '../log.ts';
import { awayPage, deadLinkPage, PAGE_HEADERS } from './page.ts';
import type { HandoverPages } from './types.ts';

const MINUTE_MS = 60_000;
/** A person opens one page; a script that tries addresses is slowed down. */
const REQUESTS_PER_MINUTE = 30;

/** GET /overdracht/:token, behind the naming of requests. The address is never logged: it is the key to the page. */
export function handoverEndpoint({ page }: HandoverPages): RequestHandler[] {
  return [safeHeaders, limit, async (request, response) => {
    try {
      const html = await page(String(request.params['token']));
      response.status(html === undefined ? 404 : 200).type('html').send(html ?? deadLinkPage());
    } catch (error) {
      (response.locals as { log?: Log }).log?.error({ err: error }, 'handover page failed');
      response.status(503).type('html').send(awayPage());
    }
  }];
}

const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set(PAGE_HEADERS);
  next();
};

const limit: RequestHandler = rateLimit({
  windowMs: MINUTE_MS,
  limit: REQUESTS_PER_MINUTE,
  standardHeaders: false,
  legacyHeaders: false,
  validate: false,
  keyGenerator: ({ socket }) => ipKeyGenerator(socket.remoteAddress ?? ''),
  handler: (_request, response) => {
    response.status(429).set('Retry-After', String(MINUTE_MS / 1000)).type('html').send(awayPage());
  },
});
