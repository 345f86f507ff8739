import { pino, type DestinationStream, type Logger } from 'pino';
import { AppError } from './errors.ts';

export type Log = Logger;

/**
 * Structured log lines without personal data. Code must not log what people typed; the
 * redaction is the net below that rule, for the keys under which it could slip through.
 */
const PERSONAL = ['text', 'data', 'value', 'note', 'name', 'email', 'from', 'sender', 'activity', 'authorization', 'body', 'aadObjectId'];
const REDACTED = PERSONAL.flatMap((key) => [key, `*.${key}`]);

export function createLog({ level, destination }: { readonly level: string; readonly destination?: DestinationStream }): Log {
  const options = {
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * An error as the log may know it. Messages of foreign errors are left out, because they
 * quote input ("invalid input syntax for type date: ..."); ours are written without it.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    ...codes(error),
    ...(error instanceof AppError ? { logText: error.logText } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
    at: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()),
  };
}

function codes(error: Error): Record<string, unknown> {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
  };
}
